import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../../files/bytes.ts';
import { problemOf, type Member, type MemberBatch } from '../../reading.ts';
import { fileName } from '../mime/attachment.ts';
import { headerText } from '../mime/headers.ts';
import { LineScanner } from '../mime/line-scanner.ts';

/** "From ", an address or none, and a date: a line of text that only begins with "From " has no such date. */
const separator = /^From (?:\S+ +|)?.{0,200}?\b\d{1,2}:\d{2}(?::\d{2})?\b.{0,60}$/;
const maxMessageBytes = 512 * 1024 * 1024;
/** Separators without a line of headers after them are text. */
const headerLine = /^(?:[!-9;-~]{1,100}[ \t]*:|>?From )/;

/** A message of a mailbox by its place. */
interface Place {
  /** After its "From " line. */
  readonly start: number;
  readonly end: number;
  /** Where the next message's "From " line stands; null at the end. */
  readonly next: number | null;
}

/**
 * Takes the messages of a mailbox (RFC 4155) out, a batch at a time: each message's bytes exactly as they stand between its
 * "From " line and the next, without the empty line that parts them. Quoted ">From " lines stay as they are: which of the
 * mailbox dialects quoted them cannot be told, and undoing the wrong one would alter a message.
 *
 * @param from a place in the mailbox: 0, or `next` of the batch before
 * @param maxBytes of messages together; one comes whatever its size
 */
export function mboxMembers(source: ByteSource, from: number, maxBytes: number): MemberBatch {
  const members: Member[] = [];
  let bytes = 0;
  let at: number | null = from;
  while (at !== null) {
    const place: Place = nextMessage(source, at);
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
  for (let at: number | null = 0; at !== null && count < limit;) {
    const place: Place = nextMessage(source, at);
    if (place.end > place.start) count += 1;
    at = place.next;
  }
  return count;
}

function nextMessage(source: ByteSource, from: number): Place {
  const lines = new LineScanner(source, from);
  const first = lines.next();
  if (first === null) return { start: from, end: from, next: null };
  const start = separator.test(first.head) || first.head.startsWith('From ') ? first.next : first.start;
  let isAfterBlank = false;
  let lastBlank = start;
  for (let line = lines.next(); line; line = lines.next()) {
    if (isAfterBlank && line.head.startsWith('From ') && separator.test(line.head)) {
      const follows = lines.next();
      if (follows && (headerLine.test(follows.head) || follows.end === follows.start))
        return { start, end: Math.max(start, lastBlank), next: line.start };
      if (follows) lines.position = follows.start;
    }
    isAfterBlank = line.end === line.start;
    if (isAfterBlank) lastBlank = line.start;
  }
  return { start, end: source.sizeBytes, next: null };
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
  const head = readRange(source, start, Math.min(16_384, end - start))
    .toString('latin1')
    .split(/\r?\n\r?\n/)[0]!;
  const raw = /^subject[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)/im.exec(head)?.[1] ?? '';
  const subject = fileName(headerText(raw.replaceAll(/\r?\n[ \t]/g, ' ')).replaceAll(/[/\\:*?"<>|]/g, '-'));
  return subject === '' ? `message at ${at}.eml` : `${subject.slice(0, 120)}.eml`;
}
