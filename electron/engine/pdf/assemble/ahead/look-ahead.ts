import type { StoredJpeg } from '../../pdfium/index.ts';
import type { PagePicture } from '../marks/index.ts';

/** A page that is to be drawn to see what is on it. */
export interface PageToDraw {
  /** Position in its original, from 0. */
  readonly index: number;
  /** Which of its pictures `pictureOfPage` may take in a quarter of their dots. */
  readonly plainJpegs: readonly StoredJpeg[];
}

/**
 * Draws pages of an original elsewhere, as `pictureOfPage` does.
 *
 * @param tell is given each page's picture, by its position from 0; null where it cannot be drawn
 * @returns resolves once no more will be reported, whatever was drawn
 */
export type DrawAhead = (
  pages: readonly PageToDraw[],
  tell: (index: number, picture: PagePicture | null) => void,
) => Promise<void>;

/** Pages that are asked for together: opening the original takes as long as drawing some of them. */
const batchPages = 4;

/**
 * Pages of one original that are drawn in other threads before their turn. Which of them are drawn together depends on the order
 * they are asked for in alone, not on how many threads there are: what is found is the same on any machine.
 */
export class LookAhead {
  readonly #draw: DrawAhead;
  readonly #asked = new Map<number, PromiseWithResolvers<PagePicture | null | undefined>>();
  #batch: PageToDraw[] = [];

  constructor(draw: DrawAhead) {
    this.#draw = draw;
  }

  /** Starts drawing a page in another thread. */
  ask(page: PageToDraw): void {
    if (this.#asked.has(page.index)) return;
    this.#asked.set(page.index, Promise.withResolvers());
    this.#batch.push(page);
    if (this.#batch.length === batchPages) this.#send();
  }

  /**
   * Waits for a page's picture. It is returned once; that there is none is remembered.
   *
   * @returns null where the page cannot be drawn, undefined where it was not asked for or nobody came to draw it
   */
  async take(index: number): Promise<PagePicture | null | undefined> {
    const asked = this.#asked.get(index);
    if (!asked) return undefined;
    if (this.#batch.length > 0) this.#send();
    const picture = await asked.promise;
    if (picture) this.#asked.delete(index);
    return picture;
  }

  #send(): void {
    const pages = this.#batch;
    this.#batch = [];
    const answers = new Map(pages.map(({ index }) => [index, this.#asked.get(index)!]));
    void this.#draw(pages, (index, picture) => answers.get(index)?.resolve(picture)).finally(() => {
      for (const { resolve } of answers.values()) resolve(undefined);
    });
  }
}
