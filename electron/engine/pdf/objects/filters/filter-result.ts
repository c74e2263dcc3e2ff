/** What a filter gives back. */
export interface FilterResult {
  readonly bytes: Buffer;
  /** Whether the end is missing or spoiled: `bytes` are those before that. */
  readonly isDamaged: boolean;
  /** Whether all is there and only its checksum is wrong or missing. */
  readonly isComplete?: boolean;
  /** Stored bytes after the end of the data, which no reader decodes; left out where there are none. */
  readonly rest?: Buffer;
}

/** Bytes that a filter writes, up to a bound. */
export class FilterOutput {
  readonly #maxBytes: number;
  #buffer: Buffer;
  #length = 0;

  constructor(expectedBytes: number, maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#buffer = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(256, expectedBytes)));
  }

  get length(): number {
    return this.#length;
  }

  /** Makes room. @returns false when there would be more than the bound */
  reserve(more: number): boolean {
    const needed = this.#length + more;
    if (needed <= this.#buffer.length) return true;
    if (needed > this.#maxBytes) return false;
    const larger = Buffer.allocUnsafe(Math.min(this.#maxBytes, Math.max(needed, this.#buffer.length * 2)));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
    return true;
  }

  /** Writes a byte for which there is room. */
  push(byte: number): void {
    this.#buffer[this.#length] = byte;
    this.#length += 1;
  }

  /** Writes bytes for which there is room. */
  append(source: Uint8Array, start: number, end: number): void {
    this.#buffer.set(source.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  /** Writes again what was written at `from`: for which there is room. */
  repeat(from: number, length: number): void {
    const buffer = this.#buffer;
    for (let i = 0; i < length; i += 1) buffer[this.#length + i] = buffer[from + i]!;
    this.#length += length;
  }

  /** @param rest stored bytes after the end of the data */
  result(isDamaged: boolean, rest?: Uint8Array): FilterResult {
    return { bytes: this.#buffer.subarray(0, this.#length), isDamaged, ...(rest && restOf(rest)) };
  }
}

/** Stored bytes after the end of the data, as a part of a result. */
export const restOf = (rest: Uint8Array): Pick<FilterResult, 'rest'> =>
  rest.length === 0 ? {} : { rest: Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength) };
