import type { AssembleTools } from '../assembly.ts';
import type { AssembleItem } from '../plan.ts';
import type { Exhibit } from './exhibit.ts';

/** Tells how far an assembly is, in pages written. */
export class Progress {
  readonly #tell: AssembleTools['progress'];
  readonly #total: number;
  #done = 0;
  /** Pages that were looked at. */
  looks = 0;

  /** @param tell is given the pages done, those that all will be, and the place of the exhibit at hand */
  constructor(items: readonly AssembleItem[], tell: AssembleTools['progress']) {
    this.#tell = tell;
    const alone = items.reduce((sum, { pages, filePath }) => sum + (filePath === null ? 0 : pages), 0);
    this.#total = alone + items.reduce((sum, { pages }) => sum + pages, 0);
  }

  /** An exhibit is being written: this many of its pages are done. */
  within({ at }: Exhibit, pages: number): void {
    // Volumes may be written more than once.
    this.#tell(Math.min(this.#total, this.#done + pages), this.#total, at);
  }

  /** A page is about to be looked at, when this many pages of its exhibit are written. */
  look(exhibit: Exhibit, pages: number): void {
    this.looks += 1;
    this.within(exhibit, pages);
  }

  /** An exhibit is written. */
  add(exhibit: Exhibit): void {
    this.within(exhibit, exhibit.item.pages);
    this.#done = Math.min(this.#total, this.#done + exhibit.item.pages);
  }
}
