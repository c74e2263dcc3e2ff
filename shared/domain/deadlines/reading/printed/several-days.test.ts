import { describe, expect, test } from 'vitest';
import { doubtsWithin } from './own-doubt.ts';
import { printedFlags } from './printed-flags.ts';
import { readPrintedDates } from './read-printed.ts';

const read = (text: string) => readPrintedDates(text).map(({ kind, due }) => `${kind} ${due}`);

describe('what is set for several days', () => {
  test.each([
    [
      'ORDER: Hearing set for January 13, 2027 and January 14, 2027 at 9:00 a.m. before Judge Lim.',
      ['hearing 2027-01-13T09:00', 'hearing 2027-01-14T09:00'],
    ],
    [
      'NOTICE of Hearing: Hearing set for 1/13/2027 09:00 AM and 1/14/2027 01:00 PM in Courtroom 5.',
      ['hearing 2027-01-13T09:00', 'hearing 2027-01-14T13:00'],
    ],
    [
      'Set/Reset Hearings: Hearing set for 1/13/2027, 1/14/2027 and 1/15/2027 at 09:30 AM.',
      ['hearing 2027-01-13T09:30', 'hearing 2027-01-14T09:30', 'hearing 2027-01-15T09:30'],
    ],
    [
      'ORDER: Evidentiary hearing set for January 12, 13 and 14, 2027 at 10:00 AM.',
      ['hearing 2027-01-12T10:00', 'hearing 2027-01-13T10:00', 'hearing 2027-01-14T10:00'],
    ],
    ['Set/Reset Hearings: Bench Trial set for 2/8/2027 - 2/12/2027 at 09:00 AM.', ['trial 2027-02-08T09:00']],
    ['NOTICE: Hearing set for 1/13/2027 through 1/15/2027 at 09:30 AM.', ['hearing 2027-01-13T09:30']],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  test.each([
    'ORDER: The hearings set for January 13, 2027 and January 14, 2027 at 9:00 a.m. are VACATED.',
    'ORDER: The hearing set for January 13, 2027 and January 14, 2027 is CANCELLED.',
    'ORDER: The hearing set for January 13 and 14, 2027 is CANCELLED.',
  ])('all of them are taken back together: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('what is moved from several days is called by its name alone', () => {
    const moved = readPrintedDates(
      'ORDER: The hearing set for January 13, 2027 and January 14, 2027 is continued to January 20, 2027 and January 21, 2027 at 9:00 a.m.',
    );
    expect(moved.map(({ label, due }) => [label, due])).toEqual([
      ['hearing', '2027-01-20T09:00'],
      ['hearing', '2027-01-21T09:00'],
    ]);
  });

  test('the words of all days are quoted, and told of each', () => {
    const zone = 'America/Los_Angeles';
    const [first] = readPrintedDates(
      'ORDER: Hearing set for Monday, January 13, 2027 and January 14, 2027 at 12:00 p.m. Eastern.',
      zone,
    );
    expect(first).toMatchObject({
      due: '2027-01-13T09:00',
      quote: expect.stringContaining('January 13, 2027 and January 14, 2027 at 12:00 p.m. Eastern'),
    });
    expect(printedFlags(first!.quote, first!.due, zone).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Printed as a Monday'),
    );
  });
});

test.each([
  'ORDER: Opposition and reply due January 8, 2027 and January 15, 2027, respectively.',
  'ORDER: Opposition and reply briefs are due on January 8 and January 15, 2027.',
  'ORDER: Opening brief, response and reply are due January 8, January 15 and January 22, 2027.',
])('days of several papers are all given, and which is for what is asked: %s', (text) => {
  const dates = readPrintedDates(text);
  expect(dates.map(({ due }) => due).slice(0, 2)).toEqual(['2027-01-08', '2027-01-15']);
  for (const date of dates) expect(doubtsWithin(text, 'America/New_York')(date)).toContain('and reply');
});

describe('a day that comes before what is held or due on it', () => {
  test.each([
    ['ORDER: On January 14, 2027, at 10 am, the Court will hold a hearing.', 'hearing 2027-01-14T10:00'],
    ['ORDER: At 10:00 a.m. on January 14, 2027, the Court will hold a hearing.', 'hearing 2027-01-14T10:00'],
    ['ORDER: On January 14, 2027, counsel shall appear at 10 am in Courtroom 5.', 'hearing 2027-01-14T10:00'],
    [
      'ORDER: By no later than Thursday, Jan. 7, 2027, at 3:00 p.m., Northgate shall file its response.',
      'response 2027-01-07T15:00',
    ],
    ['ORDER: On January 14, 2027, Northgate shall produce the records.', 'other_due 2027-01-14'],
  ])('%s', (text, date) => {
    expect(read(text)).toEqual([date]);
  });

  test.each([
    'ORDER: On January 4, 2027, Northgate filed a motion that will be heard in due course.',
    'ORDER: On January 4, 2027, the Court ordered that Northgate shall respond.',
  ])('what was done that day is not to come: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('the hour that no longer holds is not read', () => {
  expect(
    read('ORDER: The hearing will now be held at 3:00 PM instead of 2:00 PM on January 7, 2027.'),
  ).not.toContain('hearing 2027-01-07T14:00');
});

test.each([
  [
    'ORDER: In light of the extension of the TRO through January 26, 2027, the January 19, 2027 hearing is VACATED and RESET to January 26, 2027 at 1:00 p.m.',
    ['expiry 2027-01-26', 'hearing 2027-01-26T13:00'],
  ],
  [
    'STIPULATION AND ORDER: the time to respond to the TRO application is extended to January 11, 2027, and the TRO hearing is adjourned to January 14, 2027 at 2 p.m.',
    ['response 2027-01-11', 'hearing 2027-01-14T14:00'],
  ],
  [
    'ORDER: The time for Northgate to answer the complaint and to respond to the TRO motion is extended until January 13, 2027.',
    ['answer 2027-01-13'],
  ],
  [
    'ORDER: The Court will hold a hearing on the motion to dissolve on January 11, 2027 at 9:00 a.m.',
    ['hearing 2027-01-11T09:00'],
  ],
  [
    'ORDER: The hearing on Plaintiff’s motion to extend the TRO is continued to January 15, 2027 at 9:00 a.m.',
    ['hearing 2027-01-15T09:00'],
  ],
  [
    'ORDER: Deadline to respond to the motion to extend the TRO is extended to January 12, 2027.',
    ['response 2027-01-12'],
  ],
  [
    'ORDER: The hearing set for January 8, 2027 is vacated and the TRO is extended to January 20, 2027.',
    ['expiry 2027-01-20'],
  ],
  [
    'ORDER: After a hearing and argument of counsel the TRO is hereby extended to January 20, 2027 at 5 p.m.',
    ['expiry 2027-01-20T17:00'],
  ],
  [
    'ORDER extending TRO and continuing show cause hearing from January 8, 2027 to January 15, 2027 at 9:00 AM.',
    ['hearing 2027-01-15T09:00'],
  ],
  [
    'ORDER: The TRO is extended to January 20, 2027, and the hearing is continued to January 19, 2027 at 10 a.m.',
    ['expiry 2027-01-20', 'hearing 2027-01-19T10:00'],
  ],
])('what is extended or moved beside a restraint is no end of it: %s', (text, dates) => {
  expect(read(text)).toEqual(dates);
});

test('of two papers with hours of their own on one day, the day printed behind the second is not the first’s', () => {
  const text =
    'ORDER: Responses shall be filed before 5 PM ET and replies before 9 PM ET on January 12, 2027.';
  expect(read(text)).toEqual(['reply 2027-01-12T21:00']);
});

test('of two times to act between which a semicolon stands each has its own act', () => {
  const text =
    'ORDER: Defendants are granted until Monday, January 11, 2027 at 10am to oppose; Plaintiffs until January 12, 2027 at 10am to reply.';
  expect(read(text)).toEqual(['response 2027-01-11T10:00', 'reply 2027-01-12T10:00']);
});

test('of two times to act in one sentence each has its own act', () => {
  const dates = readPrintedDates(
    'ORDER: Northgate shall have up to, and including, January 19, 2027 to oppose the PI motion, and Plaintiff up to and including January 22, 2027 to reply.',
  );
  expect(dates.map(({ kind, due, label }) => [kind, due, label])).toEqual([
    ['response', '2027-01-19', 'Northgate shall have up to, and including, … to oppose the PI motion'],
    ['reply', '2027-01-22', 'Plaintiff up to and including … to reply'],
  ]);
});
