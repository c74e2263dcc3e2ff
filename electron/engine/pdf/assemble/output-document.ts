import { closeSync, openSync, writeSync, fsyncSync } from 'node:fs';
import { writeDeflated } from '../draw/font-subset.ts';
import type { DrawnPage } from '../draw/drawn-page.ts';
import type { FontShelf } from '../draw/font-shelf.ts';
import { Typesetter } from '../draw/typesetter.ts';
import { Layers } from './source/document-parts.ts';
import { writeOutline, type Bookmark } from './outline.ts';
import { pageLabelTree, type PageLabel } from './page-labels.ts';
import { PageTree } from './page-tree.ts';
import { PdfOutput, pdfString } from './pdf-output.ts';

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** A PDF being written to a file: its pages are numbered, and come in any order. */
export class OutputDocument {
  readonly pdf: PdfOutput;
  readonly tree: PageTree;
  readonly type: Typesetter;
  readonly layers = new Layers();
  /** The stream that saves the state before a page's own content; shared by all pages. */
  readonly openingId: number;
  readonly #drawnResources: number;
  readonly #file: number;

  constructor(filePath: string, shelf: FontShelf, pages: number) {
    this.#file = openSync(filePath, 'w');
    this.pdf = new PdfOutput((bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    });
    this.tree = new PageTree(this.pdf, pages);
    this.type = new Typesetter(shelf, () => this.pdf.allocate());
    this.openingId = this.pdf.allocate();
    this.pdf.writeStream(this.openingId, '', Buffer.from('q\n'));
    this.#drawnResources = this.pdf.allocate();
  }

  /**
   * Writes a page that we drew.
   *
   * @param at its position from 0
   * @param pageOf where a link of it leads, as a position from 0; null for nowhere
   */
  writeDrawn(at: number, page: DrawnPage, pageOf: (target: number | 'index') => number | null): void {
    const id = this.tree.pageIds[at]!;
    const content = this.pdf.allocate();
    writeDeflated(this.pdf, content, '', Buffer.from(page.content, 'latin1'));
    const links = page.links.flatMap(({ area, target }) => {
      const to = pageOf(target);
      return to === null
        ? []
        : [
            `<</Type/Annot/Subtype/Link/Rect[${area.join(' ')}]/Border[0 0 0]/F 4/Dest[${this.tree.pageIds[to]} 0 R/Fit]>>`,
          ];
    });
    this.pdf.writeObject(
      id,
      `<</Type/Page/Parent ${this.tree.parentOf(id)} 0 R/MediaBox[0 0 ${page.width} ${page.height}]/Resources ${this.#drawnResources} 0 R/Contents ${content} 0 R${links.length === 0 ? '' : `/Annots[${links.join(' ')}]`}>>`,
    );
  }

  /** Writes what a reader starts from, and makes sure that it is on the disk. */
  finish({
    title,
    labels,
    bookmarks,
    language,
  }: {
    title: string;
    labels: readonly PageLabel[];
    bookmarks: readonly Bookmark[];
    /** What screen readers speak it in, such as en-US; left out where the document is others' words. */
    language?: string;
  }): WrittenFile {
    this.pdf.writeObject(this.#drawnResources, `<</Font<<${this.type.fontResources()}>>>>`);
    this.type.write(this.pdf);
    this.tree.write(this.pdf);
    const outline = writeOutline(this.pdf, bookmarks);
    const catalog = this.pdf.allocate();
    this.pdf.writeObject(
      catalog,
      `<</Type/Catalog${language === undefined ? '' : `/Lang(${language})`}/Pages ${this.tree.rootId} 0 R/PageLabels ${pageLabelTree(labels)}/ViewerPreferences<</DisplayDocTitle true>>${outline === null ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`}${this.layers.entry()}>>`,
    );
    const info = this.pdf.allocate();
    this.pdf.writeObject(info, `<</Title ${pdfString(title)}/Producer(Forthwith)>>`);
    const written = this.pdf.finish(catalog, info);
    fsyncSync(this.#file);
    closeSync(this.#file);
    return written;
  }

  /** Lets the file go after an error; what was written of it is the caller's to remove. */
  abandon(): void {
    closeSync(this.#file);
  }
}
