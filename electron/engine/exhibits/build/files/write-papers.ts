import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { concordanceDat, opticonOpt } from '../../../../../shared/domain/exhibits/load-files.ts';
import { writeWordDocument } from '../../../formats/word/index.ts';
import { drawIndex, writeIndexFile } from '../../../pdf/assemble/index.ts';
import type { WrittenOutput } from '../../build-repository.ts';
import type { SetPlan } from '../plan/set-plan.ts';
import type { NamedFile } from './archival-files.ts';
import { outputOf } from './built-set.ts';
import {
  indexCsv,
  indexDocument,
  indexRows,
  loadFileRows,
  tableOfExhibits,
  type PlacedExhibit,
} from './index-papers.ts';

/**
 * Writes what describes a set's exhibits: its index to read, to edit and for spreadsheets, the table for the brief, load files.
 *
 * @returns the index to read by itself, which may be PDF/A, and all of them
 * @throws the file system's own errors
 */
export async function writePapers(
  plan: SetPlan,
  placed: readonly PlacedExhibit[],
  folder: string,
  assetsDirectory: string,
): Promise<{ readonly index: NamedFile; readonly outputs: readonly WrittenOutput[] }> {
  const { fileStem } = plan;
  const indexFile = `${fileStem} - Index.pdf`;
  const index = await writeIndexFile(join(folder, indexFile), {
    title: `${plan.name} – ${plan.index.title}`,
    draw: (type) => drawIndex(plan.index, indexRows(placed), type),
    assetsDirectory,
    isArchival: plan.isArchival,
  });
  const outputs = [outputOf('index', indexFile, index.file, { pages: index.pages })];
  const loadRows = loadFileRows(plan, placed);
  const papers: readonly (readonly [WrittenOutput['role'], string, Buffer])[] = [
    ['indexDocx', 'Index.docx', await writeWordDocument(indexDocument(plan, placed))],
    ['indexCsv', 'Index.csv', Buffer.from(indexCsv(plan, placed))],
    ['tableOfExhibits', 'Table of Exhibits.docx', await writeWordDocument(tableOfExhibits(plan, placed))],
    ['dat', 'Load File.dat', Buffer.from(concordanceDat(loadRows))],
    ['opt', 'Load File.opt', Buffer.from(opticonOpt(loadRows))],
  ];
  for (const [role, name, bytes] of papers) {
    const file = `${fileStem} - ${name}`;
    await writeFile(join(folder, file), bytes, { flush: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    outputs.push(outputOf(role, file, { bytes: bytes.length, sha256 }));
  }
  return { index: [indexFile, index.file], outputs };
}
