import type { ByteSource } from '../../../pdf/index.ts';
import { mailLimits } from '../mail.ts';
import { findHeader, parseStructured, type RawHeader, type Structured } from './headers.ts';
import { LineScanner, type Line } from './line-scanner.ts';

/** A part of a mail by its place in the source (RFC 2045 §2.4). */
export interface Entity {
  readonly source: ByteSource;
  readonly headers: readonly RawHeader[];
  readonly type: Structured;
  /** Where the body begins. */
  readonly start: number;
  /** Where the body ends: before the line break that belongs to the boundary. */
  end: number;
  /** Of a multipart. */
  readonly children: Entity[];
}

/** What was odd about a mail's structure; each is reported once. */
export type Oddity =
  | 'boundary-missing'
  | 'boundary-never-found'
  | 'not-closed'
  | 'too-deep'
  | 'too-many-parts'
  | 'too-many-headers'
  | 'broken-header'
  | 'text-outside';

interface Open {
  readonly entity: Entity;
  readonly boundary: string;
  /** Where the preamble, the last part or the epilogue began. */
  isClosed: boolean;
  parts: number;
}

const headerName = /^([!-9;-~]{1,200})[ \t]*:/;
const indentedName = /^[ \t]*([!-9;-~]{1,200})[ \t]*:/;
/** Headers whose value is exact: no line goes on in them that is not indented, unless a list is open. */
const exactHeader = /^(?:from|sender|reply-to|to|cc|bcc|date|message-id|in-reply-to)$/i;
const isOpenList = (headers: readonly RawHeader[], pieces: readonly string[]): boolean =>
  /[,;]$/.test(pieces.at(-1) ?? headers.at(-1)!.raw);
/** What mail programs write above the first part for those that know no parts. */
const mailersRemark = /mime|multi-?part/i;
/** Lines below the headers of a multipart in which its boundary is looked for. */
const maxLinesToBoundary = 200;
/** The line above a message in a mailbox; "From :" is a header with a blank before its colon. */
const mailboxLine = /^>?From (?!\s*:)/;

/**
 * Finds the parts of a mail in one pass over its lines, with a window of bounded size: no bytes of parts are held. What cannot be
 * taken apart stays one part with all its bytes.
 *
 * @example readStructure(bytesSource(mail)).root.children.length
 */
export function readStructure(source: ByteSource): { root: Entity; oddities: ReadonlySet<Oddity> } {
  return new StructureReader(source).read();
}

