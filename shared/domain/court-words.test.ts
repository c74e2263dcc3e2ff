import { expect, test } from 'vitest';
import { formatStamp, formatTimeZone } from './court-words.ts';

const seattle = 'America/Los_Angeles';

test('an instant is told to the second on the court’s clock, with its distance from UTC', () => {
  expect(formatStamp('2021-01-12T01:00:12.345Z', seattle)).toBe(
    'Mon, Jan 11, 2021, 5:00:12 PM PST (UTC−08:00)',
  );
  expect(formatStamp('2021-07-01T00:00:00.000Z', 'UTC')).toBe(
    'Thu, Jul 1, 2021, 12:00:00 AM UTC (UTC+00:00)',
  );
  expect(formatStamp('2021-01-01T00:00:00.000Z', 'Pacific/Guam')).toContain('ChST (UTC+10:00)');
});

test('the hour that comes twice is told apart', () => {
  expect(formatStamp('2026-11-01T08:30:00.000Z', seattle)).toContain('1:30:00 AM PDT (UTC−07:00)');
  expect(formatStamp('2026-11-01T09:30:00.000Z', seattle)).toContain('1:30:00 AM PST (UTC−08:00)');
});

test('a time zone goes by its spoken name', () => {
  expect(formatTimeZone(seattle)).toBe('Pacific Time');
});
