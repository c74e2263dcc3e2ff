import type { DrawnIndex, DrawnPage } from '../../draw/drawn-page.ts';
import type { FontShelf } from '../../draw/font-shelf.ts';
import { writeDeflated } from '../../draw/font-subset.ts';
import { Typesetter } from '../../draw/typesetter.ts';
import type { WrittenFile } from '../assembly.ts';
import type { Stamp } from '../marks/index.ts';
import { writeOutline, type Bookmark } from './outline.ts';
import type { OutputTarget } from './output-target.ts';
import { pageLabelTree, type PageLabel } from './page-labels.ts';
import { PageTree } from './page-tree.ts';
import { PdfOutput, pdfString, producer, type Checkpoint } from './pdf-output.ts';
import { Layers } from '../source/document-parts.ts';
import { MergedForm } from '../source/fields/form-fields.ts';
import { writeStructureTree, type TaggedPage } from './structure-tree.ts';

/** Where a link of a drawn page leads, as a position from 0; null for nowhere. */
export type PageOf = (target: number | 'index') => number | null;

/** A PDF being written: its pages are numbered, and come in any order. */
export class OutputDocument {
  readonly pdf: PdfOutput;
  readonly tree: PageTree;
  readonly type: Typesetter;
  readonly layers = new Layers();
  readonly form = new MergedForm();
  /** The stream that saves the state before a page's own content; shared by all pages. */
  readonly openingId: number;
  readonly #target: OutputTarget;
  readonly #drawnResources: number;
  #structure: number | null = null;
  #taggedPages = 0;
  #needsVersion2 = false;

