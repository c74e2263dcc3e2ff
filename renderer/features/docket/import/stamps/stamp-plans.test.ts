import { expect, test } from 'vitest';
import { EvidenceId } from '../../../../../shared/model/common.ts';
import type { StampPlan } from '../../../../../shared/model/docket.ts';
import { filingsOf, placeWords, sortPlans } from './stamp-plans.ts';

const id = EvidenceId.parse('00000000-0000-4000-8000-000000000001');
const plan = (patch: Partial<StampPlan> = {}): StampPlan => ({
  evidenceId: id,
  title: 'Order',
  stamp: {
    caseNumber: '2:26-cv-00107',
    number: 34,
    attachment: 1,
    filedOn: '2026-03-02',
    pageCount: 2,
    pageId: '',
    raw: 'Case 2:26-cv-00107 Document 34-1 Filed 03/02/26 Page 1 of 2',
  },
  action: 'link',
  entryId: null,
  conflicts: [],
  ...patch,
});
const conflicts = [{ code: 'STAMP_PAGE_COUNT', message: 'The stamp says 3 pages, and the file has 2.' }];

test('what fits is filed at once, what does not is looked at, and the rest is left in peace', () => {
  const clean = plan();
  const unlike = plan({ conflicts });
  const foreign = plan({ action: 'none', conflicts });
  const unstamped = plan({ action: 'none', stamp: null });
  expect(sortPlans([unstamped, unlike, clean, foreign])).toEqual({
    clean: [clean],
    conflicting: [unlike, foreign],
  });
});

test('a document of another matter can be filed nowhere, whatever is chosen', () => {
  expect(filingsOf([plan({ action: 'none', conflicts }), plan({ action: 'add' })])).toMatchObject([
    { evidenceId: id, action: 'add' },
  ]);
});

test('the place is said as the court cites it', () => {
  expect(placeWords(plan())).toBe('To docket entry 34-1');
  expect(placeWords(plan({ action: 'add' }))).toBe('Adds docket entry 34-1');
  expect(placeWords(plan({ action: 'none' }))).toBe('Stays evidence only');
});
