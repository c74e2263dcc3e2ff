import { describe, expect, test } from 'vitest';
import { findMoments } from './moments.ts';

const read = (text: string) => findMoments(text).map(({ at }) => at);

test.each([
  ['set for 1/14/2021 at 10:00 AM', '2021-01-14T10:00'],
  ['set for 2/17/2010 09:30 AM before Judge Lim', '2010-02-17T09:30'],
  ['on 1/3/09 at 4:30 p.m. Pacific', '2009-01-03T16:30'],
  ['no later than January 12, 2021 at 5:00 p.m.', '2021-01-12T17:00'],
  ['by 5:00 p.m. PST on Tuesday, January 12, 2021', '2021-01-12T17:00'],
  ['by noon on Jan. 15, 2021', '2021-01-15T12:00'],
  ['at 12:00 noon on 1/15/2021', '2021-01-15T12:00'],
  ['on 6/9/2017 at 12 Noon', '2017-06-09T12:00'],
  ['on Sept. 3rd, 2021', '2021-09-03'],
  ['on 2021-03-04', '2021-03-04'],
  ['due 2021/03/04 at 5pm', '2021-03-04T17:00'],
  ['on 3-4-2021', '2021-03-04'],
  ['due by 3-4-21', '2021-03-04'],
  ['on 3.4.2021', '2021-03-04'],
  ['on 4 March 2021', '2021-03-04'],
  ['on the 4th day of March, 2021', '2021-03-04'],
  ['on the twenty-first day of March 2021', '2021-03-21'],
  ['by March fourth, 2021', '2021-03-04'],
  ['by  March   4,   2021', '2021-03-04'],
  ['on March 4-5, 2021 at 9:30 AM', '2021-03-04T09:30'],
  ['by 3/4/2021 at 5 o’clock p.m.', '2021-03-04T17:00'],
  ['by 3/4/2021 at 1730 hours', '2021-03-04T17:30'],
  ['by 3/4/2021 05:00:00 PM', '2021-03-04T17:00'],
  ['by 3/4/2021 at 5:00 in the afternoon', '2021-03-04T17:00'],
  ['by 6:00 p.m. today, March 4, 2021', '2021-03-04T18:00'],
  ['on 3/4/2021 from 10:00 AM to 12:00 PM', '2021-03-04T10:00'],
  ['on 3/4/2021 at 10 o’clock in the forenoon', '2021-03-04T10:00'],
  ['by 12:00 AM on 3/4/2021', '2021-03-04T00:00'],
  ['due 2021-03-04T17:00', '2021-03-04T17:00'],
  ['due 12-Mar-2021', '2021-03-12'],
  ['due 03.04.21 at 5pm', '2021-03-04T17:00'],
  ['by March 4, 2021, at the hour of 5:00 p.m.', '2021-03-04T17:00'],
  ['on March 4, 2021, on or before 5:00 p.m.', '2021-03-04T17:00'],
  ['on March 4, 2021, at exactly 4:15 p.m.', '2021-03-04T16:15'],
  ['due March 4, 2021 (by 5:00 p.m.)', '2021-03-04T17:00'],
  ['by five o’clock p.m. on March 4, 2021', '2021-03-04T17:00'],
  ['on March 4, 2021 at nine thirty a.m.', '2021-03-04T09:30'],
  ['on 3/4/2021 - 9:00 a.m.', '2021-03-04T09:00'],
  ['on 3/4/2021. Time: 9:00 a.m.', '2021-03-04T09:00'],
  ['on 3/4/2021 in Courtroom 4 at 9:00 a.m.', '2021-03-04T09:00'],
  ['on 3/4/2021 before the Hon. J. Rees, 700 Stewart Street, commencing at 9:00 a.m.', '2021-03-04T09:00'],
  ['at 9:00 a.m. in Courtroom 4 on 3/4/2021', '2021-03-04T09:00'],
])('%s', (text, at) => {
  expect(read(text)).toEqual([at]);
});

