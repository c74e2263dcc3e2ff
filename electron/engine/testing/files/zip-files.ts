import { crc32, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A zip archive of ours, written by another program than the one that reads it here. Names that end in "/" are folders. */
export async function makeZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { isStored?: boolean; isZip64?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else
      zip.addBuffer(Buffer.from(content), name, {
        compress: options.isStored !== true && name !== 'mimetype',
        mtime: new Date(2021, 0, 11),
        forceZip64Format: options.isZip64 === true,
      });
  zip.end({ forceZip64Format: options.isZip64 === true, comment: '' });
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** One entry of an archive written byte by byte: for names, flags and lies that no program writes. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method?: number;
  readonly flags?: number;
  /** What the headers say it has when inflated, where that is a lie. */
  readonly sizeBytes?: number;
  readonly crc32?: number;
  /** Mode of a file of Unix: 0o120777 is a symbolic link. */
  readonly unixMode?: number;
  /** What the directory calls it, where that is a lie; null where it leaves it out. */
  readonly listedAs?: string | null;
  /** Extra fields, of both headers. */
  readonly extra?: Uint8Array;
}

/** A zip archive byte by byte. @param isListed whether it has a directory */
export function makeRawZip(entries: readonly RawEntry[], isListed = true): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const listed = Buffer.from(entry.listedAs ?? entry.name);
    const content = Buffer.from(entry.content);
    const { method = 0, flags = 0, sizeBytes = content.length, crc32: sum = crc32(content) } = entry;
    const extra = Buffer.from(entry.extra ?? []);
    const body = method === 8 ? deflateRawSync(content) : content;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(position, 42);
    if (entry.unixMode !== undefined) {
      central.writeUInt8(3, 5);
      central.writeUInt16LE(entry.unixMode, 40);
    }
    for (const [head, at, { length }] of [
      [local, 6, name],
      [central, 8, listed],
    ] as const) {
      head.writeUInt16LE(flags, at);
      head.writeUInt16LE(method, at + 2);
      head.writeUInt32LE(sum, at + 8);
      head.writeUInt32LE(body.length, at + 12);
      head.writeUInt32LE(sizeBytes, at + 16);
      head.writeUInt16LE(length, at + 20);
      head.writeUInt16LE(extra.length, at + 22);
    }
    parts.push(local, name, extra, body);
    if (entry.listedAs !== null) directory.push(Buffer.concat([central, listed, extra]));
    position += 30 + name.length + extra.length + body.length;
  }
  if (!isListed) return Buffer.concat(parts);
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...parts, listed, end]);
}
