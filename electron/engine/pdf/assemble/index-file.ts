import { join } from 'node:path';
import type { DrawnIndex } from '../draw/drawn-page.ts';
import { FontShelf } from '../draw/font-shelf.ts';
import { Typesetter } from '../draw/typesetter.ts';
import type { WrittenFile } from './assembly.ts';
import { OutputDocument } from './output/output-document.ts';
import { fileTarget, orAbandon } from './output/output-target.ts';
import type { PageLabel } from './output/page-labels.ts';

/**
 * Writes an index of several files as a tagged PDF of its own. Its rows lead nowhere: what they name stands in other files.
 *
 * @param draw draws the pages; called twice, first to count them
 * @param isArchival whether it is made PDF/A-2b
 * @throws the file system's own errors
 */
export async function writeIndexFile(
  filePath: string,
  {
    title,
    draw,
    assetsDirectory,
    isArchival,
  }: {
    title: string;
    draw: (type: Typesetter) => DrawnIndex;
    assetsDirectory: string;
    isArchival: boolean;
  },
): Promise<{ readonly file: WrittenFile; readonly pages: number }> {
  const shelf = new FontShelf(join(assetsDirectory, 'fonts'));
  const pages = draw(new Typesetter(shelf, () => 0)).pages.length;
  const document = new OutputDocument(fileTarget(filePath), shelf, pages);
  const file = await orAbandon(document, () => {
    document.writeIndex(draw(document.type), pages, () => null);
    const labels = Array.from({ length: pages }, (_, at): PageLabel => ({ kind: 'roman', number: at + 1 }));
    return document.finish({ title, labels, bookmarks: [], language: 'en-US' });
  });
  if (!isArchival) return { file, pages };
  const { archiveFile } = await import('../archival/index.ts');
  const archived = (await archiveFile(filePath)).file;
  return { file: archived ? { ...archived, isArchival } : file, pages };
}
