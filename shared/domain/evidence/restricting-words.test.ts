import { expect, it } from 'vitest';
import { isRestricting } from './restricting-words.ts';

it.each([
  ['CONFIDENTIAL', true],
  ['Highly Confidential – Attorneys’ Eyes Only', true],
  ['AEO', true],
  ['Conf.', true],
  ['SUBJECT TO PROTECTIVE ORDER', true],
  ['Trade Secret', true],
  ['Not Confidential', false],
  ['Non-Confidential', false],
  ['No longer confidential', false],
  ['UNCLASSIFIED', false],
  ['Public', false],
  ['N/A', false],
  ['', false],
])('%s restricts: %s', (designation, expected) => {
  expect(isRestricting(designation)).toBe(expected);
});
