/** What a PDF must know of a JPEG to show it (ITU-T T.81, Adobe TN 5116, Exif 2.3). */
export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3 | 4;
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
  /** Whether Adobe's inverted ink values are stored. */
  readonly isInverted: boolean;
  readonly isTruncated: boolean;
  /** The colour profile, if there is a whole one of the right kind. */
  readonly profile: Uint8Array | null;
}

/** Ends the picture; padding and what cameras append may follow. */
const endMarker = Buffer.of(0xff, 0xd9);
const profileSpaces: Readonly<Record<number, string>> = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' };

/**
 * Reads a JPEG's headers.
 *
 * @returns the reason, in words, when a PDF cannot show it as it is
 */
export function readJpeg(bytes: Uint8Array): Jpeg | { readonly reason: string } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return { reason: 'it is not a JPEG' };
  let orientation = 1;
  let adobe = false;
  const profileParts = new Map<number, Uint8Array>();
  let profileCount = 0;
  let hasJfif = false;
  let frame: { width: number; height: number; components: number; names: string } | null = null;
  let at = 2;
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return { reason: 'its structure is broken' };
    const marker = view[at + 1]!;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.readUInt16BE(at + 2);
    const segment = view.subarray(at + 4, at + 2 + length);
    if (length < 2) return { reason: 'its structure is broken' };
    if (marker === 0xda) break;
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0')
      orientation = readOrientation(segment.subarray(6));
    else if (marker === 0xe0 && segment.toString('latin1', 0, 5) === 'JFIF\0') hasJfif = true;
    else if (marker === 0xee && segment.toString('latin1', 0, 5) === 'Adobe') adobe = true;
    else if (marker === 0xe2 && segment.toString('latin1', 0, 12) === 'ICC_PROFILE\0') {
      profileParts.set(segment[12] ?? 0, segment.subarray(14));
      profileCount = segment[13] ?? 0;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (marker > 0xc2) return { reason: 'it is compressed in a way PDF viewers do not read' };
      if (segment.length < 6 || segment[0] !== 8) return { reason: 'its colours have more than 8 bits' };
      frame = {
        height: segment.readUInt16BE(1),
        width: segment.readUInt16BE(3),
        components: segment[5]!,
        names: String.fromCharCode(segment[6] ?? 0, segment[9] ?? 0, segment[12] ?? 0),
      };
    }
    at += 2 + length;
  }
  if (!frame || frame.width === 0 || frame.height === 0) return { reason: 'it has no picture' };
  const { components, names, ...size } = frame;
  if (components !== 1 && components !== 3 && components !== 4)
    return { reason: 'it has an unknown number of colours' };
  // Decoders of JPEG take the names for red, green and blue; a PDF says that three without Adobe's marker are YCbCr (ISO 32000-2 Table 13).
  if (components === 3 && names === 'RGB' && !adobe && !hasJfif)
    return { reason: 'its colours are stored in a way PDF viewers do not all read' };
  return {
    ...size,
    components,
    orientation,
    isInverted: adobe && components === 4,
    // Looked for after the headers: a thumbnail in them has an end marker of its own.
    isTruncated: !view.includes(endMarker, at),
    profile: joinProfile(profileParts, profileCount, components),
  };
}

/** The orientation an Exif structure tells, from its byte order on; 1 where it tells none. */
export function readOrientation(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  if (tiff.length < 14 || (!isLittle && tiff.toString('latin1', 0, 2) !== 'MM')) return 1;
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const start = u32(4);
  if (start + 2 > tiff.length) return 1;
  const entries = u16(start);
  for (let i = 0; i < entries; i += 1) {
    const entry = start + 2 + i * 12;
    if (entry + 12 > tiff.length) return 1;
    if (u16(entry) !== 0x0112) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function joinProfile(
  parts: ReadonlyMap<number, Uint8Array>,
  count: number,
  components: number,
): Uint8Array | null {
  if (count === 0 || parts.size !== count) return null;
  const ordered = Array.from({ length: count }, (_, i) => parts.get(i + 1));
  if (ordered.some((part) => part === undefined)) return null;
  const profile = Buffer.concat(ordered as Uint8Array[]);
  const isWhole = profile.length >= 128 && profile.readUInt32BE(0) === profile.length;
  return isWhole && profile.toString('latin1', 16, 20) === profileSpaces[components] ? profile : null;
}
