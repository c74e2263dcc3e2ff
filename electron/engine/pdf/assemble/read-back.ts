import { fileSource } from '../pdf-source.ts';
import { loadPdfium, openPdf, type PdfDocument, type PdfPage } from '../pdfium/index.ts';
import type { Box } from './source/source-document.ts';

/** A mark that was drawn, and where it must be found. */
export interface ExpectedMark {
  /** Page of the file, from 0. */
  readonly page: number;
  readonly kind: 'number' | 'sticker';
  readonly text: string;
  readonly area: Box;
}

/** A sheet that was drawn. */
export interface ExpectedSheet {
  /** Page it was planned for, from 0. */
  readonly page: number;
  /** Words that must stand on it. */
  readonly words: string;
}

export interface ReadBack {
  /** Marks that do not read where they were drawn. */
  readonly unread: readonly ExpectedMark[];
  /** Marks under which other text stands. */
  readonly overText: readonly ExpectedMark[];
  /** Where each sheet really is, from 0; null where it is nowhere. */
  readonly sheetPages: readonly (number | null)[];
  readonly pages: number;
}

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

/**
 * Reads a finished file with another program than the one that wrote it, and finds what must be on its pages.
 */
export async function readBack(
  filePath: string,
  pdfiumWasmPath: string,
  expected: { readonly marks: readonly ExpectedMark[]; readonly sheets: readonly ExpectedSheet[] },
  progress: (page: number) => void = () => {},
): Promise<ReadBack> {
  const source = fileSource(filePath);
  try {
    const document = openPdf(await loadPdfium(pdfiumWasmPath), source);
    try {
      return readDocument(document, expected, progress);
    } finally {
      document.close();
    }
  } finally {
    source.close();
  }
}

function readDocument(
  document: PdfDocument,
  { marks, sheets }: { marks: readonly ExpectedMark[]; sheets: readonly ExpectedSheet[] },
  progress: (page: number) => void,
): ReadBack {
  const unread: ExpectedMark[] = [];
  const overText: ExpectedMark[] = [];
  const byPage = new Map<number, ExpectedMark[]>();
  for (const mark of marks) byPage.set(mark.page, [...(byPage.get(mark.page) ?? []), mark]);
  for (const [page, ofPage] of byPage) {
    document.withPage(page, (opened) => {
      for (const mark of ofPage) {
        const found = withoutSpace(textIn(document, opened, mark.area));
        const wanted = withoutSpace(mark.kind === 'sticker' ? `EXHIBIT${mark.text}` : mark.text);
        if (found === wanted) continue;
        const isThere = found.includes(wanted) || withoutSpace(opened.text()).includes(wanted);
        (isThere && found !== '' ? overText : unread).push(mark);
      }
    });
    progress(page);
  }
  const holds = (page: number, words: string) =>
    page < document.pageCount &&
    document.withPage(page, (opened) => withoutSpace(opened.text()).startsWith(withoutSpace(words)));
  const sheetPages = sheets.map(({ page, words }) => {
    if (holds(page, words)) return page;
    for (let other = 0; other < document.pageCount; other += 1) if (holds(other, words)) return other;
    return null;
  });
  return { unread, overText, sheetPages, pages: document.pageCount };
}

/** Text whose characters lie in an area of the page's own space. */
function textIn(document: PdfDocument, page: PdfPage, [left, bottom, right, top]: Box): string {
  const { api, memory } = document.pdfium;
  return page.withText((textPage) => {
    const length = api.FPDFText_GetBoundedText(textPage, left, top, right, bottom, 0, 0);
    if (length <= 0) return '';
    return memory.withBytes((length + 1) * 2, (buffer) => {
      const written = api.FPDFText_GetBoundedText(textPage, left, top, right, bottom, buffer, length);
      return Buffer.from(memory.view(buffer, written * 2))
        .toString('utf16le')
        .replaceAll('\0', '');
    });
  });
}
