import { createHash, type Hash } from 'node:crypto';
import type { ByteSource } from '../../byte-source.ts';
import { SourceUnreadable } from '../../objects/index.ts';
import type { ObjectSink } from '../../draw/font-subset.ts';

/** Bytes gathered before they are handed on. */
const bufferBytes = 1024 * 1024;
/** A classic cross-reference table writes offsets in ten digits. */
const maxBytes = 9_999_999_999;
/** Bytes of an entry of the cross-reference table (ISO 32000-1 §7.5.4). */
const entryBytes = 20;
/** Up to this length a loop is quicker than the runtime's own writing of text. */
const shortText = 24;

/** What a PDF that we write says of who wrote it. */
export const producer = 'Forthwith';

/** A place in an output to go back to. */
export interface Checkpoint {
  /** Bytes before it. */
  readonly length: number;
  readonly hash: Hash;
}

/**
 * Writes a PDF from front to back: objects in any order, each once; memory is one buffer and eight bytes an object, whatever
 * the file's size. The same objects give the same bytes: there is no clock in it, and the file identifier is derived from what
 * was written.
 */
export class PdfOutput implements ObjectSink {
  readonly #emit: (bytes: Uint8Array) => void;
  #hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafeSlow(bufferBytes);
  #offsets = new Float64Array(4096).fill(-1);
  #objects = 1;
  #filled = 0;
  #flushed = 0;
  readonly #unread: number[] = [];
  #tableStart = 0;

  /** @param emit takes each part of the file, in order, and must be done with it when it returns */
  constructor(emit: (bytes: Uint8Array) => void) {
    this.#emit = emit;
    this.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  }

