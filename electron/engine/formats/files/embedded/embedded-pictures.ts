import type { Member } from '../../reading.ts';

/** What a picture's record ([MS-ODRAW] §2.2.23) says with its type and instance: the kind of its file, and how many hashes of 16 bytes stand before it. */
const kinds = new Map<string, { readonly extension: string; readonly hashes: 1 | 2 }>([
  ['f01d 46a', { extension: 'jpg', hashes: 1 }],
  ['f01d 46b', { extension: 'jpg', hashes: 2 }],
  ['f01d 6e2', { extension: 'jpg', hashes: 1 }],
  ['f01d 6e3', { extension: 'jpg', hashes: 2 }],
  ['f02a 46a', { extension: 'jpg', hashes: 1 }],
  ['f02a 46b', { extension: 'jpg', hashes: 2 }],
  ['f02a 6e2', { extension: 'jpg', hashes: 1 }],
  ['f02a 6e3', { extension: 'jpg', hashes: 2 }],
  ['f01e 6e0', { extension: 'png', hashes: 1 }],
  ['f01e 6e1', { extension: 'png', hashes: 2 }],
  ['f029 6e4', { extension: 'tif', hashes: 1 }],
  ['f029 6e5', { extension: 'tif', hashes: 2 }],
]);
const headBytes = 8;
const hashBytes = 16;

/**
 * The pictures that Word, Excel and PowerPoint of 1997 to 2003 keep in a stream, in the order they stand there, and each once: a letterhead
 * is kept on every page. Their records are looked for wherever they are, since each program has them somewhere else; type, instance and
 * length together are no accident.
 *
 * @param taken hashes of pictures that were taken before; those found are added
 */
export function picturesIn(stream: Buffer, taken: Set<string>): Member[] {
  const members: Member[] = [];
  // The upper half of each type is 0xF0, the fourth byte of a record.
  for (let at = stream.indexOf(0xf0, 3); at >= 0; at = stream.indexOf(0xf0, at + 1)) {
    const start = at - 3;
    if (start + headBytes > stream.length) break;
    const head = stream.readUInt16LE(start);
    const type = stream.readUInt16LE(start + 2).toString(16);
    const kind = (head & 0x0f) === 0 ? kinds.get(`${type} ${(head >> 4).toString(16)}`) : undefined;
    if (kind === undefined) continue;
    const body = start + headBytes;
    const end = body + stream.readUInt32LE(start + 4);
    // A byte that says nothing stands between hashes and picture.
    const picture = body + kind.hashes * hashBytes + 1;
    if (end > stream.length || picture >= end) continue;
    const hash = stream.toString('hex', body, body + hashBytes);
    at = end - 1;
    if (taken.has(hash)) continue;
    taken.add(hash);
    members.push({ name: `picture ${taken.size}.${kind.extension}`, bytes: stream.subarray(picture, end) });
  }
  return members;
}

/** Records of Excel ([MS-XLS] §2.4.170, §2.4.58) that carry all pictures of a workbook, cut into pieces of some kilobytes. */
const drawingGroup = 0xeb;
const continued = 0x3c;

/** What the pictures of a workbook are in, joined from its pieces. */
export function drawingsOfWorkbook(book: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let isDrawing = false;
  for (let at = 0; at + 4 <= book.length;) {
    const type = book.readUInt16LE(at);
    const size = book.readUInt16LE(at + 2);
    isDrawing = type === drawingGroup || (isDrawing && type === continued);
    if (isDrawing) pieces.push(book.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return Buffer.concat(pieces);
}
