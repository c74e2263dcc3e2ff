import { createHash } from 'node:crypto';
import type { ByteSource } from '../../../pdf/index.ts';
import { problemOf, type Member } from '../../reading.ts';
import { maxMemberBytes } from '../archive/zip-entry.ts';
import { readRange } from '../bytes.ts';
import { maxRtfBytes } from '../text/rtf.ts';
import { isLetter, nextRtfMark, rtfControl } from '../text/rtf-control.ts';
import { oleObject } from './ole-object.ts';

/** What a picture's word says it is (RTF 1.9.1, “Pictures”): the ending of its file. */
const pictureEndings: Readonly<Record<string, string>> = {
  pngblip: 'png',
  jpegblip: 'jpg',
  emfblip: 'emf',
  wmetafile: 'wmf',
  dibitmap: 'bmp',
  wbitmap: 'ddb',
  macpict: 'pict',
};
/** Destinations whose pictures are there again, for older readers, or are the dots before the lines of a list. */
const repeated = new Set(['nonshppict', 'shprslt', 'listpicture']);

interface Group {
  /** What the group's digits are: of a picture, of an object, or nothing that is kept. */
  holds: 'picture' | 'object' | null;
  /** Whether pictures in it are there again. */
  isRepeated: boolean;
  /** Of the group of an object: what shows it meanwhile, taken where the object itself cannot be. */
  shown: Member[] | null;
  isTaken: boolean;
}

/** Whether a file begins as Rich Text Format does. */
export function isRtf(source: ByteSource): boolean {
  return readRange(source, 0, 64).toString('latin1').trimStart().startsWith('{\\rt');
}

/**
 * The pictures and objects in a document in Rich Text Format, in their order there and each once: a letterhead stands on every page. Where an object
 * has no file in it, the picture that shows it is taken.
 */
export function* rtfFiles(source: ByteSource): Generator<Member> {
  const reader = new RtfFiles(readRange(source, 0, maxRtfBytes));
  const seen = new Set<string>();
  for (const member of reader.read()) {
    if ('bytes' in member) {
      const hash = createHash('sha256').update(member.bytes).digest('hex');
      if (seen.has(hash)) continue;
      seen.add(hash);
    }
    yield member;
  }
}

class RtfFiles {
  readonly #bytes: Buffer;
  readonly #groups: Group[] = [];
  #group: Group = { holds: null, isRepeated: false, shown: null, isTaken: false };
  #pieces: Buffer[] = [];
  #pieceBytes = 0;
  #ending = 'bin';
  #pictures = 0;
  #objects = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  *read(): Generator<Member> {
    const bytes = this.#bytes;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at];
      if (byte === 0x7b) {
        this.#groups.push(this.#group);
        this.#group = { ...this.#group, holds: null, shown: null, isTaken: false };
        at++;
      } else if (byte === 0x7d) {
        yield* this.#close();
        at++;
      } else if (byte === 0x5c) at = this.#control(at + 1);
      else {
        const end = nextRtfMark(bytes, at);
        if (this.#group.holds !== null) this.#keep(bytesOfDigits(bytes.subarray(at, end)));
        at = end;
      }
    }
    // A document that is cut has what came before the cut.
    while (this.#groups.length > 0) yield* this.#close();
  }

  #control(at: number): number {
    const first = this.#bytes[at];
    if (first === undefined || !isLetter(first)) return at + 1;
    const { word, parameter, next } = rtfControl(this.#bytes, at);
    if (word === 'bin') {
      const end = next + Math.max(0, parameter ?? 0);
      if (this.#group.holds !== null) this.#keep(this.#bytes.subarray(next, end));
      return end;
    }
    if (word === 'pict') this.#begin('picture');
    else if (word === 'objdata') this.#begin('object');
    else if (word === 'object') this.#group.shown = [];
    else if (repeated.has(word)) this.#group.isRepeated = true;
    else if (this.#group.holds === 'picture') this.#ending = pictureEndings[word] ?? this.#ending;
    return next;
  }

  #begin(holds: 'picture' | 'object'): void {
    this.#group.holds = this.#group.isRepeated ? null : holds;
    this.#ending = 'bin';
    this.#pieces = [];
    this.#pieceBytes = 0;
  }

  #keep(piece: Buffer): void {
    this.#pieceBytes += piece.length;
    if (this.#pieceBytes <= maxMemberBytes) this.#pieces.push(piece);
  }

  *#close(): Generator<Member> {
    const ended = this.#group;
    this.#group = this.#groups.pop() ?? ended;
    if (ended.holds === 'picture' && this.#pieceBytes > 0) yield* this.#place(this.#picture());
    else if (ended.holds === 'object' && this.#pieceBytes > 0) yield* this.#object();
    else if (ended.shown !== null && !ended.isTaken) for (const each of ended.shown) yield* this.#place(each);
  }

  /** A picture within an object waits for its end: where the object is taken, it only stands for it. */
  *#place(member: Member): Generator<Member> {
    const object = [...this.#groups, this.#group].findLast(({ shown }) => shown !== null);
    if (object) object.shown!.push(member);
    else yield member;
  }

  *#object(): Generator<Member> {
    const name = `embedded ${++this.#objects}`;
    const member = this.#tooLarge(name) ?? oleObject(Buffer.concat(this.#pieces), name);
    if (member === null) return;
    const object = [...this.#groups, this.#group].findLast(({ shown }) => shown !== null);
    if (object) object.isTaken = member === 'formula' || 'bytes' in member;
    if (member !== 'formula') yield member;
  }

  #picture(): Member {
    const name = `picture ${++this.#pictures}.${this.#ending}`;
    const tooLarge = this.#tooLarge(name);
    if (tooLarge) return tooLarge;
    const bytes = Buffer.concat(this.#pieces);
    return { name, bytes: this.#ending === 'bmp' ? asBitmapFile(bytes) : bytes };
  }

  #tooLarge(name: string): Member | null {
    return this.#pieceBytes > maxMemberBytes
      ? { name, problem: problemOf('EVIDENCE_MEMBER_TOO_LARGE', { name }) }
      : null;
  }
}

const digitValues = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digitValues[digit.charCodeAt(0)] = value;
  digitValues[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Bytes written as hexadecimal digits, with white space anywhere between them. */
function bytesOfDigits(written: Buffer): Buffer {
  const bytes = Buffer.alloc(written.length >> 1);
  let length = 0;
  let upper = -1;
  for (const character of written) {
    const value = digitValues[character]!;
    if (value < 0) continue;
    if (upper < 0) upper = value;
    else {
      bytes[length++] = (upper << 4) | value;
      upper = -1;
    }
  }
  return bytes.subarray(0, length);
}

/** A bitmap without the header of its file ([MS-WMF] §2.2.2.9) gets one: its pixels follow its own header and its colors. */
function asBitmapFile(bitmap: Buffer): Buffer {
  const header = Buffer.alloc(14);
  if (bitmap.length < 40) return bitmap;
  const headerBytes = bitmap.readUInt32LE(0);
  const bits = bitmap.readUInt16LE(14);
  const masks = headerBytes === 40 && bitmap.readUInt32LE(16) === 3 ? 12 : 0;
  const colors = bitmap.readUInt32LE(32) || (bits <= 8 ? 2 ** bits : 0);
  header.write('BM', 'latin1');
  header.writeUInt32LE(14 + bitmap.length, 2);
  header.writeUInt32LE(
    Math.min(14 + bitmap.length, 14 + headerBytes + masks + Math.min(colors, 256) * 4),
    10,
  );
  return Buffer.concat([header, bitmap]);
}
