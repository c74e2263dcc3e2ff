import type { SearchHit } from '../../../../shared/model/search.ts';

/**
 * Where the hit that one was at stands among hits found anew.
 *
 * @param before the hits as they were, and which of them one was at, from 0; null for none
 * @returns the same place where that hit is not among them, as far as there is one
 */
export function placeAmong(
  hits: readonly SearchHit[],
  before: { readonly hits: readonly SearchHit[]; readonly current: number | null },
): number | null {
  if (before.current === null || hits.length === 0) return null;
  const key = keyOf(before.hits[before.current]!);
  const place = hits.findIndex((hit) => keyOf(hit) === key);
  return place === -1 ? Math.min(before.current, hits.length - 1) : place;
}

/** What a hit keeps when it is found again, and no other has. */
const keyOf = ({ kind, evidenceId, entryId, deadlineId, page, atMs, snippet }: SearchHit) =>
  JSON.stringify([
    kind,
    evidenceId,
    entryId,
    deadlineId,
    page,
    atMs,
    snippet.map(({ text }) => text).join(''),
  ]);
