import type { ByteSource } from '../../pdf/index.ts';

/** Whether an error says that a reader asked for bytes beyond the end of a file, as it does in one that is cut. */
export function isBeyondEnd(error: unknown): boolean {
  return error instanceof RangeError;
}

/**
 * The bytes of a source from `position` on, at most `length` of them: fewer at the end, none where there is nothing.
 *
 * @param length in bytes; allocated at once, so the caller bounds it
 */
export function readRange(source: ByteSource, position: number, length: number): Buffer {
  const start = Math.max(0, position);
  const size = Math.max(0, Math.min(length, source.sizeBytes - start));
  const bytes = Buffer.alloc(size);
  return bytes.subarray(0, size === 0 ? 0 : source.readAt(start, bytes));
}
