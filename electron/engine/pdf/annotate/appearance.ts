import type { TagColor } from '../../../../shared/model/evidence.ts';
import type { NoteKind, NoteRect } from '../../../../shared/model/notes.ts';
import { shortNumber } from '../objects/index.ts';
import type { ShownSpace } from './shown-space.ts';

/** How a note looks on a page: what its annotation says of itself, and the picture of it that every viewer can draw. */
export interface Appearance {
  readonly subtype: 'Highlight' | 'Underline' | 'Square' | 'Redact' | 'Text';
  /** Left, bottom, right, top in the page's own space. */
  readonly area: readonly [number, number, number, number];
  /** Entries that only this kind of annotation has in its dictionary. */
  readonly entries: string;
  /** Operators of the picture, in the page's own space. */
  readonly content: string;
  /** Whether it lies over the page like marker ink, so that words stay readable. */
  readonly isMarker: boolean;
}

type Color = readonly [number, number, number];

/** Pale for what lies over words, strong for lines: red, green and blue from 0 to 1. */
const colors: Readonly<Record<TagColor, { readonly pale: Color; readonly strong: Color }>> = {
  grey: { pale: [0.85, 0.85, 0.85], strong: [0.4, 0.4, 0.4] },
  red: { pale: [1, 0.74, 0.72], strong: [0.8, 0.15, 0.15] },
  orange: { pale: [1, 0.83, 0.58], strong: [0.82, 0.42, 0.05] },
  yellow: { pale: [1, 0.94, 0.45], strong: [0.72, 0.55, 0] },
  green: { pale: [0.74, 0.93, 0.68], strong: [0.13, 0.5, 0.22] },
  blue: { pale: [0.7, 0.87, 1], strong: [0.12, 0.38, 0.75] },
  purple: { pale: [0.88, 0.78, 1], strong: [0.48, 0.25, 0.7] },
};

/** Points: the side of a pin, the width of a box's line. */
const pin = 18;
const boxLine = 1.5;

/** A note where it stands on a page. */
export interface Mark {
  readonly kind: NoteKind;
  readonly color: TagColor;
  /** As shown; empty for a page as a whole. */
  readonly rects: readonly NoteRect[];
  /** Degrees clockwise by which its words lie, as shown. */
  readonly angle: number;
}

/**
 * The look of a note.
 *
 * @param before pins that already stand at the top of the page, so that none covers another
 */
export function appearanceOf(
  { kind, color, rects, angle }: Mark,
  space: ShownSpace,
  before: number,
): Appearance {
  const { pale, strong } = colors[color];
  if (rects.length > 0) {
    if (kind === 'highlight') return highlight(rects, pale, space);
    if (kind === 'underline') return underline(rects, angle, strong, space);
    if (kind === 'box') return box(rects, strong, space);
    if (kind === 'redaction') return markedForRedaction(rects, strong, space);
  }
  return pinned(
    kind === 'bookmark' ? ribbon : bubble,
    pinPlace(rects, space, before),
    { pale, strong },
    space,
  );
}

function highlight(rects: readonly NoteRect[], pale: Color, space: ShownSpace): Appearance {
  return {
    subtype: 'Highlight',
    area: around(rects, space, 0),
    entries: `${quads(rects, space)}/C[${list(pale)}]`,
    content: `${list(pale)} rg ${rects.map((rect) => `${outline(rect, space)} f`).join(' ')}`,
    isMarker: true,
  };
}

