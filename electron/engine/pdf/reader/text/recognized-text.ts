import type { Rect } from '../../../../../shared/contract/reader.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import type { DrawnGlyph, Glyph, Hand } from './glyphs.ts';
import type { PageRun, PageText } from './page-text.ts';

/** A word as it is stored: text, x, y, width, height in points of the page as shown, confidence, whether it ends its line. */
type StoredWord = [string, number, number, number, number, number, 0 | 1];

/**
 * The words recognized on a page, as text with places, to be selected, found and read aloud like any other.
 *
 * @param page from 1
 * @returns null where nothing was recognized
 */
export function readRecognized(session: MatterSession, contentId: number, page: number): PageText | null {
  const row = session.get(
    sql
      .selectFrom('recognition')
      .select(['turned', 'words'])
      .where('content_id', '=', contentId)
      .where('page', '=', page),
  );
  if (!row) return null;
  const words = JSON.parse(row.words) as StoredWord[];
  return words.length === 0 ? null : textOfWords(words, row.turned);
}

/**
 * A word becomes a run of its own: its place is known, and its letters share its width.
 *
 * @param turned degrees clockwise by which the page was turned to be read
 */
export function textOfWords(words: readonly StoredWord[], turned: number): PageText {
  const glyphs: Glyph[] = [];
  const runs: PageRun[] = [];
  const angle = (360 - turned) % 360;
  const isSideways = angle % 180 === 90;
  for (const [text, x, y, width, height, , isEnd] of words) {
    const rect = { x, y, width, height };
    const start = glyphs.length;
    const fontSize = isSideways ? width : height;
    glyphs.push(...lettersOf(text, rect, { angle, fontSize, along: alongOf(angle), object: 0 }));
    const isLineEnd = isEnd === 1;
    glyphs.push({ text: isLineEnd ? '\n' : ' ', rect: null });
    const end = isLineEnd ? glyphs.length - 1 : glyphs.length;
    runs.push({
      text: isLineEnd ? text : `${text} `,
      rect,
      fontSize,
      angle,
      isLineEnd,
      isOcr: true,
      start,
      end,
    });
  }
  return { glyphs, runs };
}

/** A page's own text with what lies over it or was recognized on it after it. */
export function joinTexts(own: PageText, more: PageText | null): PageText {
  if (!more) return own;
  if (own.glyphs.length === 0) return more;
  const shift = own.glyphs.length + 1;
  return {
    glyphs: [...own.glyphs, { text: '\n', rect: null }, ...more.glyphs],
    runs: [
      ...own.runs,
      ...more.runs.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift })),
    ],
  };
}

/** The text of a page's glyphs. */
export function plainTextOf({ glyphs }: PageText): string {
  return glyphs.map(({ text }) => text).join('');
}

function lettersOf(text: string, rect: Rect, hand: Hand): DrawnGlyph[] {
  const letters = Array.from(text);
  return letters.map((letter, index) => {
    const box = partOf(rect, hand.angle, index, letters.length);
    return { text: letter, rect: box, origin: originOf(box, hand.angle), hand };
  });
}

/** The share of a word's box that its letter takes, in the direction it reads. */
function partOf({ x, y, width, height }: Rect, angle: number, index: number, count: number): Rect {
  const at = (angle >= 180 ? count - 1 - index : index) / count;
  return angle % 180 === 90
    ? { x, y: y + height * at, width, height: height / count }
    : { x: x + width * at, y, width: width / count, height };
}

/** Where a letter begins on its line. */
function originOf({ x, y, width, height }: Rect, angle: number): { x: number; y: number } {
  return { x: angle >= 180 ? x + width : x, y: angle % 270 === 0 ? y + height : y };
}

const directions = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

function alongOf(angle: number): { x: number; y: number } {
  return directions[angle / 90]!;
}
