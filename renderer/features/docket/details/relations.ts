import type { DocketEntry, DocketLink } from '../../../../shared/model/docket.ts';
import { formatDocketNumber } from '../docket-number.ts';

/** The docket looked up by id, by number and by what is under an entry. */
export interface DocketIndex {
  readonly byId: ReadonlyMap<string, DocketEntry>;
  /** By the number as it is written: 34, 34-1. The first of those that share one. */
  readonly byNumber: ReadonlyMap<string, DocketEntry>;
  readonly under: ReadonlyMap<string, readonly DocketEntry[]>;
}

/** Looks the docket up; entries stay in its order. */
export function indexDocket(entries: readonly DocketEntry[]): DocketIndex {
  const byId = new Map<string, DocketEntry>();
  const byNumber = new Map<string, DocketEntry>();
  const under = new Map<string, DocketEntry[]>();
  for (const entry of entries) {
    byId.set(entry.id, entry);
    const number = formatDocketNumber(entry);
    if (number !== '' && !byNumber.has(number)) byNumber.set(number, entry);
    if (entry.parentId !== null) {
      const siblings = under.get(entry.parentId);
      if (siblings) siblings.push(entry);
      else under.set(entry.parentId, [entry]);
    }
  }
  return { byId, byNumber, under };
}

/** Where an entry belongs: what it is attached to or answers, its own attachments, and what belongs under it. */
export interface Relations {
  readonly parent: DocketEntry | null;
  readonly attachments: readonly DocketEntry[];
  readonly under: readonly DocketEntry[];
}

/** An entry's relations. Attachments are told apart from what answers or supports it. */
export function relationsOf(entry: DocketEntry, { byId, under }: DocketIndex): Relations {
  const own = under.get(entry.id) ?? [];
  const isAttachment = (each: DocketEntry) =>
    each.attachment !== null && each.number === entry.number && entry.attachment === null;
  return {
    parent: entry.parentId === null ? null : (byId.get(entry.parentId) ?? null),
    attachments: own.filter(isAttachment),
    under: own.filter((each) => !isAttachment(each)),
  };
}

/** The entry that a reference means, or null where the docket does not have it. */
export function findReferred({ byNumber }: DocketIndex, link: DocketLink): DocketEntry | null {
  return byNumber.get(formatDocketNumber(link)) ?? null;
}
