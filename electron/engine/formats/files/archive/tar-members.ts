import { posix } from 'node:path';
import { isAppError, AppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import {
  emptyReading,
  memberBatch,
  problemOf,
  type Member,
  type MemberBatch,
  type Reading,
} from '../../reading.ts';
import { readRange } from '../bytes.ts';
import { decodeText } from '../text/encoding.ts';
import { tarNumber } from './tar-number.ts';
import { fillHoles, sparseFileOfHeader, sparseFileOfRecords, type SparseFile } from './tar-sparse.ts';
import { maxMemberBytes } from './zip-entry.ts';
import { safeName } from './zip-members.ts';

const blockBytes = 512;
const maxEntries = 20_000;
/** Headers of any sort that are read; an archive of folders and links alone has few files. */
const maxHeaders = 200_000;
/** Links to links are followed this many times; in a cycle they never end. */
const maxLinks = 40;
/** Bytes of what says a long name or the like. */
const maxExtraBytes = 64 * 1024;

/** A file in a tape archive by its place. */
interface TarEntry {
  readonly name: string;
  readonly position: number;
  readonly sizeBytes: number;
  /** For a file that is kept without its holes; null for every other. */
  readonly sparse: SparseFile | null;
  /** For a link, the path in the archive of what it leads to, whose bytes it has. Null for a file. */
  readonly leadsTo: string | null;
}

interface TarDirectory {
  readonly entries: readonly TarEntry[];
  /** Whether a header is invalid, or the archive ends within a file. */
  readonly isDamaged: boolean;
  /** Files beyond the most that are listed. */
  readonly left: number;
}

/**
 * Whether a file begins like a tape archive (POSIX.1-2017 pax, ustar and older ones): its header's checksum fits.
 *
 * @param head its first 512 bytes or more
 */
export function isTapeArchive(head: Buffer): boolean {
  return head.length >= blockBytes && isHeader(head.subarray(0, blockBytes)) && head[0] !== 0;
}

/** Looks over a tape archive: how many files are in it, and whether all of it is there. */
export function inspectTar(source: ByteSource): Reading {
  const { entries, isDamaged, left } = readTarDirectory(source);
  const files = entries.length;
  return {
    ...emptyReading,
    problems: [
      ...(isDamaged ? [problemOf('EVIDENCE_ARCHIVE_DAMAGED', { files })] : []),
      ...(left > 0 ? [problemOf('EVIDENCE_ARCHIVE_TOO_LARGE', { files, left })] : []),
    ],
    hasMembers: files > 0,
    report: { files, isDamaged },
  };
}

/**
 * Extracts files from a tape archive, one after the other. Folders stand in the names; a link is the file it leads to, which `tar`
 * keeps once where a folder had it under two names.
 *
 * @param from the file to begin with, 0 for the first
 * @param maxBytes of the files of this batch together; the first comes whatever its size
 */
export function tarMembers(source: ByteSource, from: number, maxBytes: number): MemberBatch {
  const { entries } = readTarDirectory(source);
  return memberBatch(
    entries.length,
    { from, maxBytes },
    (at) => entries[at]!.sizeBytes,
    (at) => [takeOut(source, entries[at]!)],
  );
}

/** The files in a tape archive in their order, called as members are, and where a batch that begins with each does. */
export function tarNames(source: ByteSource): { readonly name: string; readonly from: number }[] {
  return readTarDirectory(source).entries.map(({ name }, from) => ({ name: safeName(name), from }));
}

function takeOut(source: ByteSource, entry: TarEntry): Member {
  const name = safeName(entry.name);
  if (entry.leadsTo !== null)
    return { name, problem: problemOf('EVIDENCE_MEMBER_IS_LINK', { name, target: entry.leadsTo }) };
  try {
    return { name, bytes: bytesOf(source, entry, name) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { name, problem: { code: error.code, message: error.message } };
  }
}

function bytesOf(source: ByteSource, { position, sizeBytes, sparse }: TarEntry, name: string): Buffer {
  if (sparse !== null) return fillHoles(source, sparse, { end: position + sizeBytes, name });
  if (sizeBytes > maxMemberBytes) throw new AppError('EVIDENCE_MEMBER_TOO_LARGE', { name });
  const bytes = readRange(source, position, sizeBytes);
  if (bytes.length < sizeBytes) throw new AppError('EVIDENCE_MEMBER_DAMAGED', { name });
  return bytes;
}

function readTarDirectory(source: ByteSource): TarDirectory {
  const entries: TarEntry[] = [];
  const finish = (isDamaged: boolean): TarDirectory => ({ entries: followLinks(entries), isDamaged, left });
  // Said before the header they belong to: a name or a size that does not fit into it.
  let said = new Map<string, string>();
  let left = 0;
  let at = 0;
  for (let headers = 0; headers < maxHeaders && at < source.sizeBytes; headers += 1) {
    const header = readRange(source, at, blockBytes);
    // Zeros end an archive; some follow one another (`tar -A`), and what follows them is not read.
    if (header.every((byte) => byte === 0)) return finish(false);
    if (header.length < blockBytes || !isHeader(header)) return finish(true);
    const type = String.fromCharCode(header[156]!);
    const sizeBytes = 'xgLK'.includes(type)
      ? tarNumber(header, 124)
      : Number(said.get('size') ?? tarNumber(header, 124));
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) return finish(true);
    const ofHeader = type === 'S' ? sparseFileOfHeader(source, header, at + blockBytes) : null;
    const position = ofHeader?.position ?? at + blockBytes;
    const extra = () => readRange(source, position, Math.min(sizeBytes, maxExtraBytes));
    if (type === 'L') said.set('path', textOf(extra()));
    else if (type === 'K') said.set('linkpath', textOf(extra()));
    else if (type === 'x') for (const record of paxRecords(extra())) note(said, record);
    else if (type !== 'g') {
      const name = said.get('GNU.sparse.name') ?? said.get('path') ?? nameIn(header);
      const sparse = ofHeader ?? sparseFileOfRecords(source, said, position);
      const isLink = type === '1' || type === '2';
      const isFile = isLink || (/[\0 07S]/.test(type) && !name.endsWith('/'));
      const target = isLink ? (said.get('linkpath') ?? textOf(header.subarray(157, 257))) : null;
      // A hard link names a path of the archive; a symbolic one a path from its own folder.
      const leadsTo =
        target !== null && type === '2' && !target.startsWith('/')
          ? posix.join(posix.dirname(name), target)
          : target;
      if (isFile && entries.length < maxEntries) entries.push({ name, position, sizeBytes, sparse, leadsTo });
      else if (isFile) left += 1;
      said = new Map();
    }
    // Links, folders and devices may state a size of what is elsewhere.
    const stored = /[1-6]/.test(type) ? 0 : sizeBytes;
    at = position + Math.ceil(stored / blockBytes) * blockBytes;
    if (position + stored > source.sizeBytes) return finish(true);
  }
  return finish(false);
}

/** The entries with the bytes that links lead to; of one that leads out of the archive, or in a cycle, it is left as it is. */
function followLinks(entries: readonly TarEntry[]): readonly TarEntry[] {
  if (entries.every(({ leadsTo }) => leadsTo === null)) return entries;
  const byPath = new Map(entries.map((entry) => [posix.normalize(entry.name), entry]));
  return entries.map((entry) => {
    let target: TarEntry | undefined = entry;
    for (let links = 0; target?.leadsTo && links < maxLinks; links += 1)
      target = byPath.get(posix.normalize(target.leadsTo));
    return target?.leadsTo === null ? { ...target, name: entry.name } : entry;
  });
}

/** The sum of a header's bytes stands in it, itself counted as blanks; some programs summed signed bytes. */
function isHeader(header: Buffer): boolean {
  const written = Number.parseInt(
    header
      .toString('latin1', 148, 156)
      .replace(/[\0 ]+/g, ' ')
      .trim(),
    8,
  );
  if (Number.isNaN(written)) return false;
  let [sum, signed] = [0, 0];
  for (const [at, byte] of header.entries()) {
    const counted = at >= 148 && at < 156 ? 0x20 : byte;
    sum += counted;
    signed += counted > 0x7f ? counted - 256 : counted;
  }
  return written === sum || written === signed;
}

function nameIn(header: Buffer): string {
  const name = textOf(header.subarray(0, 100));
  const prefix = header.toString('latin1', 257, 263) === 'ustar\0' ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return decodeText(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Keeps what an extended header says; places of a file with holes are said one by one in its first version, and kept joined. */
function note(said: Map<string, string>, [key, value]: readonly [string, string]): void {
  const isPlace = key === 'GNU.sparse.offset' || key === 'GNU.sparse.numbytes';
  const before = isPlace ? said.get('GNU.sparse.map') : undefined;
  said.set(isPlace ? 'GNU.sparse.map' : key, before === undefined ? value : `${before},${value}`);
}

/** Lines of "length key=value" (POSIX.1-2017 pax extended header). */
function* paxRecords(bytes: Buffer): Generator<[string, string]> {
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, blank));
    if (blank < 0 || !Number.isInteger(length) || length <= blank - at) return;
    // In UTF-8, which some programs do not keep to.
    const record = decodeText(bytes.subarray(blank + 1, at + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) yield [record.slice(0, equals), record.slice(equals + 1)];
    at += length;
  }
}
