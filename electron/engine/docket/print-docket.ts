import { basename } from 'node:path';
import { courtCitation } from '../../../shared/domain/court-citation.ts';
import { blankHeader } from '../../../shared/domain/docket/blank.ts';
import { headLines } from '../../../shared/domain/docket/head-lines.ts';
import type { FileRef } from '../../../shared/model/common.ts';
import type { JobContext } from '../handlers.ts';
import { writeDrawn } from '../pdf/draw/write-drawn.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { chosenEntries } from './export-docket.ts';
import { docketHead } from './import/index.ts';
import { dayOf, layOutSheet, type DocketSheet } from './print-layout.ts';

/**
 * Makes the docket sheet as a PDF. The same docket gives the same bytes, but for the day it was printed.
 *
 * @throws AppError NOT_FOUND, FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export async function printDocket(
  { ids, target }: { readonly ids?: readonly string[] | undefined; readonly target: FileRef },
  context: JobContext,
): Promise<{ fileName: string; path?: string; pages: number; sha256: string }> {
  const { session, platform, signal } = context;
  const filePath = context.resolveFile(target);
  context.progress(0, 0, basename(filePath));
  const sheet = sheetOf(session, ids, platform.now());
  const title = ['Docket', sheet.number, sheet.title].filter((part) => part !== '').join(' · ');
  const written = await writeDrawn(filePath, {
    title,
    layOut: (type, total) => layOutSheet(sheet, type, total),
    platform,
    signal,
  });
  return { ...written, ...(context.isTrusted && { path: filePath }) };
}

function sheetOf(session: MatterSession, ids: readonly string[] | undefined, now: string): DocketSheet {
  const matter = session.one(
    sql.selectFrom('matter').select(['title', 'court', 'number', 'judge', 'timezone']),
  );
  const { header, parties } = docketHead(session);
  const court = header?.court || matter.court;
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: matter.timezone });
  return {
    court: header?.courtName || courtCitation(court) || court,
    number: header?.number || matter.number,
    title: header?.title || matter.title,
    head: [
      ...headLines({ ...blankHeader(), ...header, judge: header?.judge || matter.judge }, dayOf).map(
        ([label, words]) => [label, words.replaceAll('\n', ', ')] as const,
      ),
      ['Flags', header?.flags.join(', ') ?? ''],
    ],
    parties,
    entries: chosenEntries(session, ids),
    printed: `Printed from Forthwith on ${day.format(new Date(now))}`,
  };
}
