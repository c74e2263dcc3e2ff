import { createHash } from 'node:crypto';
import type { ObjectSink } from '../draw/font-subset.ts';

/** Bytes gathered before they are handed on. */
const bufferBytes = 1024 * 1024;
/** A classic cross-reference table writes offsets in ten digits. */
const maxBytes = 9_999_999_999;

/**
 * Writes a PDF from front to back: objects in any order, each once; memory is one buffer, whatever the file's size. The same
 * objects give the same bytes: there is no clock in it, and the file identifier is derived from what was written.
 */
export class PdfOutput implements ObjectSink {
  readonly #emit: (bytes: Uint8Array) => void;
  readonly #hash = createHash('sha256');
  readonly #offsets: number[] = [-1];
  readonly #buffer = Buffer.alloc(bufferBytes);
  #filled = 0;
  #flushed = 0;

  /** @param emit takes each part of the file, in order, and must be done with it when it returns */
  constructor(emit: (bytes: Uint8Array) => void) {
    this.#emit = emit;
    this.#text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  }

  /** The next object number. */
  allocate(): number {
    return this.#offsets.push(-1) - 1;
  }

  /** @param body as in the file, one byte a character */
  writeObject(id: number, body: string): void {
    this.#begin(id);
    this.#text(`${body}\nendobj\n`);
  }

  /** @param entries of the stream's dictionary, without Length and brackets */
  writeStream(id: number, entries: string, body: Uint8Array): void {
    this.#begin(id);
    this.#text(`<<${entries}/Length ${body.length}>>\nstream\n`);
    this.#bytes(body);
    this.#text('\nendstream\nendobj\n');
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
    const rows = this.#offsets.map((offset) =>
      offset < 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    this.#text(`xref\n0 ${rows.length}\n${rows.join('')}`);
    this.#text(
      `trailer\n<</Size ${rows.length}/Root ${rootId} 0 R/Info ${infoId} 0 R/ID[<${identifier}><${identifier}>]>>\nstartxref\n${start}\n%%EOF\n`,
    );
    this.#flush();
    return { bytes: this.#flushed, sha256: this.#hash.digest('hex') };
  }

  #begin(id: number): void {
    this.#offsets[id] = this.#flushed + this.#filled;
    this.#text(`${id} 0 obj\n`);
  }

  #text(text: string): void {
    if (text.length > bufferBytes - this.#filled) return this.#bytes(Buffer.from(text, 'latin1'));
    this.#filled += this.#buffer.write(text, this.#filled, 'latin1');
  }

  #bytes(bytes: Uint8Array): void {
    if (bytes.length > bufferBytes - this.#filled) this.#flush();
    if (bytes.length > bufferBytes) return this.#hand(bytes);
    this.#buffer.set(bytes, this.#filled);
    this.#filled += bytes.length;
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
  let hex = 'feff';
  for (let i = 0; i < text.length; i += 1) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${hex}>`;
}
