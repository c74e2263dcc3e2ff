import type { PdfObjects } from './pdf-objects.ts';
import type { ByteRange, PdfDict } from './values.ts';

/** Left, bottom, right, top in the page's own space. */
export type Box = readonly [number, number, number, number];

/** A page with what it inherits (ISO 32000-1 §7.7.3.4), read as PDFium reads it. */
export interface SourcePage {
  /** From 0. */
  readonly index: number;
  /** Object number; null for one that is written within its parent. */
  readonly id: number | null;
  readonly dict: PdfDict;
  /** Own or inherited, as written (mostly a reference); null for none. */
  readonly resources: ByteRange | null;
  /** Equal for pages that share one resource dictionary; null where it is the page's alone. */
  readonly resourcesKey: string | null;
  readonly mediaBox: Box;
  /** What is shown: crop box within media box. */
  readonly shownBox: Box;
  readonly hasCropBox: boolean;
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Points a unit: 1 unless the page says otherwise. */
  readonly userUnit: number;
}

/** The pages of a PDF in order; a few bytes a page until one is asked for. */
export interface PageList extends Iterable<SourcePage> {
  readonly length: number;
  /** Whether another reader may see other pages: /Count is wrong, a kid cannot be read, stands twice, or has no Type. */
  readonly isSuspicious: boolean;
  /** One page from 0. @throws RangeError past the end */
  at(index: number): SourcePage;
  /** Object number of a page; null for one written within its parent. */
  idAt(index: number): number | null;
  /** Position of the first page with an object number; -1 when it is no page. */
  indexOf(id: number): number;
}

/**
 * Walks the page tree.
 *
 * @throws SourceUnreadable when there are no pages, more than 200,000, or the file is encrypted
 */
export declare function listPages(objects: PdfObjects): PageList;
