import { inflateRawSync } from 'node:zlib';

/**
 * Walks a zip archive's central directory. Enough of APPNOTE.TXT for archives whose checksum is already known:
 * stored and deflated entries, no zip64.
 *
 * @param {Buffer} archive
 * @returns {Generator<{ name: string, mode: number, read(): Buffer }>} mode: Unix permission bits, 0 if none are given
 * @throws Error when it is not a zip, or an entry does not inflate to its size
 */
export function* zipEntries(archive) {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('This is no zip archive.');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = {
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      localHeader: archive.readUInt32LE(at + 42),
    };
    const mode = (archive.readUInt32LE(at + 38) >>> 16) & 0o777;
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    yield { name, mode, read: () => readEntry(archive, name, entry) };
  }
}

function readEntry(archive, name, { method, packedSize, size, localHeader }) {
  const start =
    localHeader + 30 + archive.readUInt16LE(localHeader + 26) + archive.readUInt16LE(localHeader + 28);
  const packed = archive.subarray(start, start + packedSize);
  const bytes = method === 0 ? packed : inflateRawSync(packed);
  if (bytes.length !== size) throw new Error(`${name} is damaged in the archive.`);
  return bytes;
}
