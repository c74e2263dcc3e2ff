/** What a PDF must know of a JPEG to show it (ITU-T T.81, Adobe TN 5116, Exif 2.3). */
export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3 | 4;
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
  /** Whether Adobe's inverted ink values are stored. */
  readonly isInverted: boolean;
  /** The color profile, if there is a whole one of the right kind. */
  readonly profile: Uint8Array | null;
  /** What decoders show, bit for bit, without what cameras and programs write beside it. */
  readonly shown: Uint8Array;
}

/** A marker segment before the first scan (ITU-T T.81 §B.1.1.4). */
interface Segment {
  readonly marker: number;
  readonly body: Buffer;
}

const startMarker = Buffer.of(0xff, 0xd8);
const profileSpaces: Readonly<Record<number, string>> = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' };

/**
 * Reads a JPEG's headers.
 *
 * @returns the reason, in words, when a PDF cannot show it as it is
 */
export function readJpeg(bytes: Uint8Array): Jpeg | { readonly reason: string } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || !view.subarray(0, 2).equals(startMarker)) return { reason: 'it is not a JPEG' };
  const { segments, scansAt } = readSegments(view);
  if (scansAt === null) return { reason: 'its structure is broken' };
  let orientation = 1;
  let adobe = false;
  const profileParts = new Map<number, Uint8Array>();
  let profileCount = 0;
  let hasJfif = false;
  let frame: { width: number; height: number; components: number; names: string } | null = null;
  for (const { marker, body } of segments) {
    if (marker === 0xe1 && startsWith(body, exifName)) orientation = readOrientation(body.subarray(6));
    else if (marker === 0xe0 && startsWith(body, 'JFIF\0')) hasJfif = true;
    else if (marker === 0xee && startsWith(body, 'Adobe')) adobe = true;
    else if (marker === 0xe2 && startsWith(body, profileName)) {
      profileParts.set(body[12] ?? 0, body.subarray(14));
      profileCount = body[13] ?? 0;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (marker > 0xc2) return { reason: 'it is compressed in a way PDF viewers do not read' };
      if (body.length < 6 || body[0] !== 8) return { reason: 'its colors have more than 8 bits' };
      frame = {
        height: body.readUInt16BE(1),
        width: body.readUInt16BE(3),
        components: body[5]!,
        names: String.fromCharCode(body[6] ?? 0, body[9] ?? 0, body[12] ?? 0),
      };
    }
  }
  if (!frame || frame.width === 0 || frame.height === 0) return { reason: 'it has no picture' };
  const { components, names, ...size } = frame;
  if (components !== 1 && components !== 3 && components !== 4)
    return { reason: 'it has an unknown number of colors' };
  // Decoders of JPEG take the names for red, green and blue; a PDF says that three without Adobe's marker are YCbCr (ISO 32000-2 Table 13).
  if (components === 3 && names === 'RGB' && !adobe && !hasJfif)
    return { reason: 'its colors are stored in a way PDF viewers do not all read' };
  const end = endOfScans(view, scansAt);
  // Programs that read a PDF refuse it, or show nothing.
  if (end === null) return { reason: 'it is cut short' };
  const parts = [startMarker, ...segments.map(shownOf), view.subarray(scansAt, end)];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return {
    ...size,
    components,
    orientation,
    isInverted: adobe && components === 4,
    profile: joinProfile(profileParts, profileCount, components),
    // If it is as long as the whole file, it is the whole file: a large scan is not copied.
    shown: length === view.length ? bytes : Buffer.concat(parts, length),
  };
}

/** What a JPEG's Exif and XMP hold; undefined where it has none. */
export function readDescriptions(bytes: Uint8Array): { exif?: Buffer; xmp?: Buffer } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.subarray(0, 2).equals(startMarker)) return {};
  const { segments } = readSegments(view);
  const named = (name: string) =>
    segments
      .find(({ marker, body }) => marker === 0xe1 && startsWith(body, name))
      ?.body.subarray(name.length);
  const [exif, xmp] = [named(exifName), named(xmpName)];
  return { ...(exif && { exif }), ...(xmp && { xmp }) };
}

