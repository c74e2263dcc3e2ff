/** A small picture of a page, as the reader gives it: RGBA. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Bytes of small pictures kept for coming back to. */
const keptBytes = 16_000_000;

/** Small pictures that were drawn lately, so that scrolling back and forth draws none twice; those unused longest are dropped first. */
export class ThumbnailStore {
  readonly #kept = new Map<number, Thumbnail>();
  readonly #mostBytes: number;
  #bytes = 0;

  /** @param mostBytes how many bytes of pictures are kept */
  constructor(mostBytes = keptBytes) {
    this.#mostBytes = mostBytes;
  }

  /** The picture of a page (from 0), if it is still there. */
  get(page: number): Thumbnail | undefined {
    const picture = this.#kept.get(page);
    if (picture) {
      this.#kept.delete(page);
      this.#kept.set(page, picture);
    }
    return picture;
  }

  add(page: number, picture: Thumbnail): void {
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
