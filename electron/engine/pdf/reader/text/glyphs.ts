import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { PdfPage } from '../../pdfium/page.ts';
import { inkBoxOf } from '../../pdfium/geometry.ts';
import type { Pdfium } from '../../pdfium/library.ts';
import { isRaised, isRaisedFigure, raisedFigure } from '../../pdfium/raised-figures.ts';

/** PDFium's sign for a hyphen that only breaks a word at the end of its line. */
export const lineHyphen = '\u0002';

/** How a text object writes: its direction and size as shown. */
export interface Hand {
  /** Whole degrees clockwise: scans are a little askew, and no finer angle matters to a text layer. */
  readonly angle: number;
  /** Points. */
  readonly fontSize: number;
  /** Unit vector along the line. */
  readonly along: { readonly x: number; readonly y: number };
  /** FPDF_PAGEOBJECT; 0 where none writes it, as what was recognized. */
  readonly object: number;
}

/** One character as drawn on a page. */
export interface DrawnGlyph {
  readonly text: string;
  readonly rect: Rect;
  /** The smallest box around its ink, where that was asked for: a letter may stand elsewhere than its font says letters do. */
  readonly ink?: Rect;
  readonly origin: { readonly x: number; readonly y: number };
  readonly hand: Hand;
}

/** A character that nothing draws: white space PDFium puts between words and lines. */
export interface ImpliedGlyph {
  readonly text: string;
  readonly rect: null;
}

export type Glyph = DrawnGlyph | ImpliedGlyph;

/** More characters than any page of print has; the rest of such a page is shown but cannot be selected. */
export const glyphLimit = 200_000;
/** Room for a box of four floats and a point of two doubles. */
const scratchBytes = 32;

/** Characters of a page with their boxes, in the order PDFium reads them. */
export function readGlyphs(pdfium: Pdfium, page: PdfPage, hasInk = false): Glyph[] {
  const { api, memory } = pdfium;
  return page.withText((textPage, characters) =>
    memory.withBytes(scratchBytes, (pointer) => {
      const glyphs: Glyph[] = [];
      let view = viewOf(pdfium, pointer);
      let object = 0;
      let hand: Hand = { angle: 0, fontSize: 0, along: { x: 1, y: 0 }, object };
      for (let index = 0; index < Math.min(characters, glyphLimit); index++) {
        const text = meaningOf(api.FPDFText_GetUnicode(textPage, index));
        if (text === null) continue;
        const drawnBy = api.FPDFText_GetTextObject(textPage, index);
        if (drawnBy === 0) {
          glyphs.push({ text, rect: null });
          continue;
        }
        if (drawnBy !== object) {
          object = drawnBy;
          hand = { ...readHand(pdfium, page, textPage, index, pointer), object };
        }
        api.FPDFText_GetLooseCharBox(textPage, index, pointer);
        api.FPDFText_GetCharOrigin(textPage, index, pointer + 16, pointer + 24);
        // PDFium's memory moves when it grows; a view of it is made again only then, not for each letter.
        if (view.byteLength === 0) view = viewOf(pdfium, pointer);
        // FS_RECTF: left, top, right, bottom.
        const loose = page.toShown({
          left: view.getFloat32(0, true),
          top: view.getFloat32(4, true),
          right: view.getFloat32(8, true),
          bottom: view.getFloat32(12, true),
        });
        const origin = page.pointToShown(view.getFloat64(16, true), view.getFloat64(24, true));
        const ink = hasInk ? inkOf(pdfium, page, textPage, index, pointer) : null;
        const glyph = { text, rect: trimToLine(loose, origin, hand), ...(ink && { ink }), origin, hand };
        glyphs.push({ ...glyph, text: figureBehind(glyphs.at(-1), glyph) ?? text });
      }
      return glyphs;
    }),
  );
}

