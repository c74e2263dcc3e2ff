import { expect, test } from 'vitest';
import { courtOfPaper } from './clerk-of-paper.ts';

const cited = (cite: string) => ({ cite, kind: 'period' as const });
const response = cited('Fed. R. App. P. 27(a)(3)(A)');

test.each([
  'Fed. R. App. P. 5(b)(2)',
  'Fed. R. App. P. 8(a)(2)',
  'Fed. R. App. P. 12(b)',
  'Fed. R. App. P. 27(a)(3)(A)',
  'Fed. R. App. P. 31(a)(1), 28.1(f)(1)',
  'Fed. R. App. P. 40(d)(1)',
  'Fed. R. App. P. 41(d)',
  'Fed. R. Civ. P. 23(f)',
  '28 U.S.C. § 1292(b); Fed. R. App. P. 5(a)',
  '9th Cir. R. 31-2.1',
  'D.C. Cir. R. 27(d)',
  'Fed. Cir. R. 27(d)',
])('%s is for the circuit clerk', (cite) => {
  expect(courtOfPaper(cited(cite), 'hid', '9')).toBe('ca9');
});

test.each([
  'Fed. R. App. P. 3(d)(1)',
  'Fed. R. App. P. 4(a)(1)(A)',
  'Fed. R. App. P. 5(d)(1)',
  'Fed. R. App. P. 6(b)(1)',
  'Fed. R. App. P. 7',
  'Fed. R. App. P. 8(a)(1); Fed. R. Civ. P. 62(d)',
  'Fed. R. App. P. 10(b)(1)',
  'Fed. R. App. P. 24(a)(1)',
  'Fed. R. App. P. 30(b)(1)',
  'Fed. R. App. P. 41(b)',
  'Fed. R. Civ. P. 59(e)',
  'LCvR 7.1, as Fed. R. App. P. 27(a)(3)(A)',
  'LCvR 23.1; Fed. R. Civ. P. 23(f)',
  'LCvR 54.2; 28 U.S.C. § 1292(b)',
  'LCvR 80.1, unlike 9th Cir. R. 39-1',
])('%s is for no circuit clerk', (cite) => {
  expect(courtOfPaper(cited(cite), 'hid', '9')).toBe('hid');
});

test('a court is named as its code, and none where it is not known', () => {
  expect(courtOfPaper(response, 'dcd', 'DC')).toBe('cadc');
  expect(courtOfPaper(response, undefined, 'ca3')).toBe('ca3');
  // The hour of the district court’s own rule is nothing to such a paper.
  expect(courtOfPaper(response, 'mad', null)).toBeNull();
  expect(courtOfPaper(null, 'ded', 'ca3')).toBe('ded');
  expect(courtOfPaper(null, '', null)).toBeNull();
});

test('a court of appeals’ own matter: its papers are its own, those of the district court another’s', () => {
  expect(courtOfPaper(response, 'ca9', 'ca9')).toBe('ca9');
  expect(courtOfPaper(response, 'ca3', null)).toBe('ca3');
  expect(courtOfPaper(cited('Fed. R. App. P. 4(a)(1)(A)'), 'ca9', 'ca9')).toBeNull();
  expect(courtOfPaper(null, 'ca9', null)).toBe('ca9');
});

test('the first moment for something has no last day', () => {
  expect(courtOfPaper({ ...response, kind: 'earliest' }, 'hid', '9')).toBeNull();
});
