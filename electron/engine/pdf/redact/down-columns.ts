import type { Rect } from '../../../../shared/contract/reader.ts';
import { unite } from '../../../../shared/domain/rect.ts';
import type { Glyph } from '../reader/text/glyphs.ts';
import type { PageRun, PageText } from '../reader/text/page-text.ts';

/** What of a line stands together: a column's part of it, or a cell's. */
interface Piece {
  readonly rect: Rect;
  readonly fontSize: number;
  /** Its glyphs, `start..end`. */
  readonly start: number;
  readonly end: number;
}

/** Room between words from which they are two pieces, and below a piece for the next of its column, in parts of the letters' size. */
const columnGap = 1.5;
const lineGap = 1.5;
/** Pieces read on where two columns become one, as below a heading: names take no more lines. */
const sharedPieces = 3;
/** Pieces of a column whose text may go on in another, how many columns there are at most, and pieces with which its text may begin. */
const leastPieces = 3;
const mostColumns = 4;
const firstPieces = 3;

/** Parts what is not to be read together: no letter, white space or dash. */
export const apart = '\n¶\n';
const apartGlyph: Glyph = { text: apart, rect: null };
const lineEnd: Glyph = { text: '\n', rect: null };
const lineTime = String.raw`\d{1,2}:\d\d(?::\d\d)?(?![\d:])`;
const lineNumber = String.raw`[[(]?\d{1,3}(?!\d)[\].:)]?`;
/** What stands before the words of a line and is none of them: its number and its time in a pleading or a transcript, the marks of a quoted message. */
export const lineStart = new RegExp(
  String.raw`^[\s>|]*(?:${lineTime}\s+${lineNumber}(?=\s)|${lineNumber}\s+${lineTime}|${lineTime}|${lineNumber}|[>|])[\s>|]*(?=\S)`,
);
/** Lines that begin so from which it is no chance. */
const leastStarts = 2;

/** The orders in which a page's words may be meant to be read: its own first, then down its columns, then each without what only begins lines. */
export function readingOrders(text: PageText): (readonly Glyph[])[] {
  const orders = [text.glyphs, ...downColumns(text)];
  return [...orders, ...orders.flatMap(withoutLineStarts)];
}

/** Words without what begins their lines, so that a name goes on from one numbered line to the next; none where no lines begin so. */
export function withoutLineStarts(glyphs: readonly Glyph[]): Glyph[][] {
  const kept: Glyph[] = [];
  let starts = 0;
  for (let from = 0; from < glyphs.length;) {
    let to = from + 1;
    while (to < glyphs.length && !endsLine.test(glyphs[to - 1]!.text)) to += 1;
    const line = glyphs.slice(from, to);
    const start = lineStart.exec(textOf(line));
    if (start) starts += 1;
    kept.push(...(start ? line.slice(glyphsWithin(line, start[0].length)) : line));
    from = to;
  }
  return starts < leastStarts ? [] : [kept];
}

/** PDFium puts no end of line after a hyphen that ends one. */
const endsLine = /[\n\u0002]$/;

/**
 * A page's words read down its columns: a caption, a table or two columns may be written and read row by row, and a name that goes on in
 * the next line of its cell, or in the next column, then stands in two places.
 *
 * @returns one text for each column, and others of lines with those that a column begins with, beside other readings of the page; none where
 *   no line has a gap that could part columns
 */
export function downColumns(text: PageText): Glyph[][] {
  const { glyphs } = text;
  const pieces = piecesOf(text);
  if (!pieces.some((piece, at) => at > 0 && isRightOf(piece, pieces[at - 1]!))) return [];
  const byHeight = pieces.toSorted((one, other) => one.rect.y - other.rect.y);
  const below = new Map(byHeight.map((piece, at) => [piece, pieceBelow(piece, byHeight, at)]));
  const continued = new Set(below.values());
  const read = new Set<Piece>();
  const columns = byHeight
    .filter((piece) => !continued.has(piece))
    .map((top) => {
      const column: Glyph[][] = [];
      let shared = 0;
      for (let piece: Piece | null = top; piece && shared < sharedPieces; piece = below.get(piece) ?? null) {
        if (read.has(piece)) shared += 1;
        read.add(piece);
        column.push(glyphs.slice(piece.start, piece.end));
      }
      return column;
    });
  return [...columns.map((column) => column.flatMap((line) => [...line, lineEnd])), ...overEnds(columns)];
}

