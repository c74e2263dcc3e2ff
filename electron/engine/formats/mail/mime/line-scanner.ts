import type { ByteSource } from '../../../pdf/index.ts';

const windowBytes = 1024 * 1024;
/** Bytes of a line that tell what it is: longer than any boundary and any header name. */
const headBytes = 1_000;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A line by its place in the source. */
export interface Line {
  readonly start: number;
  /** Where its line break begins. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Its beginning, each byte as one character; at most 1,000. */
  readonly head: string;
}

/**
 * Walks the lines of a source of any size with a window of one megabyte. Lines end with LF or CR LF; where the first window has
 * no LF at all, with CR, as old Macintosh mails do.
 */
export class LineScanner {
  readonly #source: ByteSource;
  readonly #end: number;
  readonly #breakByte: number;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;
  /** Where the next line begins. */
  position: number;

  constructor(source: ByteSource, start = 0, end = source.sizeBytes) {
    this.#source = source;
    this.#end = end;
    this.position = start;
    this.#load(start);
    this.#breakByte =
      !this.#window.includes(lineFeed) && this.#window.includes(carriageReturn) ? carriageReturn : lineFeed;
  }

  /** The next line; null at the end. */
  next(): Line | null {
    const start = this.position;
    if (start >= this.#end) return null;
    if (start < this.#windowStart || start >= this.#windowStart + this.#window.length) this.#load(start);
    let at = this.#window.indexOf(this.#breakByte, start - this.#windowStart);
    if (at < 0 && start > this.#windowStart && this.#windowStart + this.#window.length < this.#end) {
      this.#load(start);
      at = this.#window.indexOf(this.#breakByte);
    }
    const headStart = start - this.#windowStart;
    const head = this.#window.toString(
      'latin1',
      headStart,
      Math.min(at < 0 ? this.#window.length : at, headStart + headBytes),
    );
    // A line longer than the window: its end is looked for window by window.
    while (at < 0 && this.#windowStart + this.#window.length < this.#end) {
      this.#load(this.#windowStart + this.#window.length);
      at = this.#window.indexOf(this.#breakByte);
    }
    const breakAt = at < 0 ? this.#end : this.#windowStart + at;
    const next = Math.min(breakAt + 1, this.#end);
    this.position = next;
    const hasReturn =
      this.#breakByte === lineFeed &&
      at >= 0 &&
      breakAt > start &&
      this.#byteAt(breakAt - 1) === carriageReturn;
    const end = hasReturn ? breakAt - 1 : breakAt;
    return { start, end, next, head: head.length > end - start ? head.slice(0, end - start) : head };
  }

  #byteAt(position: number): number {
    const inWindow = this.#window[position - this.#windowStart];
    if (position >= this.#windowStart && inWindow !== undefined) return inWindow;
    const one = new Uint8Array(1);
    this.#source.readAt(position, one);
    return one[0]!;
  }

  #load(start: number): void {
    const target = Buffer.allocUnsafe(Math.max(0, Math.min(windowBytes, this.#end - start)));
    const read = this.#source.readAt(start, target);
    this.#window = target.subarray(0, read);
    this.#windowStart = start;
  }
}
