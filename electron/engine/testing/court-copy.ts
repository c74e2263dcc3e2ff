import { PDFDocument, rgb, StandardFonts, type PDFPage } from 'pdf-lib';

/** What becomes of a file at a court. */
export interface CourtCopy {
  /** “12-3”. */
  readonly document?: string;
  /** How the stamp numbers a page, both from 1; null for a page without a stamp. */
  readonly stampPage?: (page: number) => number | null;
  /** How many pages the stamp says there are; left out for as many as there are. */
  readonly stampCount?: number;
  /** How far below the upper edge the stamp stands, in points. */
  readonly stampDown?: number;
  /** Which pages of the file come back, from 0, in their order; left out for all of them. */
  readonly pages?: readonly number[];
  /** What else is done to it, after the pages were chosen and before they are stamped. */
  readonly change?: (document: PDFDocument) => void | Promise<void>;
}

/** A file as it comes back from a court: stamped along the top of every page in blue, and saved again. */
export async function courtCopy(bytes: Uint8Array, copy: CourtCopy = {}): Promise<Uint8Array> {
  const { document: number = '12-3', stampPage = (page) => page, stampDown = 14, pages, change } = copy;
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  let document = source;
  if (pages) {
    document = await PDFDocument.create({ updateMetadata: false });
    for (const page of await document.copyPages(source, [...pages])) document.addPage(page);
  }
  await change?.(document);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const count = copy.stampCount ?? document.getPageCount();
  for (const [at, page] of document.getPages().entries()) {
    const stamped = stampPage(at + 1);
    if (stamped === null) continue;
    stamp(
      page,
      `Case 2:21-cv-00031-BJR   Document ${number}   Filed 01/12/21   Page ${stamped} of ${count}`,
      stampDown,
    );
  }
  return document.save({ useObjectStreams: false });

  function stamp(page: PDFPage, text: string, down: number): void {
    const { width, height } = page.getSize();
    const size = 10;
    const x = (width - font.widthOfTextAtSize(text, size)) / 2;
    page.drawText(text, { x, y: height - down, size, font, color: rgb(0, 0, 1) });
  }
}
