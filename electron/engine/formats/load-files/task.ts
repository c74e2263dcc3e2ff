import { AppError } from '../../../../shared/errors/app-error.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import type { ByteSource } from '../../pdf/index.ts';
import { withSource, type SourceLocation } from '../../pdf/pdf-source.ts';
import { readRange } from '../files/bytes.ts';
import { decodeText } from '../files/text/encoding.ts';
import { readTable } from './concordance.ts';
import { readImageList } from './opticon.ts';
import type { Production } from './produced.ts';
import { joinProduction } from './production.ts';

/** A production's load files; one of them may be missing. */
export interface ProductionInput {
  /** The table of documents (DAT). */
  readonly table: SourceLocation | null;
  /** The list of page images (OPT). */
  readonly images: SourceLocation | null;
}

/** Zero bytes that databases leave in a text, and the old mark of a file's end. */
const noText = /[\0\u001a]/g;
/** A load file of a hundred thousand documents has some 100 MB. */
const maxBytes = 256 * 1024 * 1024;

/**
 * Reads what the load files of a production say, in a worker.
 *
 * @throws AppError EVIDENCE_TOO_DEMANDING for one that is too large; the source's errors
 */
export async function readProductionTask(
  { table, images }: ProductionInput,
  { openMatter }: WorkerContext,
): Promise<Production> {
  const read = async (location: SourceLocation | null) =>
    location === null ? '' : withSource(location, openMatter, textOf);
  const { rows, columns, unread, problems } =
    table === null ? { rows: [], columns: [], unread: [], problems: [] } : readTable(await read(table));
  const list = readImageList(await read(images));
  const joined = joinProduction(rows, list.lines);
  return {
    documents: joined.documents,
    columns,
    unread,
    problems: [...problems, ...list.problems, ...joined.problems],
  };
}

function textOf(source: ByteSource): string {
  if (source.sizeBytes > maxBytes) throw new AppError('EVIDENCE_TOO_DEMANDING', { limit: 'memory' });
  return decodeText(readRange(source, 0, source.sizeBytes)).replaceAll(noText, '');
}
