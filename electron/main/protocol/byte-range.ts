export interface ByteRange {
  /** First byte, from 0. */
  readonly start: number;
  /** Byte after the last one. */
  readonly end: number;
}

/**
 * Reads a Range header (RFC 9110 §14.1.2): one range of bytes.
 *
 * @param header the header's value; null when there is none
 * @param sizeBytes size of the whole
 * @returns the range; `whole` when there is none or one we need not honor (another unit, several ranges, not well
 *   formed); `unsatisfiable` when it begins past the end
 * @example parseByteRange('bytes=-10', 100) // { start: 90, end: 100 }
 */
export function parseByteRange(
  header: string | null,
  sizeBytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '');
  if (!match) return 'whole';
  const [, first, last] = match;
  if (first === '') {
    if (last === '') return 'whole';
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= sizeBytes ? 'unsatisfiable' : { start, end };
}
