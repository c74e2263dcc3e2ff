import type { Typesetter } from '../draw/typesetter.ts';
import type { DrawnGlyph, Glyph } from '../reader/text/glyphs.ts';
import { unite } from '../../../../shared/domain/rect.ts';

/** Neither filled nor stroked (ISO 32000-1 table 106): only to be searched and copied. */
const unseen = 3;
const leastSize = 1;
const leastStretch = 10;
const mostStretch = 1_000;

/**
 * Operators that write words where they stand, unseen: each by itself, in a font of ours, on whole points and in whole parts of a hundred.
 * Where letters stood to the hundredth of a point would tell what stood between them.
 *
 * @param glyphs of the page as shown, in reading order
 * @param height of the page as shown, in points
 */
export function wordsLayer(glyphs: readonly Glyph[], height: number, type: Typesetter): string {
  return wordsOf(glyphs)
    .map((word) => writeWord(word, height, type))
    .join('');
}

function wordsOf(glyphs: readonly Glyph[]): DrawnGlyph[][] {
  const words: DrawnGlyph[][] = [];
  let last: DrawnGlyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.rect === null || glyph.text.trim() === '') {
      last = null;
      continue;
    }
    if (last === null || last.hand !== glyph.hand) words.push([]);
    words.at(-1)!.push(glyph);
    last = glyph;
  }
  return words;
}

function writeWord(word: readonly DrawnGlyph[], height: number, type: Typesetter): string {
  const { hand, origin } = word[0]!;
  const text = word.map((glyph) => glyph.text).join('');
  const size = Math.max(leastSize, Math.round(hand.fontSize));
  const box = word.map(({ rect }) => rect).reduce(unite);
  const isUpright = hand.angle % 180 === 0;
  const long = Math.floor(isUpright ? box.width : box.height);
  const own = type.width(text, size, 'regular');
  const stretch = own > 0 ? Math.round((100 * Math.max(1, long)) / own) : 100;
  const held = Math.min(mostStretch, Math.max(leastStretch, stretch));
  const radians = (hand.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)].map((value) => Number(value.toFixed(3))) as [
    number,
    number,
  ];
  const place = `${cos} ${-sin} ${sin} ${cos} ${Math.round(origin.x)} ${Math.round(height - origin.y)} cm`;
  return `q ${place} ${unseen} Tr ${held} Tz\n${type.draw(text, 0, 0, size, 'regular')}Q\n`;
}