class StructureReader {
  readonly #source: ByteSource;
  readonly #lines: LineScanner;
  readonly #oddities = new Set<Oddity>();
  readonly #open: Open[] = [];
  /** Boundary → place in `#open`, for the innermost of that name. */
  readonly #boundaries = new Map<string, number[]>();
  #parts = 0;
  #headersKept = 0;
  #headerBytes = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.#lines = new LineScanner(source, markBytes(source));
  }

  read(): { root: Entity; oddities: ReadonlySet<Oddity> } {
    const root = this.#begin(true, 'text/plain');
    // The part whose lines are being passed; its end moves along.
    let current: Entity = root;
    let last: Line | null = null;
    // Before the first boundary of a multipart, or after its last; and whether words stand there.
    let outside: 'before' | 'after' | null = this.#open.length > 0 ? 'before' : null;
    let hasWords = false;
    for (let line = this.#lines.next(); line; line = this.#lines.next()) {
      const found = line.head.startsWith('--') ? this.#delimiter(line) : null;
      if (found === null) {
        hasWords ||= line.head.trim() !== '' && !mailersRemark.test(line.head);
        last = line;
        continue;
      }
      if (outside !== null && hasWords) this.#oddities.add('text-outside');
      hasWords = false;
      const end = last && last.end >= current.start ? last.end : Math.min(current.start, line.start);
      current.end = Math.max(current.start, end);
      this.#closeTo(found.at);
      const owner = this.#open[found.at]!;
      last = null;
      if (found.isClosing) {
        owner.isClosed = true;
        // Two in each other of one name: the outer one's turn. Else parts may still follow a boundary that closed too early.
        if (this.#boundaries.get(owner.boundary)!.length > 1) this.#forget(found.at);
        // The epilogue belongs to the multipart, not to its last part.
        current = epilogue(owner.entity, this.#lines.position);
        outside = 'after';
        continue;
      }
      owner.parts += 1;
      if (this.#parts >= mailLimits.parts) {
        this.#oddities.add('too-many-parts');
        current = epilogue(owner.entity, this.#lines.position);
        continue;
      }
      const part = this.#begin(
        false,
        owner.entity.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
      );
      owner.entity.children.push(part);
      current = part;
      outside = this.#open.at(-1)?.entity === part ? 'before' : null;
    }
    // A multipart whose boundary was never found is shown as it stands.
    if (outside === 'after' && hasWords) this.#oddities.add('text-outside');
    current.end = this.#source.sizeBytes;
    this.#closeTo(-1);
    if (root.children.length === 0) root.end = this.#source.sizeBytes;
    return { root, oddities: this.#oddities };
  }

  /** Reads headers and opens the part that begins here. */
  #begin(isMail: boolean, defaultType: string): Entity {
    this.#parts += 1;
    const headers = this.#headers(isMail);
    const declared = findHeader(headers, 'content-type');
    const parsed = parseStructured(declared ?? '');
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(parsed.value)
      ? parsed
      : { ...parsed, value: repairedType(parsed.value, defaultType) };
    const start = this.#lines.position;
    const entity: Entity = {
      source: this.#source,
      headers,
      type,
      start,
      end: this.#source.sizeBytes,
      children: [],
    };
    if (!type.value.startsWith('multipart/')) return entity;
    const declaredBoundary = (type.parameters.get('boundary') ?? '').trimEnd();
    const boundary = this.#boundaryBelow(declaredBoundary);
    if (declaredBoundary === '') this.#oddities.add('boundary-missing');
    else if (boundary !== declaredBoundary) this.#oddities.add('boundary-never-found');
    if (boundary === '') return entity;
    if (this.#open.length >= mailLimits.nesting) {
      this.#oddities.add('too-deep');
      return entity;
    }
    const places = this.#boundaries.get(boundary) ?? [];
    places.push(this.#open.length);
    this.#boundaries.set(boundary, places);
    this.#open.push({ entity, boundary, isClosed: false, parts: 0 });
    return entity;
  }

  #headers(isMail: boolean): RawHeader[] {
    const headers: { name: string; raw: string }[] = [];
    let pieces: string[] = [];
    const settle = () => {
      const last = headers.at(-1);
      if (last && pieces.length > 0) last.raw = [last.raw, ...pieces].join(' ').trim();
      pieces = [];
    };
    let isFirst = true;
    for (;;) {
      const before = this.#lines.position;
      const line = this.#lines.next();
      if (!line) break;
      const hasHeaders = headers.length > 0;
      if (this.#isBlank(line, hasHeaders)) {
        // Blank lines before the first header of a mail.
        if (isMail && isFirst && this.#startsHeader()) continue;
        break;
      }
      if (isFirst && isMail && mailboxLine.test(line.head)) {
        isFirst = false;
        continue;
      }
      // What stands before the first header does not go on in it: that one is only indented.
      const name = (!hasHeaders && isMail ? indentedName : headerName).exec(line.head);
      const isFolded = !name && /^[ \t]/.test(line.head);
      const goesOn = isFolded ? hasHeaders : name !== null || (hasHeaders && this.#startsHeader());
      if (!goesOn || this.#isDelimiter(line)) {
        // No header: the body begins without a blank line.
        if (hasHeaders) this.#oddities.add('broken-header');
        this.#lines.position = before;
        break;
      }
      isFirst = false;
      const text = this.#textOf(line);
      if (text === null) continue;
      if (name) {
        settle();
        headers.push({ name: name[1]!, raw: text.slice(name[0].length).trim() });
      } else {
        if (!isFolded) this.#oddities.add('broken-header');
        // Words that stand below an address without being its own would pass for somebody's name.
        const isOthers = !isFolded && exactHeader.test(headers.at(-1)!.name) && !isOpenList(headers, pieces);
        if (!isOthers) pieces.push(text.trim());
      }
    }
    settle();
    return headers;
  }

  /** Whether a line ends the headers: it is empty, or of blanks alone and no part of a folded one. */
  #isBlank(line: Line, hasHeaders: boolean): boolean {
    if (line.end === line.start) return true;
    const isOfBlanks = /^[ \t]+$/.test(line.head) && line.end - line.start === line.head.length;
    return isOfBlanks && !(hasHeaders && this.#continues(line.next));
  }

  /** A header line's bytes, one a character; null once the mail has had its share. */
  #textOf(line: Line): string | null {
    this.#headersKept += 1;
    const length = line.end - line.start;
    this.#headerBytes += length;
    if (this.#headersKept > mailLimits.headerLines || this.#headerBytes > mailLimits.headerBytes) {
      this.#oddities.add('too-many-headers');
      return null;
    }
    if (line.head.length === length) return line.head;
    const bytes = Buffer.alloc(length);
    this.#source.readAt(line.start, bytes);
    return bytes.toString('latin1');
  }

  /** Whether the next line is a header; the place does not move. */
  #startsHeader(): boolean {
    const { position } = this.#lines;
    let line = this.#lines.next();
    for (let blank = 0; line && line.end === line.start && blank < 20; blank += 1) line = this.#lines.next();
    this.#lines.position = position;
    return line !== null && (headerName.test(line.head) || mailboxLine.test(line.head));
  }

  /**
   * Whether headers go on at a place although a line of blanks came before: it may be part of a folded one (RFC 5322 §4.2), and a
   * body hardly begins with the name of a MIME header.
   */
  #continues(at: number): boolean {
    const { position } = this.#lines;
    this.#lines.position = at;
    const line = this.#lines.next();
    this.#lines.position = position;
    return line !== null && /^(?:[ \t]+\S|Content-[\w-]+:|MIME-Version:)/i.test(line.head);
  }

  #isDelimiter(line: Line): boolean {
    return line.head.startsWith('--') && this.#delimiter(line) !== null;
  }

  /** The multipart that a line beginning with `--` parts or closes; null where it is only text. */
  #delimiter(line: Line): { at: number; isClosing: boolean } | null {
    const text = line.head.slice(2).trimEnd();
    const plain = this.#boundaries.get(text)?.at(-1);
    if (plain !== undefined) return { at: plain, isClosing: false };
    if (!text.endsWith('--')) return null;
    const closing = this.#boundaries.get(text.slice(0, -2).trimEnd())?.at(-1);
    return closing === undefined ? null : { at: closing, isClosing: true };
  }

  /** Ends all multiparts deeper than a place. */
  #closeTo(at: number): void {
    while (this.#open.length - 1 > at) {
      const open = this.#open.at(-1)!;
      if (open.parts === 0) this.#oddities.add('boundary-never-found');
      else if (!open.isClosed) this.#oddities.add('not-closed');
      this.#forget(this.#open.length - 1);
      this.#open.pop();
    }
  }

  /** A boundary no longer counts. */
  #forget(at: number): void {
    const { boundary } = this.#open[at]!;
    const places = this.#boundaries.get(boundary);
    if (places?.at(-1) !== at) return;
    places.pop();
    if (places.length === 0) this.#boundaries.delete(boundary);
  }

  /**
   * The boundary of a multipart: the one it names; where that is not below it, the first line that looks like one and has a header of
   * a part below; where it names none, the first line that looks like one.
   */
  #boundaryBelow(declared: string): string {
    const { position } = this.#lines;
    let guessed = '';
    let above = '';
    for (let looked = 0; looked < maxLinesToBoundary; looked += 1) {
      const line = this.#lines.next();
      if (!line || this.#isDelimiter(line)) break;
      const text = line.head.startsWith('--') ? line.head.slice(2).trimEnd() : '';
      if (text !== '' && (text === declared || declared === '')) {
        guessed = text;
        break;
      }
      if (guessed === '' && above !== '' && /^Content-[\w-]+[ \t]*:/i.test(line.head)) guessed = above;
      above = text;
    }
    this.#lines.position = position;
    return guessed || declared;
  }
}

/** Stands for lines that belong to a multipart itself. */
function epilogue(entity: Entity, start: number): Entity {
  return { ...entity, start, end: start, children: [] };
}

/** What is no type is text (RFC 2045 §5.2), but for the beginning of one of files, which are kept as bytes. */
function repairedType(value: string, defaultType: string): string {
  if (value === '') return defaultType;
  if (/^(?:text\/)?html\b/.test(value)) return 'text/html';
  if (
    /^text\b/.test(value) ||
    !/[\w.+-]\/|^(?:application|image|audio|video|message|multipart)\b/.test(value)
  )
    return 'text/plain';
  return 'application/octet-stream';
}

/** A UTF-8 byte order mark before the first header. */
function markBytes(source: ByteSource): number {
  const head = new Uint8Array(3);
  source.readAt(0, head);
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}
