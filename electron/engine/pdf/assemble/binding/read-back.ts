import type { ByteSource } from '../../byte-source.ts';
import type { Box } from '../../objects/index.ts';
import { loadPdfium, openPdf, type PdfDocument, type PdfPage } from '../../pdfium/index.ts';
import type { MarkKind } from '../marks/index.ts';

/** A mark that was drawn, and where it must be found. */
export interface ExpectedMark {
  /** Page of the file, from 0. */
  readonly page: number;
  readonly kind: MarkKind;
  readonly text: string;
  readonly area: Box;
  /** Place of the exhibit, and which of its pages, from 0. */
  readonly item: number;
  readonly itemPage: number;
  /** Whether something speaks for looking whether it is there. */
  readonly isDoubtful: boolean;
}

/** A sheet that was drawn. */
export interface ExpectedSheet {
  /** Page of the file, from 0. */
  readonly page: number;
  /** Words that must stand on it. */
  readonly words: string;
  readonly item: number;
}

export interface ReadBack {
  /** Marks that do not read where they were drawn. */
  readonly marks: readonly ExpectedMark[];
  readonly sheets: readonly ExpectedSheet[];
}

/** Pages of a file that are read back without a doubt about them: a sample, spread over the file. */
const maxSampled = 24;

/** What is read back of all that was drawn: everything doubtful, and some of the rest. */
export function sampled({ marks, sheets }: ReadBack): ReadBack {
  const pages = [...marks.filter(({ isDoubtful }) => !isDoubtful), ...sheets].map(({ page }) => page);
  const all = [...new Set(pages)].toSorted((a, b) => a - b);
  if (all.length <= maxSampled) return { marks, sheets };
  const step = (all.length - 1) / (maxSampled - 1);
  const chosen = new Set(Array.from({ length: maxSampled }, (_, i) => all[Math.round(i * step)]!));
  return {
    marks: marks.filter(({ page, isDoubtful }) => isDoubtful || chosen.has(page)),
    sheets: sheets.filter(({ page }) => chosen.has(page)),
  };
}

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

/**
 * A file as if some of its objects were not there: large pictures, which say nothing of its text and which PDFium would keep in
 * memory, and pages that nobody asks for. On its way to a page PDFium reads every page before it; one that is not there keeps
 * its place in the count.
 *
 * @param places where the cross-reference table says that each is in use, in ascending order
 */
export function withoutObjects(source: ByteSource, places: Float64Array): ByteSource {
  return {
    sizeBytes: source.sizeBytes,
    readAt(position, target) {
      const read = source.readAt(position, target);
      for (let i = firstFrom(places, position); i < places.length && places[i]! < position + read; i += 1)
        target[places[i]! - position] = freeEntry;
      return read;
    },
  };
}

/** What stands in the place of `n` where an object is not in use. */
const freeEntry = 'f'.charCodeAt(0);

/** Index of the first of ascending numbers that is not less. */
function firstFrom(numbers: Float64Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Reads a finished file with another program than the one that wrote it, and finds what must be on its pages.
 *
 * @returns what is not there
 * @throws Error when the file has other pages than planned
 */
export async function readBack(
  source: ByteSource,
  pdfiumWasmPath: string,
  { pages, marks, sheets }: ReadBack & { readonly pages: number },
): Promise<ReadBack> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), source);
  try {
    if (document.pageCount !== pages) throw new Error('the file has other pages than planned');
    return {
      marks: unreadMarks(document, marks),
      sheets: sheets.filter(({ page, words }) => !holds(document, page, words)),
    };
  } finally {
    document.close();
  }
}

function unreadMarks(document: PdfDocument, marks: readonly ExpectedMark[]): ExpectedMark[] {
  const byPage = new Map<number, ExpectedMark[]>();
  for (const mark of marks) {
    const ofPage = byPage.get(mark.page);
    if (ofPage) ofPage.push(mark);
    else byPage.set(mark.page, [mark]);
  }
  const unread: ExpectedMark[] = [];
  for (const [page, ofPage] of byPage)
    document.withPage(page, (opened) =>
      opened.withText((textPage) => {
        for (const mark of ofPage)
          if (!withoutSpace(textIn(document, textPage, mark.area)).includes(withoutSpace(mark.text)))
            unread.push(mark);
      }),
    );
  return unread;
}

const holds = (document: PdfDocument, page: number, words: string) =>
  document.withPage(page, (opened: PdfPage) => withoutSpace(opened.text()).includes(withoutSpace(words)));

/** Text whose characters lie in an area of the page's own space. */
function textIn(document: PdfDocument, textPage: number, [left, bottom, right, top]: Box): string {
  const { api, memory } = document.pdfium;
  const length = api.FPDFText_GetBoundedText(textPage, left, top, right, bottom, 0, 0);
  if (length <= 0) return '';
  return memory.withBytes((length + 1) * 2, (buffer) => {
    const written = api.FPDFText_GetBoundedText(textPage, left, top, right, bottom, buffer, length);
    return Buffer.from(memory.view(buffer, written * 2))
      .toString('utf16le')
      .replaceAll('\0', '');
  });
}
