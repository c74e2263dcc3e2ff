import type { Rect } from '../../../../shared/contract/reader.ts';
import type { TextPart } from '../../../../shared/domain/redaction/index.ts';
import type { DrawnGlyph, Glyph } from '../reader/text/glyphs.ts';
import { unite } from '../../../../shared/domain/rect.ts';

/** A page's text with what draws each part of it. */
export interface GlyphText {
  readonly text: string;
  /** By UTF-16 unit of the text; null for what nothing draws, as the end of a line. */
  readonly glyphs: readonly (DrawnGlyph | null)[];
}

export function glyphText(glyphs: readonly Glyph[]): GlyphText {
  const drawn: (DrawnGlyph | null)[] = [];
  let text = '';
  for (const glyph of glyphs) {
    text += glyph.text;
    for (let unit = 0; unit < glyph.text.length; unit += 1) drawn.push(glyph.rect ? glyph : null);
  }
  return { text, glyphs: drawn };
}

/** What a letter may cover: a font's boxes may lie elsewhere than its ink, which may be mirrored, or drawn by pictures of letters. */
export const reachOf = ({ rect, ink }: DrawnGlyph): Rect => (ink ? unite(rect, ink) : rect);

/** Room around removed letters, in parts of their size: accents, swashes and italics reach out of their boxes. */
const roomAcross = 0.12;
const roomAlong = 0.15;
const leastRoom = 1;

/**
 * Where a part of a text stands, as shown: an area for each line that it reaches over, with room around it. Edges lie on whole
 * points, so that they do not tell the width of what stood there more finely, unless a letter that stays is near.
 */
export function areasOf({ glyphs }: GlyphText, { start, end }: TextPart): Rect[] {
  const lines: DrawnGlyph[][] = [];
  for (const glyph of glyphs.slice(start, end)) {
    if (glyph === null || glyph.text.trim() === '') continue;
    const line = lines.at(-1);
    if (line && isSameLine(line.at(-1)!, glyph)) line.push(glyph);
    else lines.push([glyph]);
  }
  const beside = [glyphs[start - 1], glyphs[end]].filter((glyph) => glyph && glyph.text.trim() !== '');
  return lines.map((line) => {
    const rect = line.map(reachOf).reduce(unite);
    return beside.reduce((area, glyph) => clearOf(area, rect, glyph!), withRoom(rect, line.at(-1)!));
  });
}

/** An area on words, with room around the letters that it takes away; where none are known, with as little as there ever is. */
export function withLetters(area: Rect, text: GlyphText): Rect {
  const taken = text.glyphs.flatMap((glyph, at) => (glyph && takes(area, glyph) ? [at] : []));
  if (taken.length === 0) return onWholePoints(area, leastRoom, leastRoom);
  const areas: Rect[] = [];
  let start = taken[0]!;
  for (const [at, unit] of taken.entries()) {
    // A space, which nothing draws, parts no words.
    const next = taken[at + 1];
    if (next !== undefined && text.glyphs.slice(unit + 1, next).every((glyph) => glyph === null)) continue;
    areas.push(...areasOf(text, { start, end: unit + 1 }));
    start = next ?? start;
  }
  return areas.reduce(unite, area);
}

/** Lines are told apart by the baseline; what stands far off on the same one, as in a table, is an area of its own. */
function isSameLine(one: DrawnGlyph, other: DrawnGlyph): boolean {
  const { along } = one.hand;
  const [dx, dy] = [other.origin.x - one.origin.x, other.origin.y - one.origin.y];
  const em = Math.max(sizeOf(one), sizeOf(other), leastRoom);
  return Math.abs(dy * along.x - dx * along.y) < em * 0.6 && Math.abs(dx * along.x + dy * along.y) < em * 6;
}

/** Of a letter. A font that has its letters drawn by other means may call any size its own. */
function sizeOf({ ink, hand: { fontSize, angle } }: DrawnGlyph): number {
  const height = ink ? (angle % 180 === 0 ? ink.height : ink.width) : 0;
  return Math.max(fontSize, height);
}

function withRoom(rect: Rect, glyph: DrawnGlyph): Rect {
  const isUpright = glyph.hand.angle % 180 === 0;
  const along = Math.max(leastRoom, sizeOf(glyph) * roomAlong);
  const across = Math.max(leastRoom, sizeOf(glyph) * roomAcross);
  return onWholePoints(rect, isUpright ? along : across, isUpright ? across : along);
}

/** An area with room around it, its edges moved outwards to whole points. */
export function onWholePoints({ x, y, width, height }: Rect, across: number, down: number): Rect {
  const [left, top] = [Math.floor(x - across), Math.floor(y - down)];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width + across) - left,
    height: Math.ceil(y + height + down) - top,
  };
}

/** Of a letter that stays, no more than this is covered: what it tells of its neighbour's width is seen anyway. */
const coveredShare = 0.2;

/** An area that keeps off a letter right beside what is removed. */
function clearOf(area: Rect, removed: Rect, { rect }: DrawnGlyph): Rect {
  // Boxes of letters that follow each other may overlap a little.
  const [across, down] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const isBeside = down > removed.y && down < removed.y + removed.height;
  const isAboveOrBelow = across > removed.x && across < removed.x + removed.width;
  if (isBeside === isAboveOrBelow) return area;
  const [at, length] = isBeside ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const [from, to] = [area[at], area[at] + area[length]];
  const share = rect[length] * coveredShare;
  if (rect[at] >= removed[at]) {
    const most = Math.max(removed[at] + removed[length], rect[at] + share);
    return { ...area, [length]: Math.min(to, most) - from };
  }
  const least = Math.min(removed[at], rect[at] + rect[length] - share);
  return { ...area, [at]: Math.max(from, least), [length]: to - Math.max(from, least) };
}

/** What of a text lies in an area, with one space between its words. */
export const wordsIn = (area: Rect, { text, glyphs }: GlyphText): string =>
  glyphs
    .map((glyph, at) => (glyph && takes(area, glyph) ? text[at] : ' '))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Share of a letter's box, or of its ink, past which it belongs to an area. */
const leastShare = 0.25;

/** Whether an area takes a letter away. */
export const takes = (area: Rect, { rect, ink }: DrawnGlyph): boolean =>
  covers(area, rect) || (ink !== undefined && covers(area, ink));

function covers(area: Rect, rect: Rect): boolean {
  const across = Math.min(area.x + area.width, rect.x + rect.width) - Math.max(area.x, rect.x);
  const down = Math.min(area.y + area.height, rect.y + rect.height) - Math.max(area.y, rect.y);
  if (across < 0 || down < 0) return false;
  const size = rect.width * rect.height;
  return size === 0 || across * down >= size * leastShare;
}
