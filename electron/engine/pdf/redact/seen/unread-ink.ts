import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Pdfium, PdfPage } from '../../pdfium/index.ts';
import { readLetters, type Letter } from '../../redactions/letters.ts';
import { inklessTexts } from '../../redactions/painted-objects.ts';
import { lookedScale, pixelsOf } from '../../redactions/pixels.ts';
import { mayShowWords } from './letter-shapes.ts';
import { unseenSign } from './unsaid-letters.ts';

/** Room around a letter's ink, in parts of its size: edges are soft, and boxes rounded. */
const room = 0.12;
/** Signs without a meaning that stand alone are bullets and boxes; several may be the letters of a word. */
const mostAlone = 2;

/**
 * Whether a page may show words that its text does not have: letters drawn as outlines, by small pictures or by patterns; letters whose
 * font does not say what they are, or says that they are nothing. The page is drawn, and what its letters do not account for is looked at,
 * whatever has drawn it.
 *
 * @param recognized places as shown whose words are recognized in any case
 * @throws AppError as `PdfPage.render`, `readLetters` and `paintedObjects` do
 */
export function hasUnreadInk(pdfium: Pdfium, page: PdfPage, recognized: readonly Rect[]): boolean {
  const letters = readLetters(pdfium, page);
  if (hasUnsureWord(letters)) return true;
  const scale = lookedScale(page);
  const inkless = inklessTexts(pdfium, page.handle);
  const known = letters.flatMap((letter) => {
    if (!letter || inkless.has(letter.object) || unseenSign.test(letter.text)) return [];
    const { x, y, width, height } = page.toShown(letter.box);
    const more = Math.max(1 / scale, Math.max(width, height) * room);
    return pixelsOf({ x: x - more, y: y - more, width: width + 2 * more, height: height + 2 * more }, scale);
  });
  for (const place of recognized) known.push(pixelsOf(place, scale));
  return mayShowWords(page.render(scale), known);
}

/** Whether letters of a word, or several that stand alone, have no meaning, or one that is only guessed. */
function hasUnsureWord(letters: readonly (Letter | null)[]): boolean {
  const alone = new Set<string>();
  return letters.some((letter, at) => {
    if (!letter || letter.isSure) return false;
    if (letters[at - 1] || letters[at + 1]) return true;
    alone.add(letter.text);
    return alone.size > mostAlone;
  });
}
