import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { mergeHeads } from '../../../shared/domain/docket/merge/merge.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { FileRef } from '../../../shared/model/common.ts';
import type { JobContext } from '../handlers.ts';
import { OutputDocument } from '../pdf/assemble/output-document.ts';
import { FontShelf } from '../pdf/draw/font-shelf.ts';
import { Typesetter } from '../pdf/draw/typesetter.ts';
import { publish, stagedPath } from '../platform/publish.ts';
import { assertFolder, unwritable } from '../platform/unwritable.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { chosenEntries } from './export-docket.ts';
import { headsOf, listApplied } from './import/source-repository.ts';
import { headLines, layOutSheet, type DocketSheet } from './print-layout.ts';

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
  const fileName = basename(filePath);
  context.progress(0, 0, fileName);
  const sheet = sheetOf(session, ids, platform.now());
  const staged = stagedPath(filePath, platform.newId());
  try {
    assertFolder(filePath);
    const pages = writeSheet(sheet, staged, join(platform.assetsDirectory, 'fonts'));
    if (signal.aborted) throw new AppError('CANCELLED');
    const sha256 = createHash('sha256')
      .update(await readFile(staged))
      .digest('hex');
    if (!publish(staged, filePath)) throw new AppError('FILE_EXISTS', { name: fileName });
    return { fileName, ...(context.isTrusted && { path: filePath }), pages, sha256 };
  } catch (error) {
    throw unwritable(error, fileName);
  } finally {
    await rm(staged, { force: true });
  }
}

function sheetOf(session: MatterSession, ids: readonly string[] | undefined, now: string): DocketSheet {
  const matter = session.get(
    sql.selectFrom('matter').select(['title', 'court', 'number', 'judge', 'timezone']),
  )!;
  const { header, parties } = mergeHeads(headsOf(listApplied(session)));
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: matter.timezone });
  return {
    court: header?.courtName || header?.court || matter.court,
    number: header?.number || matter.number,
    title: header?.title || matter.title,
    head: header ? headLines({ ...header, judge: header.judge || matter.judge }) : [['Judge', matter.judge]],
    parties,
    entries: chosenEntries(session, ids),
    printed: `Printed from Forthwith on ${day.format(new Date(now))}`,
  };
}

/** @returns how many pages it has */
function writeSheet(sheet: DocketSheet, filePath: string, fontsFolder: string): number {
  const shelf = new FontShelf(fontsFolder);
  const { length } = layOutSheet(sheet, new Typesetter(shelf, () => 0), 0);
  const document = new OutputDocument(filePath, shelf, length);
  try {
    layOutSheet(sheet, document.type, length).forEach((page, at) =>
      document.writeDrawn(at, page, () => null),
    );
    const title = ['Docket', sheet.number, sheet.title].filter((part) => part !== '').join(' · ');
    document.finish({ title, labels: [], bookmarks: [], language: 'en-US' });
  } catch (error) {
    document.abandon();
    throw error;
  }
  return length;
}
