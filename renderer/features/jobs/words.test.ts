import { expect, test } from 'vitest';
import { canceledSentence } from './words.ts';

test.each([
  ['evidence.checkRedactions', 'cancelled', 'Canceled: Check redactions'],
  ['matter.backup', 'cancelled', 'Canceled: Check redactions'],
  ['evidence.checkRedactions', 'done', null],
  // It says how many files were not added.
  ['evidence.add', 'cancelled', null],
] as const)('of %s that is %s is told: %s', (operation, state, sentence) => {
  expect(canceledSentence({ operation, state, title: 'Check redactions' })).toBe(sentence);
});
