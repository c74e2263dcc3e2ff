import type { Picture } from '../pages/use-picture.ts';

/** Bytes of small pictures kept for coming back to. */
const keptBytes = 16_000_000;

/** Small pictures that were drawn lately, so that scrolling back and forth draws none twice; those unused longest are dropped first. */
export class ThumbnailStore {
  readonly #kept = new Map<number, Picture>();
  readonly #mostBytes: number;
  #bytes = 0;

  /** @param mostBytes how many bytes of pictures are kept */
  constructor(mostBytes = keptBytes) {
    this.#mostBytes = mostBytes;
  }

  /** The picture of a page (from 0), if it is still there. */
  get(page: number): Picture | undefined {
    const picture = this.#kept.get(page);
    if (picture) {
      this.#kept.delete(page);
      this.#kept.set(page, picture);
    }
    return picture;
  }

  add(page: number, picture: Picture): void {
    this.#drop(page);
    this.#kept.set(page, picture);
    this.#bytes += picture.pixels.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes || oldest === page) break;
      this.#drop(oldest);
    }
  }

  #drop(page: number): void {
    const picture = this.#kept.get(page);
    if (!picture) return;
    this.#kept.delete(page);
    this.#bytes -= picture.pixels.byteLength;
  }
}
