import { textOf, type Pdfium, type PdfPage } from '../pdfium/index.ts';

/** Characters whose direction is looked at to tell how a page's text lies. */
const sampled = 48;

/**
 * A page's text in the order the reader shows and finds it in (reader/text/page-text.ts): a page most of whose text lies sideways
 * or upside down is read as if turned until that text is upright.
 */
export function readPlainText(pdfium: Pdfium, page: PdfPage): string {
  const read = page.withText((textPage, characters) => ({
    text: textOf(pdfium, textPage, characters),
    turns: quarterTurns(pdfium, page, textPage, characters),
  }));
  return read.turns === 0 ? read.text : asIfTurned(pdfium, page, read.turns, () => page.text());
}

/** Reads a page as if turned back until text that lies turned by so many quarters, clockwise, is upright. */
export function asIfTurned<T>(pdfium: Pdfium, page: PdfPage, turns: number, read: () => T): T {
  pdfium.api.FPDFPage_SetRotation(page.handle, (page.rotation - turns + 4) % 4);
  try {
    return read();
  } finally {
    if (!pdfium.isBroken) pdfium.api.FPDFPage_SetRotation(page.handle, page.rotation);
  }
}

/** Quarter turns clockwise by which most of a page's text lies, as shown. */
function quarterTurns({ api }: Pdfium, page: PdfPage, textPage: number, characters: number): number {
  const counts = [0, 0, 0, 0];
  const step = Math.max(1, Math.floor(characters / sampled));
  for (let index = 0; index < characters; index += step) {
    // Radians, clockwise in the page's own space; −1 for what nothing draws.
    const angle = api.FPDFText_GetCharAngle(textPage, index);
    if (angle >= 0) counts[(Math.round((angle * 2) / Math.PI) + page.rotation) % 4]! += 1;
  }
  return counts.indexOf(Math.max(...counts));
}
