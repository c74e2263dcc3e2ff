import { posix } from 'node:path';
import { formatNumber } from '../../../../../shared/domain/amounts.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import {
  emptyReading,
  memberBatch,
  problemOf,
  type Member,
  type MemberBatch,
  type Reading,
} from '../../reading.ts';
import { isLastZipPiece, readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { readZipEntry } from './zip-entry.ts';
import { contradictionsIn } from './zip-headers.ts';

/** Bytes that all members of one archive may have together. */
const maxTotalBytes = 4 * 1024 * 1024 * 1024;
const maxNameLength = 500;
/** Names that one problem gives; of more there is a count. */
const maxNamed = 5;
/** The longest path that systems allow. */
const maxPathBytes = 4_096;

/** Names of the pieces in which archives are split: .z01, .zip.001, .7z.001, .part1.rar, .r00. The last piece of a zip keeps its name. */
const pieceName = /\.(?:z\d\d|(?:zip|7z|rar|tar|gz|tgz)\.\d{3}|part\d+\.rar|r\d\d)$/i;

/** Whether a file is a piece of a split archive, by its name. */
export function isArchivePiece(name: string): boolean {
  return pieceName.test(name);
}

/**
 * Looks over a zip archive: how many files are in it and what is wrong with it. Nothing is inflated.
 *
 * @param name file name without folder: tells a piece of a split archive from a damaged one
 */
export function inspectZip(source: ByteSource, name: string): Reading {
  const directory = readZipDirectory(source);
  // Its directory lists files that are in the other pieces.
  if (isLastZipPiece(source)) return { ...emptyReading, problems: [problemOf('EVIDENCE_ARCHIVE_PIECE')] };
  if (directory === null) return { ...emptyReading, problems: [problemOf('EVIDENCE_DAMAGED')] };
  const files = directory.entries.filter(({ isFolder }) => !isFolder);
  const problems = [];
  if (directory.isDamaged)
    problems.push(
      isArchivePiece(name)
        ? problemOf('EVIDENCE_ARCHIVE_PIECE')
        : problemOf('EVIDENCE_ARCHIVE_DAMAGED', { files: files.length }),
    );
  if (directory.left > 0)
    problems.push(problemOf('EVIDENCE_ARCHIVE_TOO_LARGE', { files: files.length, left: directory.left }));
  const { renamed, unlisted } = contradictionsIn(source, directory);
  if (renamed.length > 0)
    problems.push(
      problemOf('EVIDENCE_ARCHIVE_NAMES_DIFFER', {
        names: namesOf(renamed.map(({ name, other }) => `“${safeName(name)}” for “${safeName(other)}”`)),
      }),
    );
  if (unlisted.length > 0)
    problems.push(
      problemOf('EVIDENCE_ARCHIVE_UNLISTED', {
        names: namesOf(unlisted.map((name) => `“${safeName(name)}”`)),
      }),
    );
  const locked = files.filter(({ isEncrypted }) => isEncrypted).length;
  if (locked > 0) problems.push(problemOf('EVIDENCE_ARCHIVE_LOCKED', { locked, files: files.length }));
  return {
    ...emptyReading,
    problems,
    hasMembers: files.length > 0,
    report: { files: files.length, isDamaged: directory.isDamaged },
  };
}

/** @example namesOf(['“a”', '“b”', '“c”', '“d”', '“e”', '“f”']) // '“a”, “b”, “c”, “d”, “e” and 1 more' */
function namesOf(names: readonly string[]): string {
  const more = names.length - maxNamed;
  const shown = names.slice(0, maxNamed).join(', ');
  return more > 0 ? `${shown} and ${formatNumber(more)} more` : shown;
}

/**
 * Extracts members from a zip archive, one entry after the other; each is its bytes or says why there are none.
 * Folders are no members: they stand in the names.
 *
 * @param from the file to begin with, 0 for the first
 * @param maxBytes of the members of this batch together; the first comes whatever its size
 * @param isMember which files are extracted; all of an archive
 */
export function zipMembers(
  source: ByteSource,
  from: number,
  maxBytes: number,
  isMember: (entry: ZipEntry) => boolean = () => true,
): MemberBatch {
  const all = readZipDirectory(source)?.entries ?? [];
  const overlapping = overlappingIn(all);
  const entries = all.filter((entry) => !entry.isFolder && isMember(entry));
  const sizeOf = (at: number) => Math.max(entries[at]!.sizeBytes, entries[at]!.compressedBytes);
  let totalBytes = entries.slice(0, from).reduce((sum, entry) => sum + Math.max(0, entry.sizeBytes), 0);
  return memberBatch(entries.length, { from, maxBytes }, sizeOf, (at) => {
    const entry = entries[at]!;
    const isRefused = overlapping.has(entry) || totalBytes + sizeOf(at) > maxTotalBytes;
    const member =
      entry.isLink && !isRefused ? followLink(source, entry, all) : takeOut(source, entry, isRefused);
    totalBytes += 'bytes' in member ? member.bytes.length : 0;
    return [member];
  });
}

/** The files in a zip archive in their order, called as members are, and where a batch that begins with each does. */
export function zipNames(source: ByteSource): { readonly name: string; readonly from: number }[] {
  const files = (readZipDirectory(source)?.entries ?? []).filter(({ isFolder }) => !isFolder);
  return files.map(({ name }, from) => ({ name: safeName(name), from }));
}

function takeOut(source: ByteSource, entry: ZipEntry, isRefused: boolean): Member {
  const name = safeName(entry.name);
  if (isRefused) return { name, problem: problemOf('EVIDENCE_MEMBER_TOO_LARGE', { name }) };
  try {
    return { name, bytes: readZipEntry(source, { ...entry, name }) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { name, problem: { code: error.code, message: error.message } };
  }
}

/** A link is the file it leads to, where that came in the archive too and is no link itself. */
function followLink(source: ByteSource, link: ZipEntry, all: readonly ZipEntry[]): Member {
  const path = takeOut(source, link, link.sizeBytes > maxPathBytes);
  if (!('bytes' in path)) return path;
  const target = Buffer.from(path.bytes).toString('utf8');
  const place = target.startsWith('/') ? null : posix.join(posix.dirname(link.name), target);
  const entry = all.find(({ name, isLink, isFolder }) => name === place && !isLink && !isFolder);
  if (entry) return { ...takeOut(source, entry, false), name: path.name };
  return { name: path.name, problem: problemOf('EVIDENCE_MEMBER_IS_LINK', { name: path.name, target }) };
}

/** Entries that share bytes with the one before them: honest archives have none, and bombs are made of them. */
function overlappingIn(entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  const overlapping = new Set<ZipEntry>();
  let end = -1;
  for (const entry of entries.toSorted((a, b) => a.position - b.position)) {
    if (entry.position < end) overlapping.add(entry);
    else end = entry.position + entry.compressedBytes + (entry.isSalvaged ? 0 : 30);
  }
  return overlapping;
}

/**
 * A name as a path below the archive: no drive, no way up, no character that files cannot have.
 *
 * @example safeName('..\\..\\C:\\mail\\a.txt') // 'C_/mail/a.txt'
 */
export function safeName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '_')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => part.replace(/[:*?"<>|]/g, '_'));
  // The end of a name has its extension, and says more than its beginning.
  return parts.join('/').slice(-maxNameLength) || 'unnamed';
}
