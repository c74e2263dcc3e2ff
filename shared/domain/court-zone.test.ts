import { expect, test } from 'vitest';
import { courtZone } from './court-zone.ts';

test.each([
  ['wawd', 'America/Los_Angeles'],
  ['nysd', 'America/New_York'],
  ['txsd', 'America/Chicago'],
  ['azd', 'America/Phoenix'],
  ['utd', 'America/Denver'],
  ['hid', 'Pacific/Honolulu'],
  ['flnd', null],
  ['txwd', null],
  ['ca9', null],
  ['', null],
])('the court %s keeps the time of %s', (court, zone) => {
  expect(courtZone(court)).toBe(zone);
});

test('every zone is one this runtime knows', () => {
  for (const court of ['med', 'ilnd', 'mtd', 'azd', 'ord', 'akd', 'hid', 'prd', 'vid', 'gud', 'nmid'])
    expect(() => new Intl.DateTimeFormat('en-US', { timeZone: courtZone(court)! })).not.toThrow();
});