  constructor(target: OutputTarget, shelf: FontShelf, pages: number) {
    this.#target = target;
    this.pdf = new PdfOutput((bytes) => this.#target.write(bytes));
    this.tree = new PageTree(this.pdf, pages);
    this.type = new Typesetter(shelf, () => this.pdf.allocate());
    this.openingId = this.pdf.allocate();
    this.pdf.writeStream(this.openingId, '', Buffer.from('q\n'));
    this.#drawnResources = this.pdf.allocate();
  }

  /** Says that something carried needs PDF 2.0 (its header says so). */
  needVersion2(): void {
    this.#needsVersion2 = true;
  }

  /** What is written after this can be taken back. */
  checkpoint(): Checkpoint {
    return this.pdf.checkpoint();
  }

  /** Takes back everything written since; object numbers given meanwhile stay given. */
  rollBack(checkpoint: Checkpoint): void {
    this.#target.truncate(checkpoint.length);
    this.pdf.rollBack(checkpoint);
  }

  /**
   * Writes a page that we drew.
   *
   * @param at its position from 0
   */
  writeDrawn(at: number, page: DrawnPage, pageOf: PageOf, stamp: Stamp | null = null): void {
    const links = this.#linksOf(page, pageOf);
    this.#writePage(at, page, stamp, links === '' ? '' : `/Annots[${links}]`);
  }

  /**
   * Writes drawn pages with their tags, from the first page on. Pages past those drawn stay empty.
   *
   * @param count pages kept for them
   */
  writeIndex({ pages, tags }: DrawnIndex, count: number, pageOf: PageOf): void {
    let next = pages.length;
    const tagged: TaggedPage[] = pages.map((page, at) => {
      const links = page.links.map(({ area, target }) => {
        const written = { id: this.pdf.allocate(), structParent: next++ };
        const tie = `/StructParent ${written.structParent}`;
        this.pdf.writeObject(written.id, linkTo(this.#targetOf(target, pageOf) ?? '', area, tie));
        return written;
      });
      const annotations =
        links.length === 0 ? '' : `/Annots[${links.map(({ id }) => `${id} 0 R`).join(' ')}]`;
      this.#writePage(at, page, null, `/StructParents ${at}/Tabs/S${annotations}`);
      return { id: this.tree.pageIds[at]!, structParents: at, links };
    });
    for (let at = pages.length; at < count; at += 1)
      this.writeDrawn(at, { width: 612, height: 792, content: '', links: [] }, pageOf);
    this.#taggedPages = tagged.length;
    this.#structure = writeStructureTree(this.pdf, tags, tagged);
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
    const { pdf } = this;
    pdf.writeObject(this.#drawnResources, `<</Font<<${this.type.fontResources()}>>>>`);
    const beforeFonts = pdf.length;
    this.type.write(pdf);
    const fontBytes = pdf.length - beforeFonts;
    this.tree.write(pdf);
    const outline = writeOutline(pdf, bookmarks);
    const catalog = pdf.allocate();
    const entries = [
      this.#needsVersion2 ? '/Version/2.0' : '',
      language === undefined ? '' : `/Lang(${language})`,
      `/Pages ${this.tree.rootId} 0 R`,
      labels.length === 0 ? '' : `/PageLabels ${pageLabelTree(labels)}`,
      '/ViewerPreferences<</DisplayDocTitle true>>',
      outline === null ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`,
      this.layers.entry(),
      this.form.entry(),
      this.#structureEntry(),
    ];
    pdf.writeObject(catalog, `<</Type/Catalog${entries.join('')}>>`);
    const info = pdf.allocate();
    pdf.writeObject(info, `<</Title ${pdfString(title)}/Producer(${producer})>>`);
    const written = pdf.finish(catalog, info);
    this.#target.finish();
    return { ...written, fontBytes };
  }

  /**
   * Where the finished file marks objects as in use that reading our own text on some of its pages does not need: the other
   * pages, large pictures, font programs and color profiles of originals.
   *
   * @param pages positions from 0
   */
  placesApartFrom(pages: ReadonlySet<number>): Float64Array {
    return this.pdf.usePlaces(this.tree.pageIds.filter((_, at) => !pages.has(at)));
  }

  /** Closes the file after an error; the caller removes what was written of it. */
  abandon(): void {
    this.#target.abandon();
  }

  #linksOf(page: DrawnPage, pageOf: PageOf): string {
    return page.links
      .map(({ area, target }) => {
        const leads = this.#targetOf(target, pageOf);
        return leads === null ? '' : linkTo(leads, area);
      })
      .join('');
  }

  #targetOf(target: number | 'index', pageOf: PageOf): string | null {
    const to = pageOf(target);
    return to === null ? null : pageTarget(this.tree.pageIds[to]!);
  }

  #writePage(at: number, page: DrawnPage, stamp: Stamp | null, entries: string): void {
    const id = this.tree.pageIds[at]!;
    const content = this.pdf.allocate();
    const operators = stamp ? `q\n${page.content}Q\nq\n${stamp.content}Q\n` : page.content;
    writeDeflated(this.pdf, content, '', Buffer.from(operators, 'latin1'));
    this.pdf.writeObject(
      id,
      `<</Type/Page/Parent ${this.tree.parentOf(id)} 0 R/MediaBox[0 0 ${page.width} ${page.height}]/Resources ${this.#drawnResources} 0 R/Contents ${content} 0 R${entries}>>`,
    );
  }

  /** Other pages than the tagged ones have no tags of their own, which Suspects tells a screen reader. */
  #structureEntry(): string {
    if (this.#structure === null) return '';
    const isPartly = this.tree.pageIds.length > this.#taggedPages;
    return `/StructTreeRoot ${this.#structure} 0 R/MarkInfo<</Marked true${isPartly ? '/Suspects true' : ''}>>`;
  }
}

/** Entries of a bookmark or a link that lead to a whole page. */
export const pageTarget = (pageId: number) => `/Dest[${pageId} 0 R/Fit]`;

/**
 * A link of ours, as it is written.
 *
 * @param leads where, as `pageTarget`; empty for nowhere
 * @param area left, bottom, right, top
 */
export const linkTo = (leads: string, area: readonly number[], more = '') =>
  `<</Type/Annot/Subtype/Link/Rect[${area.join(' ')}]/Border[0 0 0]/F 4${more}${leads}>>`;
