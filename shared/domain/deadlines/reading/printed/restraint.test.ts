import { describe, expect, test } from 'vitest';
import { readPrintedDates } from './read-printed.ts';
import { readUndatedDuties } from '../undated/read-undated.ts';

const read = (text: string) => readPrintedDates(text).map(({ kind, label, due }) => [kind, label, due]);

describe('a stay or a standstill is none of a restraint, and lasts by itself', () => {
  test.each([
    [
      'ORDER granting stay pending appeal. This stay is effective until January 12, 2027.',
      'stay is effective until',
    ],
    ['ORDER: The TRO is STAYED pending appeal until January 12, 2027.', 'TRO is STAYED pending appeal until'],
    [
      'STIPULATION AND ORDER: The parties agree to a standstill through January 12, 2027.',
      'standstill through',
    ],
    [
      'ORDER: The administrative stay of the TRO is granted and shall remain in effect until January 12, 2027.',
      'administrative stay of the TRO is granted and shall remain in effect until',
    ],
    ['ORDER: The automatic stay expires on January 12, 2027.', 'stay expires on'],
  ])('%s', (text, label) => {
    expect(read(text)).toEqual([['other_due', label, '2027-01-12']]);
  });

  test('of the court of appeals, to the minute', () => {
    expect(
      read(
        'ORDER of USCA: the temporary administrative stay is continued until 12:01 a.m. on January 13, 2027.',
      ),
    ).toEqual([['other_due', 'administrative stay is continued until', '2027-01-13T00:01']]);
    expect(read('ORDER: administrative stay until January 12, 2027.')).toEqual([
      ['other_due', 'administrative stay until', '2027-01-12'],
    ]);
  });

  test.each([
    'ORDER granting stay pending appeal and extending the TRO through January 12, 2027.',
    'ORDER: The TRO stays in effect through January 12, 2027.',
    'ORDER granting TRO and stay through January 12, 2027.',
    'TRO: Northgate is restrained from violating the standstill through January 12, 2027.',
    'TRO. Northgate shall stay 100 feet away. This order expires January 12, 2027.',
    'ORDER setting briefing on the TRO, which remains in effect until January 12, 2027.',
  ])('but of a restraint: %s', (text) => {
    expect(read(text)).toMatchObject([['expiry', expect.anything(), '2027-01-12']]);
  });

  test('but of a paper about it', () => {
    const text =
      'ORDER: Northgate has until January 12, 2027 to respond. Any response to the motion for a stay may be filed until January 12, 2027.';
    expect(read(text).map(([kind]) => kind)).toEqual(['response', 'response']);
    expect(
      read('ORDER: Northgate may respond to the motion for a stay until January 12, 2027.'),
    ).toMatchObject([['response', expect.anything(), '2027-01-12']]);
    expect(read('ORDER granting 2 Motion for Stay through January 12, 2027.')).toMatchObject([
      ['other_due', 'Stay through', '2027-01-12'],
    ]);
  });

  test.each([
    'ORDER denying 3 Motion for Stay through January 12, 2027.',
    'MOTION to stay the TRO through January 12, 2027.',
  ])('nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ['ORDER: The administrative stay of the TRO shall remain in effect for 7 days.', 'other_due'],
    ['TRO: Northgate is enjoined from lifting the stay for 14 days.', 'expiry'],
  ])('without a day: %s', (text, kind) => {
    expect(readUndatedDuties(text).map((duty) => duty.kind)).toEqual([kind]);
  });
});

test.each([
  'TEMPORARY RESTRAINING ORDER. The TRO’s life ends January 18, 2027 at 5:00 PM.',
  'TEMPORARY RESTRAINING ORDER. This order lapses of its own force at 5:00 p.m. on January 18, 2027.',
  'TEMPORARY RESTRAINING ORDER. This order shall terminate by its own terms on January 18, 2027 at 5:00 p.m.',
  'TEMPORARY RESTRAINING ORDER granted to and including the hearing date of January 18, 2027 at 5:00 p.m.',
  'ORDER: The Temporary Restraining Order is continued to and including January 18, 2027 at 5:00 p.m.',
  'ORDER: The TRO is renewed until January 18, 2027 at 5:00 p.m.',
])('the end of a restraint: %s', (text) => {
  expect(read(text)).toMatchObject([['expiry', expect.anything(), '2027-01-18T17:00']]);
});
