import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import {
  countBookmarks,
  countLinks,
  loadPdfium,
  openPdf,
  readOutline,
  type PdfDocument,
} from '../pdfium/index.ts';
import { pageProblem, type PageProgress, type PdfFile } from '../read-pages.ts';
import { withSource } from '../pdf-source.ts';
import { comparePage, type ComparedPage } from './compare-page.ts';

/** A page that was sent, and the one that it came back as. Both from 0. */
export interface PagePair {
  readonly sent: number;
  readonly returned: number;
}

export interface CompareInput {
  readonly sent: PdfFile;
  readonly returned: PdfFile;
  readonly pairs: readonly PagePair[];
}

/** What a document has beside its pages. */
export interface Belongings {
  readonly bookmarks: number;
  readonly links: number;
  readonly hasLabels: boolean;
  readonly isEncrypted: boolean;
}

/** How pages came back: one for each pair, or why it could not be compared. */
export interface PagesCompared {
  readonly pages: readonly (ComparedPage | { readonly problem: string })[];
  readonly sent: Belongings;
  readonly returned: Belongings;
}

/** Documents that break PDFium this often are not compared further. */
const maxRestarts = 3;

/**
 * Compares pages in a worker, pair by pair, and reports each by `progress`.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED; the sources' own errors
 */
export async function compareAsFiledTask(
  { sent, returned, pairs }: CompareInput,
  { platform, openMatter, progress }: WorkerContext,
): Promise<PagesCompared> {
  return withSource(sent.location, openMatter, (sentSource) =>
    withSource(returned.location, openMatter, async (returnedSource) => {
      const open = async () => {
        const pdfium = await loadPdfium(platform.pdfiumWasmPath);
        const first = openPdf(pdfium, sentSource, { name: sent.name });
        try {
          return [first, openPdf(pdfium, returnedSource, { name: returned.name })] as const;
        } catch (error) {
          first.close();
          throw error;
        }
      };
      let documents = await open();
      const close = () => documents.forEach((document) => document.close());
      const pages: PagesCompared['pages'][number][] = [];
      const links = [0, 0] as [number, number];
      let restarts = 0;
      try {
        for (const pair of pairs) {
          if (documents[0].pdfium.isBroken) {
            close();
            if (++restarts > maxRestarts) throw new AppError('PDF_DAMAGED', { name: returned.name });
            documents = await open();
          }
          try {
            pages.push(comparePair(documents, pair, links));
          } catch (error) {
            if (!isAppError(error)) throw error;
            pages.push({ problem: pageProblem(error, pair.returned + 1, returned.name).message });
          }
          progress({ pages: pages.length, of: pairs.length } satisfies PageProgress);
        }
        return {
          pages,
          sent: belongingsOf(documents[0], links[0]),
          returned: belongingsOf(documents[1], links[1]),
        };
      } finally {
        close();
      }
    }),
  );
}

function comparePair(
  [sent, returned]: readonly [PdfDocument, PdfDocument],
  pair: PagePair,
  links: [number, number],
): ComparedPage {
  return sent.withPage(pair.sent, (before) =>
    returned.withPage(pair.returned, (after) => {
      links[0] += countLinks(sent, before);
      links[1] += countLinks(returned, after);
      return comparePage(sent.pdfium, before, after);
    }),
  );
}

function belongingsOf(document: PdfDocument, links: number): Belongings {
  const pages = Array.from({ length: document.pageCount }, (_, page) => page);
  return {
    bookmarks: countBookmarks(readOutline(document)),
    links,
    hasLabels: pages.some((page) => document.pageLabel(page) !== ''),
    isEncrypted: document.isEncrypted,
  };
}
