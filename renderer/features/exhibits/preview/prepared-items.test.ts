import { expect, test } from 'vitest';
import type { EvidenceId, Problem } from '../../../../shared/model/common.ts';
import { isPrepared, needsPdf } from './prepared-items.ts';

const evidenceId = '01890a5d-ac96-774b-bcce-b302099a8057' as EvidenceId;
const problems: Problem[] = [{ code: 'EVIDENCE_REPAIRED_TO_READ', message: '' }];
const sound: Problem[] = [];
const letter = {
  status: 'active',
  treatment: 'pages',
  kind: 'word',
  evidenceId,
  problems: sound,
} as const;

test.each([
  ['a page of an Office document', letter, 1, true],
  ['a page of mail', { ...letter, kind: 'eml' }, 2, true],
  ['a page of a PDF', { ...letter, kind: 'pdf' }, 1, false],
  ['a picture that is drawn itself', { ...letter, kind: 'jpeg' }, 1, false],
  ['a picture that is damaged', { ...letter, kind: 'jpeg', problems }, 1, true],
  ['a damaged PDF', { ...letter, kind: 'pdf', problems }, 1, false],
  ['a slip sheet', letter, 0, false],
  ['a page that stands for what is withheld', { ...letter, treatment: 'withheld' }, 1, false],
  ['a page that stands for what is under seal', { ...letter, treatment: 'sealed' }, 1, false],
  ['a label that is reserved', { ...letter, status: 'reserved', kind: null, evidenceId: null }, 1, false],
] as const)('a PDF is made first for %s: %s', (_, exhibit, page, expected) => {
  expect(needsPdf(exhibit, page)).toBe(expected);
  expect(isPrepared('matter', exhibit, page)).toBe(!expected);
});
