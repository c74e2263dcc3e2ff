import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Words at a place of a page, from its top left corner in points. Their type is told by marks: `*bold*`, `_italic_`. */
export type Placed = readonly [x: number, y: number, words: string];

/** A border between two places of a page. */
export type Border = readonly [x: number, y: number, toX: number, toY: number];

/** A page of paper as a browser prints it. */
export interface PlacedPage {
  readonly words: readonly Placed[];
  readonly borders?: readonly Border[];
}

/** Draws pages word by word and border by border. */
export async function placedPrint(pages: readonly PlacedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const fonts = {
    '': await pdf.embedFont(StandardFonts.TimesRoman),
    '*': await pdf.embedFont(StandardFonts.TimesRomanBold),
    _: await pdf.embedFont(StandardFonts.TimesRomanItalic),
  };
  for (const { words, borders = [] } of pages) {
    const page = pdf.addPage([612, 792]);
    for (const [left, y, all] of words) {
      let x = left;
      for (const [, marked, mark, plain] of all.matchAll(/(([*_])(?=\S)[^*_]*\2)|([^*_]+)/g)) {
        const font = fonts[(mark ?? '') as keyof typeof fonts];
        const text = marked === undefined ? plain! : marked.slice(1, -1);
        page.drawText(text, { x, y: 792 - y, font, size: 12 });
        x += font.widthOfTextAtSize(text, 12);
      }
    }
    for (const [x, y, toX, toY] of borders)
      page.drawLine({ start: { x, y: 792 - y }, end: { x: toX, y: 792 - toY }, thickness: 0.75 });
  }
  return pdf.save();
}

/** Borders of a table's cells. */
export function gridOf(columns: readonly number[], rows: readonly number[]): Border[] {
  const [left, right] = [columns[0]!, columns.at(-1)!];
  const [top, bottom] = [rows[0]!, rows.at(-1)!];
  return [
    ...columns.map((x): Border => [x, top, x, bottom]),
    ...rows.map((y): Border => [left, y, right, y]),
  ];
}