test('days of one month that are listed are days by themselves, at the hour behind them', () => {
  const days = ['2027-03-04T09:30', '2027-03-05T09:30', '2027-03-08T09:30'];
  expect(read('on March 4, 5 and 8, 2027 at 9:30 AM')).toEqual(days);
  expect(read('on March 4th, 5th, & 8th, 2027 at 9:30 AM')).toEqual(days);
  expect(read('on March 4-5 and 8, 2027')).toEqual(['2027-03-04']);
  expect(read('on March 30, 31 and 32, 2027')).toEqual(['2027-03-30']);
});

test('the end of a day is the day itself', () => {
  expect(read('by midnight on 1/15/2021')).toEqual(['2021-01-15']);
});

test('half and quarter hours in words are those of the half of the day named with them', () => {
  expect(read('on 3/4/2021 at half past two in the afternoon')).toEqual(['2021-03-04T14:30']);
  expect(read('at a quarter past nine in the morning on 3/4/2021')).toEqual(['2021-03-04T09:15']);
  expect(read('on 3/4/2021 at quarter to one p.m.')).toEqual(['2021-03-04T12:45']);
});

test('an hour without a.m. or p.m. is not guessed at', () => {
  expect(read('on 1/15/2021 at 2:00')).toEqual(['2021-01-15']);
  expect(read('on 1/15/2021 at 9:30')).toEqual(['2021-01-15T09:30']);
  expect(read('on 1/15/2021 at 14:00')).toEqual(['2021-01-15T14:00']);
});

test.each([
  ['by close of business on 3/4/2021', 'close of business'],
  ['by COB 3/4/2021', 'COB'],
  ['on 3/4/2021 by the end of the business day', 'the end of the business day'],
  ['on 3/4/2021 at 5:00', '5:00'],
  ['to 3/4/2021, same time', 'same time'],
  ['on 3/4/2021 at ten o’clock', 'ten o’clock'],
  ['due 3/4/2021 EOD', 'EOD'],
  ['on 3/4/2021 by the end of the day', 'the end of the day'],
  ['expires 3/4/2021 at the hour it was entered', 'the hour it was entered'],
  ['due 3/4/2021 at 1700', '1700'],
  ['due 3/4/2021 @ 5.', '5'],
  ['due 3/4/2021 at 9:00P', '9:00P'],
  ['Hrg: 03/04/21, 0930-1630.', '0930'],
  ['on 3/4/2021 at half past two', 'half past two'],
  ['on 3/4/2021, at a quarter to three', 'a quarter to three'],
])('an hour that is not certain is told: %s', (text, unreadHour) => {
  expect(findMoments(text)).toMatchObject([{ at: '2021-03-04', unreadHour }]);
});

test.each([
  'due 3/4/2021 and the hearing is at 9:00 a.m.',
  'on 3/4/2021 at 1200 Main Street',
  'on 3/4/2021, 1200 Main Street',
  'on 3/4/2021 in Courtroom 4. The clerk opens at 9:00 a.m.',
  'on Thursday, March 11 at 9:00 a.m. in Courtroom 4. Signed by Judge Lim on 3/4/2021',
  'tomorrow at 9:00 a.m. before Judge Lim, signed on 3/4/2021',
])('an hour of something else is not that of the day: %s', (text) => {
  expect(findMoments(text)).toMatchObject([{ at: '2021-03-04', unreadHour: '' }]);
});

test('an hour before the next day is that day’s', () => {
  expect(read('in person on 3/4/2021 in Courtroom 4, and by 5:00 p.m. on 3/5/2021')).toEqual([
    '2021-03-04',
    '2021-03-05T17:00',
  ]);
});

test('days that only a hyphen parts are both read', () => {
  expect(read('set for 1/26/2027-1/28/2027 09:30 AM')).toEqual(['2027-01-26T09:30', '2027-01-28T09:30']);
});

test('days of two months share the year that is printed once', () => {
  expect(read('from December 28 to January 5, 2021')).toEqual(['2020-12-28', '2021-01-05']);
});

test.each([
  'on 2/30/2021',
  'No. 1:21-31-2021',
  'on January 12',
  'docket 123/45/6789',
  'in May 2021',
  '99/99/99',
])('no day is read from “%s”', (text) => {
  expect(read(text)).toEqual([]);
});

