import { basename, resolve } from 'node:path';
import { lostIds } from '../../../shared/domain/argument/matrix.ts';
import { traceAllegations } from '../../../shared/domain/argument/allegations/trace-allegations.ts';
import {
  allegationsTable,
  chronologyTable,
  matrixTable,
  type ArgumentTable,
} from '../../../shared/domain/argument/tables.ts';
import { csvText } from '../../../shared/domain/csv.ts';
import { workProductHeading } from '../../../shared/domain/notes/report.ts';
import type { Argument } from '../../../shared/model/argument.ts';
import type { EvidenceId, FileRef } from '../../../shared/model/common.ts';
import { writeWordDocument } from '../formats/word/index.ts';
import type { JobContext } from '../handlers.ts';
import { writeNewBytes, type NewFile } from '../platform/write-file.ts';
import type { MatterSession } from '../store/session.ts';
import { captionOf } from '../tro/index.ts';
import { checkCites } from './check-cites.ts';
import { readAllegations } from './read-allegations.ts';
import { readArgument } from './read-argument.ts';

export interface WrittenTable extends NewFile {
  rows: number;
}

interface ExportOptions {
  readonly what: 'chronology' | 'matrix' | 'allegations';
  readonly pleadingId?: EvidenceId | undefined;
  readonly form: 'csv' | 'docx';
  readonly target: FileRef;
}

/**
 * Writes the chronology, the matrix or the allegations as a table. The same matter gives the same bytes.
 *
 * @throws AppError NOT_FOUND, FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL
 */
export async function exportArgument(
  { what, pleadingId, form, target }: ExportOptions,
  context: JobContext,
): Promise<WrittenTable> {
  const { session } = context;
  const filePath = resolve(context.resolveFile(target));
  context.progress(0, 0, basename(filePath));
  const argument = readArgument(session);
  const lost = lostIds(checkCites(session));
  const tables = {
    chronology: () => {
      const timezone = session.prepare('SELECT timezone FROM matter').pluck().get() as string;
      return chronologyTable(argument, timezone, lost);
    },
    matrix: () => matrixTable(argument, lost),
    allegations: () => tableOfAllegations(session, argument, pleadingId, lost),
  };
  const table = tables[what]();
  const bytes = form === 'csv' ? Buffer.from(csvOf(table)) : await wordOf(table, session);
  return { ...(await writeNewBytes(filePath, bytes, context)), rows: table.rows.length };
}

function tableOfAllegations(
  session: MatterSession,
  { facts }: Argument,
  pleadingId: EvidenceId | undefined,
  lost: ReadonlySet<string>,
): ArgumentTable {
  const read = readAllegations(session, pleadingId);
  const title = read.pleading === null ? 'Allegations' : `Allegations of ${read.pleading.title}`;
  return allegationsTable(title, traceAllegations(read, facts, lost).rows, lost);
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
