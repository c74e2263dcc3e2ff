import { AppError } from '../../../../shared/errors/app-error.ts';
import { inkBoxOf, type PageBox, type Pdfium, type PdfPage } from '../pdfium/index.ts';

/** A letter, digit or sign that a page's text holds, whether it is seen or not. */
export interface Letter {
  readonly text: string;
  /** What its ink covers, in the page's own space. */
  readonly box: PageBox;
  /** FPDF_PAGEOBJECT that writes it. */
  readonly object: number;
  /** Whether its font says what it is; of others PDFium tells the number of the shape. */
  readonly isSure: boolean;
}

/** U+FFFD, as programs show what they have no letter for. */
export const unknownSign = '\ufffd';

/** A page with more letters is not looked at. */
const maxLetters = 250_000;

/**
 * A page's letters in reading order; null where words or lines end.
 *
 * @throws AppError PDF_LIMIT_EXCEEDED past 250,000 letters; as `PdfPage.withText` does
 */
export function readLetters(pdfium: Pdfium, page: PdfPage): (Letter | null)[] {
  const { api, memory } = pdfium;
  return page.withText((textPage, characters) => {
    if (characters > maxLetters) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'letters on a page' });
    return memory.withBytes(32, (out) => {
      const letters: (Letter | null)[] = [];
      for (let at = 0; at < characters; at += 1) {
        const text = signOf(api.FPDFText_GetUnicode(textPage, at));
        const writer = api.FPDFText_GetTextObject(textPage, at);
        if (writer === 0 || /^\s$/u.test(text)) {
          if (letters.at(-1)) letters.push(null);
          continue;
        }
        const box = inkBoxOf(pdfium, textPage, at, out);
        if (box && box.right > box.left && box.top > box.bottom)
          letters.push({
            text,
            box,
            object: writer,
            isSure: api.FPDFText_HasUnicodeMapError(textPage, at) !== 1 && !meaningless.test(text),
          });
      }
      return letters;
    });
  });
}

/** Signs that fonts have for shapes of their own. */
const meaningless = /^[\p{Co}\ufffd]$/u;

/** PDFium tells one of these for the hyphen that a line ends with. */
const lineHyphens = new Set([0x02, 0xfffe]);

/** What stands for a letter; of a font that does not say which letters its shapes are, `unknownSign`. */
function signOf(code: number): string {
  if (lineHyphens.has(code)) return '-';
  const sign = code > 0 && code < 0x110000 ? String.fromCodePoint(code) : unknownSign;
  return /^[\p{Cc}\p{Cn}\p{Cs}]$/u.test(sign) && !/^\s$/u.test(sign) ? unknownSign : sign;
}
