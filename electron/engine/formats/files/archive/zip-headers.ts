import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import type { ZipDirectory, ZipEntry } from './zip-directory.ts';
import { statedName } from './zip-names.ts';

/** How an archive contradicts itself: its directory says otherwise than what stands before the files. */
export interface ZipContradictions {
  /** Files that are called otherwise before their own bytes. */
  readonly renamed: readonly { readonly name: string; readonly other: string }[];
  /** Names of files that stand in the archive and that its directory leaves out. */
  readonly unlisted: readonly string[];
}

/** Whether the names before the files are blotted out: the directory alone has them (APPNOTE §4.4.4, bit 13). */
const maskedNames = 0x2000;
/** Bytes after a file that was written before its size was known; none after others (APPNOTE §4.3.9). */
const descriptorBytes = [0, 12, 16, 20, 24];

interface LocalHeader {
  /** Null where it does not say how it is written, or is blotted out. */
  readonly name: string | null;
  /** Where the bytes of its file begin. */
  readonly start: number;
}

/** Holds what stands before each file of an archive against the directory. Programs differ in which of the two they show. */
export function contradictionsIn(
  source: ByteSource,
  { entries, isDamaged, left }: ZipDirectory,
): ZipContradictions {
  const renamed: { name: string; other: string }[] = [];
  const unlisted: string[] = [];
  // What is found without the directory, or is not looked at, cannot contradict it.
  if (isDamaged || left > 0) return { renamed, unlisted };
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.position - b.position)) {
    const between = headerBetween(source, end, entry.position);
    if (between !== null) unlisted.push(between.name ?? 'unnamed');
    const header = readHeader(source, entry.position);
    if (header === null) continue;
    if (header.name !== null && !isSameName(header.name, entry))
      renamed.push({ name: entry.name, other: header.name });
    end = header.start + entry.compressedBytes;
  }
  const last = headerBetween(source, end, source.sizeBytes);
  if (last !== null) unlisted.push(last.name ?? 'unnamed');
  return { renamed, unlisted };
}

/** What stands before a file that nobody lists, where one follows the file before it. */
function headerBetween(source: ByteSource, end: number, next: number): LocalHeader | null {
  const places = descriptorBytes.map((bytes) => end + bytes).filter((position) => position < next);
  return places.map((position) => readHeader(source, position)).find((header) => header !== null) ?? null;
}

function readHeader(source: ByteSource, position: number): LocalHeader | null {
  const head = readRange(source, position, 30);
  if (head.length < 30 || head.toString('latin1', 0, 4) !== 'PK\x03\x04') return null;
  const [nameBytes, extraBytes] = [head.readUInt16LE(26), head.readUInt16LE(28)];
  const rest = readRange(source, position + 30, nameBytes + extraBytes);
  const flags = head.readUInt16LE(6);
  const name =
    nameBytes === 0 || (flags & maskedNames) !== 0
      ? null
      : statedName(rest.subarray(0, nameBytes), flags, rest.subarray(nameBytes));
  return { name, start: position + 30 + nameBytes + extraBytes };
}

/** Programs write accents and separators otherwise before a file than in the directory, and mean the same name. */
function isSameName(name: string, entry: ZipEntry): boolean {
  const plain = (each: string) => each.replaceAll('\\', '/').normalize('NFC');
  return plain(name) === plain(entry.name);
}
