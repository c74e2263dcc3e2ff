import type { ByteSource } from '../../byte-source.ts';
import type { Box } from '../../objects/index.ts';
import { firstIndex } from '../../../../../shared/domain/first-index.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { loadPdfium, openPdf, type PdfDocument } from '../../pdfium/index.ts';
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
  /** Whether there is reason to check that it is there. */
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

/** What was drawn in a file, or a part of it. */
export interface ReadBack {
  /** Marks that do not read where they were drawn. */
  readonly marks: readonly ExpectedMark[];
  readonly sheets: readonly ExpectedSheet[];
}

/** What was not found. */
export interface NotReadBack extends ReadBack {
  /** Pages, from 0, that could not be read at all: whatever is drawn on them differently will not be found either. */
  readonly unreadable: ReadonlySet<number>;
}

/** How often the read-back program is restarted per file after a page has crashed it. */
const maxBreaking = 8;
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
 * A file as if some of its objects were not there: large pictures and the programs of its originals' fonts, which say nothing of
 * our own text and which PDFium would keep in memory, and pages that nobody asks for. On its way to a page PDFium reads every
 * page before it; one that is not there keeps its place in the count.
 *
 * @param places where the cross-reference table says that each is in use, in ascending order
 */
export function withoutObjects(source: ByteSource, places: Float64Array): ByteSource {
  return {
    sizeBytes: source.sizeBytes,
    readAt(position, target) {
      const read = source.readAt(position, target);
      const first = firstIndex(places.length, (at) => places[at]! >= position);
      for (let i = first; i < places.length && places[i]! < position + read; i += 1)
        target[places[i]! - position] = freeEntry;
      return read;
    },
  };
}

/** What stands in the place of `n` where an object is not in use. */
const freeEntry = 'f'.charCodeAt(0);

/**
 * Reads a finished file with another program than the one that wrote it, and finds what must be on its pages.
 *
 * @returns what is not there, or stands on a page that cannot be read
 * @throws AppError when the file cannot be opened; Error when it has other pages than planned
 */
export async function readBack(
  source: ByteSource,
  pdfiumWasmPath: string,
  { pages, marks, sheets }: ReadBack & { readonly pages: number },
): Promise<NotReadBack> {
  const byPage = new Map<number, { marks: ExpectedMark[]; sheets: ExpectedSheet[] }>();
  const onPage = (page: number) => {
    const present = byPage.get(page) ?? { marks: [], sheets: [] };
    byPage.set(page, present);
    return present;
  };
  for (const mark of marks) onPage(mark.page).marks.push(mark);
  for (const sheet of sheets) onPage(sheet.page).sheets.push(sheet);

  const missed = {
    marks: [] as ExpectedMark[],
    sheets: [] as ExpectedSheet[],
    unreadable: new Set<number>(),
  };
  const open = async () => {
    const document = openPdf(await loadPdfium(pdfiumWasmPath), source, { hasAllPages: true });
    if (document.pageCount === pages) return document;
    document.close();
    throw new Error('the file has other pages than planned');
  };
  let document = await open();
  let breaking = 0;
  try {
    for (const [page, expected] of byPage) {
      if (document.pdfium.isBroken && breaking < maxBreaking) {
        breaking += 1;
        document.close();
        document = await open();
      }
      try {
        const unread = unreadOn(document, page, expected);
        missed.marks.push(...unread.marks);
        missed.sheets.push(...unread.sheets);
      } catch (error) {
        // A page built to break readers must not prevent checking the others: it is reported.
        if (!isAppError(error)) throw error;
        missed.unreadable.add(page);
        missed.marks.push(...expected.marks);
        missed.sheets.push(...expected.sheets);
      }
    }
    return missed;
  } finally {
    document.close();
  }
}

/** What on a page does not read where it was drawn. @throws AppError when the page cannot be read */
function unreadOn(document: PdfDocument, page: number, { marks, sheets }: ReadBack): ReadBack {
  return document.withPage(page, (opened) => ({
    marks: opened.withText((textPage) =>
      marks.filter(
        ({ area, text }) => !withoutSpace(textIn(document, textPage, area)).includes(withoutSpace(text)),
      ),
    ),
    sheets:
      sheets.length === 0
        ? []
        : sheets.filter(({ words }) => !withoutSpace(opened.text()).includes(withoutSpace(words))),
  }));
}

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
