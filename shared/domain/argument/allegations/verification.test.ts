import { describe, expect, it } from 'vitest';
import { isOnBelief, verificationPage } from './verification.ts';

describe('a pleading is verified', () => {
  it.each([
    [
      'VERIFICATION\nI, Dana Whitlock, declare under penalty of\nperjury that the foregoing is true and correct.',
    ],
    ['24 VERIFICATION OF COMPLAINT\nDana Whitlock, being first sworn, says: it is true.'],
    [
      'I am the president of Fairwater LLC. I have carefully read the\nforegoing Verified Complaint and know its contents. I declare under penalty of perjury that they are true.',
    ],
    [
      'The facts stated in the above complaint are true. Sworn to and subscribed before me this 3rd day of November.',
    ],
    ['I verify that the foregoing petition is true, under penalty of perjury.'],
  ])('by %s', (page) => {
    expect(verificationPage(['1. One.', page])).toBe(2);
  });

  it.each([
    [
      'Exhibit A\nDeclaration of Dana Whitlock\nI declare under penalty of perjury that the foregoing is true.',
    ],
    ['Verification of the meter was refused, as the complaint says.'],
    ['The officer was duly sworn. Harbor Trust ignored the complaint.'],
    [''],
  ])('not by %s', (page) => {
    expect(verificationPage([page])).toBeNull();
  });
});

it.each([
  ['On information and belief, Harbor Trust knew.', true],
  ['Fairwater is informed and believes that the pier was sold.', true],
  ['Harbor Trust knew, upon information and belief.', true],
  ['Upon knowledge, information,\nand belief, Harbor Trust knew.', true],
  ['To the best of Fairwater’s knowledge, information and belief, Harbor Trust knew.', true],
  ['Fairwater is informed, and therefore believes, that the pier was sold.', true],
  ['Fairwater, on belief, alleges that the pier was sold.', true],
  ['It acted on the belief that the pier was sold, and did the best of its work.', false],
  ['It said so on Monday. The belief that it would pay was shared.', false],
])('%s is on belief: %s', (text, expected) => {
  expect(isOnBelief(text)).toBe(expected);
});
