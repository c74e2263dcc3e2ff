import { expect, test } from 'vitest';
import { formatCount, formatShare, formatSize } from './amounts.ts';

test('a size has its unit, in thousands as courts count', () => {
  expect([0, 1, 999, 1_000, 1_400_000, 50_000_000, 314_572_800].map(formatSize)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 KB',
    '1.4 MB',
    '50 MB',
    '315 MB',
  ]);
});

test('a count agrees with its noun', () => {
  expect(formatCount(1, 'entry', 'entries')).toBe('1 entry');
  expect(formatCount(1_204, 'entry', 'entries')).toBe('1,204 entries');
});

test('how much is done is told with both numbers as people write them', () => {
  expect(formatShare(1_204, 20_000)).toBe('1,204 of 20,000');
});
