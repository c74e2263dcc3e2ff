import { expect, test } from 'vitest';
import { batesRun } from './table.ts';

test('a run of Bates numbers is told by its ends, one number by itself', () => {
  expect(batesRun('AMZ000001', 'AMZ000012')).toBe('AMZ000001–AMZ000012');
  expect(batesRun('AMZ000001', 'AMZ000001')).toBe('AMZ000001');
  expect(batesRun(null, null)).toBe('');
});
