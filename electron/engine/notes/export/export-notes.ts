import type { Api, JobResult } from '../../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../../shared/contract/define.ts';
import type { ReportTag } from '../../../../shared/domain/notes/report.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { JobContext } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import type { MatterSession } from '../../store/session.ts';
import { listNotes } from '../list-notes.ts';
import { writeCopies } from './write-copies.ts';
import { writeCsv, writeDocuments } from './write-reports.ts';

/**
 * Writes notes out of the matter: as a table, as a report in as many files as it takes, or on copies of the PDFs they stand on.
 * What is work product stays behind, unless it is asked for.
 *
 * @throws AppError NOT_FOUND where an item or a note asked for is not there; FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function exportNotes(
  { filter, form, target, includesWorkProduct }: Omit<ParsedInputOf<Api, 'notes.export'>, 'matterId'>,
  context: JobContext,
): Promise<JobResult<'notes.export'>> {
  const { session, resolveFile } = context;
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
      : {
          files: await (form === 'csv' ? writeCsv : writeDocuments)(notes, tags, path, context),
          problems: [],
        };
  if (!isToReadOnly(session))
    context.commit(`export ${notes.length} notes (${form.toUpperCase()})`, () => {});
  return { ...written, notes: notes.length, leftOut };
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
