import type { Bitmap } from '../../pdfium/index.ts';
import type { PixelArea } from '../../redactions/pixels.ts';

/** By how much neighboring pixels differ where a shape ends, of 255. */
const leastStep = 40;
/** Sizes of a letter in pixels: a dot, a dash or a rule has a shorter side, a drawing or a frame a longer one. */
const leastSide = 3;
const mostSide = 120;
/** Of a word whose letters touch: how long it may be, and how many edges a row of it crosses at least, in all and by its length. */
const mostLength = 600;
const leastCrossings = 6;
const leastCrossed = 0.12;
/** Letters of a word: how far apart they are at most, by their height, and by how much their heights differ. */
const mostGap = 0.9;
const mostRatio = 2.6;
const leastOverlap = 0.5;
const leastLetters = 3;
/** How high the higher of two letters side by side is at least: of dashes in a row none is. */
const leastHigh = 5;
/**
 * A frame, or what is left of one beside letters that stand on it, has its lines so near its sides, and is larger than usual letters: of
 * these, curves and bars lead through the middle.
 */
const lineWidth = 3;
const leastFrame = 20;
/** A picture with more shapes than this shows words for all anybody knows. */
const mostShapes = 4_000;

interface Shape extends PixelArea {
  /** Edges that its rows cross. */
  readonly crossings: number;
  /** Whether it is nothing but lines along its sides, as the border of a cell. */
  readonly isFrame: boolean;
}

/**
 * Whether a picture may show a word: three shapes of a letter's size side by side or one above the other, or one that is as long as a word and
 * as rich. It says yes to much that is none, as scales and ornaments.
 *
 * @param picture drawn with about two pixels a point
 * @param known places that are left out of account
 * @param other a drawing of the same size: what ends where something of it does is left out too
 */
export function mayShowWords(picture: Bitmap, known: readonly PixelArea[], other?: Bitmap): boolean {
  const letters: Shape[] = [];
  const edges = edgesOf(picture, known);
  if (other) leaveOut(edges, edgesOf(other, []), picture);
  for (const shape of shapesIn(edges, picture)) {
    const [width, height] = [shape.right - shape.left, shape.bottom - shape.top];
    if (Math.min(width, height) < leastSide) continue;
    if (Math.max(width, height) <= mostSide && !shape.isFrame) letters.push(shape);
    if (isWord(shape) || letters.length > mostShapes) return true;
  }
  return isChained(letters) || isChained(letters.map(onItsSide));
}

function isWord({ left, top, right, bottom, crossings }: Shape): boolean {
  const [width, height] = [right - left, bottom - top];
  const isLong = width > height * 1.5 && width <= mostLength && height <= mostSide;
  return isLong && crossings >= leastCrossings * height && crossings >= leastCrossed * width * height;
}

const onItsSide = ({ left, top, right, bottom, ...shape }: Shape): Shape => ({
  ...shape,
  left: top,
  top: left,
  right: bottom,
  bottom: right,
});

/** Whether three shapes stand in a row. */
function isChained(shapes: readonly Shape[]): boolean {
  const inOrder = shapes.toSorted((one, other) => one.left - other.left);
  /** Of each shape, how many stand in a row up to it. */
  const lengths = inOrder.map(() => 1);
  for (const [at, shape] of inOrder.entries())
    for (let next = at + 1; next < inOrder.length; next += 1) {
      const other = inOrder[next]!;
      if (other.left - shape.right > mostGap * mostSide) break;
      if (!areBeside(shape, other)) continue;
      lengths[next] = Math.max(lengths[next]!, lengths[at]! + 1);
      if (lengths[next]! >= leastLetters) return true;
    }
  return false;
}

function areBeside(one: Shape, other: Shape): boolean {
  const [height, otherHeight] = [one.bottom - one.top, other.bottom - other.top];
  const [least, most] = [Math.min(height, otherHeight), Math.max(height, otherHeight)];
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const gap = other.left - one.right;
  return (
    most >= leastHigh &&
    most <= least * mostRatio &&
    overlap >= least * leastOverlap &&
    gap <= mostGap * most &&
    gap > -least / 2
  );
}

const across = 1;
const down = 2;

/** Of each pixel, whether it differs from the one on its left, from the one above it, or from both. */
function edgesOf({ width, height, rgba }: Bitmap, known: readonly PixelArea[]): Uint8Array {
  const edges = new Uint8Array(width * height);
  const tone = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < tone.length; at += 1, from += 4)
    tone[at] = (rgba[from]! * 3 + rgba[from + 1]! * 4 + rgba[from + 2]!) >> 3;
  for (let y = 1; y < height; y += 1)
    for (let x = 1, at = y * width + 1; x < width; x += 1, at += 1) {
      const own = tone[at]!;
      const left = tone[at - 1]!;
      const above = tone[at - width]!;
      // Most of a page is paper.
      if (own === left && own === above) continue;
      edges[at] =
        (Math.abs(own - left) > leastStep ? across : 0) | (Math.abs(own - above) > leastStep ? down : 0);
    }
  for (const { left, top, right, bottom } of known)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
      edges.fill(0, y * width + Math.max(0, left), y * width + Math.max(0, Math.min(width, right)));
  return edges;
}

/** Leaves out edges near those of another drawing: a pixel beside them or on them. */
function leaveOut(edges: Uint8Array, others: Uint8Array, { width, height }: Bitmap): void {
  for (let at = nextEdge(others, 0); at < others.length; at = nextEdge(others, at + 1)) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
      edges.fill(0, row * width + Math.max(0, x - 1), row * width + Math.min(width, x + 2));
  }
}

/** What hangs together of a picture's edges. @param edges are used up */
function* shapesIn(edges: Uint8Array, { width, height }: Bitmap): Generator<Shape> {
  // Pixels of the shape; those from `done` on are still to be gone on from.
  const own: number[] = [];
  for (let start = nextEdge(edges, 0); start < edges.length; start = nextEdge(edges, start + 1)) {
    let [left, top, right, bottom, crossings] = [width, height, 0, 0, 0];
    const take = (at: number) => {
      if (edges[at]! & across) crossings += 1;
      edges[at] = 0;
      own.push(at);
    };
    own.length = 0;
    take(start);
    for (let done = 0; done < own.length; done += 1) {
      const at = own[done]!;
      const [x, y] = [at % width, Math.floor(at / width)];
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
      const [from, to] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
        for (let column = from; column <= to; column += 1)
          if (edges[row * width + column] !== 0) take(row * width + column);
    }
    const area = { left, top, right, bottom };
    yield { ...area, crossings, isFrame: isFrame(area, own, width) };
  }
}

/** By itself, for it goes over millions of pixels, most of which are none. */
function nextEdge(edges: Uint8Array, from: number): number {
  let at = from;
  while (at < edges.length && edges[at] === 0) at += 1;
  return at;
}

/** @param own pixels of a shape, numbered along the rows of a picture so wide */
function isFrame({ left, top, right, bottom }: PixelArea, own: readonly number[], width: number): boolean {
  if (Math.min(right - left, bottom - top) < leastFrame) return false;
  return own.every((at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return Math.min(x - left, right - 1 - x, y - top, bottom - 1 - y) < lineWidth;
  });
}
