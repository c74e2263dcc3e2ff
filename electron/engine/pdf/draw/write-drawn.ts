import { basename, join } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { writeNewFile } from '../../platform/write-file.ts';
import type { DrawnPage } from './drawn-page.ts';
import type { Typesetter } from './typesetter.ts';

export interface WrittenPdf {
  readonly fileName: string;
  readonly pages: number;
  readonly sha256: string;
}

type LayOut = (type: Typesetter, total: number) => readonly DrawnPage[];

/**
 * Writes pages drawn by us as a PDF that must not be there yet: it appears whole, or not at all. The same pages give the same
 * bytes.
 *
 * @param layOut draws all pages; called twice, first with a total of 0 to count them
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export async function writeDrawn(
  filePath: string,
  {
    title,
    layOut,
    platform,
    signal,
  }: { title: string; layOut: LayOut; platform: Platform; signal: AbortSignal },
): Promise<WrittenPdf> {
  const written = await writeNewFile(filePath, platform.newId(), async (staged) => {
    const drawn = await drawFile(staged, { title, layOut, assetsDirectory: platform.assetsDirectory });
    // Drawing is not interrupted: a cancel that came meanwhile is noticed only now.
    if (signal.aborted) throw new AppError('CANCELLED');
    return drawn;
  });
  return { fileName: basename(filePath), ...written };
}

/** Draws the pages into a file; after a failure, nothing in the file is of use. @param layOut as for `writeDrawn` */
export async function drawFile(
  filePath: string,
  { title, layOut, assetsDirectory }: { title: string; layOut: LayOut; assetsDirectory: string },
): Promise<Omit<WrittenPdf, 'fileName'>> {
  // Most runs of the program print nothing: the fonts' reader is loaded by those that do.
  const [{ FontShelf }, { Typesetter }, { OutputDocument }, { fileTarget, orAbandon }] = await Promise.all([
    import('./font-shelf.ts'),
    import('./typesetter.ts'),
    import('../assemble/output/output-document.ts'),
    import('../assemble/output/output-target.ts'),
  ]);
  const shelf = new FontShelf(join(assetsDirectory, 'fonts'));
  const pages = layOut(new Typesetter(shelf, () => 0), 0).length;
  const document = new OutputDocument(fileTarget(filePath), shelf, pages);
  const { sha256 } = await orAbandon(document, () => {
    layOut(document.type, pages).forEach((page, at) => document.writeDrawn(at, page, () => null));
    return document.finish({ title, labels: [], bookmarks: [], language: 'en-US' });
  });
  return { pages, sha256 };
}
