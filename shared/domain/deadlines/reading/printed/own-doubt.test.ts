import { describe, expect, test } from 'vitest';
import { doubtsWithin } from './own-doubt.ts';
import { readPrintedDates } from './read-printed.ts';

/** Days of the dates that a text gives, a question mark behind those that its own words leave in doubt. */
const read = (text: string) =>
  readPrintedDates(text).map(
    (date) => `${date.due.slice(0, 10)}${doubtsWithin(text, 'America/New_York')(date) ? ' ?' : ''}`,
  );

describe('a date that other words of its entry leave in doubt', () => {
  test.each([
    [
      'ORDER: Defendant’s response, currently due January 12, 2027, shall be filed by January 19, 2027.',
      ['2027-01-12 ?', '2027-01-19'],
    ],
    [
      'ORDER: Opposition due January 12, 2027 (extended to January 19, 2027).',
      ['2027-01-12 ?', '2027-01-19'],
    ],
    [
      'ORDER: The hearing set for January 12, 2027 at 10:00 AM in Courtroom 4 of the U.S. Courthouse is hereby CONTINUED to January 26, 2027.',
      ['2027-01-12 ?', '2027-01-26'],
    ],
    ['ORDER: All deadlines are STAYED, including the response due January 12, 2027.', ['2027-01-12 ?']],
    [
      'ORDER: The proposed order would have the TRO expire on January 12, 2027. It will expire on January 20, 2027.',
      ['2027-01-12 ?', '2027-01-20'],
    ],
    [
      'ORDER: Northgate asks that the hearing set for January 14, 2027 be adjourned until January 28, 2027.',
      ['2027-01-28 ?'],
    ],
    [
      'ORDER: Fairwater seeks to extend the TRO until February 3, 2027. Northgate shall respond by January 12, 2027.',
      ['2027-02-03 ?', '2027-01-12'],
    ],
    [
      'ORDER: The motion to extend the TRO until February 3, 2027 is GRANTED IN PART; the TRO is extended until January 27, 2027.',
      ['2027-02-03 ?', '2027-01-27'],
    ],
    [
      'ORDER: Having considered the request to extend the deadline to respond to January 29, 2027, the Court extends it only to January 15, 2027.',
      ['2027-01-29 ?', '2027-01-15'],
    ],
    [
      'ORDER: “It will expire on January 13, 2027,” the state court wrote. This TRO will expire on January 20, 2027.',
      ['2027-01-13 ?', '2027-01-20'],
    ],
    ['ORDER granting 49 request for an extension of time to respond until 1/28/2027.', ['2027-01-28']],
    ['ORDER: the request for an extension to respond on or before 1/28/2027 is granted.', ['2027-01-28']],
    ['ORDER: Northgate shall respond to the request to produce on or before 1/28/2027.', ['2027-01-28']],
    [
      'ORDER: The Court will hold a hearing (the "Approval Hearing") on January 28, 2027 at 4:00 p.m.',
      ['2027-01-28'],
    ],
    [
      'ORDER granting 49 the joint letter requesting that the hearing be continued to January 28, 2027 at 9:00 AM.',
      ['2027-01-28'],
    ],
    [
      'ORDER: If the parties stipulate to extend the TRO to January 29, 2027, the hearing will be moved to January 28, 2027.',
      ['2027-01-29 ?', '2027-01-28 ?'],
    ],
    [
      'ORDER: If an opposition is filed, it is due January 8, 2027. -The hearing is set for January 12, 2027.',
      ['2027-01-08', '2027-01-12'],
    ],
    ['ORDER: The Court is inclined to set the hearing for January 19, 2027.', ['2027-01-19 ?']],
    [
      'ORDER: TRO, set to expire on January 7, 2027, shall remain in effect through January 14, 2027.',
      ['2027-01-07 ?', '2027-01-14'],
    ],
    [
      'TRO: it shall expire on January 20, 2027, unless before such time, for good cause, it is extended.',
      ['2027-01-20'],
    ],
    [
      'ORDER: The TRO shall continue in effect until January 20, 2027 (or until the Court rules, whichever comes first).',
      ['2027-01-20'],
    ],
    [
      'ORDER: The hearing set for January 12, 2027 at 10:00 AM will be by Zoom. The start time is changed to 9:00 AM.',
      ['2027-01-12 ?'],
    ],
    ['ORDER: The parties shall confer and propose a schedule by January 12, 2027.', ['2027-01-12']],
    ['ORDER: The TRO expires January 20, 2027 or in ten days, whichever is sooner.', ['2027-01-20 ?']],
    ['ORDER: Opposition is now due January 11, 2027 (rather than January 13, 2027).', ['2027-01-11']],
    ['ORDER: Oral argument will be held on January 12 or 13, 2027 at 9:00 a.m.', ['2027-01-12 ?']],
    ['ORDER: *VACATED* Hearing set for 1/12/2027 at 10:00 AM.', ['2027-01-12 ?']],
    ['ORDER: Motion Hearing set for 1/12/2027 at 10:00 AM. The hearing is CANCELLED.', ['2027-01-12 ?']],
    ['ORDER: The TRO is set to expire at 5:00 PM on 1/19/2027. The TRO is DISSOLVED.', ['2027-01-19 ?']],
    ['ORDER. Response due by 3/1/2027. The case is stayed.', ['2027-03-01 ?']],
    ['ORDER: Response due 1/12/2027 or within 7 days of service, whichever is later.', ['2027-01-12 ?']],
    [
      'ORDER: Opposition due on the earlier of January 12, 2027 and seven days after production.',
      ['2027-01-12 ?'],
    ],
    ['ORDER: Reply due the later of January 12, 2027 and seven days after service.', ['2027-01-12 ?']],
    ['ORDER: The TRO expires on the earlier of January 12, 2027 and the ruling.', ['2027-01-12']],
    ['ORDER: Response deadline of January 8, 2027 is tolled.', []],
    ['ORDER: Responses due by January 8, 2027 are deferred pending mediation.', []],
    ['ORDER: Response due January 8, 2027 is enlarged by seven days.', []],
    ['ORDER: The Court will hear argument on January 14, 2027 or January 15, 2027.', ['2027-01-14 ?']],
    [
      'NOTICE of Hearing set for 1/12/2027 at 10:00 AM before Judge Lim. All times are Central.',
      ['2027-01-12 ?'],
    ],
    [
      'NOTICE of Hearing set for 1/12/2027 at 10:00 AM before Judge Lim. All times are in Eastern Time.',
      ['2027-01-12'],
    ],
    ['ORDER: Hearing set for 1/12/2027 at 10:00 AM (9:00 AM Central Time).', ['2027-01-12']],
    ['ORDER: The response deadline of January 18, 2027 is January 19, 2027.', ['2027-01-18 ?']],
    ['***STRICKEN per order 17*** NOTICE of Hearing: Hearing set for 1/12/2027 at 9 AM.', ['2027-01-12 ?']],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  test('is told with the words that say so', () => {
    const text = 'ORDER: Opposition due January 12, 2027 (extended to January 19, 2027).';
    expect(doubtsWithin(text, 'America/New_York')(readPrintedDates(text)[0]!)).toBe(
      'The same entry says “ORDER: Opposition due January 12, 2027 (extended to January 19, 2027)”. Check whether the date still stands.',
    );
  });
});

test.each([
  'Reset Deadlines: Reply due by 1/12/2027.',
  'Hearing set for 1/12/2027 at 10:00 AM for continued evidentiary hearing.',
  'Motion Hearing RESET for 1/12/2027 at 10:00 AM (reset from 1/5/2027).',
  'TEMPORARY RESTRAINING ORDER expires 1/12/2027 unless extended by order.',
  'ORDER vacating 10 Order and setting hearing for 1/12/2027 at 10:00 AM.',
  'ORDER vacating 10 Order. Response due by 1/12/2027.',
  'ORDER granting motion to stay. All deadlines are stayed. Status report due by 1/12/2027.',
  'ORDER. Response due by 1/12/2027. All other deadlines are stayed.',
  'ORDER: Motion Hearing set for 1/12/2027 at 10:00 AM. The hearing set for 1/5/2027 is CANCELLED.',
  'ORDER: Responses due by 1/12/2027, at which time the motion will be taken under submission.',
  'ORDER: The hearing set for 1/12/2027 at 10:00 AM will go forward and will not be continued.',
  'ORDER: The hearing currently set for 1/5/2027 will instead be held on 1/12/2027 at 10:00 AM.',
  'ORDER: In lieu of the hearing set for January 5, 2027, the Court will hold a conference on January 12, 2027 at 9 AM.',
  'Motion hearing set for 1/12/2027 at 10:00 AM, vacating the hearing set for 1/5/2027.',
  'MINUTE entry: Status hearing of 1/5/2027 is stricken; reset for 1/12/2027 at 9:30 a.m.',
  'ORDER resetting Jury Trial now set for 1/5/2027 to 1/12/2027 10:00 AM in Courtroom 2',
  'STIPULATION Extending Time to Answer as to Northgate, answer now due 1/12/2027, re 24 Amended Complaint',
  'ORDER. Status hearing set for 1/12/2027 at 9:15 a.m. If a stipulation is filed, the hearing will be stricken.',
  'ORDER: Response due by 1/12/2027. Otherwise, the case is stayed.',
  'TEMPORARY RESTRAINING ORDER in effect until 1/12/2027, or until further order, whichever is earlier.',
])('the day that stands is not doubted: %s', (text) => {
  expect(read(text)).toEqual(['2027-01-12']);
});

test.each([
  'hearing set for 1/12/2027 is vacated '.repeat(2_500),
  `due 1/12/2027 ${'vacated and '.repeat(8_000)}`,
  `${'stayed '.repeat(12_000)} due 1/12/2027`,
])('a hostile text of 100,000 characters is read to its end (case %#)', (text) => {
  expect(() => read(text)).not.toThrow();
});
