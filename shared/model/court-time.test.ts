import { expect, test } from 'vitest';
import { courtTimezone } from './court-time.ts';

test.each([
  'America/New_York',
  'america/chicago',
  'US/Eastern',
  'Pacific/Guam',
  'EST5EDT',
  'Etc/GMT+5',
  'UTC',
])('%s is the zone of a clock', (zone) => expect(courtTimezone.parse(` ${zone} `)).toBe(zone));

test.each(['EST', 'est', 'MST', 'HST', 'PST', 'CST', 'EDT', '-05:00', '+05:00', 'Mars/Olympus', 'Eastern'])(
  '%s is none: a clock without summer time would be hours off, or is not known everywhere',
  (zone) =>
    expect(courtTimezone.safeParse(zone).error?.issues[0]?.message).toBe(
      'a zone is named like America/New_York',
    ),
);
