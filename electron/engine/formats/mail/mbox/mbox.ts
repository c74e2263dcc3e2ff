import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../../files/bytes.ts';
import { isFromLine, isWholeFromLine } from '../../files/kind/text-kind.ts';
import { problemOf, type Member, type MemberBatch } from '../../reading.ts';
import { messageName } from '../mime/attachment.ts';
import { headerText } from '../mime/headers.ts';

const maxMessageBytes = 512 * 1024 * 1024;
/** Bytes of a message in which its headers end. */
const headBytes = 16_384;
/** Separators without a line of headers after them are text. */
const headerLine = /^(?:[!-9;-~]{1,100}[ \t]*:|>?From )/;

const isHead = (line: string): boolean => line === '' || headerLine.test(line);

const windowBytes = 1024 * 1024;
/** Bytes of a "From " line and the line after it that are looked at. */
const lookBytes = 2_000;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A message of a mailbox by its place. */
interface Place {
  /** After its "From " line. */
  readonly start: number;
  readonly end: number;
  /** Where the next message's "From " line stands; null at the end. */
  readonly next: number | null;
}

/** Finds messages one after another with one window over the mailbox. Its lines end with LF, CR LF or, on old Macs, CR. */
class MailboxScanner {
  readonly #source: ByteSource;
  readonly #lineBreak: '\n' | '\r';
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.#load(0);
    this.#lineBreak = this.#window.includes(lineFeed) ? '\n' : '\r';
  }

  /** The message that begins at a place. */
  message(from: number): Place {
    const head = this.#look(from);
    const line = head.indexOf(this.#lineBreak);
    const hasSeparator = head.startsWith('From ');
    const start = !hasSeparator ? from : line < 0 ? this.#source.sizeBytes : from + line + 1;
    const counted = this.#countedEnd(start);
    if (counted !== null) return { start, ...counted };
    // The separator's own line break may end the empty line before the next one.
    for (let at = Math.max(from, start - 1); ;) {
      const found = this.#find(at);
      if (found === null) return { start, end: this.#source.sizeBytes, next: null };
      const blank = this.#blankBefore(found);
      if (this.#isSeparator(found + 1, blank !== null))
        return { start, end: Math.max(start, blank ?? found + 1), next: found + 1 };
      at = found + 1;
    }
  }

  /**
   * Where a message ends by the count of its bytes, as some programs keep it instead of quoting lines of its text; null where it has none,
   * or nothing ends there.
   */
  #countedEnd(start: number): Pick<Place, 'end' | 'next'> | null {
    if (start + headBytes > this.#windowStart + this.#window.length) this.#load(start);
    const from = start - this.#windowStart;
    const head = this.#window.toString('latin1', from, from + headBytes);
    const gap = /\r?\n\r?\n|\r\r/.exec(head);
    const counted = gap && /^content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*$/im.exec(head.slice(0, gap.index));
    if (!gap || !counted) return null;
    const end = start + gap.index + gap[0].length + Number(counted[1]);
    if (end > this.#source.sizeBytes) return null;
    const next = end + /^[\r\n]{0,4}/.exec(readRange(this.#source, end, 4).toString('latin1'))![0].length;
    if (next === this.#source.sizeBytes) return { end, next: null };
    return this.#isSeparator(next, true) ? { end, next } : null;
  }

  /** Where the next line break with "From " after it stands. */
  #find(from: number): number | null {
    for (let at = from; at < this.#source.sizeBytes;) {
      if (at < this.#windowStart || at + lookBytes > this.#windowStart + this.#window.length) this.#load(at);
      const found = this.#window.indexOf(`${this.#lineBreak}From `, at - this.#windowStart, 'latin1');
      if (found >= 0) return this.#windowStart + found;
      const end = this.#windowStart + this.#window.length;
      if (end >= this.#source.sizeBytes) return null;
      // The words may lie across the window's end.
      at = Math.max(at + 1, end - 5);
      this.#load(at);
    }
    return null;
  }

  /** Where the empty line begins that ends with this line break; null when the line is not empty. */
  #blankBefore(lineBreak: number): number | null {
    const before = readRange(this.#source, Math.max(0, lineBreak - 2), Math.min(2, lineBreak));
    const [last, previous] = [before.at(-1), before.at(-2)];
    if (last === undefined || last === this.#lineBreak.charCodeAt(0)) return lineBreak;
    return last === carriageReturn && (previous === lineFeed || previous === undefined)
      ? lineBreak - 1
      : null;
  }

  /**
   * A "From " line, and headers after it: anything else is text. Where no empty line separates it from what is above, or no header is
   * below, it must be whole.
   */
  #isSeparator(at: number, isParted: boolean): boolean {
    const [line = '', next] = this.#look(at).split(/\r\n|\n|\r/, 2);
    if (next === undefined) return false;
    return (isParted && isFromLine(line) && headerLine.test(next)) || (isWholeFromLine(line) && isHead(next));
  }

  #look(at: number): string {
    if (at < this.#windowStart || at + lookBytes > this.#windowStart + this.#window.length) this.#load(at);
    const from = at - this.#windowStart;
    return this.#window.toString('latin1', from, from + lookBytes);
  }

  #load(at: number): void {
    this.#window = readRange(this.#source, at, windowBytes);
    this.#windowStart = at;
  }
}

/**
 * Takes the messages of a mailbox (RFC 4155) out, a batch at a time: each message's bytes exactly as they stand between its
 * "From " line and the next, without the empty line that separates them. Quoted ">From " lines stay as they are: which of the
 * mailbox dialects quoted them cannot be told, and undoing the wrong one would alter a message.
 *
 * @param from a place in the mailbox: 0, or `next` of the batch before
 * @param maxBytes of messages together; one comes whatever its size
 */
export function mboxMembers(source: ByteSource, from: number, maxBytes: number): MemberBatch {
  const members: Member[] = [];
  let bytes = 0;
  let at: number | null = from;
  const scanner = new MailboxScanner(source);
  while (at !== null) {
    const place: Place = scanner.message(at);
    const size = place.end - place.start;
    if (members.length > 0 && bytes + Math.min(size, maxMessageBytes) > maxBytes)
      return { members, next: at };
    const member = memberOf(source, place, at);
    if (member) {
      members.push(member);
      bytes += size;
    }
    at = place.next;
  }
  return { members, next: null };
}

/** Messages in a mailbox, counted without reading them; stops at `limit`. */
export function countMessages(source: ByteSource, limit: number): number {
  let count = 0;
  const scanner = new MailboxScanner(source);
  for (let at: number | null = 0; at !== null && count < limit;) {
    const place: Place = scanner.message(at);
    if (place.end > place.start) count += 1;
    at = place.next;
  }
  return count;
}

function memberOf(source: ByteSource, { start, end }: Place, at: number): Member | null {
  const size = end - start;
  if (size === 0) return null;
  const name = nameOf(source, start, end, at);
  if (size > maxMessageBytes)
    return { name, problem: problemOf('EVIDENCE_PART_LEFT_OUT', { what: 'a message larger than 512 MB' }) };
  return { name, bytes: readRange(source, start, size) };
}

/** By its subject; without one, by its place. */
function nameOf(source: ByteSource, start: number, end: number, at: number): string {
  const head = readRange(source, start, Math.min(headBytes, end - start))
    .toString('latin1')
    .split(/\r?\n\r?\n|\r\r/)[0]!;
  const raw = /^subject[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)/im.exec(head)?.[1] ?? '';
  return messageName(headerText(raw.replaceAll(/\r?\n[ \t]/g, ' '))) || `message at ${at}.eml`;
}