/** Lines of each column with the first ones of another: which of them is its last, footnotes and page numbers let nobody tell. */
function overEnds(columns: readonly Glyph[][][]): Glyph[][] {
  const long = columns
    .map((column) => column.filter((line) => /\p{L}/u.test(textOf(line))))
    .filter(({ length }) => length >= leastPieces);
  if (long.length > mostColumns) return [];
  return long.flatMap((column) =>
    long
      .filter((next) => next !== column)
      .flatMap((next) => next.slice(0, firstPieces))
      .map((first) => {
        const start = lineStart.exec(textOf(first));
        const words = start ? first.slice(glyphsWithin(first, start[0].length)) : first;
        return column.flatMap((line) => [...line, lineEnd, ...words, apartGlyph]);
      }),
  );
}

const textOf = (line: readonly Glyph[]) => line.map(({ text }) => text).join('');

/** How many glyphs make up the first letters of a line. */
function glyphsWithin(line: readonly Glyph[], letters: number): number {
  let [count, length] = [0, 0];
  for (; length < letters; count += 1) length += line[count]!.text.length;
  return count;
}

function piecesOf({ glyphs, runs }: PageText): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs.filter(({ angle }) => angle === 0).flatMap((own) => withoutGaps(glyphs, own))) {
    const { rect, fontSize, end } = run;
    const last = pieces.at(-1);
    if (last && isSameLine(last, run) && Math.abs(gapBetween(last, run)) < columnGap * fontSize)
      pieces[pieces.length - 1] = { rect: unite(last.rect, rect), fontSize, start: last.start, end };
    else pieces.push(run);
  }
  return pieces;
}

/** Parts of a run between which columns may be parted by spaces, as a caption is typed. */
function withoutGaps(glyphs: readonly Glyph[], { rect, fontSize, start, end }: PageRun): Piece[] {
  const parts: Piece[] = [];
  for (let at = start; at < end; at += 1) {
    const glyph = glyphs[at]!;
    if (glyph.rect === null || glyph.text.trim() === '') continue;
    const last = parts.at(-1);
    const own = { rect: glyph.rect, fontSize, start: at, end: at + 1 };
    if (last && gapBetween(last, own) < columnGap * fontSize)
      parts[parts.length - 1] = { ...last, rect: unite(last.rect, glyph.rect), end: at + 1 };
    else parts.push(own);
  }
  return parts.length > 1 ? parts : [{ rect, fontSize, start, end }];
}

const gapBetween = (left: Piece, right: Piece) => right.rect.x - left.rect.x - left.rect.width;

function isSameLine({ rect: one }: Piece, { rect: other }: Piece): boolean {
  const middle = other.y + other.height / 2;
  return middle > one.y && middle < one.y + one.height;
}

const isRightOf = (piece: Piece, before: Piece) =>
  isSameLine(before, piece) && gapBetween(before, piece) >= columnGap * piece.fontSize;

/** The nearest piece beneath another, of several side by side the one with most of its width. */
function pieceBelow(piece: Piece, byHeight: readonly Piece[], at: number): Piece | null {
  const { rect, fontSize } = piece;
  let nearest: Piece | null = null;
  for (let next = at + 1; next < byHeight.length; next += 1) {
    const other = byHeight[next]!;
    if (other.rect.y > rect.y + rect.height + lineGap * fontSize) break;
    if (isSameLine(piece, other) || overlapOf(rect, other.rect) <= 0) continue;
    if (nearest && !isSameLine(nearest, other)) break;
    if (!nearest || overlapOf(rect, other.rect) > overlapOf(rect, nearest.rect)) nearest = other;
  }
  return nearest;
}

const overlapOf = (one: Rect, other: Rect) =>
  Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
