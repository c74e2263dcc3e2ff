import { isUtf8 } from 'node:buffer';
import { basename, join } from 'node:path';
import { decodeText } from '../../formats/files/text/encoding.ts';

/** Before the bytes, in hexadecimal, of a path that is not text. Paths that are begin with a slash or a drive. */
const bytesMark = 'bytes:';

/**
 * A path as it is kept: itself; or its bytes, where they are not UTF-8, as names from old computers and archives may be on Linux.
 *
 * @example storedPath(Buffer.from('/a/caf\xe9', 'latin1')) // 'bytes:2f612f636166e9'
 */
export function storedPath(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString() : bytesMark + bytes.toString('hex');
}

/** A path as the file system wants it. @param path as kept */
export function systemPath(path: string): string | Buffer {
  return isBytes(path) ? bytesOf(path) : path;
}

/** The path of an entry of a folder, as kept. @param folder as kept */
export function pathWithin(folder: string, entry: Buffer): string {
  if (!isBytes(folder) && isUtf8(entry)) return join(folder, entry.toString());
  return storedPath(Buffer.concat([bytesOf(folder), Buffer.from('/'), entry]));
}

/** A path for people: a name that is not text reads as it most likely was meant. @param path as kept */
export function readablePath(path: string): string {
  if (!isBytes(path)) return path;
  return bytesOf(path).toString('latin1').split('/').map(readableName).join('/');
}

/** The name of a file for people. @param path as kept */
export function nameAt(path: string): string {
  return basename(readablePath(path));
}

/** The bytes of a file's name, in hexadecimal, where they are not text; else null. @param path as kept */
export function rawNameAt(path: string): string | null {
  if (!isBytes(path)) return null;
  const bytes = bytesOf(path);
  const name = bytes.subarray(bytes.lastIndexOf('/') + 1);
  return isUtf8(name) ? null : name.toString('hex');
}

function isBytes(path: string): boolean {
  return path.startsWith(bytesMark);
}

function bytesOf(path: string): Buffer {
  return isBytes(path) ? Buffer.from(path.slice(bytesMark.length), 'hex') : Buffer.from(path);
}

/** @param name a byte a character */
function readableName(name: string): string {
  // After a slash, so that no letters at its start are taken for the mark of UTF-16, which no name is in.
  return decodeText(Buffer.from(`/${name}`, 'latin1')).slice(1);
}
