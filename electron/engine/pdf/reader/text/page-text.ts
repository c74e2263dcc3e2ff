import { unite } from '../../../../../shared/domain/rect.ts';
import type { Rect, TextRun } from '../../../../../shared/contract/reader.ts';
import type { Pdfium } from '../../pdfium/library.ts';
import type { PdfPage } from '../../pdfium/page.ts';
import { asIfTurned } from '../../text/plain-text.ts';
import { isOnPage } from '../geometry.ts';
import { lineHyphen, readGlyphs, type DrawnGlyph, type Glyph } from './glyphs.ts';
import { orderText } from '../order/order-text.ts';

/** A run over `glyphs[start..end)`: one line, one size, one direction. */
export interface PageRun extends TextRun {
  readonly start: number;
  readonly end: number;
}

/** The parts of a run that a window gets. */
export function toTextRun({ start: _start, end: _end, ...run }: PageRun): TextRun {
  return run;
}

export interface PageText {
  readonly glyphs: readonly Glyph[];
  readonly runs: readonly PageRun[];
}

/**
 * Reads a page's text in reading order, with its boxes, grouped into runs for the text layer. Text outside what is shown of
 * the page is left out.
 *
 * PDFium sorts text that starts at the same shown height along that height, which puts the lines of sideways text in the
 * wrong order. So a page most of whose text lies sideways is read as if turned until that text is upright.
 *
 * @param hasInk whether the boxes of letters' ink are read too, which takes a little longer
 */
export function readPageText(pdfium: Pdfium, page: PdfPage, hasInk = false): PageText {
  const shown = readPageGlyphs(pdfium, page, hasInk).filter(
    ({ rect }) => rect === null || isOnPage(rect, page),
  );
  return orderText({ glyphs: shown, runs: groupRuns(shown) });
}

/** A page's characters in PDFium's order, read as if turned until most of them are upright; those outside the page too. */
export function readPageGlyphs(pdfium: Pdfium, page: PdfPage, hasInk = false): Glyph[] {
  const glyphs = readGlyphs(pdfium, page, hasInk);
  const turns = mainQuarterTurns(glyphs);
  return turns === 0 ? glyphs : asIfTurned(pdfium, page, turns, () => readGlyphs(pdfium, page, hasInk));
}

/** Quarter turns clockwise by which most of the page's text lies, as shown. */
function mainQuarterTurns(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) if (glyph.rect) counts[Math.round(glyph.hand.angle / 90) % 4]! += 1;
  return counts.indexOf(Math.max(...counts));
}

interface OpenRun {
  readonly start: number;
  readonly rect: Rect;
  readonly last: DrawnGlyph;
}

/** Groups glyphs into runs. White space that only separates two runs trails the first, so that copied words stay apart. */
export function groupRuns(glyphs: readonly Glyph[]): PageRun[] {
  const runs: PageRun[] = [];
  let run: OpenRun | null = null;

  const close = ({ start, rect, last: { hand } }: OpenRun, end: number, isLineEnd: boolean) => {
    const text = glyphs.slice(start, end).map(readsAs).join('');
    runs.push({ text, rect, fontSize: hand.fontSize, angle: hand.angle, isLineEnd, start, end });
  };

  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.text === '\n') {
      if (run) close(run, index, true);
      run = null;
    } else if (glyph.rect) {
      const isSpace = glyph.text.trim() === '';
      const joint = run && jointOf(run.last, glyph);
      if (run && joint !== 'same run') {
        close(run, index, joint === 'next line');
        run = null;
      }
      if (run)
        run = { start: run.start, rect: isSpace ? run.rect : unite(run.rect, glyph.rect), last: glyph };
      else if (!isSpace) run = { start: index, rect: glyph.rect, last: glyph };
    }
  }
  if (run) close(run, glyphs.length, true);
  return runs;
}

function readsAs({ text }: Glyph): string {
  return text === lineHyphen ? '-' : text;
}

/** How a drawn glyph follows another. Distances are in ems of the larger of the two. */
function jointOf(one: DrawnGlyph, other: DrawnGlyph): 'same run' | 'same line' | 'next line' {
  if (one.hand.angle !== other.hand.angle) return 'next line';
  const { along, fontSize } = one.hand;
  const em = Math.max(fontSize, other.hand.fontSize, 0.1);
  const dx = other.origin.x - one.origin.x;
  const dy = other.origin.y - one.origin.y;
  const across = Math.abs(dy * along.x - dx * along.y) / em;
  // A superscript stays on its line; a new baseline is a new line.
  if (across > 0.6) return 'next line';
  const advance = Math.abs(along.x) * one.rect.width + Math.abs(along.y) * one.rect.height;
  const gap = (dx * along.x + dy * along.y - advance) / em;
  // A wide gap is a column or a tab stop: its own run, so that the text layer does not stretch over it.
  const isTogether =
    across < 0.15 && Math.abs(fontSize - other.hand.fontSize) < em * 0.05 && gap < 1.5 && gap > -1;
  return isTogether ? 'same run' : 'same line';
}
