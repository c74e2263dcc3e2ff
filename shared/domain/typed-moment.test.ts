import { describe, expect, it } from 'vitest';
import { parseTypedMoment, writeTypedMoment } from './typed-moment.ts';

const today = '2021-01-11';
const pacific = ['PT', 'PST', 'PDT'];

describe('a date and time as people type it', () => {
  it.each([
    ['1/11/2021 5 pm', '2021-01-11T17:00'],
    ['1/11/21 5pm', '2021-01-11T17:00'],
    ['01/11/2021, 5:00 PM', '2021-01-11T17:00'],
    ['1/11 17:00', '2021-01-11T17:00'],
    ['2021-01-11T17:00', '2021-01-11T17:00'],
    ['2021-01-11 17:00', '2021-01-11T17:00'],
    ['2021-01-11', '2021-01-11'],
    ['Jan 11, 2021', '2021-01-11'],
    ['January 11 2021 5:30 p.m.', '2021-01-11T17:30'],
    ['Sept 3, 2021 9 am', '2021-09-03T09:00'],
    ['Mon, Jan 11, 2021, 5:00 PM PST', '2021-01-11T17:00'],
    ['Monday, January 11th, 2021 at noon', '2021-01-11T12:00'],
    ['Jan 11, 2021, 12:05 AM', '2021-01-11T00:05'],
    ['tomorrow 10am', '2021-01-12T10:00'],
    ['today', '2021-01-11'],
    ['Jan 11 5 pm', '2021-01-11T17:00'],
    ['Jan 11,2022', '2022-01-11'],
    ['Jan 11 1700', '2021-01-11T17:00'],
    ['1/11/2021 530 pm', '2021-01-11T17:30'],
  ])('“%s” is %s', (typed, moment) => {
    expect(parseTypedMoment(typed, today, pacific)).toBe(moment);
  });

  it.each([
    ['12/28', '2027-01-05', '2026-12-28'],
    ['Nov 30 5 pm', '2027-02-28', '2026-11-30T17:00'],
    ['1/4', '2026-12-30', '2027-01-04'],
    ['2/28', '2026-11-01', '2027-02-28'],
    ['3/1', '2026-12-30', '2026-03-01'],
    ['10/31', '2027-01-05', '2027-10-31'],
    ['12/28/27', '2027-01-05', '2027-12-28'],
  ])('“%s” without a year, typed on %s, is %s', (typed, on, moment) => {
    expect(parseTypedMoment(typed, on, pacific)).toBe(moment);
  });

  it.each([
    '',
    'soon',
    '2/30/2021',
    '13/1/2021',
    '1/11/2021 25:00',
    '1/11/2021 5',
    '1/11/2021 13 pm',
    '1/11/2021 0 am',
    'Smarch 3, 2021',
    'Tuesday, January 11, 2021',
    'Fri 1/11 5 pm',
    '1/11/20215 pm',
    '1/11/2021 5 pm maybe',
    '1/11/2021 5 pm EST',
    '1/11/2021 2 pm UTC',
    `1/11/2021 5 pm${' '.repeat(70)}maybe`,
  ])('“%s” is refused rather than guessed at', (typed) => {
    expect(parseTypedMoment(typed, today, pacific)).toBeNull();
  });

  it.each([
    ['2021-01-11', '1/11/2021'],
    ['2021-01-11T00:05', '1/11/2021 12:05 am'],
    ['2021-01-11T12:00', '1/11/2021 12:00 pm'],
    ['2021-01-11T17:30', '1/11/2021 5:30 pm'],
  ])('%s is written out as “%s”, and read again', (moment, typed) => {
    expect(writeTypedMoment(moment)).toBe(typed);
    expect(parseTypedMoment(typed, today)).toBe(moment);
  });
});
