import type { JobResult } from '../../../../shared/contract/api.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { claimedDays } from '../../../../shared/domain/evidence/claimed.ts';
import { formatDay } from '../../../../shared/domain/court-words.ts';
import {
  notesCsvParts,
  notesReport,
  reportParts,
  workProductHeading,
  type ReportTag,
} from '../../../../shared/domain/notes/report.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { writeWordDocument, type WordBlock, type WordDocument } from '../../formats/word/index.ts';
import type { JobContext } from '../../handlers.ts';
import { numberedName } from '../../platform/file-names.ts';
import { writeNewFile } from '../../platform/write-file.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';

/** A file with notes: a report, or a copy of an item with them. */
export type WrittenNotes = JobResult<'notes.export'>['files'][number];

/**
 * Writes notes as one table, a thousand rows at a time.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function writeCsv(
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
  path: string,
  { platform, progress, signal, isTrusted }: JobContext,
): Promise<WrittenNotes[]> {
  const hash = createHash('sha256');
  await writeNewFile(path, platform.newId(), async (staged) => {
    const file = await open(staged, 'wx');
    try {
      for (const { text, done } of notesCsvParts(notes, tags)) {
        signal.throwIfAborted();
        progress(done, notes.length, basename(path));
        const bytes = Buffer.from(text);
        hash.update(bytes);
        await file.writeFile(bytes);
      }
    } finally {
      await file.close();
    }
  });
  const sha256 = hash.digest('hex');
  return [{ fileName: basename(path), ...(isTrusted && { path }), sha256, notes: notes.length }];
}

/**
 * Writes notes as a Word document; more than one holds go into further ones beside it, named by their number. All are written, or none.
 *
 * @throws AppError FILE_EXISTS before anything is written, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function writeDocuments(
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
  path: string,
  { session, platform, progress, signal, isTrusted }: JobContext,
): Promise<WrittenNotes[]> {
  const parts = reportParts(notes).map((own, at) => ({ own, path: numberedName(path, at + 1) }));
  for (const part of parts)
    if (existsSync(part.path)) throw new AppError('FILE_EXISTS', { name: basename(part.path) });
  const written: WrittenNotes[] = [];
  try {
    for (const [at, part] of parts.entries()) {
      const fileName = basename(part.path);
      progress(at, parts.length, fileName);
      const bytes = await writeWordDocument(documentOf(session, part.own, tags));
      signal.throwIfAborted();
      await writeNewFile(part.path, platform.newId(), (staged) => writeFile(staged, bytes, { flag: 'wx' }));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      written.push({ fileName, ...(isTrusted && { path: part.path }), sha256, notes: part.own.length });
    }
  } catch (error) {
    // Those before it would be taken for all, and stand in the way of the next try.
    for (const part of parts.slice(0, written.length)) await rm(part.path, { force: true });
    throw error;
  }
  return written;
}

const columns = [
  { head: 'Place', share: 3 },
  { head: 'Kind', share: 2 },
  { head: 'Marked words', share: 6 },
  { head: 'Note', share: 6 },
  { head: 'By', share: 3 },
] as const;

function documentOf(
  session: MatterSession,
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
): WordDocument {
  const matter = session.one(sql.selectFrom('matter').select(['title', 'number', 'court', 'timezone']));
  const day = claimedDays(matter.timezone);
  const items = notesReport(notes, tags, (instant) => formatDay(day(instant)));
  const centered = [
    notes.some(({ isWorkProduct }) => isWorkProduct) ? workProductHeading : '',
    matter.title,
    [matter.court, matter.number].filter((part) => part !== '').join(', '),
  ].filter((text) => text !== '');
  return {
    title: `Notes: ${matter.title}`,
    isLandscape: true,
    blocks: [
      { kind: 'title', text: 'Notes' },
      ...centered.map((text): WordBlock => ({ kind: 'centered', text })),
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
