import { findCitations, type FoundCitation } from '../../../../shared/domain/citations/index.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { keptPassword } from '../../store/content.ts';
import { loadPdfium, openPdf, readPageText, withSource, type PdfPage } from '../../pdf/index.ts';

/** An area of a page in points of its own space: left, bottom, right, top. */
export type Area = readonly [number, number, number, number];

/** A citation on a page of a PDF. */
export interface PlacedCitation extends FoundCitation {
  /** Page of the PDF, from 0. */
  readonly place: number;
  /** One for each line its own part stands on. */
  readonly areas: readonly Area[];
}

export interface CitedAreasInput {
  readonly matter: MatterFile;
  readonly contentId: number;
  /** Pages looked at, from 0, in the order they are carried; null for all. */
  readonly pages: readonly number[] | null;
  readonly labels: readonly string[];
  readonly batesPrefixes: readonly string[];
}

export interface CitedAreas {
  readonly firstPage: string;
  readonly citations: readonly PlacedCitation[];
}

type PageText = ReturnType<typeof readPageText>;
/** A page's text as citations are found in it, and the glyph behind each of its characters. */
interface GlyphText {
  readonly text: string;
  readonly glyphOf: readonly number[];
}

/**
 * Finds citations in a PDF with the areas they take on its pages. A page that cannot be read has none.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NOT_A_PDF
 */
export async function citedAreasTask(
  { matter, contentId, pages, labels, batesPrefixes }: CitedAreasInput,
  context: WorkerContext,
): Promise<CitedAreas> {
  const pdfium = await loadPdfium(context.platform.pdfiumWasmPath);
  const password = keptPassword(context.openMatter(matter), contentId);
  return withSource(
    { matter, contentId },
    (file) => context.openMatter(file),
    (source) => {
      const pdf = openPdf(pdfium, source, { name: 'exhibit', ...(password !== undefined && { password }) });
      try {
        const places = pages ?? Array.from({ length: pdf.pageCount }, (_, at) => at);
        const texts = places.map((place) => {
          try {
            return pdf.withPage(place, (page) => glyphText(readPageText(pdf.pdfium, page)).text);
          } catch (error) {
            if (!isAppError(error) || pdf.pdfium.isBroken) throw error;
            return '';
          }
        });
        const byPage = new Map<number, FoundCitation[]>();
        for (const citation of findCitations(texts, { labels, batesPrefixes })) {
          const own = byPage.get(citation.page);
          if (own) own.push(citation);
          else byPage.set(citation.page, [citation]);
        }
        const citations = [...byPage].flatMap(([page, found]) => {
          const place = places[page - 1]!;
          // Read again, so that the boxes of one page are held at a time and not those of all.
          return pdf.withPage(place, (opened) => {
            const text = readPageText(pdf.pdfium, opened);
            const { glyphOf } = glyphText(text);
            return found.map((citation) => ({
              ...citation,
              place,
              areas: areasOf(citation, text, glyphOf, opened),
            }));
          });
        });
        return { firstPage: texts[0] ?? '', citations };
      } finally {
        pdf.close();
      }
    },
  );
}

function glyphText({ glyphs }: PageText): GlyphText {
  const glyphOf: number[] = [];
  const parts: string[] = [];
  for (const [at, { text }] of glyphs.entries()) {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++) glyphOf.push(at);
  }
  return { text: parts.join(''), glyphOf };
}

/** The areas of a citation's own part, a line each. */
function areasOf(
  { ownSpan }: FoundCitation,
  { glyphs, runs }: PageText,
  glyphOf: readonly number[],
  page: PdfPage,
): Area[] {
  if (!ownSpan) return [];
  const [from, to] = [glyphOf[ownSpan.start]!, glyphOf[ownSpan.end - 1]! + 1];
  const areas: Area[] = [];
  let isOpen = false;
  for (let at = firstRunFrom(runs, from); at < runs.length && runs[at]!.start < to; at++) {
    const run = runs[at]!;
    let area: Area | null = null;
    for (const { rect, text } of glyphs.slice(Math.max(run.start, from), Math.min(run.end, to)))
      if (rect && text.trim() !== '') area = around(area, toOwnArea(page, rect));
    if (area) areas.push(around(isOpen ? (areas.pop() ?? null) : null, area));
    isOpen = area !== null && !run.isLineEnd;
  }
  return areas;
}

/** The place of the first run that ends after a glyph. */
function firstRunFrom(runs: PageText['runs'], glyph: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end <= glyph) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The area around two. */
function around(one: Area | null, other: Area): Area {
  if (!one) return other;
  const [left, bottom, right, top] = one;
  return [
    Math.min(left, other[0]),
    Math.min(bottom, other[1]),
    Math.max(right, other[2]),
    Math.max(top, other[3]),
  ];
}

/** A box as shown in the page's own space. */
function toOwnArea(page: PdfPage, { x, y, width, height }: Rect): Area {
  const [a, b] = [toOwn(page, x, y), toOwn(page, x + width, y + height)];
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

/** Leads a point as shown back to the page's own space: what leads there only turns and moves. */
function toOwn(page: PdfPage, x: number, y: number): { x: number; y: number } {
  const origin = page.pointToShown(0, 0);
  const [right, up] = [page.pointToShown(1, 0), page.pointToShown(0, 1)];
  const [dx, dy] = [x - origin.x, y - origin.y];
  return {
    x: dx * (right.x - origin.x) + dy * (right.y - origin.y),
    y: dx * (up.x - origin.x) + dy * (up.y - origin.y),
  };
}
