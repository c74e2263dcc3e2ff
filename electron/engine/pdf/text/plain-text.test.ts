import { degrees, PDFDocument } from 'pdf-lib';
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
