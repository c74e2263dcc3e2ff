import type { SearchHit } from '../../../../shared/model/search.ts';

/** Hits of one document, entry, deadline or fact, under one heading. */
export interface HitGroup {
  readonly key: string;
  readonly title: string;
  readonly hits: readonly { readonly hit: SearchHit; readonly index: number }[];
}

/** Puts hits under what they are in, in the order of each one's first hit. `index` counts them as they are shown. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const key = keyOf(hit);
    const known = groups.get(key);
    if (known) known.push(hit);
    else groups.set(key, [hit]);
  }
  let index = 0;
  return [...groups].map(([key, all]) => ({
    key,
    title: all[0]!.title,
    hits: all.map((hit) => ({ hit, index: index++ })),
  }));
}

function keyOf({ entryId, deadlineId, factId, evidenceId }: SearchHit): string {
  return deadlineId ?? factId ?? entryId ?? evidenceId ?? '';
}
