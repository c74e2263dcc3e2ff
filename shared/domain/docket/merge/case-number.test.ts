import { expect, test } from 'vitest';
import { caseKey, isSameCase, splitCaseNumber } from './case-number.ts';

test.each([
  ['2:21-cv-00031-BJR', '2:21-cv-31'],
  ['2:21-cv-00031', '2:21-cv-31'],
  ['3:15-cr-00021-JAH-1', '3:15-cr-21'],
  ['Case No. 1:2017-cv-04235', '1:17-cv-4235'],
  ['C21-0031 BJR', '21-cv-31'],
  ['CV-21-00031-PHX', '21-cv-31'],
  ['CV 21-31', '21-cv-31'],
  ['21 Civ. 31 (ABC)', '21-cv-31'],
  ['No. 21-16499', '21-16499'],
  ['21-16499', '21-16499'],
  ['19-30043-swd7', '19-30043'],
  ['MDL No. 2738', ''],
  ['', ''],
])('%s names %s', (number, key) => {
  expect(caseKey(number)).toBe(key);
});

test.each([
  ['2:21-cv-00031-BJR', '2:21-cv-00031', true],
  ['2:21-cv-00031', '21-cv-31', true],
  ['2:21-cv-00031-BJR', 'CV-21-00031', true],
  ['2:21-cv-00031', 'CR-21-00031', false],
  ['2:21-cv-00031', '3:21-cv-00031', false],
  ['2:21-cv-00031', '2:21-cr-00031', false],
  ['2:21-cv-00031', '21-16499', false],
  ['', '', false],
])('%s and %s: %s', (a, b, isSame) => {
  expect(isSameCase(a, b)).toBe(isSame);
});

test.each([
  ['2:21-cv-00031-BJR', '2:21-cv-00031', ['BJR']],
  ['3:21-cv-00437-ECM-SRW', '3:21-cv-00437', ['ECM', 'SRW']],
  ['3:15-cr-00021-JAH-1', '3:15-cr-00021', ['JAH']],
  ['1:22-cv-00100', '1:22-cv-00100', []],
  ['21-16499', '21-16499', []],
])('%s is the number %s before judges %j', (number, docketNumber, judgeInitials) => {
  expect(splitCaseNumber(number)).toEqual({ docketNumber, judgeInitials });
});
