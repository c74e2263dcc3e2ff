import type { Pdfium } from './library.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A raised figure's largest size, in parts of what it follows, and how far above its line it begins. */
const mostSize = 0.85;
const leastRise = 0.12;
const mostRise = 0.8;
/** Room for a matrix of six floats, or a point of two doubles. */
const scratchBytes = 24;

/** How a character is set. */
export interface TypePlace {
  /** Points. */
  readonly size: number;
  /** In points, along any axis that grows upwards as the line of text does. */
  readonly height: number;
}

/**
 * Whether a character is the mark of a note, a power or the like behind another: smaller, and raised.
 *
 * @example isRaised({ size: 12, height: 700 }, { size: 8, height: 704 }) // true
 */
export function isRaised(before: TypePlace, { size, height }: TypePlace): boolean {
  const rise = (height - before.height) / before.size;
  return size <= before.size * mostSize && rise >= leastRise && rise <= mostRise;
}

/** A figure as it is written where it stands raised; null for any other character. @example raisedFigure('2') // '²' */
export function raisedFigure(figure: string): string | null {
  return /^\d$/.test(figure) ? raised[Number(figure)]! : null;
}

/** @example isRaisedFigure('²') // true */
export const isRaisedFigure = (text: string): boolean => text !== '' && raised.includes(text);

/**
 * A page's text with figures that stand raised behind a word written as such (terminated¹²): PDFs set the marks of notes as plain
 * figures of a smaller type, which would be read as part of the word, or of the number of an exhibit.
 *
 * @param textPage FPDF_TEXTPAGE
 * @param text the page's characters in PDFium's order
 */
export function raiseFigures(pdfium: Pdfium, textPage: number, text: string): string {
  const { api, memory } = pdfium;
  const objectOf = (index: number) => api.FPDFText_GetTextObject(textPage, index);
  const places = memory.withBytes(scratchBytes, (pointer) => {
    const found = new Set<number>();
    for (const { index: first, 0: run } of text.matchAll(/[^\s\0]\d+/g)) {
      const end = first + run.length;
      // Nearly all are set in one piece.
      if (objectOf(first) === objectOf(end - 1)) continue;
      for (let index = first + 1; index < end; index += 1) {
        // Where a character has no code of its own, later ones stand elsewhere in the text than on the page.
        if (api.FPDFText_GetUnicode(textPage, index) !== text.charCodeAt(index)) continue;
        const [before, object] = [objectOf(index - 1), objectOf(index)];
        if (object === 0 || before === 0) continue;
        const isFound =
          object === before
            ? found.has(index - 1)
            : isRaised(...placesOf(pdfium, textPage, [index - 1, index], pointer));
        if (isFound) found.add(index);
      }
    }
    return found;
  });
  if (places.size === 0) return text;
  return text.replaceAll(/\d/g, (figure, at: number) => (places.has(at) ? raisedFigure(figure)! : figure));
}

/** Two characters, with their heights along the axis in which the first stands up. */
function placesOf(
  { api, memory }: Pdfium,
  textPage: number,
  characters: readonly [number, number],
  pointer: number,
): [TypePlace, TypePlace] {
  let up: readonly [number, number] | null = null;
  const placeOf = (index: number): TypePlace => {
    api.FPDFText_GetMatrix(textPage, index, pointer);
    const [c, d] = [memory.float32(pointer + 8), memory.float32(pointer + 12)];
    const scale = Math.hypot(c, d) || 1;
    up ??= [c / scale, d / scale];
    api.FPDFText_GetCharOrigin(textPage, index, pointer, pointer + 8);
    const height = memory.float64(pointer) * up[0] + memory.float64(pointer + 8) * up[1];
    return { size: api.FPDFText_GetFontSize(textPage, index) * scale, height };
  };
  return [placeOf(characters[0]), placeOf(characters[1])];
}
