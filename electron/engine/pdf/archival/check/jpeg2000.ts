/** What PDF/A asks of a JPEG 2000 picture (ISO 15444-1 annex I; ISO 19005-2 §6.2.8.3). */
export interface JpxFacts {
  readonly components: number;
  /** Channels of its enumerated color space; null where it is none. */
  readonly colors: number | null;
  /** Whether one color specification counts, and is of a kind that is allowed. */
  readonly isColorPlain: boolean;
  /** Whether it says of all components at once how many bits they have, 38 at most. */
  readonly hasOneDepth: boolean;
}

const maxBoxes = 1_000;
/** Color spaces by their number: CMYK, sRGB, gray, sYCC. */
const channelsOf: Readonly<Record<number, number>> = { 12: 4, 16: 3, 17: 1, 18: 3 };

/** @returns null for what is no JPEG 2000 file in boxes */
export function readJpx(bytes: Buffer): JpxFacts | null {
  let components = 0;
  let depth = 255;
  let hasDepths = false;
  const colors: { readonly method: number; readonly approximation: number; readonly space: number }[] = [];
  let hasPalette = false;
  let left = maxBoxes;
  const walk = (from: number, end: number): void => {
    for (let at = from; at + 8 <= end && left > 0;) {
      left -= 1;
      let size = bytes.readUInt32BE(at);
      const kind = bytes.toString('latin1', at + 4, at + 8);
      let body = at + 8;
      if (size === 1 && at + 16 <= end) {
        size = Number(bytes.readBigUInt64BE(at + 8));
        body = at + 16;
      } else if (size === 0) size = end - at;
      const boxEnd = at + size;
      if (size < body - at || boxEnd > end) return;
      if (kind === 'jp2h') walk(body, boxEnd);
      else if (kind === 'ihdr' && boxEnd - body >= 14) {
        components = bytes.readUInt16BE(body + 8);
        depth = bytes[body + 10]!;
      } else if (kind === 'bpcc') hasDepths = true;
      else if (kind === 'pclr') hasPalette = true;
      else if (kind === 'colr' && boxEnd - body >= 3)
        colors.push({
          method: bytes[body]!,
          approximation: bytes[body + 2]!,
          space: bytes[body] === 1 && boxEnd - body >= 7 ? bytes.readUInt32BE(body + 3) : 0,
        });
      at = boxEnd;
    }
  };
  walk(0, bytes.length);
  if (components === 0) return null;
  const counting = colors.length === 1 ? colors : colors.filter(({ approximation }) => approximation === 1);
  const [color] = counting;
  const isColorPlain =
    counting.length === 1 &&
    [1, 2, 3].includes(color!.method) &&
    (color!.method !== 1 || color!.space !== 19);
  return {
    components,
    colors: hasPalette ? 3 : color?.method === 1 ? (channelsOf[color.space] ?? null) : null,
    isColorPlain,
    hasOneDepth: !hasDepths && (depth & 127) + 1 <= 38,
  };
}
