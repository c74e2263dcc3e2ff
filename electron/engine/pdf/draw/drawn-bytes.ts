import { PageTree } from '../assemble/output/page-tree.ts';
import { PdfOutput, pdfString, producer } from '../assemble/output/pdf-output.ts';
import type { DrawnPage } from './drawn-page.ts';
import type { FontShelf } from './font-shelf.ts';
import { writeDeflated } from './font-subset.ts';
import type { PaperImage } from './pictures/image-page.ts';
import { point, Typesetter } from './typesetter.ts';

/** A picture on a page: which, and where, in points from the lower left corner. */
export interface PlacedPicture {
  readonly picture: PaperImage;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page made by us, with pictures. */
export interface IllustratedPage extends Pick<DrawnPage, 'width' | 'height' | 'content'> {
  readonly pictures: readonly PlacedPicture[];
}

/**
 * A PDF of pages drawn by us, in memory. A picture that stands in several places is written once. The same pages give the same
 * bytes.
 *
 * @param layOut draws all pages with the document's typesetter
 * @returns the bytes, and the characters no font has
 */
export function drawnBytes(
  shelf: FontShelf,
  title: string,
  layOut: (type: Typesetter) => readonly IllustratedPage[],
): { readonly bytes: Buffer; readonly pages: number; readonly missing: ReadonlySet<string> } {
  const parts: Buffer[] = [];
  const pdf = new PdfOutput((bytes) => parts.push(Buffer.from(bytes)));
  const type = new Typesetter(shelf, () => pdf.allocate());
  const pages = layOut(type);
  const file = { pdf, type, tree: new PageTree(pdf, pages.length), fonts: pdf.allocate() };
  const written = new Map<PaperImage, ReturnType<PaperImage['write']>>();
  for (const [at, page] of pages.entries()) {
    let content = page.content;
    const objects: string[] = [];
    for (const [which, { picture, x, y, width, height }] of page.pictures.entries()) {
      let image = written.get(picture);
      if (!image) written.set(picture, (image = picture.write(pdf)));
      const name = `Im${which}`;
      objects.push(`/${name} ${image.imageId} 0 R`);
      const [across, down] = [width / picture.area.width, height / picture.area.height];
      const matrix = [across, 0, 0, down, x - picture.area.x * across, y - picture.area.y * down];
      content += `q ${matrix.map(point).join(' ')} cm\n${image.content(name)}Q\n`;
    }
    writePage(file, at, page, content, `/XObject<<${objects.join('')}>>`);
  }
  finishFile(file, `/Title ${pdfString(title)}/Producer(${producer})`);
  return { bytes: Buffer.concat(parts), pages: pages.length, missing: type.missing };
}

/** A file of drawn pages while it is written. */
export interface FileInHand {
  readonly pdf: PdfOutput;
  readonly tree: PageTree;
  readonly type: Typesetter;
  /** Object number of the fonts that all its pages share. */
  readonly fonts: number;
}

/**
 * Writes a page.
 *
 * @param at its position from 0
 * @param size in points
 * @param content its operators, Latin-1
 * @param pictures `/XObject<<…>>` of those that the operators name; empty for none
 */
export function writePage(
  { pdf, tree, fonts }: FileInHand,
  at: number,
  { width, height }: Pick<DrawnPage, 'width' | 'height'>,
  content: string,
  pictures: string,
): void {
  const stream = pdf.allocate();
  writeDeflated(pdf, stream, '', Buffer.from(content, 'latin1'));
  const id = tree.pageIds[at]!;
  pdf.writeObject(
    id,
    `<</Type/Page/Parent ${tree.parentOf(id)} 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font ${fonts} 0 R${pictures}>>/Contents ${stream} 0 R>>`,
  );
}

/** Writes what follows the pages. @param properties entries of the document's information dictionary */
export function finishFile({ pdf, tree, type, fonts }: FileInHand, properties: string): void {
  pdf.writeObject(fonts, `<<${type.fontResources()}>>`);
  type.write(pdf);
  tree.write(pdf);
  const catalog = pdf.allocate();
  pdf.writeObject(
    catalog,
    `<</Type/Catalog/Pages ${tree.rootId} 0 R/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  const about = pdf.allocate();
  pdf.writeObject(about, `<<${properties}>>`);
  pdf.finish(catalog, about);
}
