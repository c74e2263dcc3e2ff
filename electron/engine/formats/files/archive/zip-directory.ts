import { readRange } from '../bytes.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { extraField } from './zip-extra.ts';
import { nameDecoder, statedName } from './zip-names.ts';

/** A file in an archive, as the archive describes it. */
export interface ZipEntry {
  /** With its folders, separated by "/", as it stands there. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** Whether it is a symbolic link, whose bytes are the path it leads to (APPNOTE §4.4.2 and §4.4.15); only the directory says so. */
  readonly isLink: boolean;
  /** As APPNOTE §4.4.5 numbers them: 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header is; where its bytes are, once `isSalvaged`. */
  readonly position: number;
  /** Whether it was found without the directory, its sizes from its place only. */
  readonly isSalvaged: boolean;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** The directory was missing or broken, and entries were looked for in the archive itself. */
  readonly isDamaged: boolean;
  /** Entries beyond the limit that were left out. */
  readonly left: number;
}

/** An entry whose name is not read yet where it does not say how it is written: the others tell. */
type UnnamedEntry = Omit<ZipEntry, 'name' | 'isFolder'> & { readonly name: string | Buffer };

/** Entries of one archive that are listed. */
export const maxZipEntries = 20_000;
const endBytes = 22;
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const descriptorSignature = 0x08074b50;
const maxDirectoryBytes = 64 * 1024 * 1024;

/**
 * Lists what is in a zip archive (PKWARE APPNOTE 6.3): by its directory, or, where that is missing or broken, by the
 * headers found on the way through the file. Nothing is inflated.
 *
 * @returns null when there is no entry to be found at all, and no directory either
 */
export function readZipDirectory(source: ByteSource): ZipDirectory | null {
  const listed = readCentral(source);
  if (listed !== null && !listed.isDamaged) return listed;
  const found = salvage(source, listed?.entries ?? []);
  if (listed === null && found.entries.length === 0) return null;
  return found.entries.length >= (listed?.entries.length ?? 0) ? found : listed;
}

/** Whether an archive follows something else, as in programs that unpack themselves. */
export function endsInZip(source: ByteSource): boolean {
  const listed = readCentral(source);
  const first = listed?.entries[0];
  return first !== undefined && listed?.isDamaged === false && isLocalHeader(source, first.position);
}

/** Whether a file ends as the last piece of a split archive does: the directory says that others stand before it (APPNOTE §4.4.19). */
export function isLastZipPiece(source: ByteSource): boolean {
  const tail = readRange(source, source.sizeBytes - endBytes, endBytes);
  if (tail.length < endBytes || tail.readUInt32LE(0) !== 0x06054b50) return false;
  const number = tail.readUInt16LE(4);
  return number > 0 && number < 0xffff;
}

/** Where the end of the directory stands, -1 where it does not: the last that is followed by just the comment it states, for a comment may have the same signs in it. */
function endIn(tail: Buffer): number {
  // A negative place would be counted from the end.
  if (tail.length < endBytes) return -1;
  let last = -1;
  let at = tail.lastIndexOf('PK\x05\x06', tail.length - endBytes, 'latin1');
  for (; at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1')) {
    if (at + endBytes + tail.readUInt16LE(at + 20) === tail.length) return at;
    if (last < 0) last = at;
  }
  return last;
}

/** Places where the directory begins and how many entries it has, zip64's where there are any; null when not found. */
function findDirectory(source: ByteSource): { position: number; bytes: number; count: number } | null {
  const tailBytes = Math.min(source.sizeBytes, endBytes + 0xffff);
  const tail = readRange(source, source.sizeBytes - tailBytes, tailBytes);
  const at = endIn(tail);
  if (at < 0) return null;
  const end = source.sizeBytes - tail.length + at;
  const found = {
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    position: tail.readUInt32LE(at + 16),
  };
  const locator = readRange(source, end - 20, 20);
  if (end >= 20 && locator.length === 20 && locator.readUInt32LE(0) === 0x07064b50) {
    const wide = readRange(source, Number(locator.readBigUInt64LE(8)), 56);
    if (wide.length === 56 && wide.readUInt32LE(0) === 0x06064b50)
      return {
        count: Number(wide.readBigUInt64LE(32)),
        bytes: Number(wide.readBigUInt64LE(40)),
        position: Number(wide.readBigUInt64LE(48)),
      };
  }
  // Archives with something before them (a program that unpacks itself) count from their own beginning.
  const shift = end - found.bytes - found.position;
  const isShifted = shift > 0 && readRange(source, end - found.bytes, 4).toString('latin1') === 'PK\x01\x02';
  return isShifted ? { ...found, position: end - found.bytes } : found;
}

