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

/**
 * A page's words read down its columns: a caption, a table or two columns may be written and read row by row, and a name that goes on in
 * the next line of its cell then stands in two places.
 *
 * @returns one text for each column, beside other readings of the page; none where no line has a gap that could part columns
 */
export function downColumns({ glyphs, runs }: PageText): Glyph[][] {
  const pieces = piecesOf(runs);
  if (!pieces.some((piece, at) => at > 0 && isRightOf(piece, pieces[at - 1]!))) return [];
  const byHeight = pieces.toSorted((one, other) => one.rect.y - other.rect.y);
  const below = new Map(byHeight.map((piece, at) => [piece, pieceBelow(piece, byHeight, at)]));
  const continued = new Set(below.values());
  const read = new Set<Piece>();
  return byHeight
    .filter((piece) => !continued.has(piece))
    .map((top) => {
      const column: Glyph[] = [];
      let shared = 0;
      for (let piece: Piece | null = top; piece && shared < sharedPieces; piece = below.get(piece) ?? null) {
        if (read.has(piece)) shared += 1;
        read.add(piece);
        column.push(...glyphs.slice(piece.start, piece.end), { text: '\n', rect: null });
      }
      return column;
    });
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
