import {
  findCitations,
  partingsOf,
  type CitationOptions,
  type FoundCitation,
  type PageSpan,
} from '../../../../shared/domain/citations/index.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { firstIndex } from '../../../../shared/domain/first-index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import { loadPdfium, openPdf, readPageText, withSource, type PdfPage } from '../../pdf/index.ts';

/** An area of a page in points of its own space: left, bottom, right, top. */
export type Area = readonly [number, number, number, number];

/** An area of a page of a PDF. */
export interface PlacedArea {
  /** Page of the PDF, from 0. */
  readonly place: number;
  readonly area: Area;
}

/** A citation in a PDF. */
export interface PlacedCitation extends FoundCitation {
  /** Page of the PDF on which it begins, from 0. */
  readonly place: number;
  /** One for each line its own part stands on, of the next page too where it runs over. */
  readonly areas: readonly PlacedArea[];
}

/** A PDF of the matter, and what is looked for in it. */
export interface CitedAreasInput {
  readonly matter: MatterFile;
  readonly contentId: number;
  /** What opens it, where that was given or is kept. */
  readonly password: string | undefined;
  /** Pages looked at, from 0, in the order they are carried; null for all. */
  readonly pages: readonly number[] | null;
  /** What citations are read by. */
  readonly known: CitationOptions;
}

/** What was found in it. */
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
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF
 */
export async function citedAreasTask(
  { matter, contentId, password, pages, known }: CitedAreasInput,
  context: WorkerContext,
): Promise<CitedAreas> {
  const pdfium = await loadPdfium(context.platform.pdfiumWasmPath);
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
        const found = findCitations(texts, { ...known, partings: partingsOf(places) });
        const areas = found.map((): PlacedArea[] => []);
        for (const [page, spans] of spansByPage(found)) {
          const place = places[page - 1]!;
          // Read again, so that the boxes of one page are held at a time and not those of all.
          pdf.withPage(place, (opened) => {
            const text = readPageText(pdf.pdfium, opened);
            const { glyphOf } = glyphText(text);
            for (const { citation, span } of spans)
              for (const area of areasOf(span, text, glyphOf, opened)) areas[citation]!.push({ place, area });
          });
        }
        const citations = found.map((citation, at) => ({
          ...citation,
          place: places[citation.page - 1]!,
          areas: areas[at]!,
        }));
        return { firstPage: texts[0] ?? '', citations };
      } finally {
        pdf.close();
      }
    },
  );
}

/** Each page with the parts of citations that stand on it. */
function spansByPage(
  found: readonly FoundCitation[],
): Map<number, { readonly citation: number; readonly span: PageSpan }[]> {
  const parts = found.flatMap(({ ownSpans }, citation) => ownSpans.map((span) => ({ citation, span })));
  return Map.groupBy(parts, ({ span }) => span.page);
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

/** The areas of a part of a citation, a line each. */
function areasOf(
  span: PageSpan,
  { glyphs, runs }: PageText,
  glyphOf: readonly number[],
  page: PdfPage,
): Area[] {
  const [from, to] = [glyphOf[span.start]!, glyphOf[span.end - 1]! + 1];
  const areas: Area[] = [];
  let isOpen = false;
  const first = firstIndex(runs.length, (at) => runs[at]!.end > from);
  for (let at = first; at < runs.length && runs[at]!.start < to; at++) {
    const run = runs[at]!;
    let area: Area | null = null;
    for (const { rect, text } of glyphs.slice(Math.max(run.start, from), Math.min(run.end, to)))
      if (rect && text.trim() !== '') area = around(area, toOwnArea(page, rect));
    if (area) areas.push(around(isOpen ? (areas.pop() ?? null) : null, area));
    isOpen = area !== null && !run.isLineEnd;
  }
  return areas;
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

/** Maps a point as shown back to the page's own space: the mapping only turns and moves. */
function toOwn(page: PdfPage, x: number, y: number): { x: number; y: number } {
  const origin = page.pointToShown(0, 0);
  const [right, up] = [page.pointToShown(1, 0), page.pointToShown(0, 1)];
  const [dx, dy] = [x - origin.x, y - origin.y];
  return {
    x: dx * (right.x - origin.x) + dy * (right.y - origin.y),
    y: dx * (up.x - origin.x) + dy * (up.y - origin.y),
  };
}
