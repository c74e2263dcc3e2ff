import { expect, test } from 'vitest';
import { checkPrinted } from './check-printed.ts';
import { readPrintedDates } from './printed/read-printed.ts';

const served = (due: string) =>
  readPrintedDates(
    `SUMMONS Returned Executed by Fairwater LLC. Ann Rees served on 7/10/2006, answer due ${due}.`,
  )[0]!;

test('the same day needs no word', () => {
  expect(checkPrinted(served('7/31/2006'), '2006-07-31')).toBeNull();
  expect(checkPrinted(served('7/31/2006'), '2006-07-31T17:00')).toBeNull();
});

test('a printed Sunday is told with the day it would have rolled to', () => {
  expect(checkPrinted(served('7/30/2006'), '2006-07-31')).toBe(
    'Printed Sunday, July 30, 2006, 20 days after Monday, July 10, 2006; under Rule 6(a)(1)(C) it would be Monday, July 31, 2006.',
  );
});

test('any other difference names the rule alone', () => {
  expect(checkPrinted(served('8/14/2006'), '2006-07-31')).toBe(
    'Printed Monday, August 14, 2006, 35 days after Monday, July 10, 2006; under the rule it would be Monday, July 31, 2006.',
  );
  const [response] = readPrintedDates('Responses due by 2/4/2022.');
  expect(checkPrinted(response!, '2022-02-07')).toBe(
    'Printed Friday, February 4, 2022; under the rule it would be Monday, February 7, 2022.',
  );
});
