import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../bytes.ts';
import type { ZipEntry } from './zip-directory.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';

/** The largest member extracted from an archive, in bytes. */
export const maxMemberBytes = 256 * 1024 * 1024;
/** What grows more than this is a bomb, once it is larger than `ratioFromBytes`; logs of one line and white scans shrink as much below that. */
const maxRatio = 200;
const ratioFromBytes = 64 * 1024 * 1024;

/** Bytes that so many may unpack to. */
export function maxInflatedBytes(compressedBytes: number): number {
  return Math.min(maxMemberBytes, Math.max(ratioFromBytes, compressedBytes * maxRatio));
}

/**
 * The bytes of a member, inflated and checked against its checksum.
 *
 * @param limit bytes it may have
 * @throws AppError EVIDENCE_MEMBER_LOCKED, EVIDENCE_MEMBER_UNSUPPORTED, EVIDENCE_MEMBER_DAMAGED, EVIDENCE_MEMBER_TOO_LARGE
 */
export function readZipEntry(source: ByteSource, entry: ZipEntry, limit = maxMemberBytes): Buffer {
  const { name } = entry;
  const allowed = Math.min(limit, maxInflatedBytes(entry.compressedBytes));
  const start = openEntry(source, entry, allowed);
  const compressed = readRange(source, start, entry.compressedBytes);
  const bytes = entry.method === 0 ? compressed : inflate(compressed, allowed, name);
  // A checksum of -1 is none: the header of a salvaged entry need not state it.
  const isWhole = entry.crc32 === -1 || crc32(bytes) === entry.crc32;
  if (!isWhole || (entry.sizeBytes >= 0 && bytes.length !== entry.sizeBytes))
    throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
  return bytes;
}

/** Packed bytes that are inflated at once: of the tightest packing there is, they become 16 MiB. */
const pieceBytes = 16 * 1024;

/**
 * The bytes of a member that may be larger than memory should hold, a piece at a time, so that whoever has enough may stop. What is damaged or
 * larger than allowed is reported where that shows: after the pieces before it.
 *
 * @param limit bytes it may have
 * @throws AppError EVIDENCE_MEMBER_LOCKED, EVIDENCE_MEMBER_UNSUPPORTED, EVIDENCE_MEMBER_DAMAGED, EVIDENCE_MEMBER_TOO_LARGE
 */
export function* zipEntryPieces(source: ByteSource, entry: ZipEntry, limit: number): Generator<Uint8Array> {
  const { name, compressedBytes } = entry;
  const allowed = Math.min(limit, Math.max(ratioFromBytes, compressedBytes * maxRatio));
  const start = openEntry(source, entry, allowed);
  let pieces: Uint8Array[] = [];
  const inflater = entry.method === 8 ? new Inflate((piece) => pieces.push(piece)) : null;
  let bytes = 0;
  let checksum = 0;
  for (let at = 0; at < compressedBytes; at += pieceBytes) {
    const packed = readRange(source, start + at, Math.min(pieceBytes, compressedBytes - at));
    pieces = inflater === null ? [packed] : [];
    try {
      inflater?.push(packed, at + pieceBytes >= compressedBytes);
    } catch {
      throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
    }
    for (const piece of pieces) {
      bytes += piece.length;
      if (bytes > allowed) throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
      checksum = crc32(piece, checksum);
      yield piece;
    }
  }
  const isWhole = entry.crc32 === -1 || checksum === entry.crc32;
  if (!isWhole || (entry.sizeBytes >= 0 && bytes !== entry.sizeBytes))
    throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
}

/** Where the bytes of a member begin. @throws AppError as those who read it do */
function openEntry(source: ByteSource, entry: ZipEntry, allowed: number): number {
  const { name } = entry;
  if (entry.isEncrypted) throw new AppError('EVIDENCE_MEMBER_LOCKED', { name });
  if (entry.method !== 0 && entry.method !== 8)
    throw new AppError('EVIDENCE_MEMBER_UNSUPPORTED', { name, method: methodName(entry.method) });
  if (entry.sizeBytes > allowed || entry.compressedBytes > allowed)
    throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
  return entry.isSalvaged ? entry.position : startOf(source, entry);
}

function startOf(source: ByteSource, { position, name }: ZipEntry): number {
  const head = readRange(source, position, 30);
  if (head.length < 30 || head.toString('latin1', 0, 4) !== 'PK\x03\x04')
    throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
  return position + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}

function inflate(compressed: Buffer, maxOutputLength: number, name: string): Buffer {
  if (compressed.length === 0) throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
  try {
    return uninterrupted(() => inflateRawSync(compressed, { maxOutputLength }));
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new AppError(isTooLarge ? 'EVIDENCE_MEMBER_TOO_LARGE' : 'EVIDENCE_MEMBER_DAMAGED', { name });
  }
}

const methods: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'BZIP2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
};

function methodName(method: number): string {
  return methods[method] ?? `number ${method}`;
}