/** What programs and cameras wrote into a JPEG beside its picture and its colors' form: comments, descriptions, what follows its end. None for any other bytes. */
export function readRemarks(bytes: Uint8Array): { readonly beside: Buffer[]; readonly after: Buffer } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.subarray(0, 2).equals(startMarker)) return { beside: [], after: Buffer.alloc(0) };
  const { segments, scansAt } = readSegments(view);
  const isOfColors = ({ marker, body }: Segment) =>
    (marker === 0xee && startsWith(body, 'Adobe')) || (marker === 0xe2 && startsWith(body, profileName));
  const remarks = segments.filter(
    (segment) =>
      segment.marker === 0xfe || (segment.marker >= 0xe0 && segment.marker <= 0xef && !isOfColors(segment)),
  );
  const end = scansAt === null ? null : endOfScans(view, scansAt);
  return { beside: remarks.map(({ body }) => body), after: view.subarray(end ?? view.length) };
}

/** @returns also where the first scan begins; null where the structure is broken before it */
function readSegments(view: Buffer): { segments: Segment[]; scansAt: number | null } {
  const segments: Segment[] = [];
  let at = startMarker.length;
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return { segments, scansAt: null };
    const marker = view[at + 1]!;
    if (isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xda) break;
    const length = view.readUInt16BE(at + 2);
    if (length < 2) return { segments, scansAt: null };
    segments.push({ marker, body: view.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return { segments, scansAt: Math.min(at, view.length) };
}

/**
 * Where the picture ends: padding, a film and other pictures may follow. Headers between scans may hold an end marker's bytes.
 *
 * @returns null for one that is cut short
 */
function endOfScans(view: Buffer, from: number): number | null {
  for (let at = view.indexOf(0xff, from); at !== -1; at = view.indexOf(0xff, at)) {
    const marker = view[at + 1];
    if (marker === 0xd9) return at + 2;
    const isHeader = marker !== undefined && marker >= 0xc0 && !isBare(marker) && at + 4 <= view.length;
    const end = isHeader ? at + 2 + view.readUInt16BE(at + 2) : at;
    // Past the end of the file it is no header, but damage.
    at = isHeader && end <= view.length ? end : at + (marker === 0xff ? 1 : 2);
  }
  return null;
}

/** Fill bytes, and markers that nothing belongs to (ITU-T T.81 Table B.1); the end's is asked for before. */
function isBare(marker: number): boolean {
  return marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/**
 * A segment as it goes into a PDF: of what applications write only what tells the colors' form, without the small picture that
 * may be in it. Place, time, device, comments, what a program kept of the picture before it was cropped stay in the original.
 */
function shownOf({ marker, body }: Segment): Buffer {
  const isComment = marker === 0xfe;
  const isOfApplication = marker >= 0xe0 && marker <= 0xef;
  let shown: Buffer | null = body;
  if (marker === 0xe0 && startsWith(body, 'JFIF\0') && body.length >= 14)
    shown = Buffer.concat([body.subarray(0, 12), Buffer.of(0, 0)]);
  else if (marker === 0xee && startsWith(body, 'Adobe')) shown = body.subarray(0, 12);
  else if (isComment || isOfApplication) shown = null;
  if (!shown) return Buffer.alloc(0);
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(shown.length + 2, 2);
  return Buffer.concat([head, shown]);
}

const profileName = 'ICC_PROFILE\0';
const exifName = 'Exif\0\0';
const xmpName = 'http://ns.adobe.com/xap/1.0/\0';

function startsWith(body: Buffer, name: string): boolean {
  return body.toString('latin1', 0, name.length) === name;
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
  return isProfileOf(profile, components) ? profile : null;
}

/** Whether bytes are a whole color profile of as many components (ICC.1:2010 §7.2). */
export function isProfileOf(profile: Buffer, components: number): boolean {
  const isWhole = profile.length >= 128 && profile.readUInt32BE(0) === profile.length;
  return isWhole && profile.toString('latin1', 16, 20) === profileSpaces[components];
}
