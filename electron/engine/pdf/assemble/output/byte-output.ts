import { createHash, type Hash } from 'node:crypto';

/** Bytes gathered before they are handed on. */
export const roomBytes = 1024 * 1024;

/** A place in an output to go back to; only the output that gave it knows what it holds. */
export interface OutputMark {
  /** Bytes before it. */
  readonly length: number;
}

/** Takes the bytes of a file from front to back and hashes them. Whoever has bytes puts them into its room and says how many. */
export interface ByteOutput {
  /** Where the next bytes are put, from its beginning; `roomBytes` long. */
  readonly room: Buffer;
  /** Takes that many bytes from the beginning of the room. The room may be another one afterwards. */
  take(length: number): void;
  /** SHA-256 of all that was taken. */
  digest(): Buffer;
  mark(): OutputMark;
  /** Forgets what was taken since a mark. */
  rollBack(mark: OutputMark): void;
}

/** Hashes what it takes, and hands it on at once. */
export class HashedOutput implements ByteOutput {
  readonly room = Buffer.allocUnsafeSlow(roomBytes);
  readonly #emit: (bytes: Uint8Array) => void;
  readonly #truncate: (length: number) => void;
  #hash: Hash = createHash('sha256');
  #length = 0;

  /**
   * @param emit takes each part of the file, in order, and must be done with it when it returns
   * @param truncate takes back everything past a length; left out where nothing is ever taken back
   */
  constructor(emit: (bytes: Uint8Array) => void, truncate: (length: number) => void = () => {}) {
    this.#emit = emit;
    this.#truncate = truncate;
  }

  take(length: number): void {
    const bytes = this.room.subarray(0, length);
    this.#hash.update(bytes);
    this.#emit(bytes);
    this.#length += length;
  }

  digest(): Buffer {
    return this.#hash.copy().digest();
  }

  mark(): OutputMark & { readonly hash: Hash } {
    return { length: this.#length, hash: this.#hash.copy() };
  }

  rollBack({ length, hash }: ReturnType<HashedOutput['mark']>): void {
    this.#truncate(length);
    this.#length = length;
    this.#hash = hash.copy();
  }
}
