import { basename, resolve } from 'node:path';
import { draftSummary, type SummaryText } from '../../../../shared/domain/authenticity/index.ts';
import { csvText } from '../../../../shared/domain/csv.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Summary, SummaryColumn } from '../../../../shared/model/authenticity.ts';
import type { EvidenceId, FileRef } from '../../../../shared/model/common.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import { alteredRecords } from '../../matter/index.ts';
import { assertNewFile, writeNewBytes, type NewFile } from '../../platform/write-file.ts';
import { sql } from '../../store/query-builder.ts';
import { captionOf } from '../../tro/index.ts';
import { limits, writePaper } from '../write-paper.ts';
import { readSummary } from './read-summary.ts';
import { summaryWidth } from './drawn-summary.ts';

export interface WrittenSummary extends NewFile {
  rows: number;
  missing: string[];
}

/**
 * Writes a summary of items under Fed. R. Evid. 1006. The same matter at the same moment gives the same bytes; those of a CSV
 * depend on no moment.
 *
 * @returns with what the draft leaves blank, and what somebody must look at
 * @throws AppError NOT_FOUND, EVIDENCE_RECORD_ALTERED, FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export async function writeSummary(
  {
    ids,
    title,
    columns,
    form,
    target,
  }: {
    readonly ids: readonly EvidenceId[];
    readonly title: string;
    readonly columns: readonly SummaryColumn[];
    readonly form: 'docx' | 'pdf' | 'csv';
    readonly target: FileRef;
  },
  context: JobContext,
): Promise<WrittenSummary> {
  const { session, platform } = context;
  const filePath = resolve(context.resolveFile(target));
  context.progress(0, 0, basename(filePath));
  assertNewFile(filePath);
  const { timezone } = session.one(sql.selectFrom('matter').select('timezone'));
  const summary = readSummary(session, ids);
  // Somebody declares the table under penalty of perjury: what custody does not say of an item is not printed as if it did.
  const [altered] = alteredRecords(session.db, ids);
  if (altered) throw new AppError('EVIDENCE_RECORD_ALTERED', { title: altered.title, what: altered.what });
  const text = draftSummary({
    summary,
    chosen: columns,
    title,
    madeAt: platform.now(),
    timezone,
    caption: captionOf(session),
    width: summaryWidth,
  });
  const told = { rows: text.rows.length, missing: [...text.missing] };
  if (form === 'csv')
    return { ...(await writeNewBytes(filePath, csvOf(text, summary, columns), context)), ...told };
  const drawn = { text, summary };
  if (form === 'docx') {
    const bytes = await runInWorker(platform, 'authenticity.summaryDocument', drawn, {
      ...limits,
      signal: context.signal,
    });
    return { ...(await writeNewBytes(filePath, bytes, context)), ...told };
  }
  const heading = [text.title, text.rule, text.caption.number].join(' · ');
  const { pages: _pages, ...written } = await writePaper(
    filePath,
    heading,
    { kind: 'summary', drawn },
    context,
  );
  return { ...written, ...told };
}

/** The table, each row with the numbers and the hash of its item even where those columns were not chosen. */
function csvOf({ columns, rows }: SummaryText, summary: Summary, chosen: readonly SummaryColumn[]): Buffer {
  const heads = { bates: 'Bates numbers', sha256: 'SHA-256' } as const;
  const added = (['bates', 'sha256'] as const).filter((column) => !chosen.includes(column));
  return Buffer.from(
    csvText([
      [...columns.map(({ head }) => head), ...added.map((column) => heads[column])],
      ...rows.map((cells, at) => [...cells, ...added.map((column) => summary.rows[at]!.cells[column])]),
    ]),
  );
}
