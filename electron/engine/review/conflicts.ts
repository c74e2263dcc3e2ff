import { nameKey } from '../../../shared/domain/evidence/name-order.ts';
import { differingFields } from '../../../shared/domain/review/differing-fields.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { Note } from '../../../shared/model/notes.ts';
import type { CodingConflict, Codes, NoteConflict } from '../../../shared/model/review.ts';
import { itemsInConflict } from '../evidence/index.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { readCodes, readCodings } from './codings.ts';
import { readNotes } from '../notes/index.ts';

/** Everything that differs between reviewers and is not settled: codings by the titles of their items, notes likewise. */
export function listConflicts(session: MatterSession): { codings: CodingConflict[]; notes: NoteConflict[] } {
  return { codings: codingConflicts(session), notes: noteConflicts(session) };
}

function codingConflicts(session: MatterSession): CodingConflict[] {
  const ids = [...itemsInConflict(session, null)];
  const titles = readTitles(session, ids);
  const codings = readCodings(session, ids);
  const codes = readCodes(session, ids);
  const issues = new Set(
    session.prepare(`SELECT id FROM tag WHERE kind = 'issue'`).pluck().all() as string[],
  );
  // An issue that was deleted is decided by nobody any more.
  const present = (each: Codes): Codes => ({
    ...each,
    issueIds: each.issueIds.filter((id) => issues.has(id)),
  });
  return ids
    .map((id): CodingConflict => {
      const own = codings.get(id) ?? [];
      return {
        evidenceId: id as EvidenceId,
        title: titles.get(id)!,
        fields: differingFields(own.map((coding) => present(coding.codes))),
        codings: own,
        codes: codes.get(id)!,
      };
    })
    .toSorted(byTitle);
}

function noteConflicts(session: MatterSession): NoteConflict[] {
  const rows = session.all(
    sql
      .selectFrom('note_conflict')
      .select(['copy_id', 'note_id', 'evidence_id', 'theirs'])
      .where('settled', '=', '')
      .orderBy('id'),
  );
  const titles = readTitles(
    session,
    rows.map((row) => row.evidence_id),
  );
  const ours = readNotes(
    session,
    rows.map((row) => row.note_id),
  );
  return rows
    .map((row): NoteConflict => ({
      noteId: row.note_id,
      copyId: row.copy_id,
      evidenceId: row.evidence_id,
      title: titles.get(row.evidence_id)!,
      ours: ours.get(row.note_id) ?? null,
      theirs: row.theirs === null ? null : (JSON.parse(row.theirs) as Note),
    }))
    .toSorted(byTitle);
}

function readTitles(session: MatterSession, ids: readonly string[]): Map<string, string> {
  const rows = session
    .prepare(`SELECT id, title FROM evidence_description WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as { id: string; title: string }[];
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function byTitle(a: { title: string; evidenceId: string }, b: { title: string; evidenceId: string }): number {
  const [one, other] = [nameKey(a.title), nameKey(b.title)];
  if (one !== other) return one < other ? -1 : 1;
  return a.evidenceId < b.evidenceId ? -1 : 1;
}