test('the place covers hour and weekday before the day', () => {
  const text = 'filed by 5:00 p.m. on Tuesday, January 12, 2021 at the latest';
  const [moment] = findMoments(text);
  expect(text.slice(moment!.start, moment!.end)).toBe('5:00 p.m. on Tuesday, January 12, 2021');
});

test('a text of nothing but dates is read to its end', () => {
  expect(findMoments('1/14/2021 at 10:00 AM, '.repeat(4_000))).toHaveLength(4_000);
});

describe('a zone printed with the hour', () => {
  const inSeattle = (text: string) => {
    const [moment] = findMoments(text, 'America/Los_Angeles');
    return [moment!.at, moment!.elsewhere?.zone ?? null];
  };

  test.each([
    'due by 5:00 p.m. Eastern Time on January 12, 2027',
    'due by 5:00 p.m. E.S.T. on January 12, 2027',
    'due January 12, 2027 at 5:00 p.m. E.T.',
    'due by 5:00 PM (EST) January 12, 2027',
    'due January 12, 2027 at 5:00 p.m. ET',
    'due January 12, 2027 at 5:00 p.m. ET.',
    'due January 12, 2027 at 5:00 p.m. ET. The hearing stands.',
    'due 1/12/2027, 5:00 PM prevailing Eastern Time',
    'due 1/12/2027, 5:00 PM New York time',
  ])('is brought to the court’s clock: %s', (text) => {
    expect(inSeattle(text)).toEqual(['2027-01-12T14:00', 'Eastern Time']);
  });

  test.each([
    ['1/12/2027 at 10:00 AM HST', '2027-01-12T12:00', 'Hawaii Time'],
    ['1/12/2027 at 10:00 AM Hawaii-Aleutian Standard Time', '2027-01-12T12:00', 'Hawaii Time'],
    ['1/12/2027 at 10:00 AM Hawaii Time', '2027-01-12T12:00', 'Hawaii Time'],
    ['1/12/2027 at 10:00 AM AKST', '2027-01-12T11:00', 'Alaska Time'],
    ['7/12/2027 at 10:00 AM (AKDT)', '2027-07-12T11:00', 'Alaska Time'],
    ['7/12/2027 at 10:00 AM Alaska Daylight Time', '2027-07-12T11:00', 'Alaska Time'],
    ['1/12/2027 at 10:00 AM AST', '2027-01-12T06:00', 'Atlantic Time'],
    ['7/12/2027 at 10:00 AM Atlantic Standard Time', '2027-07-12T07:00', 'Atlantic Time'],
    ['1/13/2027 at 10:00 AM ChST', '2027-01-12T16:00', 'Chamorro Time'],
    ['1/13/2027 at 2:00 AM UTC', '2027-01-12T18:00', 'Universal Time'],
    ['7/12/2027 at 11:59 PM (GMT)', '2027-07-12T16:59', 'Universal Time'],
  ])('also of the states and territories far off: %s', (text, at, zone) => {
    expect(inSeattle(text)).toEqual([at, zone]);
  });

  test('daylight time is another hour where clocks are never put forward', () => {
    const inPhoenix = (text: string) => findMoments(text, 'America/Phoenix')[0];
    for (const zone of ['MDT', 'Mountain Daylight Time'])
      expect(inPhoenix(`on 7/12/2027 at 5:00 PM ${zone}`)).toMatchObject({
        at: '2027-07-12T16:00',
        elsewhere: { at: '2027-07-12T17:00', zone: 'Mountain Time' },
      });
    expect(inPhoenix('on 1/12/2027 at 5:00 PM MDT')).toMatchObject({
      at: '2027-01-12T17:00',
      elsewhere: null,
    });
  });

  test('may make it another day', () => {
    expect(findMoments('by 11:59 PM PT on 1/12/2027', 'America/New_York')[0]).toMatchObject({
      at: '2027-01-13T02:59',
      elsewhere: { at: '2027-01-12T23:59', zone: 'Pacific Time' },
    });
  });

  test.each([
    ['on July 12, 2027 at 5:00 p.m. PST', 'America/Los_Angeles'],
    ['on July 12, 2027 at 5:00 p.m. Mountain Time', 'America/Phoenix'],
    ['on July 12, 2027 at 5:00 p.m. MT', 'America/Phoenix'],
    ['on July 12, 2027 at 5:00 p.m. MST', 'America/Denver'],
    ['on July 12, 2027 at 5:00 p.m. Eastern', 'America/Detroit'],
    ['on July 12, 2027 at 5:00 p.m. AKST', 'America/Anchorage'],
    ['on July 12, 2027 at 5:00 p.m. HST', 'Pacific/Honolulu'],
    ['on July 12, 2027 at 5:00 p.m. AST', 'America/St_Thomas'],
    ['on July 12, 2027 at 5:00 p.m. ChST', 'Pacific/Saipan'],
    ['on July 12, 2027 at 5:00 p.m. Atlantic City', 'America/New_York'],
    ['on July 12, 2027 at 5:00 p.m. Ct. Rm. 3', 'America/New_York'],
    ['on July 12, 2027 at 5:00 P.M. CT. RM. 3', 'America/New_York'],
    ['on July 12, 2027 at 5:00 p.m. Central Islip', 'America/New_York'],
    ['on July 12, 2027 at 5:00 p.m. Eastern District courthouse', 'America/Los_Angeles'],
  ])('changes nothing where it is the court’s own, or none: %s in %s', (text, timezone) => {
    expect(findMoments(text, timezone)[0]).toMatchObject({ at: '2027-07-12T17:00', elsewhere: null });
  });
});

