import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { PdfDocument, Pdfium, PdfPage } from '../../pdfium/index.ts';
import { unite } from '../../../../../shared/domain/rect.ts';
import { readPageText } from '../../reader/text/page-text.ts';
import { paintedObjects } from '../../redactions/painted-objects.ts';
import { glyphText, wordsIn, type GlyphText } from '../glyph-text.ts';
import type { Recognize } from '../page-texts.ts';
import { evenLetters, sharedLength } from './letters-in-common.ts';
import { seenTexts } from './seen-texts.ts';

/** Letters of a word by which it is told from others. */
const leastLetters = 3;
/** The share of a word's letters, and of the words that are seen, from which the page's own words say the same there. */
const [sameLetters, sameWords] = [0.7, 0.5];

/**
 * Places of all words of a page that nobody sees, as a scanner puts them behind its picture, where these lie elsewhere than what they were read
 * from: an area that somebody draws on what is seen would leave what it says.
 *
 * @returns none where they lie where they are seen, or recognition reads nothing
 * @throws AppError as `paintedObjects`, `readPageText` and `PdfPage.render` do
 */
export async function misplacedWords(
  document: PdfDocument,
  index: number,
  recognize: Recognize,
): Promise<readonly Rect[]> {
  const { own, unseen } = document.withPage(index, (page) => wordsOf(document.pdfium, page));
  if (unseen.length === 0) return [];
  const [seen] = await seenTexts(document, index, 'pictures', recognize);
  return isElsewhere(own, seen!) ? unseen : [];
}

/** A page's own words, and where those are that have no ink or lie beneath a picture. */
function wordsOf(pdfium: Pdfium, page: PdfPage): { own: GlyphText; unseen: Rect[] } {
  const own = glyphText(readPageText(pdfium, page, true).glyphs);
  const unseen = new Set<number>();
  const pictures: Rect[] = [];
  for (const { kind, handle, box, isInkless } of paintedObjects(pdfium, page.handle).toReversed()) {
    const { x, y, width, height } = page.toShown(box);
    if (kind === 'picture') pictures.push({ x, y, width, height });
    const [middle, line] = [x + width / 2, y + height / 2];
    const isBeneath = pictures.some(
      (picture) =>
        middle > picture.x &&
        middle < picture.x + picture.width &&
        line > picture.y &&
        line < picture.y + picture.height,
    );
    if (kind === 'text' && (isInkless || isBeneath)) unseen.add(handle);
  }
  return {
    own,
    unseen: own.glyphs.flatMap((glyph) => (glyph && unseen.has(glyph.hand.object) ? glyph.rect : [])),
  };
}

/** Whether most words that are seen are none of those that the page has in their places. */
function isElsewhere(own: GlyphText, seen: GlyphText): boolean {
  const read = [...seen.text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const rects = seen.glyphs.slice(index, index + word.length).flatMap((glyph) => glyph?.rect ?? []);
    return evenLetters(word).length < leastLetters || rects.length === 0
      ? []
      : { word: evenLetters(word), place: rects.reduce(unite) };
  });
  const known = read.filter(({ word, place }) =>
    wordsIn(place, own)
      .split(' ')
      .map(evenLetters)
      .some((said) => sharedLength(word, said) >= Math.max(word.length, said.length) * sameLetters),
  );
  return known.length < read.length * sameWords;
}
