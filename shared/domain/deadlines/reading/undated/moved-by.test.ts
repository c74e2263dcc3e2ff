import { expect, test } from 'vitest';
import { readUndatedDuties } from './read-undated.ts';

const read = (text: string) => readUndatedDuties(text).map(({ kind, label }) => `${kind}: ${label}`);

test.each([
  ['ORDER: The hearing is adjourned one week.', 'hearing: hearing is adjourned one week'],
  [
    'ORDER granting 12 letter motion. The January 12, 2027 conference is adjourned one week.',
    'conference: conference is adjourned one week',
  ],
  [
    'MEMO ENDORSEMENT: Conference adjourned for two weeks. SO ORDERED.',
    'conference: Conference adjourned for two weeks',
  ],
  ['MINUTE ENTRY: Hearing continued one week, same time.', 'hearing: Hearing continued one week'],
  ['ORDER: Trial is continued 30 days.', 'trial: Trial is continued 30 days'],
  [
    'ORDER continuing the status conference for 30 days.',
    'conference: continuing the status conference for 30 days',
  ],
  ['ORDER: Hearing is postponed by three days.', 'hearing: Hearing is postponed by three days'],
  ['ORDER: Hearing moved up one day.', 'hearing: Hearing moved up one day'],
  ['ORDER: Argument put over two weeks.', 'hearing: Argument put over two weeks'],
  ['ORDER: Argument rescheduled to one week later.', 'hearing: Argument rescheduled to one week later'],
  [
    'ORDER: All dates in the scheduling order are pushed back two weeks.',
    'other_due: dates in the scheduling order are pushed back two weeks',
  ],
])('what is put off by an amount of time is asked for: %s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  'MOTION to Continue hearing one week by Fairwater LLC.',
  'LETTER requesting that the conference be adjourned one week.',
  'ORDER denying 12 Motion to adjourn the hearing one week.',
  'ORDER: The request to adjourn the conference by two weeks is DENIED.',
  'ORDER: The hearing was continued one week at the request of Fairwater LLC, and has been held.',
  'MINUTE ENTRY: Court adjourned. Time in court: 2 hours.',
  'ORDER: Hearing adjourned without date.',
  'ORDER: The hearing is adjourned one week, to January 12, 2027 at 10:00 a.m.',
])('nothing is put off by these words, or to a day that they give: %s', (text) => {
  expect(read(text)).toEqual([]);
});
