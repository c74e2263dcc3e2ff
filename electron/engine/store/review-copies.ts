import type { Person } from '../../../shared/model/common.ts';
import type { ReviewCopy } from '../../../shared/model/review.ts';
import type { ReviewTables } from './review-tables.ts';
import type { MatterSession } from './session.ts';

const known = new WeakMap<MatterSession, ReviewCopy | null>();

/** The review copy that an open matter is; null for any other matter. Fixed for the life of the file. */
export function reviewCopyOf(session: MatterSession): ReviewCopy | null {
  let self = known.get(session);
  if (self === undefined) {
    const row = session.prepare('SELECT * FROM review_copy WHERE is_self = 1').get();
    self = row === undefined ? null : copyOf(row as ReviewTables['review_copy']);
    known.set(session, self);
  }
  return self;
}

/** Whether nothing may be written into an open matter: it is open read-only, or is a review copy to read. */
export function isToReadOnly(session: MatterSession): boolean {
  return session.isReadOnly || reviewCopyOf(session)?.mode === 'read';
}

/** The review copies made of a matter, newest first. */
export function copiesMade(session: MatterSession): ReviewCopy[] {
  const rows = session
    .prepare('SELECT * FROM review_copy WHERE is_self = 0 ORDER BY made_at DESC, id DESC')
    .all() as ReviewTables['review_copy'][];
  return rows.map(copyOf);
}

function copyOf(row: ReviewTables['review_copy']): ReviewCopy {
  return {
    id: row.id,
    name: row.name,
    mode: row.mode,
    madeAt: row.made_at,
    madeBy: JSON.parse(row.made_by) as Person,
    items: row.items,
    mergedAt: row.merged_at,
  };
}
