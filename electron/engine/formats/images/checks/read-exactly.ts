import type { ByteSource } from '../../../pdf/byte-source.ts';
import { ImageError } from '../image-report.ts';

/** Bytes of a picture that must be there. @throws ImageError `damaged` where the file ends before them */
export function readExactly(source: ByteSource, position: number, bytes: number): Buffer {
  const block = Buffer.alloc(bytes);
  if (source.readAt(position, block) !== bytes) throw new ImageError('damaged');
  return block;
}
