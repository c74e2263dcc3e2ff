import { readWhole, skipSpace, skipValue, skipWord } from '../syntax/lexer.ts';
import type { ByteRange } from '../syntax/values.ts';

/** Decoded object streams kept at a time, by their size. */
const maxKeptBytes = 32 * 1024 * 1024;
const maxObjects = 4_000_000;

/** An object stream, decoded (ISO 32000-1 §7.5.7). */
export interface ObjectStream {
  readonly bytes: Buffer;
  readonly ids: Int32Array;
  /** Where each begins. */
  readonly starts: Int32Array;
}

/**
 * Reads the head of a decoded object stream: which objects it holds, and where.
 *
 * @returns null when it is no object stream
 */
export function parseObjectStream(bytes: Buffer, count: number, first: number): ObjectStream | null {
  if (!(count >= 0) || !(first >= 0) || first > bytes.length || count > maxObjects) return null;
  // Two numbers an object, with white space between, come before the first.
  const possible = Math.min(count, (first + 1) >> 1);
  const ids = new Int32Array(possible);
  const starts = new Int32Array(possible);
  let at = 0;
  let found = 0;
  while (found < possible) {
    at = skipSpace(bytes, at, first);
    const id = readWhole(bytes, at, first);
    at = skipSpace(bytes, skipWord(bytes, at, first), first);
    const start = readWhole(bytes, at, first);
    at = skipWord(bytes, at, first);
    if (id < 0 || start < 0) break;
    ids[found] = id;
    starts[found] = Math.min(bytes.length, first + start);
    found += 1;
  }
  return { bytes, ids: ids.subarray(0, found), starts: starts.subarray(0, found) };
}

/**
 * Where an object stands in an object stream.
 *
 * @param index its place in the stream, if the cross-references are right
 * @returns null when it is not there, or no value
 */
export function objectIn(stream: ObjectStream, id: number, index: number): ByteRange | null {
  const place = stream.ids[index] === id ? index : stream.ids.lastIndexOf(id);
  if (place < 0) return null;
  const { bytes } = stream;
  const start = skipSpace(bytes, stream.starts[place]!, bytes.length);
  const end = skipValue(bytes, start, bytes.length);
  return end < 0 ? null : { bytes, start, end };
}

/** The object streams read last, decoded once each. */
export class ObjectStreamCache {
  /** The ones used last come last. */
  readonly #kept = new Map<number, ObjectStream | null>();
  #keptBytes = 0;
  #lastId = -1;
  #last: ObjectStream | null = null;

  /** The stream with an object number, from memory or as `read` answers. */
  get(id: number, read: () => ObjectStream | null): ObjectStream | null {
    if (id === this.#lastId) return this.#last;
    let stream = this.#kept.get(id);
    if (stream === undefined) {
      stream = read();
      this.#keptBytes += sizeOf(stream);
    } else this.#kept.delete(id);
    this.#kept.set(id, stream);
    for (const [other, old] of this.#kept) {
      if (this.#keptBytes <= maxKeptBytes || other === id) break;
      this.#kept.delete(other);
      this.#keptBytes -= sizeOf(old);
    }
    this.#lastId = id;
    this.#last = stream;
    return stream;
  }
}

function sizeOf(stream: ObjectStream | null): number {
  return stream === null ? 64 : stream.bytes.length + stream.ids.length * 8;
}
