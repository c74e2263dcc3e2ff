import { hasRightToLeft } from '../draw/text-order.ts';
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

interface Word {
  readonly letters: DrawnGlyph[];
  /** Written, lest a program that guesses no spaces reads two words as one, which may be one that was removed. */
  space: '' | ' ';
}

function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let last: DrawnGlyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.rect === null || glyph.text.trim() === '') {
      if (last !== null && glyph.text !== '\n') words.at(-1)!.space = ' ';
      last = null;
      continue;
    }
    if (last === null || last.hand !== glyph.hand) words.push({ letters: [], space: '' });
    words.at(-1)!.letters.push(glyph);
    last = glyph;
  }
  return words;
}

function writeWord({ letters, space }: Word, height: number, type: Typesetter): string {
  const { hand } = letters[0]!;
  const text = letters.map((glyph) => glyph.text).join('');
  const size = Math.max(leastSize, Math.round(hand.fontSize));
  const box = letters.map(({ rect }) => rect).reduce(unite);
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
  const isTurned = hasRightToLeft(text);
  const along = ({ origin: { x, y } }: DrawnGlyph) => x * hand.along.x + y * hand.along.y;
  // Words from right to left are drawn from their left end, as all are.
  const { origin } = isTurned
    ? letters.reduce((one, other) => (along(other) < along(one) ? other : one))
    : letters[0]!;
  const place = `${cos} ${-sin} ${sin} ${cos} ${Math.round(origin.x)} ${Math.round(height - origin.y)} cm`;
  const drawn = isTurned
    ? type.draw(text, 0, 0, size, 'regular') + type.draw(' ', own, 0, size, 'regular')
    : type.draw(text + space, 0, 0, size, 'regular');
  return `q ${place} ${unseen} Tr ${held} Tz\n${drawn}Q\n`;
}