  /** The next object number. */
  allocate(): number {
    if (this.#objects === this.#offsets.length) {
      const longer = new Float64Array(this.#offsets.length * 2).fill(-1, this.#objects);
      longer.set(this.#offsets);
      this.#offsets = longer;
    }
    return this.#objects++;
  }

  /** @param body as in the file, one byte a character */
  writeObject(id: number, body: string): void {
    this.begin(id);
    this.text(body);
    this.end();
  }

  /** @param entries of the stream's dictionary, without Length and brackets */
  writeStream(id: number, entries: string, body: Uint8Array): void {
    const { length } = body;
    this.writeBody(
      id,
      () => this.text(entries),
      length,
      () => this.bytes(body, 0, length),
    );
  }

  /** @param entries writes what stands between the dictionary's brackets */
  writeDict(id: number, entries: () => void): void {
    this.begin(id);
    this.text('<<');
    entries();
    this.text('>>');
    this.end();
  }

  /**
   * Writes a stream whose parts come from elsewhere.
   *
   * @param entries writes what stands in its dictionary, but for Length
   * @param body writes so many bytes
   */
  writeBody(id: number, entries: () => void, length: number, body: () => void): void {
    this.begin(id);
    this.text('<<');
    entries();
    this.text(`/Length ${length}>>\nstream\n`);
    body();
    this.text('\nendstream\nendobj\n');
  }

  /** Says that an object is a picture, a font's program or the like: it is not needed where only our own text is read back. */
  noteUnread(id: number): void {
    this.#unread.push(id);
  }

  /**
   * Where in the finished file it says that each of those objects, and each of some other objects, is in use: an `n` of the
   * cross-reference table; in ascending order.
   */
  usePlaces(others: readonly number[]): Float64Array {
    const placeOf = (id: number) => this.#tableStart + id * entryBytes + entryBytes - 3;
    return Float64Array.from([...this.#unread, ...others], placeOf).sort();
  }

  /** Begins an object whose parts follow, then `end`. */
  begin(id: number): void {
    this.#offsets[id] = this.#flushed + this.#filled;
    this.integer(id);
    this.text(' 0 obj\n');
  }

  /** Ends an object without a stream. */
  end(): void {
    this.text('\nendobj\n');
  }

  /** @param text one byte a character */
  text(text: string): void {
    const { length } = text;
    if (length > bufferBytes - this.#filled) {
      if (length > bufferBytes) return this.bytes(Buffer.from(text, 'latin1'), 0, length);
      this.#flush();
    }
    if (length > shortText) this.#filled += this.#buffer.write(text, this.#filled, 'latin1');
    else for (let i = 0; i < length; i += 1) this.#buffer[this.#filled++] = text.charCodeAt(i);
  }

  /** A whole number from 0, in digits. */
  integer(value: number): void {
    if (bufferBytes - this.#filled < 20) this.#flush();
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    let at = this.#filled + digits;
    this.#filled = at;
    for (let rest = value; digits > 0; digits -= 1, rest = Math.floor(rest / 10))
      this.#buffer[--at] = 48 + (rest % 10);
  }

  /** Part of some bytes, from `start` to before `end`. */
  bytes(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (length > bufferBytes - this.#filled) this.#flush();
    if (length > bufferBytes) return this.#hand(bytes.subarray(start, end));
    if (length > shortText) this.#buffer.set(bytes.subarray(start, end), this.#filled);
    else for (let i = 0; i < length; i += 1) this.#buffer[this.#filled + i] = bytes[start + i]!;
    this.#filled += length;
  }

  /**
   * Bytes straight from where they lie, through this file's own buffer.
   *
   * @throws SourceUnreadable when it ends early; what the source throws
   */
  copy(source: ByteSource, position: number, length: number): void {
    let at = position;
    const end = position + length;
    while (at < end) {
      if (bufferBytes - this.#filled < Math.min(end - at, bufferBytes / 8)) this.#flush();
      const part = this.#buffer.subarray(this.#filled, Math.min(bufferBytes, this.#filled + end - at));
      const read = source.readAt(at, part);
      if (read !== part.length) throw new SourceUnreadable('it is cut short');
      this.#filled += read;
      at += read;
    }
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#flushed + this.#filled;
  }

  /** What is written after this can be taken back. */
  checkpoint(): Checkpoint {
    this.#flush();
    return { length: this.#flushed, hash: this.#hash.copy() };
  }

  /** Discards what was written since; the receiver of the bytes must discard them too. Object numbers stay assigned. */
  rollBack({ length, hash }: Checkpoint): void {
    this.#filled = 0;
    this.#flushed = length;
    this.#hash = hash;
    for (let id = 1; id < this.#objects; id += 1) if (this.#offsets[id]! >= length) this.#offsets[id] = -1;
  }

  /**
   * Writes what readers start from.
   *
   * @returns size and hash of the whole file
   */
  finish(rootId: number, infoId: number): { bytes: number; sha256: string } {
    this.#flush();
    const identifier = this.#hash.copy().digest('hex').slice(0, 32);
    const start = this.#flushed;
    if (start > maxBytes) throw new RangeError('the PDF is larger than its format can address');
    const count = this.#objects;
    this.text(`xref\n0 ${count}\n`);
    this.#tableStart = this.#flushed + this.#filled;
    for (let id = 0; id < count; id += 1) {
      const offset = this.#offsets[id]!;
      if (offset < 0) this.text('0000000000 65535 f \n');
      else {
        this.#padded(offset);
        this.text(' 00000 n \n');
      }
    }
    this.text(
      `trailer\n<</Size ${count}/Root ${rootId} 0 R/Info ${infoId} 0 R/ID[<${identifier}><${identifier}>]>>\nstartxref\n${start}\n%%EOF\n`,
    );
    this.#flush();
    return { bytes: this.#flushed, sha256: this.#hash.digest('hex') };
  }

  /** A whole number in ten digits. */
  #padded(value: number): void {
    if (bufferBytes - this.#filled < 10) this.#flush();
    let rest = value;
    for (let at = this.#filled + 9; at >= this.#filled; at -= 1) {
      const tenth = Math.floor(rest / 10);
      this.#buffer[at] = 48 + rest - tenth * 10;
      rest = tenth;
    }
    this.#filled += 10;
  }

  #flush(): void {
    this.#hand(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #hand(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#hash.update(bytes);
    this.#emit(bytes);
    this.#flushed += bytes.length;
  }
}

/**
 * Text as a PDF string: plain where it is ASCII, else UTF-16 with its mark (ISO 32000-1 §7.9.2.2).
 */
export function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, '\\$&')})`;
  return `<feff${utf16(text)}>`;
}

/** Text as the hexadecimal digits of its UTF-16, high byte first. */
export function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
