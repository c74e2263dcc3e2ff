import { expect, test } from 'vitest';
import { decisionWords } from './decision-words.ts';

const nothing = { addIssues: [], removeIssues: [] };

test.each([
  [{}, ''],
  [{ isResponsive: true, relevance: 3 }, 'responsive, hot'],
  [
    { isResponsive: null, relevance: null, privilege: null },
    'responsiveness not decided, not rated, privilege not decided',
  ],
  [
    { privilege: 'attorney_client' as const, addIssues: ['Notice'] },
    'attorney-client privilege, issue “Notice”',
  ],
  [
    { isResponsive: false, removeIssues: ['Notice', 'Bond'] },
    'not responsive, without issue “Notice”, without issue “Bond”',
  ],
])('%j is said as “%s”', (decision, words) => {
  expect(decisionWords({ ...nothing, ...decision })).toBe(words);
});

test('what is said for the privilege log is not repeated', () => {
  expect(decisionWords({ ...nothing, privilegeNote: 'Letter about the notice' })).toBe('privilege note');
});
