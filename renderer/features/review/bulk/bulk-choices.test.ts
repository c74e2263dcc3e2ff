import { expect, test } from 'vitest';
import type { TagId } from '../../../../shared/model/common.ts';
import type { Decision } from '../coding/decision.ts';
import { choicesOf, decisionOf } from './bulk-choices.ts';

const [late, notice] = ['late', 'notice'] as [TagId, TagId];
const nothing: Decision = { addIssueIds: [], removeIssueIds: [], isReviewed: true };

test('a dialog that nothing is chosen in decides nothing', () => {
  expect(decisionOf(choicesOf({}))).toEqual(nothing);
});

test.each<Decision>([
  { isResponsive: true },
  { isResponsive: false, relevance: 0 },
  { isResponsive: null, relevance: null, privilege: null },
  { relevance: 3, privilege: 'common_interest', privilegeNote: 'Advice of counsel' },
  { addIssueIds: [late], removeIssueIds: [notice], isReviewed: false },
])('a decision set in advance comes out as it went in: %j', (decision) => {
  expect(decisionOf(choicesOf(decision))).toEqual({ ...nothing, ...decision });
});

test('an issue that is to stay as it is is neither added nor taken off', () => {
  expect(decisionOf({ ...choicesOf({ addIssueIds: [late] }), issues: { late: 'leave' } })).toEqual(nothing);
});

test('an empty description leaves the descriptions as they are', () => {
  expect(decisionOf({ ...choicesOf({}), privilegeNote: '  ' })).toEqual(nothing);
});
