import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Pdfium, PdfPage } from '../../pdfium/index.ts';
import { isOnPage } from '../../reader/geometry.ts';
import { readLetters } from '../../redactions/letters.ts';
import { paintedObjects } from '../../redactions/painted-objects.ts';
import { renderWithout } from '../../redactions/render-without.ts';
import { differs, lookedScale, pixelsOf } from '../../redactions/pixels.ts';
import { fontsOf } from './font-check.ts';

/** By how much a pixel of a letter that is seen differs, of 255, from what the page shows without it. */
const leastInk = 48;
/** Fewer letters are no name. */
const leastLetters = 3;
/** What a font may say of a letter that it shows all the same: nothing. */
export const unseenSign = /^\p{Cf}$/u;

/**
 * Where a page has letters of which neither its text nor its look tells what they are: their font does not say it, says nothing, or other letters
 * than it shows, and they lie beneath a box, beside the page, in the color of the paper or in a layer that is not shown. Whoever takes away what
 * hides them can read them.
 *
 * @param isDoubted of a font, as `fontsOf` names it
 * @returns as shown; none where there are fewer than a name has
 * @throws AppError as `readLetters`, `paintedObjects` and `PdfPage.render` do
 */
export function unsaidLetters(
  pdfium: Pdfium,
  page: PdfPage,
  isDoubted: (font: string) => boolean,
): readonly Rect[] {
  const unsaid = unsaidOf(pdfium, page, isDoubted);
  if (unsaid.length === 0) return [];
  const scale = lookedScale(page);
  const shown = page.render(scale);
  const objects = unsaid.map(({ object }) => object);
  const without = renderWithout(pdfium, page, objects, scale);
  const hidden = unsaid.filter(
    ({ rect }) => !isOnPage(rect, page) || !differs(shown, without, pixelsOf(rect, scale), leastInk),
  );
  const letters = hidden.reduce((sum, one) => sum + one.letters, 0);
  return letters < leastLetters ? [] : hidden.map(({ rect }) => rect);
}

interface Unsaid {
  /** FPDF_PAGEOBJECT that writes it. */
  readonly object: number;
  readonly rect: Rect;
  readonly letters: number;
}

/** Letters that say nothing of themselves, and all of an object that says to be nothing but spaces and has ink. */
function unsaidOf(pdfium: Pdfium, page: PdfPage, isDoubted: (font: string) => boolean): Unsaid[] {
  const fontOf = fontsOf(pdfium);
  const letters = readLetters(pdfium, page).filter((letter) => letter !== null);
  const saying = new Set(letters.map(({ object }) => object));
  const silent = paintedObjects(pdfium, page.handle).filter(
    ({ kind, handle, box }) =>
      kind === 'text' && !saying.has(handle) && box.right > box.left && box.top > box.bottom,
  );
  return [
    ...letters
      .filter(({ text, object, isSure }) => !isSure || unseenSign.test(text) || isDoubted(fontOf(object)))
      .map(({ object, box }) => ({ object, rect: page.toShown(box), letters: 1 })),
    ...silent.map(({ handle, box }) => ({
      object: handle,
      rect: page.toShown(box),
      letters: leastLetters,
    })),
  ];
}
