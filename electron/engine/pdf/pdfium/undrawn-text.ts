import type { Rect } from '../../../../shared/contract/reader.ts';
import { readRect } from './geometry.ts';
import type { Pdfium } from './library.ts';
import type { PdfPage } from './page.ts';

/** Past Latin, Greek and Cyrillic letters, for which PDFium has shapes of its own where a font is not in the file. */
const firstUndrawn = 0x0590;
/** Punctuation, arrows and signs, which it mostly has too. */
const firstSign = 0x2000;
const lastSign = 0x2bff;
const invisibleText = 3;
const maxLookedAt = 100_000;

/**
 * Where characters stand that PDFium does not draw, as shown: those of other scripts in fonts that are not in the file. Programs
 * on a computer that has such fonts show them.
 */
export function undrawnText(pdfium: Pdfium, page: Pick<PdfPage, 'withText' | 'toShown'>): Rect[] {
  const { api, memory } = pdfium;
  return page.withText((textPage, characters) =>
    memory.withBytes(16, (pointer) => {
      const boxes: Rect[] = [];
      for (let at = 0; at < Math.min(characters, maxLookedAt); at += 1) {
        const code = api.FPDFText_GetUnicode(textPage, at);
        const isKnown = code > 0 && (code < firstUndrawn || (code >= firstSign && code <= lastSign));
        if (isKnown || isDrawn(pdfium, api.FPDFText_GetTextObject(textPage, at))) continue;
        if (api.FPDFText_GetLooseCharBox(textPage, at, pointer))
          boxes.push(page.toShown(readRect(pdfium, pointer)));
      }
      return boxes;
    }),
  );
}

function isDrawn({ api }: Pdfium, textObject: number): boolean {
  if (textObject === 0 || api.FPDFTextObj_GetTextRenderMode(textObject) === invisibleText) return true;
  return api.FPDFFont_GetIsEmbedded(api.FPDFTextObj_GetFont(textObject)) !== 0;
}
