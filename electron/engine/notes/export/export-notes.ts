import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { claimedDays } from '../../../../shared/domain/evidence/claimed.ts';
import { formatDay } from '../../../../shared/domain/court-words.ts';
import {
  notesCsv,
  notesReport,
  workProductHeading,
  type ReportTag,
} from '../../../../shared/domain/notes/report.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, FileRef, Problem } from '../../../../shared/model/common.ts';
import type { NoteFilter, NoteRow } from '../../../../shared/model/notes.ts';
import { writeWordDocument, type WordBlock, type WordDocument } from '../../formats/word/index.ts';
import type { JobContext } from '../../handlers.ts';
import { writeNewFile } from '../../platform/write-file.ts';
import { sql } from '../../store/query-builder.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import type { MatterSession } from '../../store/session.ts';
import { listNotes } from '../list-notes.ts';
import { writeCopies } from './write-copies.ts';

export interface ExportedNotes {
  files: { fileName: string; path?: string; sha256: string; notes: number }[];
  notes: number;
  leftOut: number;
  problems: { evidenceId: EvidenceId; problem: Problem }[];
}

/**
 * Writes notes out of the matter: as a table, as a report, or on copies of the PDFs they stand on. What is work product stays
 * behind, unless it is asked for.
 *
 * @throws AppError NOT_FOUND where an item or a note asked for is not there; FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function exportNotes(
  {
    filter,
    form,
    target,
    includesWorkProduct,
  }: { filter: NoteFilter; form: 'csv' | 'docx' | 'pdf'; target: FileRef; includesWorkProduct: boolean },
  context: JobContext,
): Promise<ExportedNotes> {
  const { session, platform, isTrusted, resolveFile } = context;
  requireAll(session, 'evidence_item', 'evidence', filter.evidenceIds);
  requireAll(session, 'note', 'note', filter.ids);
  const all = listNotes(session, filter);
  const notes = includesWorkProduct ? all : all.filter(({ isWorkProduct }) => !isWorkProduct);
  const tags = readTags(session);
  const leftOut = all.length - notes.length;
  const path = resolveFile(target);
  const written =
    form === 'pdf'
      ? await writeCopies(notes, tags, path, context)
      : { files: [await writeReport()], problems: [] };
  if (!isToReadOnly(session))
    context.commit(`export ${notes.length} notes (${form.toUpperCase()})`, () => {});
  return { ...written, notes: notes.length, leftOut };

  async function writeReport() {
    context.progress(0, 1, basename(path));
    const bytes =
      form === 'csv'
        ? Buffer.from(notesCsv(notes, tags))
        : await writeWordDocument(reportOf(session, notes, tags));
    context.signal.throwIfAborted();
    await writeNewFile(path, platform.newId(), (staged) => writeFile(staged, bytes, { flag: 'wx' }));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { fileName: basename(path), ...(isTrusted && { path }), sha256, notes: notes.length };
  }
}

/** @throws AppError NOT_FOUND */
function requireAll(
  session: MatterSession,
  table: 'evidence_item' | 'note',
  what: string,
  ids: readonly string[],
): void {
  if (ids.length === 0) return;
  const found = session
    .prepare(`SELECT count(*) FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
    .pluck()
    .get(JSON.stringify(ids)) as number;
  if (found < new Set(ids).size) throw new AppError('NOT_FOUND', { what });
}

function readTags(session: MatterSession): Map<string, ReportTag> {
  const rows = session.all(sql.selectFrom('tag').select(['id', 'name', 'kind']));
  return new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]));
}

const columns = [
  { head: 'Place', share: 3 },
  { head: 'Kind', share: 2 },
  { head: 'Marked words', share: 6 },
  { head: 'Note', share: 6 },
  { head: 'By', share: 3 },
] as const;

function reportOf(
  session: MatterSession,
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
): WordDocument {
  const matter = session.get(sql.selectFrom('matter').select(['title', 'number', 'court', 'timezone']))!;
  const day = claimedDays(matter.timezone);
  const items = notesReport(notes, tags, (instant) => formatDay(day(instant)));
  const centred = [
    notes.some(({ isWorkProduct }) => isWorkProduct) ? workProductHeading : '',
    matter.title,
    [matter.court, matter.number].filter((part) => part !== '').join(', '),
  ].filter((text) => text !== '');
  return {
    title: `Notes: ${matter.title}`,
    isLandscape: true,
    blocks: [
      { kind: 'title', text: 'Notes' },
      ...centred.map((text): WordBlock => ({ kind: 'centred', text })),
      ...(items.length === 0 ? [{ kind: 'plain', text: 'There are no notes.' } as const] : []),
      ...items.flatMap((item): WordBlock[] => [
        { kind: 'title', text: item.title },
        {
          kind: 'table',
          columns,
          rows: item.notes.map(({ place, kind, quote, text, by }) => ({
            cells: [place, kind, quote, text, by],
            isInset: false,
          })),
        },
      ]),
    ],
  };
}
