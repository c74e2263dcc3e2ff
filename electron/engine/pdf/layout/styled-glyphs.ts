import { readRect, type Pdfium, type PdfPage } from '../pdfium/index.ts';
import { glyphLimit, lineHyphen, meaningOf } from '../reader/text/glyphs.ts';

/** How a text object looks. */
export interface TypeStyle {
  /** Points. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** A letter of upright text, in points from the top left of the page as shown. */
export interface StyledGlyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line it stands on. */
  readonly baseline: number;
  readonly style: TypeStyle;
}

const scratchBytes = 40;
const fillAndStroke = 2;
/** Font flags (ISO 32000-2 table 121). */
const italicFlag = 64;
const forceBoldFlag = 262_144;

/**
 * Letters of a page that stand upright, in the order they are drawn, with the look of their type. A letter whose meaning the font
 * does not tell is U+FFFD.
 */
export function readStyledGlyphs(pdfium: Pdfium, page: PdfPage): StyledGlyph[] {
  const { api, memory } = pdfium;
  return page.withText((textPage, characters) =>
    memory.withBytes(scratchBytes, (pointer) => {
      const glyphs: StyledGlyph[] = [];
      const styles = new Map<number, TypeStyle | null>();
      const readFont = fontReader(pdfium, pointer);
      for (let index = 0; index < Math.min(characters, glyphLimit); index++) {
        const object = api.FPDFText_GetTextObject(textPage, index);
        if (object === 0) continue;
        let style = styles.get(object);
        if (style === undefined) {
          const size = uprightSize(pdfium, page, textPage, index, pointer);
          style = size === null ? null : { size, ...readFont(object) };
          styles.set(object, style);
        }
        if (style === null) continue;
        api.FPDFText_GetLooseCharBox(textPage, index, pointer);
        api.FPDFText_GetCharOrigin(textPage, index, pointer + 16, pointer + 24);
        const { x, width } = page.toShown(readRect(pdfium, pointer));
        const { y } = page.pointToShown(memory.float64(pointer + 16), memory.float64(pointer + 24));
        const text = signOf(api.FPDFText_GetUnicode(textPage, index));
        glyphs.push({ text, left: x, right: x + width, baseline: y, style });
      }
      return glyphs;
    }),
  );
}

/** Size of upright text in points; null for text that is not upright. */
function uprightSize(
  pdfium: Pdfium,
  page: PdfPage,
  textPage: number,
  index: number,
  pointer: number,
): number | null {
  const { api, memory } = pdfium;
  api.FPDFText_GetMatrix(textPage, index, pointer);
  const [a, b, c, d] = [0, 4, 8, 12].map((offset) => memory.float32(pointer + offset));
  const from = page.pointToShown(0, 0);
  const to = page.pointToShown(a!, b!);
  // A letter that leans less than a degree or so is upright: scans are a little askew.
  if (to.x - from.x <= Math.abs(to.y - from.y) * 50) return null;
  return api.FPDFText_GetFontSize(textPage, index) * Math.hypot(c!, d!);
}

/** Looks a text object's font up once for all objects set in it. */
function fontReader({ api, memory }: Pdfium, pointer: number) {
  const fonts = new Map<number, Omit<TypeStyle, 'size'>>();
  return (object: number): Omit<TypeStyle, 'size'> => {
    const font = api.FPDFTextObj_GetFont(object);
    let look = fonts.get(font);
    if (look === undefined) {
      const bytes = Math.min(api.FPDFFont_GetBaseFontName(font, 0, 0), 500);
      const name =
        bytes <= 1
          ? ''
          : memory.withBytes(bytes, (buffer) => {
              api.FPDFFont_GetBaseFontName(font, buffer, bytes);
              return String.fromCharCode(...memory.view(buffer, bytes - 1));
            });
      const flags = api.FPDFFont_GetFlags(font);
      const angle = api.FPDFFont_GetItalicAngle(font, pointer) ? memory.int32(pointer) : 0;
      look = {
        isBold: /bold|black|heavy/i.test(name) || (flags & forceBoldFlag) !== 0,
        isItalic: /italic|oblique/i.test(name) || (flags & italicFlag) !== 0 || angle !== 0,
      };
      fonts.set(font, look);
    }
    // Browsers thicken letters where a family has no bold ones.
    const isThickened = api.FPDFTextObj_GetTextRenderMode(object) === fillAndStroke;
    return isThickened ? { ...look, isBold: true } : look;
  };
}

/** What a character code of PDFium stands for on the page. */
function signOf(code: number): string {
  const meaning = meaningOf(code) ?? '\ufffd';
  if (meaning === lineHyphen) return '-';
  return meaning === '\n' ? ' ' : meaning;
}
