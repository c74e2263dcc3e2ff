import { readerClient } from '../../../../client/index.ts';

/** Longest side of a thumbnail, in pixels: a card's on a dense screen. */
const longestPx = 320;
/** Thumbnails kept, newest used last; the oldest are drawn again when they come back. */
const keptAtMost = 240;

/** The first page of an item, drawn small; null where there is none to draw. */
export type Thumbnail = ImageBitmap | null;

/**
 * First pages drawn small by the page reader, one at a time so that a document being read never waits long, and only those
 * still in sight.
 */
export class ThumbnailQueue {
  readonly #matterId: string;
  readonly #drawn = new Map<string, Thumbnail>();
  readonly #watchers = new Map<string, Set<() => void>>();
  #isDrawing = false;

  constructor(matterId: string) {
    this.#matterId = matterId;
  }

  get(id: string): Thumbnail | undefined {
    return this.#drawn.get(id);
  }

  /** Draws a thumbnail when its turn comes, if it is still watched then. Returns a function that stops watching. */
  watch(id: string, onDrawn: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set();
    watchers.add(onDrawn);
    this.#watchers.set(id, watchers);
    void this.#drawNext();
    return () => {
      watchers.delete(onDrawn);
      if (watchers.size === 0) this.#watchers.delete(id);
    };
  }

  /** Tries again what could not be drawn: an item may have been unlocked. */
  drawMissing(): void {
    for (const [id, drawn] of this.#drawn) if (drawn === null) this.#drawn.delete(id);
    void this.#drawNext();
  }

  async #drawNext(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    for (let id = this.#next(); id !== undefined; id = this.#next()) {
      const drawn = await this.#draw(id);
      this.#drawn.set(id, drawn);
      for (const old of this.#drawn.keys()) {
        if (this.#drawn.size <= keptAtMost) break;
        if (!this.#watchers.has(old)) this.#drawn.delete(old);
        else break;
      }
      for (const tell of this.#watchers.get(id) ?? []) tell();
    }
    this.#isDrawing = false;
  }

  #next(): string | undefined {
    return [...this.#watchers.keys()].find((id) => !this.#drawn.has(id));
  }

  async #draw(evidenceId: string): Promise<Thumbnail> {
    try {
      const source = { matterId: this.#matterId, evidenceId };
      const { documentId, pages } = await readerClient['reader.open']({ source });
      try {
        const [first] = pages;
        if (!first) return null;
        const scale = Math.min(8, Math.max(0.05, longestPx / Math.max(first.width, first.height)));
        const { width, height, pixels } = await readerClient['reader.render']({
          documentId,
          page: 0,
          scale,
        });
        return await createImageBitmap(new ImageData(new Uint8ClampedArray(pixels), width, height));
      } finally {
        readerClient['reader.close']({ documentId }).catch(() => undefined);
      }
    } catch {
      // A locked or damaged file has no picture; its card says what is wrong with it.
      return null;
    }
  }
}
