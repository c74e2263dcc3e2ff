import type { ByteSource } from '../../byte-source.ts';
import { SourceUnreadable } from '../source-unreadable.ts';
import type { PdfDict } from '../syntax/values.ts';
import type { ObjectFile } from './object-at.ts';
import { SourceBytes } from './source-bytes.ts';
import { StreamEnds } from './stream-ends.ts';

/** What stands for a source that was released. Reading it is a bug, and says so. */
export const noSource: ByteSource = {
  sizeBytes: Number.MAX_SAFE_INTEGER,
  readAt() {
    throw new Error('the bytes of these objects were let go');
  },
};

/**
 * A source to read objects from, with bounds for what that may cost in all.
 *
 * @param lengthOf the number a stream's Length stands for, references followed; -1 when there is none
 * @returns a file whose `spend` throws SourceUnreadable once the bounds are reached
 */
export function openObjectFile(
  source: ByteSource,
  wholeBytes: number,
  lengthOf: (dict: PdfDict) => number,
): ObjectFile {
  const bytes = new SourceBytes(source, wholeBytes);
  let budget = 64 * 1024 * 1024 + bytes.size * 64;
  return {
    bytes,
    ends: new StreamEnds(bytes),
    lengthOf,
    spend(spent) {
      budget -= spent;
      if (budget < 0) throw new SourceUnreadable('its structure is broken');
    },
  };
}
