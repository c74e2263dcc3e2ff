import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Likeness } from '../../../../shared/model/evidence.ts';
import type { MatterSession } from '../../store/session.ts';
import { findNearText } from '../text/near-text.ts';
import { getItems } from './evidence-view.ts';
import { indexOf, type EvidenceIndex } from './item-index.ts';

type RelatedItem = OutputOf<Api, 'evidence.related'>[number];

/** Members and ancestors, and mails of a conversation, listed at most; the list in groups shows all of them. */
const listedAtMost = 1_000;

const fingerprintLikeness = { mail: 'same_mail', image: 'same_image' } as const;

/**
 * What belongs with an item: what it came in and what came in it, however deep; the same mail, the same picture and nearly the
 * same text in other files; the other mails of its conversation. Family first, the outermost first; the conversation last, as it went.
 *
 * @throws AppError NOT_FOUND
 */
export function relatedItems(session: MatterSession, id: EvidenceId): RelatedItem[] {
  const index = indexOf(session);
  const at = index.places().get(id);
  if (at === undefined) throw new AppError('NOT_FOUND', { what: 'evidence' });
  const all = index.items();
  const related: Omit<RelatedItem, 'item'>[] = [];
  const ids: EvidenceId[] = [];
  const add = (relatedId: string, likeness: Likeness, depth = 0, share = 1) => {
    ids.push(relatedId as EvidenceId);
    related.push({ likeness, depth, share });
  };
  for (const { place, depth } of family(index, at)) add(all[place]!.id, 'family', depth);
  const alike = session
    .prepare(
      `SELECT i.id, f.kind FROM fingerprint own
        JOIN fingerprint f ON f.kind = own.kind AND f.value = own.value AND f.content_id <> own.content_id
        JOIN evidence_item i ON i.content_id = f.content_id
        WHERE own.content_id = ? AND own.kind IN ('mail', 'image') ORDER BY i.received_at, i.id`,
    )
    .all(all[at]!.contentId) as { id: string; kind: keyof typeof fingerprintLikeness }[];
  for (const { id: other, kind } of alike) add(other, fingerprintLikeness[kind]);
  const byContent = new Map(all.map((item) => [item.contentId, item.id]));
  for (const { contentId, share } of findNearText(session, all[at]!.contentId)) {
    const other = byContent.get(contentId);
    // The same mail has the same text, and is listed already.
    if (other !== undefined && !ids.includes(other as EvidenceId)) add(other, 'near_text', 0, share);
  }
  for (const place of (index.conversations().get(at) ?? []).slice(0, listedAtMost)) {
    const { id: other } = all[place]!;
    // A copy of the same mail, or a mail within it, is listed already.
    if (other !== id && !ids.includes(other as EvidenceId)) add(other, 'conversation');
  }
  const items = new Map(getItems(session, ids).map((item) => [item.id, item]));
  return related.map((each, place) => ({ ...each, item: items.get(ids[place]!)! }));
}

/** Ancestors from the outermost, then what came in the item, each where it stood. */
function family(index: EvidenceIndex, at: number): { place: number; depth: number }[] {
  const { children, parents } = index.members();
  const walk = (next: ReadonlyMap<number, readonly number[]>, step: 1 | -1) => {
    const walked = new Set([at]);
    const found: { place: number; depth: number }[] = [];
    const visit: { place: number; depth: number }[] = [{ place: at, depth: 0 }];
    for (let one = visit.pop(); one && found.length < listedAtMost; one = visit.pop()) {
      if (one.place !== at) found.push(one);
      for (const place of (next.get(one.place) ?? []).toReversed()) {
        if (walked.has(place)) continue;
        walked.add(place);
        visit.push({ place, depth: one.depth + step });
      }
    }
    return found;
  };
  return [...walk(parents, -1).toSorted((a, b) => a.depth - b.depth), ...walk(children, 1)];
}
