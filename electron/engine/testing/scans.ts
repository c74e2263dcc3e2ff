import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { Rect } from '../../../shared/contract/reader.ts';
import { grayOf, turn, type GrayImage, type QuarterTurn } from '../ocr/gray-image.ts';
import { bytesSource, loadPdfium, openPdf } from '../pdf/index.ts';
import { wasmPath } from '../pdf/reader/testing.ts';

/** A word drawn on a letter page, where it was drawn: points from the top left. */
export interface DrawnWord {
  readonly text: string;
  readonly rect: Rect;
}

const size: [number, number] = [612, 792];

/** A letter page of lines in a common face, with the place of every word. */
export async function drawLetter(
  lines: readonly string[],
  { fontSize = 11 }: { fontSize?: number } = {},
): Promise<{ pdf: Uint8Array; words: DrawnWord[] }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage(size);
  const words: DrawnWord[] = [];
  for (const [index, line] of lines.entries()) {
    const baseline = 72 + index * fontSize * 1.5;
    page.drawText(line, { x: 72, y: size[1] - baseline, size: fontSize, font });
    let before = '';
    for (const text of line.split(' ')) {
      const x = 72 + font.widthOfTextAtSize(before, fontSize);
      const width = font.widthOfTextAtSize(text, fontSize);
      words.push({ text, rect: { x, y: baseline - fontSize * 0.7, width, height: fontSize * 0.9 } });
      before += `${text} `;
    }
  }
  return { pdf: await document.save(), words };
}

/** Pages of a PDF as gray pictures. */
export async function pictures(pdf: Uint8Array, dpi = 200): Promise<GrayImage[]> {
  const document = openPdf(await loadPdfium(wasmPath), bytesSource(pdf));
  try {
    return Array.from({ length: document.pageCount }, (_, page) =>
      document.withPage(page, (opened) => grayOf(opened.render(dpi / 72))),
    );
  } finally {
    document.close();
  }
}

/** A page of a scan: a picture that lies turned, or is turned upright by the page's own rotation; or a page of text. */
export type ScanPage =
  | {
      readonly image: GrayImage;
      readonly turned?: QuarterTurn;
      readonly rotation?: QuarterTurn;
      readonly stamp?: string;
    }
  | { readonly text: string };

/** A PDF of scanned pages, as a copier makes it. */
export async function makeScan(pages: readonly ScanPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const scan of pages) {
    if ('text' in scan) {
      document.addPage(size).drawText(scan.text, { x: 72, y: 700, size: 11, lineHeight: 15 });
      continue;
    }
    const image = turn(scan.image, scan.turned ?? 0);
    const isWide = image.width > image.height;
    const [width, height] = isWide ? [size[1], size[0]] : size;
    const page = document.addPage([width, height]);
    page.setRotation(degrees(scan.rotation ?? 0));
    const { context } = document;
    const object = context.register(
      context.stream(deflateSync(image.pixels), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: image.width,
        Height: image.height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
        Filter: 'FlateDecode',
      }),
    );
    page.node.setXObject(PDFName.of('Scan'), object);
    const content = context.stream(`q ${width} 0 0 ${height} 0 0 cm /Scan Do Q`);
    page.node.addContentStream(context.register(content));
    if (scan.stamp) page.drawText(scan.stamp, { x: 60, y: height - 20, size: 9 });
  }
  return document.save();
}

/** A picture as the bytes of a PNG of so many pixels an inch. */
export async function toPng({ width, height, pixels }: GrayImage): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
