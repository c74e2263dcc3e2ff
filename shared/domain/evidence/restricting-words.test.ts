import { expect, it } from 'vitest';
import { isRestricting } from './restricting-words.ts';

it.each([
  ['CONFIDENTIAL', true],
  ['Highly Confidential – Attorneys’ Eyes Only', true],
  ['AEO', true],
  ['Conf.', true],
  ['SUBJECT TO PROTECTIVE ORDER', true],
  ['Trade Secret', true],
  ['Confidential; not privileged', true],
  ['OUTSIDE COUNSEL ONLY', true],
  ['HC', true],
  ['Y', true],
  ['Not Confidential', false],
  ['Not designated highly confidential', false],
  ['N', false],
  ['Non-Confidential', false],
  ['No longer confidential', false],
  ['UNCLASSIFIED', false],
  ['Public', false],
  ['N/A', false],
  ['', false],
])('%s restricts: %s', (designation, expected) => {
  expect(isRestricting(designation)).toBe(expected);
});
