import { expect, test } from 'vitest';
import type { TagId } from '../../../../shared/model/common.ts';
import { describeDecision } from './describe-decision.ts';

const notice = 'notice' as TagId;
const nameOf = (id: TagId) => (id === notice ? 'Notice' : null);

test.each([
  [{ isResponsive: true }, 'Responsive'],
  [{ isResponsive: false, relevance: 3 }, 'Not responsive, Hot'],
  [{ isResponsive: null }, 'Responsive cleared'],
  [{ relevance: null }, 'Relevance cleared'],
  [{ privilege: 'work_product' as const }, 'Work product'],
  [{ privilege: null, privilegeNote: '' }, 'Privilege cleared, Privilege description changed'],
  [{ addIssueIds: [notice] }, 'Issue “Notice” added'],
  [{ removeIssueIds: [notice], isReviewed: false }, 'Issue “Notice” removed'],
  [{ isReviewed: true }, 'Reviewed'],
])('%j is told as “%s”', (decision, words) => {
  expect(describeDecision(decision, nameOf)).toBe(words);
});