function readCentral(source: ByteSource): ZipDirectory | null {
  const place = findDirectory(source);
  if (place === null) return null;
  const shift = shiftOf(source, place.position);
  const bytes = readRange(source, place.position, Math.min(place.bytes, maxDirectoryBytes));
  const unnamed: UnnamedEntry[] = [];
  let at = 0;
  let seen = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === centralHeader) {
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) break;
    seen++;
    if (unnamed.length < maxZipEntries) unnamed.push(centralEntry(bytes, at, nameBytes, extraBytes, shift));
    at = next;
  }
  const entries = named(unnamed);
  const isShort = seen < place.count && place.count !== 0xffff;
  const isOutside = entries.some(({ position }) => position >= source.sizeBytes);
  return { entries, isDamaged: isShort || isOutside, left: seen - entries.length };
}

/** Bytes before the archive, 0 for nearly all: positions count from the archive's own beginning. */
function shiftOf(source: ByteSource, directory: number): number {
  const first = readRange(source, directory, 46);
  if (first.length < 46 || first.readUInt32LE(0) !== centralHeader) return 0;
  const position = first.readUInt32LE(42);
  if (position === 0xffffffff || isLocalHeader(source, position)) return 0;
  const start = readRange(source, 0, 4 * 1024 * 1024).indexOf('PK\x03\x04', 0, 'latin1');
  return start > 0 ? start - position : 0;
}

function isLocalHeader(source: ByteSource, position: number): boolean {
  const bytes = readRange(source, position, 4);
  return bytes.length === 4 && bytes.readUInt32LE(0) === localHeader;
}

function centralEntry(
  bytes: Buffer,
  at: number,
  nameBytes: number,
  extraBytes: number,
  shift: number,
): UnnamedEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const extra = bytes.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const nameAsWritten = bytes.subarray(at + 46, at + 46 + nameBytes);
  const sizes = {
    sizeBytes: bytes.readUInt32LE(at + 24),
    compressedBytes: bytes.readUInt32LE(at + 20),
    position: bytes.readUInt32LE(at + 42),
  };
  const wide = extraField(extra, 0x0001);
  let field = 0;
  for (const key of ['sizeBytes', 'compressedBytes', 'position'] as const) {
    if (sizes[key] !== 0xffffffff || wide === null || field + 8 > wide.length) continue;
    sizes[key] = Number(wide.readBigUInt64LE(field));
    field += 8;
  }
  return {
    name: statedName(nameAsWritten, flags, extra) ?? nameAsWritten,
    isEncrypted: (flags & 1) === 1,
    isLink: isUnixLink(bytes.readUInt16LE(at + 4), bytes.readUInt32LE(at + 38)),
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    ...sizes,
    position: sizes.position + shift,
    isSalvaged: false,
  };
}

/** @param madeBy system and version it was made by: 3 is Unix, 19 macOS @param attributes of that system: there the mode of a file */
function isUnixLink(madeBy: number, attributes: number): boolean {
  const system = madeBy >> 8;
  return (system === 3 || system === 19) && ((attributes >>> 16) & 0o170000) === 0o120000;
}

function named(entries: readonly UnnamedEntry[]): ZipEntry[] {
  const untold = entries.map(({ name }) => name).filter((name) => typeof name !== 'string');
  const decodeName = untold.length > 0 ? nameDecoder(untold) : null;
  return entries.map((entry) => {
    const name = typeof entry.name === 'string' ? entry.name : decodeName!(entry.name);
    // A folder has no bytes: what has some is a file, whatever it is called.
    return { ...entry, name, isFolder: /[/\\]$/.test(name) && entry.sizeBytes <= 0 };
  });
}

