import {
  char,
  classOf,
  cutShort,
  readWhole,
  skipSpace,
  skipValue,
  skipWord,
  spaceClass,
  startsWith,
} from '../syntax/lexer.ts';
import type { SourceBytes } from './source-bytes.ts';
import type { StreamEnds } from './stream-ends.ts';
import { PdfDict, PdfStream, type ByteRange } from '../syntax/values.ts';

/** An object as it is written in the source, without `N G obj` and `endobj`. */
export interface RawObject extends ByteRange {
  readonly id: number;
  /** Set where the object is a stream; the range is then its dictionary. */
  readonly stream: PdfStream | null;
}

/** What reading an object needs of its file. */
export interface ObjectFile {
  readonly bytes: SourceBytes;
  readonly ends: StreamEnds;
  /** The number a stream's Length stands for, references followed; -1 when there is none. */
  lengthOf(dict: PdfDict): number;
  /** Counts bytes read. @throws SourceUnreadable when they are many times the file */
  spend(bytes: number): void;
}

/** No object with that number begins there. */
export const misplaced = 'misplaced';
/** It begins there, but cannot be read. */
export const broken = 'broken';

/** Size past which one object without its stream is not read. */
export const maxObjectBytes = 64 * 1024 * 1024;
/** `N G obj` with white space between, and the first bytes of most objects. */
const usualBytes = 1_024;

/**
 * Reads the object that begins at a position, after any white space.
 *
 * @param id the number it must have; null for any
 */
export function readObjectAt(
  file: ObjectFile,
  position: number,
  id: number | null,
): RawObject | typeof misplaced | typeof broken {
  const { bytes } = file;
  for (let wanted = usualBytes; ; wanted *= 4) {
    const view = bytes.view(position, wanted);
    const isAll = position + (view.end - view.start) >= bytes.size;
    const head = readHead(view);
    if (head === null || (id !== null && head.id !== id)) {
      // Only white space and comments may be longer than a view.
      if (!isAll && wanted < 65_536 && skipSpace(view.bytes, view.start, view.end) === view.end) continue;
      return misplaced;
    }
    const start = skipSpace(view.bytes, head.after, view.end);
    const end = isEmpty(view.bytes, start, view.end) ? start : skipValue(view.bytes, start, view.end);
    // A word at the end of what is in view may go on after it, and “stream” may follow.
    const next = end < 0 ? view.end : skipSpace(view.bytes, end, view.end);
    if ((end === cutShort || (end >= 0 && view.end - next < 64)) && !isAll) {
      if (wanted > maxObjectBytes) return broken;
      wanted = Math.max(wanted, (view.end - view.start) / 2);
      continue;
    }
    const length = end < 0 ? view.end - start : end - start;
    if (end < 0 || length > usualBytes * 64) file.spend(length);
    if (end < 0) return broken;
    const isStream =
      view.bytes[start] === char.less &&
      view.bytes[start + 1] === char.less &&
      startsWith(view.bytes, next, view.end, 'stream');
    const body = isStream ? position + (bodyStart(view, next + 6) - view.start) : 0;
    const value =
      bytes.whole === null
        ? { bytes: Buffer.from(view.bytes.subarray(start, end)), start: 0, end: end - start }
        : { bytes: view.bytes, start, end };
    if (!isStream) return { ...value, id: head.id, stream: null };
    const stream = readStream(file, head.id, new PdfDict(value), body);
    return stream === null ? broken : { ...value, id: head.id, stream };
  }
}

/** Number and end of `N G obj`; null when that is not there. */
function readHead({ bytes, start, end }: ByteRange): { readonly id: number; readonly after: number } | null {
  const idStart = skipSpace(bytes, start, end);
  const id = readWhole(bytes, idStart, end);
  if (id < 0) return null;
  const generation = skipSpace(bytes, skipWord(bytes, idStart, end), end);
  if (readWhole(bytes, generation, end) < 0) return null;
  const keyword = skipSpace(bytes, skipWord(bytes, generation, end), end);
  return startsWith(bytes, keyword, end, 'obj') ? { id, after: keyword + 3 } : null;
}

/** Whether `endobj` follows at once: an object of nothing. */
function isEmpty(bytes: Uint8Array, at: number, end: number): boolean {
  return startsWith(bytes, at, end, 'endobj');
}

/** After the line that ends in `stream`. */
function bodyStart({ bytes, end }: ByteRange, after: number): number {
  let at = after;
  // Blanks before the line's end violate the rules, but occur.
  while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at += 1;
  const isLineEnd = at < end && (bytes[at] === char.carriageReturn || bytes[at] === char.lineFeed);
  if (!isLineEnd) return after;
  if (bytes[at] === char.carriageReturn && at + 1 < end && bytes[at + 1] === char.lineFeed) return at + 2;
  return at + 1;
}

function readStream(file: ObjectFile, id: number, dict: PdfDict, position: number): PdfStream | null {
  const stated = file.lengthOf(dict);
  if (stated >= 0 && position + stated <= file.bytes.size && endsAt(file.bytes, position + stated))
    return new PdfStream({ id, dict, position, length: stated, isMended: false });
  const end = file.ends.after(position);
  return end < 0 ? null : new PdfStream({ id, dict, position, length: end - position, isMended: true });
}

/** Whether a stream's body may end here: `endstream` follows, after white space. */
function endsAt(bytes: SourceBytes, position: number): boolean {
  const view = bytes.view(position, 32);
  let at = view.start;
  while (at < view.end && classOf[view.bytes[at]!] === spaceClass) at += 1;
  return startsWith(view.bytes, at, view.end, 'endstream') || startsWith(view.bytes, at, view.end, 'endobj');
}
