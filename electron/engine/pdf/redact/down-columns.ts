import type { Rect } from '../../../../shared/contract/reader.ts';
import { unite } from '../reader/geometry.ts';
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
/** The number of a line of a pleading or a transcript, which stands before its words. */
export const lineNumber = /^\s*\d{1,3}\s*(?=\S)/;

/**
 * A page's words read down its columns: a caption, a table or two columns may be written and read row by row, and a name that goes on in
 * the next line of its cell, or in the next column, then stands in two places.
 *
 * @returns one text for each column, and others of lines with those that a column begins with, beside other readings of the page; none where
 *   no line has a gap that could part columns
 */
export function downColumns({ glyphs, runs }: PageText): Glyph[][] {
  const pieces = piecesOf(runs);
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
        const number = lineNumber.exec(textOf(first));
        const words = number ? first.slice(glyphsWithin(first, number[0].length)) : first;
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

function piecesOf(runs: readonly PageRun[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { rect, fontSize, angle, start, end } of runs) {
    if (angle !== 0) continue;
    const run = { rect, fontSize, start, end };
    const last = pieces.at(-1);
    if (last && isSameLine(last, run) && Math.abs(gapBetween(last, run)) < columnGap * fontSize)
      pieces[pieces.length - 1] = { rect: unite(last.rect, rect), fontSize, start: last.start, end };
    else pieces.push(run);
  }
  return pieces;
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
