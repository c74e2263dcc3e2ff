import type { ReviewCopyId } from '../../../../shared/model/common.ts';
import type { ReviewCopy } from '../../../../shared/model/review.ts';
import { copiesMade } from '../../store/review-copies.ts';
import type { MatterSession } from '../../store/session.ts';

/** What was done in a file of a copy, as far as it came back: the hashes of its audit chain, in short, from the first row. */
type Chain = readonly string[];

/** One line of files that go on from each other, and the copy it is kept as. */
interface Line {
  readonly copyId: ReviewCopyId;
  readonly chain: Chain;
}

/** Which of the copies known here a file is. */
export interface KnownFile {
  readonly copy: ReviewCopy;
  /** Whether it was changed apart from a file of the same copy that came back before. */
  readonly isApart: boolean;
}

/**
 * Tells a copy's file that goes on from what came back before, or is an earlier state of it, from one that was changed apart:
 * somebody duplicated the file, and two people worked on. Each hash of an audit chain stands for all rows before it, so that
 * files of one line have one chain as far as both go. A file changed apart is kept as a copy of its own, handed out when and with
 * what the first was: what it says is then compared with that, and overwrites nothing that came in the other.
 *
 * Must run inside the transaction that takes the copy back.
 *
 * @param copy as it was made here
 * @param chain of the file
 */
export function knownFile(session: MatterSession, copy: ReviewCopy, chain: Chain): KnownFile {
  const lines = readLines(session, copy.id);
  const found = lines.find((line) => isOneLine(line.chain, chain));
  const isApart = found === undefined && lines.length > 0;
  const copyId = isApart
    ? keepApart(session, copy, lines.length + 1)
    : ((found?.copyId ?? copy.id) as ReviewCopyId);
  const longer = found && found.chain.length > chain.length ? found.chain : chain;
  writeLines(session, copy.id, [...lines.filter((line) => line !== found), { copyId, chain: longer }]);
  return { copy: copiesMade(session).find(({ id }) => id === copyId)!, isApart };
}

function isOneLine(one: Chain, other: Chain): boolean {
  const shared = Math.min(one.length, other.length);
  return shared === 0 || one[shared - 1] === other[shared - 1];
}

/** A copy of its own for a file that was changed apart, with what was handed out in the first. */
function keepApart(session: MatterSession, copy: ReviewCopy, number: number): ReviewCopyId {
  const id = session.platform.newId() as ReviewCopyId;
  session
    .prepare(
      `INSERT INTO review_copy (id, name, mode, made_at, made_by, items, merged_at, is_self)
         SELECT ?, ?, mode, made_at, made_by, items, NULL, 0 FROM review_copy WHERE id = ?`,
    )
    .run(id, `${copy.name} (${number})`, copy.id);
  for (const [table, column] of [
    ['review_copy_note', 'note'],
    ['review_copy_coding', 'coding'],
  ])
    session
      .prepare(
        `INSERT INTO ${table} (copy_id, ${column}_id, ${column})
           SELECT ?, ${column}_id, ${column} FROM ${table} WHERE copy_id = ?`,
      )
      .run(id, copy.id);
  return id;
}

const markOf = (copyId: ReviewCopyId) => `returned ${copyId}`;

function readLines(session: MatterSession, copyId: ReviewCopyId): readonly Line[] {
  const value = session.prepare('SELECT value FROM mark WHERE name = ?').pluck().get(markOf(copyId));
  return typeof value === 'string' ? (JSON.parse(value) as Line[]) : [];
}

function writeLines(session: MatterSession, copyId: ReviewCopyId, lines: readonly Line[]): void {
  session
    .prepare(
      `INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    )
    .run(markOf(copyId), JSON.stringify(lines));
}
