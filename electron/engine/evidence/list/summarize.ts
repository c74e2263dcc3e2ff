import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { EvidenceId, TagId } from '../../../../shared/model/common.ts';
import type { MatterSession } from '../../store/session.ts';
import { indexOf } from './item-index.ts';

/** What many items have in common: sums, marks, and the values that all of them share. Ids that are not there are left out. */
export function summarize(
  session: MatterSession,
  ids: readonly EvidenceId[],
): OutputOf<Api, 'evidence.summary'> {
  const index = indexOf(session);
  const places = index.places();
  const all = index.items();
  const descriptions = index.descriptions();
  const tagsOf = index.tags();
  const chosen = ids.flatMap((id) => places.get(id) ?? []);
  const count = (test: (at: number) => boolean) => chosen.reduce((sum, at) => sum + Number(test(at)), 0);
  const shared = <T>(valueOf: (at: number) => T): { same: boolean; value: T | null } => {
    const first = chosen[0];
    if (first === undefined) return { same: true, value: null };
    const value = valueOf(first);
    const same = chosen.every((at) => valueOf(at) === value);
    return { same, value: same ? value : null };
  };
  const tags = new Map<string, number>();
  for (const at of chosen)
    for (const tagId of tagsOf.get(all[at]!.id)?.ids ?? []) tags.set(tagId, (tags.get(tagId) ?? 0) + 1);
  return {
    items: chosen.length,
    bytes: chosen.reduce((sum, at) => sum + all[at]!.sizeBytes, 0),
    pages: chosen.reduce((sum, at) => sum + (all[at]!.pages ?? 0), 0),
    custodian: shared((at) => descriptions[at]!.custodian).value,
    source: shared((at) => descriptions[at]!.source).value,
    archived: count((at) => descriptions[at]!.isArchived),
    reviewed: count((at) => descriptions[at]!.isReviewed),
    flagged: count((at) => descriptions[at]!.isFlagged),
    relevance: shared((at) => descriptions[at]!.relevance),
    tags: [...tags].map(([tagId, items]) => ({ tagId: tagId as TagId, items })),
  };
}
