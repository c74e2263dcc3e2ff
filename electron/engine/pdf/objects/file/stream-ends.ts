import { char } from '../syntax/lexer.ts';
import type { SourceBytes } from './source-bytes.ts';
import { SourceUnreadable } from '../source-unreadable.ts';

const windowBytes = 256 * 1024;
/** As long as the longest word that is looked for, less one. */
const overlap = 8;

/** Finds where streams end whose Length says something else: at the next `endstream`, or `endobj` where that is missing. */
export class StreamEnds {
  readonly #bytes: SourceBytes;
  /** Bytes that may still be searched: what a file of broken lengths may cost in all. */
  #budget: number;
  /** The stretch searched last: nothing ends in it. */
  #from = 0;
  #to = 0;

  constructor(bytes: SourceBytes) {
    this.#bytes = bytes;
    this.#budget = 16 * 1024 * 1024 + bytes.size * 16;
  }

  /**
   * The end of the body that begins at a position, without the line's end before `endstream`; -1 when there is none.
   *
   * @throws SourceUnreadable when so many lengths are wrong that finding the ends takes too long
   */
  after(position: number): number {
    const isSearched = position >= this.#from && position < this.#to;
    if (!isSearched) this.#from = position;
    for (let at = isSearched ? this.#to : position; at < this.#bytes.size;) {
      const { bytes, start, end } = this.#bytes.view(at, windowBytes);
      const window = bytes.subarray(start, Math.min(end, start + windowBytes));
      const found = findEnd(window);
      this.#spend(found < 0 ? window.length : found);
      if (found >= 0) {
        this.#to = at + found;
        return this.#withoutLineEnd(position, this.#to);
      }
      if (at + window.length >= this.#bytes.size) break;
      at += window.length - overlap;
    }
    this.#to = this.#bytes.size;
    return -1;
  }

  #spend(bytes: number): void {
    this.#budget -= bytes;
    if (this.#budget < 0) throw new SourceUnreadable('too many of its streams are broken');
  }

  #withoutLineEnd(start: number, end: number): number {
    const from = Math.max(start, end - 2);
    const { bytes, start: at } = this.#bytes.view(from, end - from);
    const last = end > start ? bytes[at + (end - from) - 1] : undefined;
    const before = end - 1 > start ? bytes[at + (end - from) - 2] : undefined;
    if (last === char.lineFeed) return before === char.carriageReturn ? end - 2 : end - 1;
    return last === char.carriageReturn ? end - 1 : end;
  }
}

function findEnd(window: Buffer): number {
  const endstream = window.indexOf('endstream', 0, 'latin1');
  const endobj = (endstream < 0 ? window : window.subarray(0, endstream)).indexOf('endobj', 0, 'latin1');
  return endobj < 0 ? endstream : endobj;
}
