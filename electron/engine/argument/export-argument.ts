import { basename, resolve } from 'node:path';
import { chronologyTable, matrixTable, type ArgumentTable } from '../../../shared/domain/argument/tables.ts';
import { csvText } from '../../../shared/domain/csv.ts';
import { workProductHeading } from '../../../shared/domain/notes/report.ts';
import type { FileRef } from '../../../shared/model/common.ts';
import { writeWordDocument } from '../formats/word/index.ts';
import type { JobContext } from '../handlers.ts';
import { writeNewBytes, type NewFile } from '../platform/write-file.ts';
import type { MatterSession } from '../store/session.ts';
import { captionOf } from '../tro/index.ts';
import { checkCites } from './check-cites.ts';
import { readArgument } from './read-argument.ts';

export interface WrittenTable extends NewFile {
  rows: number;
}

/**
 * Writes the chronology or the matrix as a table. The same matter gives the same bytes.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL
 */
export async function exportArgument(
  { what, form, target }: { what: 'chronology' | 'matrix'; form: 'csv' | 'docx'; target: FileRef },
  context: JobContext,
): Promise<WrittenTable> {
  const { session } = context;
  const filePath = resolve(context.resolveFile(target));
  context.progress(0, 0, basename(filePath));
  const argument = readArgument(session);
  const timezone = session.prepare('SELECT timezone FROM matter').pluck().get() as string;
  const lost = new Set<string>(
    checkCites(session).flatMap(({ state, pinCiteId }) => (state === 'lost' ? [pinCiteId] : [])),
  );
  const table =
    what === 'chronology' ? chronologyTable(argument, timezone, lost) : matrixTable(argument, lost);
  const bytes = form === 'csv' ? Buffer.from(csvOf(table)) : await wordOf(table, session);
  return { ...(await writeNewBytes(filePath, bytes, context)), rows: table.rows.length };
}

function csvOf({ columns, rows }: ArgumentTable): string {
  return csvText([columns.map(({ head }) => head), ...rows]);
}

function wordOf({ title, columns, rows }: ArgumentTable, session: MatterSession): Promise<Buffer> {
  const { court, plaintiffs, defendants, number } = captionOf(session);
  const caption = [
    court,
    [plaintiffs, defendants].filter((side) => side !== '').join(' v. '),
    number === '' ? '' : `No. ${number}`,
  ].filter((line) => line !== '');
  return writeWordDocument({
    title,
    isLandscape: true,
    blocks: [
      { kind: 'centered', text: workProductHeading },
      ...caption.map((text) => ({ kind: 'centered', text }) as const),
      { kind: 'title', text: title.toUpperCase() },
      { kind: 'plain', text: '' },
      rows.length === 0
        ? { kind: 'plain', text: 'Nothing was entered yet.' }
        : { kind: 'table', columns, rows: rows.map((cells) => ({ cells, isInset: false })) },
    ],
  });
}
