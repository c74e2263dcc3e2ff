import { expect, test } from 'vitest';
import { misprintFlag, printedFlags } from './printed-flags.ts';
import { readPrintedDates } from './read-printed.ts';

const zone = 'America/New_York';
const flags = (text: string) => {
  const { quote, due } = readPrintedDates(text, zone)[0]!;
  return printedFlags(quote, due, zone).map(({ code, message }) => `${code} ${message}`);
};

test.each([
  ['ORDER: Response due by close of business on 1/12/2027.', 'Printed with “close of business”'],
  ['ORDER: Response due by 1/12/2027 at 5:00.', 'Printed with “5:00”'],
  ['ORDER: Response due by 1/12/2027 @ 1700.', 'Printed with “1700”'],
  ['ORDER: Response due before January 12, 2027.', 'Printed as before Tuesday, January 12, 2027'],
  ['ORDER: Response due by 12:00 AM on 1/12/2027.', 'It is read as the start'],
  ['ORDER: Response due by midnight on 1/12/2027.', 'It is read as the end'],
  ['ORDER: Response due by Monday, January 12, 2027.', 'Printed as a Monday'],
  [
    'ORDER granting in part 12 Motion for Extension of Time until January 12, 2027 to respond.',
    'Granted in part only',
  ],
])('what leaves open when it is due is told: %s', (text, message) => {
  expect(flags(text)).toEqual([expect.stringContaining(`PRINTED_UNCLEAR`)]);
  expect(flags(text)[0]).toContain(message);
});

test.each([
  'ORDER: Response due on or before January 12, 2027.',
  'ORDER: Response due by 5:00 p.m. on Tuesday, January 12, 2027.',
])('a plain date has nothing to tell: %s', (text) => {
  expect(flags(text)).toEqual([]);
});

test.each([
  [
    'ORDER: The parties shall appear today, January 6, 2027, at 3:00 PM.',
    'Wednesday, January 6, 2027 and “today”',
  ],
  [
    'ORDER: Hearing set for tomorrow, Thursday, 1/7/2027 at 3:00 PM.',
    'Thursday, January 7, 2027 and “tomorrow”',
  ],
])('a “today” of another day than the entry is told: %s', (text, message) => {
  const [date] = readPrintedDates(text, zone);
  const on = (enteredOn: string) => misprintFlag(date!, { filedOn: null, enteredOn });
  expect(on('2027-01-05')?.message).toContain(message);
  expect(on('2027-01-06')).toBeNull();
  expect(misprintFlag(date!, { filedOn: '2027-01-06', enteredOn: '2027-01-05' })).toBeNull();
});