function underline(rects: readonly NoteRect[], angle: number, strong: Color, space: ShownSpace): Appearance {
  const lines = rects.map((rect) => {
    const { x, y, width, height } = rect;
    const turned = (((Math.round(angle / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
    const thick = Math.min(3, Math.max(0.8, (turned % 2 === 1 ? width : height) * 0.07));
    const half = thick / 2;
    // Under the words, whichever way they lie.
    const [from, to] = (
      [
        [
          [x, y + height - half],
          [x + width, y + height - half],
        ],
        [
          [x + half, y],
          [x + half, y + height],
        ],
        [
          [x, y + half],
          [x + width, y + half],
        ],
        [
          [x + width - half, y],
          [x + width - half, y + height],
        ],
      ] as const
    )[turned];
    return `${number(thick)} w ${list(space.point(...from))} m ${list(space.point(...to))} l S`;
  });
  return {
    subtype: 'Underline',
    area: around(rects, space, 1),
    entries: `${quads(rects, space)}/C[${list(strong)}]`,
    content: `${list(strong)} RG ${lines.join(' ')}`,
    isMarker: false,
  };
}

function box(rects: readonly NoteRect[], strong: Color, space: ShownSpace): Appearance {
  return {
    subtype: 'Square',
    area: around(rects, space, boxLine),
    entries: `/C[${list(strong)}]/BS<</W ${boxLine}/S/S>>/RD[${list([boxLine, boxLine, boxLine, boxLine])}]`,
    content: `${list(strong)} RG ${boxLine} w ${rects.map((rect) => `${outline(rect, space)} s`).join(' ')}`,
    isMarker: false,
  };
}

/** Points between the lines of the hatching, and their width. */
const hatching = { gap: 6, line: 0.4 };

/** An outline with thin lines across, through which the words can be read: nothing is redacted yet (ISO 32000-1 §12.5.6.23). */
function markedForRedaction(rects: readonly NoteRect[], strong: Color, space: ShownSpace): Appearance {
  const lines = rects.map(({ x, y, width, height }) => {
    const strokes: string[] = [];
    for (let at = hatching.gap; at < width + height; at += hatching.gap) {
      // From the left or lower side up to the upper or right one.
      const [fromX, fromY] = at < height ? [0, at] : [at - height, height];
      const [toX, toY] = at < width ? [at, 0] : [width, at - width];
      strokes.push(`${list(space.point(x + fromX, y + fromY))} m ${list(space.point(x + toX, y + toY))} l S`);
    }
    return strokes.join(' ');
  });
  return {
    subtype: 'Redact',
    area: around(rects, space, boxLine),
    entries: `${quads(rects, space)}/C[${list(strong)}]`,
    content: `${list(strong)} RG ${hatching.line} w ${lines.join(' ')} ${boxLine} w ${rects.map((rect) => `${outline(rect, space)} s`).join(' ')}`,
    isMarker: false,
  };
}

/** A pin beside the words it is about, or at the top of the page. */
function pinPlace(
  [first]: readonly NoteRect[],
  { width, height }: ShownSpace,
  before: number,
): { x: number; y: number } {
  const within = (at: number, length: number) => Math.max(0, Math.min(at, length - pin));
  if (first) return { x: within(first.x - pin - 2, width), y: within(first.y, height) };
  const row = Math.max(1, Math.floor((width - 24) / (pin + 6)));
  return {
    x: within(width - 12 - (pin + 6) * ((before % row) + 1), width),
    y: within(12 + (pin + 6) * Math.floor(before / row), height),
  };
}

type Shape = readonly (readonly [number, number])[];
/** In parts of the pin's side. */
const bubble: Shape = [
  [0.05, 0.1],
  [0.95, 0.1],
  [0.95, 0.7],
  [0.5, 0.7],
  [0.25, 0.95],
  [0.25, 0.7],
  [0.05, 0.7],
];
const ribbon: Shape = [
  [0.2, 0.02],
  [0.8, 0.02],
  [0.8, 0.98],
  [0.5, 0.72],
  [0.2, 0.98],
];

/**
 * A comment's pin. Viewers turn it upright about the upper left corner of its area, as if the page were not rotated (ISO 32000-1
 * §12.5.6.4 and NoRotate in table 165): that corner is the place, and the picture is drawn upright in the page's own space.
 */
function pinned(
  shape: Shape,
  { x, y }: { x: number; y: number },
  { pale, strong }: { pale: Color; strong: Color },
  space: ShownSpace,
): Appearance {
  const [left, top] = space.point(x, y);
  const points = shape.map(([right, down]) => list([left + right * pin, top - down * pin]));
  return {
    subtype: 'Text',
    area: [left, top - pin, left + pin, top],
    entries: `/Name/Comment/C[${list(pale)}]`,
    content: `${list(pale)} rg ${list(strong)} RG 1 w ${points.map((point, i) => `${point} ${i === 0 ? 'm' : 'l'}`).join(' ')} b`,
    isMarker: false,
  };
}

/** QuadPoints (ISO 32000-1 table 179), in the order that viewers read: upper left and right, lower left and right. */
function quads(rects: readonly NoteRect[], space: ShownSpace): string {
  return `/QuadPoints[${rects.map((rect) => space.corners(rect).map(list).join(' ')).join(' ')}]`;
}

function outline(rect: NoteRect, space: ShownSpace): string {
  const [a, b, c, d] = space.corners(rect);
  return `${list(a)} m ${list(b)} l ${list(d)} l ${list(c)} l h`;
}

function around(rects: readonly NoteRect[], space: ShownSpace, margin: number): Appearance['area'] {
  const area: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects)
    for (const [x, y] of space.corners(rect)) {
      area[0] = Math.min(area[0], x - margin);
      area[1] = Math.min(area[1], y - margin);
      area[2] = Math.max(area[2], x + margin);
      area[3] = Math.max(area[3], y + margin);
    }
  return area;
}

/** Numbers as they are written. */
export function list(values: readonly number[]): string {
  return values.map(number).join(' ');
}

const number = (value: number) => shortNumber(value, 3);
