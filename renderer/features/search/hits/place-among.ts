import type { SearchHit } from '../../../../shared/model/search.ts';

/**
 * Where the current hit is among new hits.
 *
 * @param before the old hits, and the index of the current one, from 0; null for none
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

/** What identifies a hit when it is found again. */
const keyOf = ({ kind, evidenceId, entryId, deadlineId, factId, page, atMs, snippet }: SearchHit) =>
  JSON.stringify([
    kind,
    evidenceId,
    entryId,
    deadlineId,
    factId,
    page,
    atMs,
    snippet.map(({ text }) => text).join(''),
  ]);