/** Entries by the headers that stand before them, on one way through the file. */
function salvage(source: ByteSource, listed: readonly ZipEntry[]): ZipDirectory {
  const byPosition = new Map(listed.map((entry) => [entry.position, entry]));
  const unnamed: UnnamedEntry[] = [];
  let left = 0;
  for (const { position, end } of headersIn(source)) {
    if (unnamed.length >= maxZipEntries) {
      left++;
      continue;
    }
    const head = readRange(source, position, 30);
    if (head.length < 30) continue;
    const nameBytes = head.readUInt16LE(26);
    const extraBytes = head.readUInt16LE(28);
    const rest = readRange(source, position + 30, nameBytes + extraBytes);
    const start = position + 30 + nameBytes + extraBytes;
    if (start > source.sizeBytes || nameBytes === 0) continue;
    const flags = head.readUInt16LE(6);
    const name = rest.subarray(0, nameBytes);
    const stated = head.readUInt32LE(18);
    const isStated = (flags & 8) === 0 && stated !== 0xffffffff;
    const behind = (flags & 8) === 0 ? null : readDescriptor(source, start, end);
    unnamed.push({
      name: statedName(name, flags, rest.subarray(nameBytes)) ?? name,
      isEncrypted: (flags & 1) === 1,
      isLink: byPosition.get(position)?.isLink ?? false,
      method: head.readUInt16LE(8),
      crc32: byPosition.get(position)?.crc32 ?? behind?.crc32 ?? (isStated ? head.readUInt32LE(14) : -1),
      compressedBytes:
        behind?.compressedBytes ?? Math.min(isStated ? stated : end - start, source.sizeBytes - start),
      sizeBytes: behind?.sizeBytes ?? (isStated ? head.readUInt32LE(22) : -1),
      position: start,
      isSalvaged: true,
    });
  }
  return { entries: named(unnamed), isDamaged: true, left };
}

/**
 * What follows a file that was written before its size was known (APPNOTE §4.3.9), with its signature or without, in four bytes
 * or eight a size; null where nothing there states the bytes before it.
 */
function readDescriptor(
  source: ByteSource,
  start: number,
  end: number,
): Pick<ZipEntry, 'crc32' | 'compressedBytes' | 'sizeBytes'> | null {
  for (const [signatureBytes, wideBytes] of [
    [4, 4],
    [0, 4],
    [4, 8],
    [0, 8],
  ] as const) {
    const bytes = signatureBytes + 4 + wideBytes * 2;
    const position = end - bytes;
    if (position < start) continue;
    const descriptor = readRange(source, position, bytes);
    if (signatureBytes > 0 && descriptor.readUInt32LE(0) !== descriptorSignature) continue;
    const numberAt = (at: number) =>
      wideBytes === 4 ? descriptor.readUInt32LE(at) : Number(descriptor.readBigUInt64LE(at));
    const compressedBytes = numberAt(signatureBytes + 4);
    if (compressedBytes !== position - start) continue;
    const sizeBytes = numberAt(signatureBytes + 4 + wideBytes);
    return { crc32: descriptor.readUInt32LE(signatureBytes), compressedBytes, sizeBytes };
  }
  return null;
}

/** Places of local headers, each with where the next header of any sort begins. Archives within archives are passed over. */
function* headersIn(source: ByteSource): Generator<{ position: number; end: number }> {
  const windowBytes = 4 * 1024 * 1024;
  let open: number | null = null;
  let skipTo = 0;
  for (let base = 0; base < source.sizeBytes; base += windowBytes) {
    const window = readRange(source, base, windowBytes + 30);
    for (let at = window.indexOf('PK', 0, 'latin1'); at >= 0 && at < windowBytes;) {
      const here = base + at;
      const signature = at + 4 <= window.length ? window.readUInt32LE(at) : 0;
      const isHeader = signature === localHeader || signature === centralHeader || signature === 0x06054b50;
      if (isHeader && here >= skipTo) {
        if (open !== null) yield { position: open, end: here };
        open = signature === localHeader ? here : null;
        if (open !== null && at + 30 <= window.length) skipTo = here + statedBytes(window, at);
      }
      at = window.indexOf('PK', at + 2, 'latin1');
    }
  }
  if (open !== null) yield { position: open, end: source.sizeBytes };
}

/** Bytes of a local header with what it says follows it; a stored archive inside is not looked into. */
function statedBytes(window: Buffer, at: number): number {
  const isStated = (window.readUInt16LE(at + 6) & 8) === 0;
  const compressed = window.readUInt32LE(at + 18);
  const head = 30 + window.readUInt16LE(at + 26) + window.readUInt16LE(at + 28);
  return isStated && compressed !== 0xffffffff ? head + compressed : head;
}
