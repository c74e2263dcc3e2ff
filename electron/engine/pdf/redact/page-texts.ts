import { hash } from 'node:crypto';
import type { TextPart } from '../../../../shared/domain/redaction/index.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Bitmap, Pdfium, PdfPage } from '../pdfium/index.ts';
import { isPictureOfText } from '../text/scanned.ts';
import { readPageGlyphs, readPageText, type PageText } from '../reader/text/page-text.ts';
import type { DrawnGlyph, Glyph } from '../reader/text/glyphs.ts';
import { paintedObjects, type PaintedObject } from '../redactions/painted-objects.ts';
import { apart, lineStart, readingOrders, withoutLineStarts } from './down-columns.ts';
import { glyphText, type GlyphText } from './glyph-text.ts';
import { mayBeUnseen } from './may-be-unseen.ts';
import type { FindUnwanted, UnwantedPart } from './wishes.ts';

/**
 * Recognises the words of a page's picture.
 *
 * @param dotsPerInch of the picture
 * @returns its words, in points of the page as shown
 */
export type Recognize = (picture: Bitmap, dotsPerInch: number) => Promise<PageText>;

/** A letterhead that stands alone in the picture of page after page is recognized once, and so is a picture that is looked at again. */
export function eachOnce(recognize: Recognize): Recognize {
  const known = new Map<string, ReturnType<Recognize>>();
  return (picture, dotsPerInch) => {
    const { width, height, rgba } = picture;
    const key = `${width} ${height} ${dotsPerInch} ${hash('sha1', rgba)}`;
    const told = known.get(key) ?? recognize(picture, dotsPerInch);
    known.set(key, told);
    return told;
  };
}

/** Share of a page from which a picture on it may show words: a name of ten points takes as much. */
const leastPictureShare = 0.002;

/** The reader shows no more letters of a page; of the rest nothing could be said. */
const mostLetters = 200_000;

/**
 * A page's words as they can be read: first in the order of the page, then down its columns, then in the file's own order, those outside the
 * page too, with and without spaces that are only guessed, what only begins lines, and letters that hardly anybody sees. Where words stand for others that are shown, both are read; that they do is then forgotten, as long as the page is
 * open.
 *
 * @throws AppError PDF_LIMIT_EXCEEDED for a page of more than 200,000 letters; as `PdfPage.withText` does
 */
export function ownTexts(pdfium: Pdfium, page: PdfPage): GlyphText[] {
  if (page.withText((_, characters) => characters) > mostLetters)
    throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'letters on a page' });
  const shown = readPageText(pdfium, page, true);
  const written = paintedObjects(pdfium, page.handle).filter(({ kind }) => kind === 'text');
  const isUnseen = mayBeUnseen(pdfium, page);
  const texts = [...readingOrders(shown), ...readingsWithout(isUnseen, readPageGlyphs(pdfium, page, true))];
  if (removeStandIns(pdfium, written))
    texts.push(...readingsWithout(isUnseen, readPageGlyphs(pdfium, page, true)));
  return texts.map(glyphText);
}

/** All letters, and those alone that are surely seen, where that is another text. */
function readingsWithout(
  isUnseen: (letter: DrawnGlyph) => boolean,
  glyphs: readonly Glyph[],
): (readonly Glyph[])[] {
  const isDrawn = (glyph: Glyph): glyph is DrawnGlyph => glyph.rect !== null && glyph.text.trim() !== '';
  const seen = glyphs.filter((glyph) => !isDrawn(glyph) || !isUnseen(glyph));
  const isOther = seen.length < glyphs.length && seen.some(isDrawn);
  return [...readingsOf(glyphs), ...(isOther ? readingsOf(seen) : [])];
}

/** Lines at the beginning of a page or a column among which its text begins: running heads stand before it. */
const linesBefore = 4;
const isNumber = /^\s*\d{1,3}\s*$/;

/**
 * Finds words that begin on one page and end on the next, or so in two columns. Footnotes and page numbers may stand after the line with which the
 * text goes over: it may be any.
 *
 * @returns their parts on either page, of the texts in the order of the pages
 */
export function overPageEnd(
  before: GlyphText,
  after: GlyphText,
  find: FindUnwanted,
): { kind: UnwantedPart['kind']; parts: [TextPart, TextPart] }[] {
  const ends = linesOf(before.text);
  const starts = linesOf(after.text).filter(({ start, end }) => !isNumber.test(after.text.slice(start, end)));
  return starts
    .slice(0, linesBefore)
    .flatMap((line) => withoutStart(after.text, line))
    .flatMap((next) => {
      const words = after.text.slice(next.start, next.end);
      let joined = '';
      const places = ends.map((line) => {
        const from = joined.length;
        joined += `${before.text.slice(line.start, line.end)}\n${words}${apart}`;
        return { line, from, length: line.end - line.start };
      });
      return find(joined).flatMap(({ kind, start, end }) => {
        const { line, from, length } = places.findLast((place) => place.from <= start)!;
        if (start - from >= length || end - from <= length + 1) return [];
        const parts: [TextPart, TextPart] = [
          { start: line.start + start - from, end: line.end },
          { start: next.start, end: next.start + end - from - length - 1 },
        ];
        return { kind, parts };
      });
    });
}

/** A line, and what of it stands after what only begins it. */
function withoutStart(text: string, { start, end }: TextPart): TextPart[] {
  const found = lineStart.exec(text.slice(start, end));
  return [{ start, end }, ...(found ? [{ start: start + found[0].length, end }] : [])];
}

