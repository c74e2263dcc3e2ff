import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { WorkerContext } from '../../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../pdf-source.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { pictureOfPage, type PagePicture } from '../marks/index.ts';
import type { PageToDraw } from './look-ahead.ts';

/** Pages of one original, to be drawn. */
export interface DrawPagesInput {
  readonly location: SourceLocation;
  readonly pages: readonly PageToDraw[];
}

/** A page that was drawn. */
export interface DrawnPart {
  /** Position in the original, from 0. */
  readonly index: number;
  /** Null where it cannot be drawn. */
  readonly picture: PagePicture | null;
}

/** Draws pages to see what is on them, and reports each by `progress` as a `DrawnPart`. */
export async function drawPagesTask(
  { location, pages }: DrawPagesInput,
  { platform, openMatter, progress }: WorkerContext,
): Promise<void> {
  await withSource(location, openMatter, async (source) => {
    const open = async () => openPdf(await loadPdfium(platform.pdfiumWasmPath), source);
    let document = await open();
    try {
      for (const { index, plainJpegs } of pages) {
        let picture: PagePicture | null = null;
        if (document.pdfium.isBroken) {
          document.close();
          document = await open();
        }
        try {
          picture = document.withPage(index, (page) => pictureOfPage(page, plainJpegs));
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
        progress({ index, picture } satisfies DrawnPart);
      }
    } finally {
      document.close();
    }
  });
}
