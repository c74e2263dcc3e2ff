import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { readPlainText } from './plain-text.ts';
import { readPageText } from '../reader/text/page-text.ts';
import { withPdf } from '../reader/testing.ts';

const lines = ['First line of the notice', 'Second line follows it', 'Third and last line'];

/** A page whose text lies turned within the page, and which is itself turned. */
async function turnedPage(text: number, page: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const drawn = document.addPage([612, 792]);
  drawn.setRotation(degrees(page));
  const along = (step: number) =>
    ({
      0: { x: 72, y: 700 - step },
      90: { x: 100 + step, y: 72 },
      180: { x: 540, y: 100 + step },
      270: { x: 500 - step, y: 720 },
    })[text]!;
  for (const [index, line] of lines.entries())
    drawn.drawText(line, { ...along(index * 20), size: 12, rotate: degrees(text) });
  return document.save();
}

test.each([0, 90, 180, 270].flatMap((text) => [0, 90, 180, 270].map((page) => [text, page] as const)))(
  'text turned by %i on a page turned by %i comes in the order the reader shows it in',
  async (text, page) => {
    await withPdf(await turnedPage(text, page), (pdf) =>
      pdf.withPage(0, (opened) => {
        const plain = readPlainText(pdf.pdfium, opened).split(/\s+/).join(' ');
        const shown = readPageText(pdf.pdfium, opened)
          .glyphs.map((glyph) => glyph.text)
          .join('');
        expect(plain).toBe(lines.join(' '));
        expect(plain).toBe(shown.split(/\s+/).join(' '));
      }),
    );
  },
);

/** A line of words in 12 points, each with figures behind it, of a size and so far above its line. */
async function lineOf(
  turn: number,
  ...words: readonly [word: string, figures: string, size: number, rise: number][]
) {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([612, 792]);
  const angle = (turn * Math.PI) / 180;
  let along = 0;
  const draw = (text: string, size: number, rise: number) => {
    const x = 300 + along * Math.cos(angle) - rise * Math.sin(angle);
    const y = 300 + along * Math.sin(angle) + rise * Math.cos(angle);
    page.drawText(text, { x, y, size, font, rotate: degrees(turn) });
    along += font.widthOfTextAtSize(text, size);
  };
  for (const [word, figures, size, rise] of words) {
    draw(word, 12, 0);
    draw(figures, size, rise);
    along += 4;
  }
  return document.save();
}

test.each([0, 90, 180, 270])(
  'figures raised behind words turned by %i are written so, and no others',
  async (turn) => {
    const bytes = await lineOf(
      turn,
      ['terminated', '12', 8, 3],
      ['Exhibit', '', 12, 0],
      ['3', '1', 7, 3],
      ['H', '2', 8, -2],
      ['A', '10', 12, 0],
      ['B', '7', 8, 0],
    );
    await withPdf(bytes, (pdf) =>
      pdf.withPage(0, (page) => {
        const shown = readPageText(pdf.pdfium, page).glyphs.map((glyph) => glyph.text);
        for (const text of [readPlainText(pdf.pdfium, page), shown.join('')])
          expect(text.trim()).toBe('terminated¹² Exhibit 3¹ H2 A10 B7');
      }),
    );
  },
);
