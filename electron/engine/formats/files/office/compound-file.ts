import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';

/** A stream of a compound file. */
export interface CompoundStream {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly sizeBytes: number;
  /** Places in the directory: its own, its siblings' and, of a storage, its first child's. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

export interface CompoundFile {
  /** Storages and streams at any depth, as the directory lists them. */
  readonly entries: readonly CompoundStream[];
  /** The bytes of a stream, at most `limit`; fewer where the file is cut or its chain broken. */
  read(entry: CompoundStream, limit: number): Buffer;
}

const signature = 'd0cf11e0a1b11ae1';
const endOfChain = 0xfffffffa;
/** Directory entries that are read; legacy Office files and mails have some hundreds. */
const maxEntries = 20_000;
const maxTableBytes = 64 * 1024 * 1024;

/** Whether a file begins as compound files do ([MS-CFB] §2.2): mail that Outlook saved, and old Office documents. */
export const isCompoundFile = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, 8)).toString('hex') === signature;

/**
 * Opens a compound file ([MS-CFB]): what Word, Excel, PowerPoint and Outlook wrote their files in.
 *
 * @returns null when it is none
 */
export function openCompoundFile(source: ByteSource): CompoundFile | null {
  const header = readRange(source, 0, 512);
  if (header.length < 512 || !isCompoundFile(header)) return null;
  const shift = header.readUInt16LE(30);
  const miniShift = header.readUInt16LE(32);
  if (shift < 7 || shift > 16 || miniShift < 4 || miniShift > shift) return null;
  const sectorBytes = 2 ** shift;
  const sector = (index: number) => readRange(source, (index + 1) * sectorBytes, sectorBytes);
  const table = allocationTable(header, source, sectorBytes, sector);

  /** Sectors of a chain; a chain cannot be longer than the table, so a cycle ends. */
  const chain = (start: number, links: Uint32Array, limit: number): number[] => {
    const sectors: number[] = [];
    for (let at = start; at < endOfChain && at < links.length && sectors.length < limit; at = links[at]!)
      sectors.push(at);
    return sectors;
  };
  const readChain = (start: number, limit: number) =>
    Buffer.concat(chain(start, table, Math.ceil(limit / sectorBytes)).map(sector)).subarray(0, limit);

  const directory = readChain(header.readUInt32LE(48), maxEntries * 128);
  const entries = directoryEntries(directory);
  const root = entries[0];
  const miniCutoff = header.readUInt32LE(56);
  let small: { table: Uint32Array; bytes: Buffer } | null = null;
  const smallStreams = () =>
    (small ??= {
      table: words(
        readChain(header.readUInt32LE(60), Math.min(maxTableBytes, header.readUInt32LE(64) * sectorBytes)),
      ),
      bytes: root ? readChain(root.start, Math.min(maxTableBytes, root.sizeBytes)) : Buffer.alloc(0),
    });
  return {
    entries,
    read(entry, limit) {
      const size = Math.min(entry.sizeBytes, limit);
      if (entry.sizeBytes >= miniCutoff) return readChain(entry.start, size);
      const { table: links, bytes } = smallStreams();
      const unit = 2 ** miniShift;
      const parts = chain(entry.start, links, Math.ceil(size / unit));
      return Buffer.concat(parts.map((at) => bytes.subarray(at * unit, (at + 1) * unit))).subarray(0, size);
    },
  };
}

function allocationTable(
  header: Buffer,
  source: ByteSource,
  sectorBytes: number,
  sector: (index: number) => Buffer,
): Uint32Array {
  const maxSectors = Math.min(maxTableBytes, source.sizeBytes) / sectorBytes;
  const places = [...words(header.subarray(76, 512))];
  const perSector = sectorBytes / 4 - 1;
  let next = header.readUInt32LE(68);
  for (let turn = 0; next < endOfChain && turn < maxSectors / perSector + 1; turn++) {
    const more = words(sector(next));
    places.push(...more.subarray(0, perSector));
    next = more[perSector] ?? endOfChain;
  }
  const used = places.filter((place) => place < endOfChain).slice(0, maxSectors);
  return words(Buffer.concat(used.map(sector)));
}

function directoryEntries(directory: Buffer): CompoundStream[] {
  const entries: CompoundStream[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const type = directory[at + 66];
    if (type !== 1 && type !== 2 && type !== 5) continue;
    const nameBytes = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
    entries.push({
      name: directory.toString('utf16le', at, at + nameBytes),
      isStream: type === 2,
      start: directory.readUInt32LE(at + 116),
      // The upper half is only meant in version 4, and has garbage in old files.
      sizeBytes: directory.readUInt32LE(at + 120),
      index: at / 128,
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
    });
  }
  return entries;
}

function words(bytes: Buffer): Uint32Array {
  const count = Math.floor(bytes.length / 4);
  return Uint32Array.from({ length: count }, (_, index) => bytes.readUInt32LE(index * 4));
}
