import type { Typesetter } from '../../draw/typesetter.ts';
import type { Matrix, PdfObjects } from '../../objects/index.ts';
import type { PdfOutput } from '../output/pdf-output.ts';
import type { Carrier } from './carrier.ts';
import type { Destination, Destinations } from './destinations.ts';
import type { FormFields } from './fields/form-fields.ts';
import { moveView } from './moved-shapes.ts';
import type { Tally } from './tally.ts';

/** One original on its way into one output. */
export interface ItemContext {
  readonly objects: PdfObjects;
  readonly output: PdfOutput;
  readonly carrier: Carrier;
  readonly destinations: Destinations;
  readonly targets: PageTargets;
  readonly tally: Tally;
  /** Draws values that the file does not draw. */
  readonly type: Typesetter;
  /** Where fields that stay fields are gathered; null where they become print. */
  readonly fields: FormFields | null;
}

/** Where a page goes. */
export interface PagePlace {
  readonly pageId: number;
  /** How the page's content is drawn smaller; null for as it is. */
  readonly matrix: Matrix | null;
  /** Whether the page is in the output already, so that what belongs to it must be written again. */
  readonly isRepeated: boolean;
}

/** Which pages of an original are carried, and where each stands first. */
export class PageTargets {
  /** Object number in the output by the source's position; 0 for a page left out. */
  readonly #ids: Int32Array;
  /** How the content of pages is moved where it is drawn smaller. */
  readonly #moved = new Map<number, Matrix>();

  /**
   * @param pageIds object numbers of the carried pages, in the output's order
   * @param selected positions of those pages in the original; null for all, in order
   */
  constructor(pageCount: number, pageIds: readonly number[], selected: readonly number[] | null) {
    this.#ids = new Int32Array(pageCount);
    pageIds.forEach((id, at) => {
      const source = selected ? selected[at]! : at;
      if (this.#ids[source] === 0) this.#ids[source] = id;
    });
  }

  /** Says how the content of a page is drawn smaller where it stands first. */
  move(sourcePage: number, matrix: Matrix): void {
    if (!this.#moved.has(sourcePage)) this.#moved.set(sourcePage, matrix);
  }

  /** Whether all pages of the original are carried. */
  get isWhole(): boolean {
    return !this.#ids.includes(0);
  }

  /** Object number of a page of the original where it stands first; null when it is left out. */
  idOf(sourcePage: number): number | null {
    return this.#ids[sourcePage] || null;
  }

  /** A destination as an entry of a link or a bookmark; null when its page is left out. */
  entryOf({ page, view }: Destination): string | null {
    const id = this.idOf(page);
    const matrix = this.#moved.get(page);
    return id === null ? null : `/Dest[${id} 0 R ${matrix ? moveView(view, matrix) : view}]`;
  }
}
