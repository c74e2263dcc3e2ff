import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { restOf, type FilterResult } from './filter-result.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';

/** A spoiled stream larger than this is not searched for the place where it is spoiled. */
const maxMendedBytes = 8 * 1024 * 1024;

/** Room that most streams need no more of: 10 times what is stored. More is made in as large steps. */
const roomFor = ({ length }: Uint8Array) => Math.min(maxRoom, Math.max(1_024, length * 10));
const maxRoom = 32_768;

/**
 * FlateDecode (ISO 32000-1 §7.4.4). A stream that is cut short or spoiled gives what stands before that.
 *
 * @returns null past `maxBytes`, or when nothing of it can be read
 */
export function decodeFlate(source: Uint8Array, maxBytes: number): FilterResult | null {
  if (source.length === 0) return { bytes: Buffer.alloc(0), isDamaged: false };
  // Whole, checksum and all.
  let used = 0;
  const whole = attempt(() => {
    // With `info`, which its types do not know of, it says how much it has read.
    const { buffer, engine } = inflateSync(source, {
      maxOutputLength: maxBytes,
      chunkSize: roomFor(source),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    used = engine.bytesWritten;
    return buffer;
  });
  if (whole instanceof Uint8Array)
    return { bytes: whole, isDamaged: false, ...restOf(source.subarray(used)) };
  if (whole === tooLarge) return null;
  const complete = inflateFirst(source, source.length, maxBytes, constants.Z_FINISH);
  if (complete instanceof Uint8Array) return { bytes: complete, isDamaged: true, isComplete: true };
  const cut = inflateFirst(source, source.length, maxBytes);
  if (cut instanceof Uint8Array) return { bytes: cut, isDamaged: true };
  if (cut === tooLarge || source.length > maxMendedBytes) return null;
  // The longest start of it that can be read.
  let best: Buffer | null = null;
  let low = 3;
  let high = source.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const read = inflateFirst(source, middle, maxBytes);
    if (read === tooLarge) return null;
    if (read instanceof Uint8Array) {
      best = read;
      low = middle + 1;
    } else high = middle;
  }
  return best === null || best.length === 0 ? null : { bytes: best, isDamaged: true };
}

const tooLarge = 'too large';
const spoilt = 'spoilt';

/**
 * The first `length` bytes of a stream inflated, its two-byte head and its checksum not looked at.
 *
 * @param end Z_FINISH where the last of its blocks must be among them
 */
function inflateFirst(
  source: Uint8Array,
  length: number,
  maxBytes: number,
  end: number = constants.Z_SYNC_FLUSH,
): Buffer | typeof tooLarge | typeof spoilt {
  return attempt(() =>
    inflateRawSync(source.subarray(2, length), {
      maxOutputLength: maxBytes,
      finishFlush: end,
    }),
  );
}

function attempt(inflate: () => Buffer): Buffer | typeof tooLarge | typeof spoilt {
  try {
    return uninterrupted(inflate);
  } catch (error) {
    // Any other error is about the data, which is what is asked here.
    return error instanceof RangeError ? tooLarge : spoilt;
  }
}
