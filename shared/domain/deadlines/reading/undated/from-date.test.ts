import { describe, expect, test } from 'vitest';
import { readPrintedDates } from '../printed/read-printed.ts';
import { countedFromDate } from './from-date.ts';
import { readUndatedDuties } from './read-undated.ts';

/** How each duty of an order is counted, with “?” where it may run from another moment; null where it is not. */
const counted = (text: string) =>
  readUndatedDuties(text).map((duty) => {
    const from = countedFromDate(duty, text, readPrintedDates(text));
    if (from === null) return null;
    const { event, at, period, doubt } = from;
    return `${period.count} ${period.unit} ${period.direction} ${event} ${at}${doubt === null ? '' : '?'}`;
  });

describe('a period that runs from a date of the same order', () => {
  test.each([
    [
      'ORDER: Opposition due January 7, 2027 at noon; reply 24 hours thereafter.',
      ['24 hours after opposition_due 2027-01-07T12:00?'],
    ],
    [
      'ORDER: Defendants shall respond by 1/6/2027. Any reply is due within 3 days of service of the opposition.',
      ['3 days after opposition_due 2027-01-06?'],
    ],
    [
      'ORDER: Response due January 8, 2027 by noon, and reply two (2) days later.',
      ['2 days after opposition_due 2027-01-08T12:00?'],
    ],
    [
      'ORDER: Opposition due January 12, 2027; replies in 5 days.',
      ['5 days after opposition_due 2027-01-12?'],
    ],
    [
      'ORDER: Opposition due January 12, 2027, and Fairwater has three days to reply.',
      ['3 days after opposition_due 2027-01-12?'],
    ],
    [
      'ORDER: Opposition due January 12, 2027; reply 3 days after.',
      ['3 days after opposition_due 2027-01-12?'],
    ],
    [
      'ORDER: TRO hearing set for January 7, 2027 at 10:00 AM. Response due twenty-four (24) hours prior to the hearing.',
      ['24 hours before hearing 2027-01-07T10:00'],
    ],
    [
      'ORDER: Hearing January 15, 2027 at 2 p.m. Witness lists 7 days before the hearing. Post-hearing briefs 7 days after the hearing.',
      ['7 days before hearing 2027-01-15T14:00', '7 days after hearing 2027-01-15T14:00'],
    ],
    [
      'ORDER: Conference January 20, 2027 at 3 pm; joint agenda due 24 hours before the conference.',
      ['24 hours before hearing 2027-01-20T15:00'],
    ],
    [
      'ORDER: Jury trial set for March 1, 2027 at 9:00 AM. Exhibit lists due two weeks before trial.',
      ['14 days before trial 2027-03-01T09:00'],
    ],
  ])('%s', (text, expected) => {
    expect(counted(text)).toEqual(expected);
  });

  test.each([
    // No minute to run from.
    'ORDER: Response due January 6, 2027; reply 24 hours thereafter.',
    // Two hearings, two oppositions.
    'ORDER: TRO hearing set for 1/7/2027 at 10:00 AM; PI hearing set for 1/25/2027 at 10:00 AM. Response due 7 days before the hearing.',
    'ORDER: Opposition to 2 due 1/6/2027 at noon; opposition to 4 due 1/8/2027 at noon. Reply due 24 hours after the opposition.',
    // Another paper's time stands between.
    'ORDER: Response due 1/6/2027 at noon. Supplement as ordered; reply 24 hours thereafter.',
    // An hour of its own.
    'ORDER: TRO hearing set for 1/15/2027 at 10:00 AM. Response due 7 days before the hearing, by 5:00 p.m.',
    // Days that no rule counts, or of something else.
    'ORDER: Hearing set for 1/15/2027 at 10:00 AM. Exhibits due 2 business days before the hearing.',
    'ORDER: Response due 1/6/2027 at noon. Reply due within 24 hours of the ruling.',
    'ORDER: The TRO expires 1/18/2027 at noon. Report due 24 hours after the expiration.',
  ])('not counted: %s', (text) => {
    expect(counted(text)).toEqual([null]);
  });
});
