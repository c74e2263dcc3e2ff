import { expect, test } from 'vitest';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { placeAmong } from './place-among.ts';

const hitOf = (page: number | null, text: string): SearchHit => ({
  kind: page === null ? 'note' : 'page',
  evidenceId: 'lease' as EvidenceId,
  evidenceKind: 'pdf',
  entryId: null,
  deadlineId: null,
  factId: null,
  title: 'Lease',
  page,
  atMs: null,
  isOcr: false,
  snippet: [{ text, isHit: true }],
  docket: [],
  exhibit: [],
  isArchived: false,
});
const [one, two, three] = [1, 2, 3].map((page) => hitOf(page, 'harm')) as [SearchHit, SearchHit, SearchHit];
const [note, other] = [hitOf(null, 'harm at once'), hitOf(null, 'harm later')];

test.each([
  ['the hit has moved', [one, three], 1, [two, one, three], 2],
  ['two notes that differ in their words alone', [note, other], 1, [note, other], 1],
  ['it is found no longer', [one, two, three], 2, [one, two], 1],
  ['nothing is found', [one], 0, [], null],
  ['one was at none', [one], null, [one, two], null],
])('%s', (_what, hits, current, next, place) => {
  const foundAnew = structuredClone(next);
  expect(placeAmong(foundAnew, { hits, current })).toBe(place);
});
