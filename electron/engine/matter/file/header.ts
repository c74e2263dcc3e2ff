import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { applicationId } from '../../store/database.ts';

const headerBytes = 100;
const magic = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Tells from the first bytes whether a file can be a matter, and whether it is encrypted, before SQLite touches it.
 *
 * In an encrypted file only bytes 16–23 of the header stay readable (page size, versions, reserved bytes, payload fractions
 * 64, 32, 32): that is what tells a locked matter from a file of another kind. https://sqlite.org/fileformat.html#the_database_header
 *
 * @throws AppError MATTER_NOT_FOUND, MATTER_NOT_A_MATTER, MATTER_DAMAGED (not as long as its pages, or its first bytes
 *   are altered); the system's own errors
 */
export function inspectHeader(filePath: string): { isEncrypted: boolean } {
  const name = basename(filePath);
  const stats = statSync(filePath, { throwIfNoEntry: false });
  if (!stats) throw new AppError('MATTER_NOT_FOUND', { name });
  if (!stats.isFile()) throw new AppError('MATTER_NOT_A_MATTER', { name });

  const { header, sizeBytes } = readHeader(filePath);
  const isPlain = header.length >= magic.length && header.subarray(0, magic.length).equals(magic);
  if (!isPlain && !looksEncrypted(header)) throw new AppError('MATTER_NOT_A_MATTER', { name });
  if (header.length < headerBytes) throw damaged(name, 'part of the file is missing');
  const isNamedMatter = header.readUInt32BE(68) === applicationId;
  if (isPlain && !isNamedMatter) throw new AppError('MATTER_NOT_A_MATTER', { name });
  // Encryption hides this number: where it can be read, no passphrase is missing, but the first bytes are not as written.
  if (!isPlain && isNamedMatter) throw damaged(name, 'its database cannot be read');
  // With a log beside it the file itself may be out of date; SQLite's recovery decides.
  if (!hasLog(filePath) && sizeBytes % pageSize(header) !== 0)
    throw damaged(name, 'part of the file is missing, or something was added to it');
  return { isEncrypted: !isPlain };
}

/** Whether a write-ahead log stands beside the file: the matter is open somewhere, or was when a program stopped. */
export function hasLog(filePath: string): boolean {
  return existsSync(`${filePath}-wal`);
}

/** Size in bytes of the log beside the file; 0 if there is none or it is empty. */
export function logBytes(filePath: string): number {
  return statSync(`${filePath}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function readHeader(filePath: string): { header: Buffer; sizeBytes: number } {
  const file = openSync(filePath, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    const length = readSync(file, header, 0, headerBytes, 0);
    return { header: header.subarray(0, length), sizeBytes: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}

function looksEncrypted(header: Buffer): boolean {
  if (header.length < 24) return false;
  const size = pageSize(header);
  const isPowerOfTwo = (size & (size - 1)) === 0;
  return size >= 512 && isPowerOfTwo && header[21] === 64 && header[22] === 32 && header[23] === 32;
}

/** Two bytes, big-endian; 1 stands for 65,536. */
function pageSize(header: Buffer): number {
  const stored = header.readUInt16BE(16);
  return stored === 1 ? 65_536 : stored;
}

function damaged(name: string, reason: string): AppError {
  return new AppError('MATTER_DAMAGED', { name, reason });
}
