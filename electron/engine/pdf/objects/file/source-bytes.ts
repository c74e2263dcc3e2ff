import type { ByteSource } from '../../byte-source.ts';
import { SourceUnreadable } from '../source-unreadable.ts';
import type { ByteRange } from '../syntax/values.ts';

const blockBytes = 64 * 1024;
/** 8 MiB of blocks. */
const maxBlocks = 128;

/**
 * The bytes of a source: whole in memory when it is small, else in blocks of which the ones used last are kept.
 */
export class SourceBytes {
  readonly size: number;
  /** All of them, where the source is read whole. */
  readonly whole: Buffer | null;
  readonly #source: ByteSource;
  /** By their place; the ones used last come last. */
  readonly #blocks = new Map<number, Buffer>();
  #lastPlace = -1;
  #lastBlock: Buffer = Buffer.alloc(0);
  /** Holds what crosses blocks. */
  #joined: Buffer = Buffer.alloc(0);

  /** @param wholeBytes sources up to this size are read whole */
  constructor(source: ByteSource, wholeBytes: number) {
    this.#source = source;
    this.size = source.sizeBytes;
    this.whole = this.size <= wholeBytes ? Buffer.allocUnsafeSlow(this.size) : null;
    if (this.whole !== null) this.#fill(0, this.whole);
  }

  /**
   * Bytes from a position on: at least `length` of them unless the source ends before that, often more. In a source that is not whole they are
   * valid until the next call only.
   */
  view(position: number, length: number): ByteRange {
    if (this.whole !== null)
      return { bytes: this.whole, start: Math.min(position, this.size), end: this.size };
    const first = Math.floor(position / blockBytes);
    const offset = position - first * blockBytes;
    const end = Math.min(position + length, this.size);
    if (position >= end) return { bytes: this.#joined, start: 0, end: 0 };
    if (end <= (first + 1) * blockBytes) {
      const block = this.#block(first);
      return { bytes: block, start: offset, end: Math.min(blockBytes, this.size - first * blockBytes) };
    }
    const wanted = end - position;
    if (this.#joined.length < wanted) this.#joined = Buffer.allocUnsafeSlow(wanted);
    const joined = this.#joined.subarray(0, wanted);
    // What is larger than a few blocks would only drive the others out.
    if (wanted > 8 * blockBytes) this.#fill(position, joined);
    else {
      for (let done = 0; done < wanted;) {
        const place = Math.floor((position + done) / blockBytes);
        const from = position + done - place * blockBytes;
        done += this.#block(place).copy(joined, done, from, Math.min(blockBytes, from + wanted - done));
      }
    }
    return { bytes: joined, start: 0, end: wanted };
  }

  /**
   * Bytes that stay until it is released: a part of the whole, or a copy.
   *
   * @throws SourceUnreadable when the source ends before that
   */
  read(position: number, length: number): Buffer {
    if (position + length > this.size) throw new SourceUnreadable('it is cut short');
    if (this.whole !== null) return this.whole.subarray(position, position + length);
    const bytes = Buffer.allocUnsafe(length);
    this.#fill(position, bytes);
    return bytes;
  }

  /** Fills a buffer with the bytes at a position. @throws SourceUnreadable when the source ends before that */
  readInto(position: number, target: Buffer): void {
    if (this.whole === null) return this.#fill(position, target);
    if (this.whole.copy(target, 0, position, position + target.length) < target.length)
      throw new SourceUnreadable('it is cut short');
  }

  /**
   * Gives the memory back at once, not when it is found to be unused: a binder has hundreds of sources, one after the other.
   * Nothing may be asked for afterwards, and what was a view of it has no bytes any more.
   */
  release(): void {
    for (const part of [this.whole, ...this.#blocks.values()])
      if (part?.buffer instanceof ArrayBuffer) part.buffer.transfer(0);
    this.#blocks.clear();
    this.#lastPlace = -1;
  }

  #block(place: number): Buffer {
    if (place === this.#lastPlace) return this.#lastBlock;
    let block = this.#blocks.get(place);
    if (block === undefined) {
      block = this.#spareBlock();
      const length = Math.min(blockBytes, this.size - place * blockBytes);
      this.#fill(place * blockBytes, block.subarray(0, length));
    } else this.#blocks.delete(place);
    this.#blocks.set(place, block);
    this.#lastPlace = place;
    this.#lastBlock = block;
    return block;
  }

  #spareBlock(): Buffer {
    if (this.#blocks.size < maxBlocks) return Buffer.allocUnsafeSlow(blockBytes);
    const [place, block] = this.#blocks.entries().next().value!;
    this.#blocks.delete(place);
    return block;
  }

  #fill(position: number, target: Buffer): void {
    let done = 0;
    while (done < target.length) {
      const read = this.#source.readAt(position + done, target.subarray(done));
      if (read <= 0) throw new SourceUnreadable('it is cut short');
      done += read;
    }
  }
}