/** What a character's ink covers, as shown; null where it has none. @param out room for four doubles */
function inkOf(pdfium: Pdfium, page: PdfPage, textPage: number, index: number, out: number): Rect | null {
  const box = inkBoxOf(pdfium, textPage, index, out);
  return box && box.right > box.left && box.top > box.bottom ? page.toShown(box) : null;
}

/** A figure that stands raised behind another character, as it is written; null for what else stands there. */
function figureBehind(before: Glyph | undefined, glyph: DrawnGlyph): string | null {
  if (!before?.rect || before.text.trim() === '') return null;
  const { along } = before.hand;
  const placeOf = ({ origin, hand: { fontSize } }: DrawnGlyph) => ({
    size: fontSize,
    height: origin.x * along.y - origin.y * along.x,
  });
  const isBehind =
    before.hand === glyph.hand ? isRaisedFigure(before.text) : isRaised(placeOf(before), placeOf(glyph));
  return isBehind ? raisedFigure(glyph.text) : null;
}

/** What a character code of PDFium reads as; null for glyphs without a meaning and control characters. */
export function meaningOf(code: number): string | null {
  if (code === 0x02 || code === 0xfffe) return lineHyphen;
  if (code === 0x0d || code === 0x0a) return '\n';
  if (code === 0x09 || code === 0xa0) return ' ';
  if (code < 0x20 || code === 0xffff || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}

/** Parts of an em above and below the baseline that a line of print takes, accents and leading left out. */
const ascent = 0.8;
const descent = 0.23;

/**
 * PDFium's box reaches from the highest to the lowest mark of the whole font, which for many fonts is into the lines above and
 * below. Trimmed to the line, marks of neighboring lines do not overlap.
 */
function trimToLine(box: Rect, origin: { x: number; y: number }, { angle, fontSize }: Hand): Rect {
  if (angle % 90 !== 0) return box;
  const isSideways = angle % 180 === 90;
  const baseline = isSideways ? origin.x : origin.y;
  // Letters stand up from the baseline, which is against the axis for text upright (0) or turned to read upwards (270).
  const isAgainstAxis = angle === 0 || angle === 270;
  const least = baseline - fontSize * (isAgainstAxis ? ascent : descent);
  const most = baseline + fontSize * (isAgainstAxis ? descent : ascent);
  const from = Math.max(isSideways ? box.x : box.y, least);
  const to = Math.min(isSideways ? box.x + box.width : box.y + box.height, most);
  if (!(to > from)) return box;
  return isSideways ? { ...box, x: from, width: to - from } : { ...box, y: from, height: to - from };
}

function readHand(
  pdfium: Pdfium,
  page: PdfPage,
  textPage: number,
  index: number,
  pointer: number,
): Omit<Hand, 'object'> {
  pdfium.api.FPDFText_GetMatrix(textPage, index, pointer);
  const [a, b, c, d] = floats(pdfium, pointer, 4);
  const size = pdfium.api.FPDFText_GetFontSize(textPage, index);
  // A size below zero turns letters about (ISO 32000-1 §9.3.1).
  const [right, up] = size < 0 ? [-a!, -b!] : [a!, b!];
  const from = page.pointToShown(0, 0);
  const to = page.pointToShown(right, up);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return {
    angle: (Math.round((Math.atan2(along.y, along.x) * 180) / Math.PI) + 360) % 360,
    fontSize: Math.abs(size) * Math.hypot(c!, d!),
    along,
  };
}

/** The bytes that a call fills, for as long as PDFium's memory stays where it is. */
function viewOf(pdfium: Pdfium, pointer: number): DataView {
  const { buffer, byteOffset, byteLength } = pdfium.memory.view(pointer, scratchBytes);
  return new DataView(buffer, byteOffset, byteLength);
}

function floats(pdfium: Pdfium, pointer: number, count: number): number[] {
  const { buffer, byteOffset } = pdfium.memory.view(pointer, count * 4);
  return Array.from(new Float32Array(buffer, byteOffset, count));
}
