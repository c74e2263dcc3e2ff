import { expect, test } from 'vitest';
import type { TagId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { applyDecision, isDeciding } from './decision.ts';

const [late, notice] = ['late', 'notice'] as TagId[] as [TagId, TagId];
const item = {
  isResponsive: true,
  relevance: 1,
  privilege: null,
  isReviewed: false,
  tagIds: [late],
} as unknown as EvidenceItem;

test('what a decision leaves out stays', () => {
  expect(applyDecision(item, { relevance: 3 })).toEqual({ ...item, relevance: 3 });
});

test('a decision can take a code away', () => {
  expect(applyDecision(item, { isResponsive: null })).toEqual({ ...item, isResponsive: null });
});

test('issues are added once and taken off', () => {
  expect(applyDecision(item, { addIssueIds: [late, notice] }).tagIds).toEqual([late, notice]);
  expect(applyDecision(item, { removeIssueIds: [late] }).tagIds).toEqual([]);
});

test('an item that was reviewed stays so when more is decided', () => {
  const reviewed = applyDecision(item, { isReviewed: true });
  expect(reviewed.isReviewed).toBe(true);
  expect(applyDecision(reviewed, { relevance: 0, isReviewed: false }).isReviewed).toBe(true);
});

test('a decision without any field decides nothing', () => {
  expect(isDeciding({ isReviewed: true })).toBe(false);
  expect(isDeciding({ addIssueIds: [] })).toBe(false);
  expect(isDeciding({ privilege: null })).toBe(true);
  expect(isDeciding({ removeIssueIds: [late] })).toBe(true);
});