/** Where lines with anything in them stand. PDFium puts no end of line after a hyphen that ends one (U+0002). */
const linesOf = (text: string): TextPart[] =>
  [...text.matchAll(/[^\n\u0002]+\u0002?/g)]
    .filter(([line]) => /[^\s\u0002]/.test(line))
    .map(({ 0: line, index }) => ({ start: index, end: index + line.trimEnd().length }));

function readingsOf(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  // A space that nothing writes is a guess, and may stand within a word.
  const written = glyphs.filter(({ rect, text }) => rect !== null || text !== ' ');
  const readings = [glyphs, written, withGaps(glyphs), byPlace(glyphs)];
  return [...readings, ...readings.flatMap(withoutLineStarts)];
}

/** Of a letter's size: how far the baselines of one line lie apart, how far a letter that is drawn twice to look bold, and two columns. */
const lineShift = 0.3;
const boldShift = 0.1;
const columnGap = 3;

/**
 * Letters by the places where they are seen, line by line: a word may be drawn in parts, with others in between. Raised figures, which stand
 * higher, are lines of their own, so that they part no words.
 */
function byPlace(glyphs: readonly Glyph[]): Glyph[] {
  const drawn = glyphs.filter(
    (glyph): glyph is DrawnGlyph => glyph.rect !== null && glyph.text.trim() !== '',
  );
  const byAngle = Map.groupBy(drawn, ({ hand }) => hand.angle);
  return [...byAngle.values()].flatMap((letters) => {
    const { along } = letters[0]!.hand;
    const placed = letters.map((glyph) => ({
      glyph,
      across: glyph.origin.x * along.x + glyph.origin.y * along.y,
      down: glyph.origin.y * along.x - glyph.origin.x * along.y,
    }));
    placed.sort((one, other) => one.down - other.down);
    const lines: (typeof placed)[] = [];
    for (const [at, letter] of placed.entries()) {
      const isNext = at > 0 && letter.down - placed[at - 1]!.down < letter.glyph.hand.fontSize * lineShift;
      if (isNext) lines.at(-1)!.push(letter);
      else lines.push([letter]);
    }
    return lines.flatMap((line) => {
      line.sort((one, other) => one.across - other.across);
      const once = line.filter(
        ({ glyph, across }, at) =>
          !line
            .slice(Math.max(0, at - 2), at)
            .some(
              (before) =>
                before.glyph.text === glyph.text && across - before.across < glyph.hand.fontSize * boldShift,
            ),
      );
      const read = once.flatMap(({ glyph }, at): Glyph[] => {
        const before = once[at - 1]?.glyph;
        if (before && isApart(before, glyph, columnGap)) return [{ text: apart, rect: null }, glyph];
        return before && isApart(before, glyph) ? [{ text: ' ', rect: null }, glyph] : [glyph];
      });
      return [...read, { text: '\n', rect: null }];
    });
  });
}

/** Lets PDFium read what letters show instead of the words that stand for them (ISO 32000-1 §14.9.4). @returns whether there are any */
function removeStandIns(pdfium: Pdfium, texts: readonly PaintedObject[]): boolean {
  const { api, memory } = pdfium;
  return pdfium.guard(() =>
    memory.withBytes(4, (out) => {
      let isAny = false;
      for (const { handle } of texts)
        for (let at = api.FPDFPageObj_CountMarks(handle) - 1; at >= 0; at -= 1) {
          const mark = api.FPDFPageObj_GetMark(handle, at);
          if (!api.FPDFPageObjMark_GetParamStringValue(mark, 'ActualText', 0, 0, out)) continue;
          isAny = api.FPDFPageObj_RemoveMark(handle, mark) || isAny;
        }
      return isAny;
    }),
  );
}

/** Of a letter's size, the room after it from which another word begins. */
const leastGap = 0.15;

/** With a space wherever there is room for one: fonts without a meaning for theirs leave words joined. */
function withGaps(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.flatMap((glyph, at) => {
    const before = glyphs[at - 1];
    return before?.rect && glyph.rect && isApart(before, glyph) ? [{ text: ' ', rect: null }, glyph] : glyph;
  });
}

function isApart(one: DrawnGlyph, other: DrawnGlyph, gap = leastGap): boolean {
  const { along, fontSize } = one.hand;
  const [dx, dy] = [other.origin.x - one.origin.x, other.origin.y - one.origin.y];
  const width = Math.abs(along.x) * one.rect.width + Math.abs(along.y) * one.rect.height;
  return dx * along.x + dy * along.y - width > fontSize * gap;
}

/** What of a page is to be recognized: all of it, what it has of pictures, or nothing, where its text says all that it may show. */
export function partToRecognize(page: PdfPage, { text }: GlyphText): 'page' | 'pictures' | null {
  let content: ReturnType<PdfPage['content']> | undefined;
  const contentOf = () => (content ??= page.content());
  if (isPictureOfText(contentOf, text)) return 'page';
  return contentOf().imageShare >= leastPictureShare ? 'pictures' : null;
}

/** Of 255: what differs from the paper by less is how it was packed. */
const leastFaint = 6;

/** A picture in black and white: whatever differs from what most of it has is black, however faint it is. */
export function withFaint({ width, height, rgba }: Bitmap): Bitmap {
  const toneAt = (at: number) => (rgba[at]! + 2 * rgba[at + 1]! + rgba[at + 2]!) >> 2;
  const counts = new Uint32Array(256);
  for (let at = 0; at < rgba.length; at += 4) counts[toneAt(at)]! += 1;
  const paper = counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));
  const clear = new Uint8Array(rgba.length).fill(255);
  for (let at = 0; at < rgba.length; at += 4)
    if (Math.abs(toneAt(at) - paper) >= leastFaint) clear.fill(0, at, at + 3);
  return { width, height, rgba: clear };
}
