import { expect, test } from 'vitest';
import { readUnclearDates } from './read-unclear.ts';

const read = (text: string) => readUnclearDates(text, '2027-01-05').map(({ label, due }) => [label, due]);

test.each([
  [
    'AMENDED ORDER. Strike January 7 and insert January 8, 2027 as the date by which Northgate shall respond.',
    'Strike January 7 and insert',
    '2027-01-08',
  ],
  [
    'ORDER: This order takes effect today and terminates at 6:00 p.m. on January 15, 2027.',
    'This order takes effect today and terminates at',
    '2027-01-15T18:00',
  ],
  ['NOTICE: Oral argument in Courtroom 7B, January 8, 2027.', 'Oral argument in Courtroom 7B', '2027-01-08'],
  ['MINUTE ENTRY: Supplemental briefs by 1/8/2027 5:00 PM.', 'Supplemental briefs by', '2027-01-08T17:00'],
  [
    'ORDER: Counsel are to join the call of 1/8/2027 at 9:00 AM.',
    'Counsel are to join the call of',
    '2027-01-08T09:00',
  ],
  [
    'ORDER: Oral argument shall be limited to 20 minutes per side on 1/8/2027 beginning at 1:30 PM.',
    'Oral argument shall be limited to 20 minutes per side on',
    '2027-01-08T13:30',
  ],
  [
    'ORDER: This TRO shall expire upon the ruling of the Court, or January 19, 2027, whichever is earlier.',
    'This TRO shall expire upon the ruling of the Court, or',
    '2027-01-19',
  ],
  [
    'ORDER: The TRO is hereby DISSOLVED as of 5:00 p.m. on January 8, 2027 unless the bond is posted.',
    'The TRO is hereby DISSOLVED as of',
    '2027-01-08T17:00',
  ],
  [
    'ORDER: Respondents shall not remove Petitioner from the District until January 9, 2027 at 3:20 p.m.',
    'Respondents shall not remove Petitioner from the District until',
    '2027-01-09T15:20',
  ],
  [
    'STIPULATED ORDER maintaining the status quo through 2/12/2027.',
    'STIPULATED ORDER maintaining the status quo through',
    '2027-02-12',
  ],
  [
    'TEMPORARY RESTRAINING ORDER. Limited to sales made through January 18, 2027.',
    'Limited to sales made through',
    '2027-01-18',
  ],
  [
    'ORDER: briefing on the TRO to remain until January 18, 2027.',
    'briefing on the TRO to remain until',
    '2027-01-18',
  ],
  [
    'ORDER referring the case to mediation. Conference to be held no later than 1/8/2027.',
    'Conference to be held no later than',
    '2027-01-08',
  ],
  [
    'ORDER: The hour of 3:00 PM instead of 2:00 PM on 1/19/2027 is meant.',
    'The hour of 3:00 PM instead of 2:00 PM on',
    '2027-01-19',
  ],
  [
    'ORDER: The hearing on 1/19/2027 is converted to an in-person evidentiary hearing.',
    'The hearing on',
    '2027-01-19',
  ],
  [
    'ORDER: Completion of settlement talks 1/29/2027; nothing else.',
    'Completion of settlement talks',
    '2027-01-29',
  ],
])('a day ahead that nothing reads is given with its words: %s', (text, label, due) => {
  expect(read(text)).toEqual([[label, due]]);
});

test.each([
  'ORDER: Response due 1/12/2027.',
  'ORDER granting 9 Motion to Seal. Signed by Judge Lim on 1/6/2027. (cc: all counsel on 1/6/2027) (Entered: 01/06/2027)',
  'ORDER re briefs of 1/4/2027.',
  'ORDER: The Court VACATES the January 12, 2027 hearing.',
  'ORDER: The January 12, 2027 hearing is VACATED.',
  'ORDER: The January 12, 2027 hearing is advanced to January 8, 2027 at 10:00 AM.',
  'ORDER: Northgate requested until January 29, 2027.',
  'ORDER: Northgate shall not file a motion until January 29, 2027.',
  'ORDER: Because January 18, 2027 is a federal holiday, the opposition is due January 19, 2027.',
  'MOTION for an order by 1/8/2027 filed by Fairwater LLC.',
  'ORDER excluding time from 1/8/2027 - 2/8/2027.',
])('what is read, past, taken back or only noted is not: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('the same minute on another clock, in parentheses, is no date of its own', () => {
  const text = 'ORDER: Hearing set for 1/12/2027 at 9:00 a.m. (January 11, 2027, 6:00 p.m. EST).';
  expect(readUnclearDates(text, '2027-01-05', 'Pacific/Guam')).toEqual([]);
});
