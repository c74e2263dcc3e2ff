import { readRange } from '../files/bytes.ts';
import type { ByteSource } from '../../pdf/byte-source.ts';

/**
 * The mail in a file of Apple Mail (.emlx): a line with the number of its bytes stands before it, a property list of what was done
 * with it after it. Any other source as it is.
 */
export function withoutAppleFrame(source: ByteSource): ByteSource {
  const first = /^(\d{1,10}) *\r?\n(?=[!-9;-~]+[ \t]*:)/.exec(readRange(source, 0, 256).toString('latin1'));
  if (first === null) return source;
  const start = first[0].length;
  const sizeBytes = Math.min(Number(first[1]), source.sizeBytes - start);
  return {
    sizeBytes,
    readAt: (position, target) => {
      const length = Math.max(0, Math.min(target.length, sizeBytes - position));
      return source.readAt(start + position, target.subarray(0, length));
    },
  };
}
