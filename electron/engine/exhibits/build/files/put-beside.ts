import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../../../pdf/byte-source.ts';

const stepBytes = 1024 * 1024;

/** Copies an original byte for byte into a build’s folder, in steps of a MiB. */
export async function putBeside(
  source: ByteSource,
  folder: string,
  file: string,
): Promise<{ bytes: number; sha256: string }> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const target = await open(path, 'wx');
  try {
    const step = new Uint8Array(Math.min(stepBytes, Math.max(1, source.sizeBytes)));
    for (let position = 0; position < source.sizeBytes;) {
      const read = source.readAt(position, step.subarray(0, source.sizeBytes - position));
      if (read === 0) throw new Error('an original ended early');
      hash.update(step.subarray(0, read));
      await target.writeFile(step.subarray(0, read));
      position += read;
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { bytes: source.sizeBytes, sha256: hash.digest('hex') };
}
