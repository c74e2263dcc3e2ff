import type { PageBox, Pdfium, PdfPage } from '../pdfium/index.ts';

/** A letter, digit or sign that a page's text holds, whether it is seen or not. */
export interface Letter {
  readonly text: string;
  /** What its ink covers, in the page's own space. */
  readonly box: PageBox;
  /** FPDF_PAGEOBJECT that writes it. */
  readonly object: number;
}

/** Letters of one page that are looked at; those after them are not. */
const maxLetters = 100_000;

/** A page's letters in reading order; null where words or lines end. */
export function readLetters({ api, memory }: Pdfium, page: PdfPage): (Letter | null)[] {
  return page.withText((textPage, characters) =>
    memory.withBytes(32, (out) => {
      const letters: (Letter | null)[] = [];
      for (let at = 0; at < Math.min(characters, maxLetters); at += 1) {
        const text = String.fromCodePoint(Math.max(0, api.FPDFText_GetUnicode(textPage, at)) % 0x110000);
        const writer = api.FPDFText_GetTextObject(textPage, at);
        if (writer === 0 || /^[\s\p{C}]$/u.test(text)) {
          if (letters.at(-1)) letters.push(null);
          continue;
        }
        // Left, right, bottom, top.
        if (!api.FPDFText_GetCharBox(textPage, at, out, out + 8, out + 16, out + 24)) continue;
        const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) => memory.float64(out + offset)) as [
          number,
          number,
          number,
          number,
        ];
        if (right > left && top > bottom)
          letters.push({ text, box: { left, right, bottom, top }, object: writer });
      }
      return letters;
    }),
  );
}