test('a weekday that the day does not have is told', () => {
  const printed = (text: string) => findMoments(text)[0]!.wrongWeekday;
  expect(printed('by Monday, January 12, 2027')).toBe(1);
  expect(printed('on 1/12/2027 (Mon.) at 9:30 AM')).toBe(1);
  expect(printed('by Tuesday, January 12, 2027')).toBeNull();
  expect(printed('by January 12, 2027')).toBeNull();
});

test.each([
  [
    'set for 7/12/2027 at 10:00 AM (Hammond/Chicago time)',
    'America/Indiana/Indianapolis',
    '2027-07-12T11:00',
  ],
  [
    'set for July 12, 2027 at 10:00 a.m. in Hammond, Hammond/Chicago time',
    'America/Indiana/Indianapolis',
    '2027-07-12T11:00',
  ],
  [
    'set for 10:00 a.m. on July 12, 2027, in Courtroom 3, Chicago time',
    'America/Indiana/Indianapolis',
    '2027-07-12T11:00',
  ],
  [
    'set for July 12, 2027 at 10:00 a.m. (9:00 a.m. Central Time)',
    'America/Indiana/Indianapolis',
    '2027-07-12T10:00',
  ],
  [
    'by 5:00 PM on July 12, 2027 and reply by midnight Pacific Time on July 13, 2027',
    'America/New_York',
    '2027-07-12T17:00',
  ],
  ['on 7/12/2027 from 9:00 a.m. to 12:00 p.m. CST', 'America/New_York', '2027-07-12T10:00'],
  ['set for 7/12/2027 at 10:00 AM by Zoom (El Paso time)', 'America/Chicago', '2027-07-12T11:00'],
  ['set for 7/12/2027 at 10:00 AM Arizona time', 'America/Denver', '2027-07-12T11:00'],
  ['set for 7/12/2027 at 10:00 AM Guam time', 'Pacific/Guam', '2027-07-12T10:00'],
])('an hour of a city or territory is given on the court’s clock: %s', (text, timezone, at) => {
  expect(findMoments(text, timezone)[0]).toMatchObject({ at });
});

test('midnight is told, since a day has two', () => {
  const isMidnight = (text: string) => findMoments(text)[0]!.isMidnight;
  expect(isMidnight('by midnight on 1/15/2021')).toBe(true);
  expect(isMidnight('by 12:00 AM on 1/15/2021')).toBe(true);
  expect(isMidnight('by 11:59 PM on 1/15/2021')).toBe(false);
  expect(read('on 1/15/2021 at 12:00 midnight')).toEqual(['2021-01-15']);
});
