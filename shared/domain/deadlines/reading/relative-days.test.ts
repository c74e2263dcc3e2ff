import { describe, expect, test } from 'vitest';
import { readUndatedDuties } from './undated/read-undated.ts';
import { relativeDay } from './relative-days.ts';

/** The day of each duty of an entry of Tuesday, January 5, 2027, with “?” where it is not sure; null where none is read. */
function days(text: string, filedOn: string | null = '2027-01-05', enteredOn: string | null = filedOn) {
  return readUndatedDuties(text).map((duty) => {
    const day = relativeDay(duty, { filedOn, enteredOn }, text, 'America/Chicago');
    return day && `${day.date.due}${day.doubt === null ? '' : '?'}`;
  });
}

describe('days that an entry gives by its own', () => {
  test.each([
    ['ORDER: Fairwater LLC shall post a bond of $10,000 by noon tomorrow.', ['2027-01-06T12:00']],
    ['ORDER: counsel shall appear tomorrow morning at 11:30 a.m.', ['2027-01-06T11:30']],
    ['ORDER: counsel shall serve this order by 11:59 PM tonight by email.', ['2027-01-05T23:59']],
    [
      'ORDER: The Court will hear the application for a TRO at 4:00 p.m. this afternoon.',
      ['2027-01-05T16:00'],
    ],
    [
      'ORDER: Response due this Friday at 5:00 p.m.; reply due Monday, January 11.',
      ['2027-01-08T17:00', '2027-01-11'],
    ],
    [
      'ORDER: Response due by Mon., Jan. 11; reply due by Tues. January 12 at noon.',
      ['2027-01-11', '2027-01-12T12:00'],
    ],
    // Words for the half of the day make an hour of twelve certain.
    ['ORDER: Response due tonight at 8:00.', ['2027-01-05T20:00']],
    ['ORDER: Response due this evening by 7:30.', ['2027-01-05T19:30']],
    ['ORDER: Telephonic conference set for this afternoon at 4:15.', ['2027-01-05T16:15']],
    ['ORDER: The court will hear argument at 1:30 this afternoon.', ['2027-01-05T13:30']],
    ['ORDER: Response due tonight by 8:00 p.m.', ['2027-01-05T20:00']],
    ['ORDER shortening the TRO: it shall expire at 5:00 p.m. tomorrow.', ['2027-01-06T17:00']],
    // The whole date behind "and" is of another paper.
    ['ORDER: Opposition due Friday, January 8 and reply due Monday, January 11, 2027.', ['2027-01-08']],
    ['ORDER: Matter passed to this Friday at 1:30 p.m.', ['2027-01-08T13:30']],
    ['ORDER: Trial to resume tomorrow at 9:00 a.m.', ['2027-01-06T09:00']],
    // The hour is not that of the day on which the order was signed.
    [
      'ORDER: TRO hearing set for Thursday, January 7 at 2:00 PM in Courtroom 5. Signed by Judge Lim on 1/5/2027.',
      ['2027-01-07T14:00'],
    ],
  ])('sure: %s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test.each([
    ['ORDER: Response due by Friday at 5:00 p.m.', ['2027-01-08T17:00?']],
    ['ORDER: Response due this Tuesday at 5:00 p.m.', ['2027-01-05T17:00?']],
    ['ORDER: Response due by January 12.', ['2027-01-12?']],
    [
      'NOTICE of Hearing: The hearing previously scheduled for January 20 will now take place on January 21 at 3 p.m.',
      ['2027-01-21T15:00?'],
    ],
    ['ORDER: Response due by Tuesday, January 11 at 5:00 p.m.', ['2027-01-11T17:00?']],
    ['ORDER: Status report due by close of business tomorrow.', ['2027-01-06?']],
    ['ORDER: TRO expires on the date of the hearing, January 19.', ['2027-01-19?']],
    ['ORDER: Response due before tomorrow.', ['2027-01-06?']],
    [
      'ORDER: TRO hearing is set for tomorrow at 2:00 PM and Thursday, January 7 at 9:00 AM.',
      ['2027-01-06T14:00?'],
    ],
    ['ORDER: The Court heard argument today and takes the motion under advisement.', ['2027-01-05?']],
    // The zone behind what is quoted counts: 5:00 p.m. there is an hour earlier here.
    ['ORDER: Response due this Friday at 5:00 p.m. EST. Reply by 1/11/2027.', ['2027-01-08T16:00?']],
    // Made before it was entered.
    ['ORDER: counsel shall file proof by tomorrow. Signed by Judge Lim on 1/4/2027.', ['2027-01-05?']],
    [
      'MINUTE ENTRY for proceedings held before Judge Lim on 1/4/2027: Plaintiff to submit a proposed order by tomorrow at 3 PM.',
      ['2027-01-05T15:00?'],
    ],
  ])('not sure: %s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test.each([
    'ORDER: Response due next Friday.',
    'ORDER: Response due by Tuesday of next week.',
    'ORDER: Response due on the first Monday in February.',
    'ORDER: Response due Wednesday the 20th.',
    'ORDER: Response due on or before Friday next.',
    'ORDER: Notice due the day after tomorrow.',
    'ORDER: Reply due the Tuesday following.',
    'ORDER: Show cause hearing Tuesday, 12 January at 10 a.m.',
    'ORDER: Exhibits due by the Friday before the hearing.',
    'ORDER: Response due within two business days of today.',
    'ORDER: Response due by January 4.',
    'ORDER: Northgate shall respond within 7 days of service of this order.',
  ])('none: %s', (text) => {
    expect(days(text)).toEqual([null]);
  });

  test('an entry of two days counts from the earlier one', () => {
    const text = 'ORDER: counsel shall appear tomorrow at 11:30 a.m.';
    expect(days(text, '2027-01-04', '2027-01-05')).toEqual(['2027-01-05T11:30?']);
    expect(days(text, null, '2027-01-05')).toEqual(['2027-01-06T11:30']);
    expect(days(text, null, null)).toEqual([null]);
    expect(days('ORDER: Response due Monday, January 3.', '2027-12-28')).toEqual(['2028-01-03']);
  });
});
