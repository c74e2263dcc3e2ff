import type { ByteSource } from '../../byte-source.ts';

/** Where rewritten bytes go: a file's buffer, or memory. */
export interface ByteSink {
  /** Takes `source[start, end)`; the bytes are the caller's again once it returns. */
  bytes(source: Uint8Array, start: number, end: number): void;
  /** Takes ASCII text. */
  text(ascii: string): void;
  /** Takes a whole number from 0 as decimal digits. */
  integer(value: number): void;
}

/** Where whole streams go as they are stored. */
export interface BodySink {
  bytes(source: Uint8Array, start: number, end: number): void;
  /** Takes bytes from where they lie. @throws SourceUnreadable when the source ends before that */
  copy(source: ByteSource, position: number, length: number): void;
}

/** A sink in memory, grown as needed. */
export class MemorySink implements ByteSink {
  #buffer = Buffer.allocUnsafe(1_024);
  #length = 0;

  bytes(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#buffer.set(source.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  text(ascii: string): void {
    this.#reserve(ascii.length);
    this.#length += this.#buffer.write(ascii, this.#length, 'latin1');
  }

  integer(value: number): void {
    this.text(String(value));
  }

  /** What was written so far, as a view that the next write may leave behind. */
  written(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + more));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
