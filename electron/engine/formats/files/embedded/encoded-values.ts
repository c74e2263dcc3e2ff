import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { problemOf, type Member, type MemberBatch } from '../../reading.ts';
import { safeName } from '../archive/zip-members.ts';
import { readRange } from '../bytes.ts';
import { unescapeValues, unfoldingOf } from '../text/content-lines.ts';
import { decodeText } from '../text/encoding.ts';
import { unescapeXml } from '../text/xml.ts';

/** A text in which files stand in base64 between its words. */
interface TextForm {
  /** Where a value begins that may be a file: after what this finds. */
  readonly start: RegExp;
  /** What the value ends with. */
  readonly end: RegExp;
  /** What is said of the file; null where the value is no file. */
  describe(before: string, start: string, value: string): Description | null;
  /** The base64 in a value as it is written. */
  base64(written: string): string;
}

interface Description {
  readonly name: string | null;
  /** What its kind is called where it has no name: photo, part. */
  readonly what: string;
  readonly mediaType: string;
}

const windowBytes = 1024 * 1024;
/** Bytes that are searched backward for what is said of a value, and in which a property's own words end. */
const headBytes = 16 * 1024;
/** Bytes of one value as it is written. */
const maxValueBytes = 512 * 1024 * 1024;
const sampleBytes = 64 * 1024;

/** Messages with pictures as SMS Backup & Restore keeps them: each part is an element whose `data` is the file. */
const messageBackup: TextForm = {
  start: /\sdata="/g,
  end: /"/,
  describe(before) {
    const element = before.slice(before.lastIndexOf('<'));
    const attribute = (name: string) => {
      const value = new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';
      return value === 'null' ? '' : unescapeXml(decodeText(Buffer.from(value, 'latin1')));
    };
    if (!element.startsWith('<part')) return null;
    const mediaType = attribute('ct').toLowerCase();
    const name = attribute('cl') || attribute('name') || attribute('fn') || null;
    return /^text\/plain|smil/.test(mediaType) ? null : { name, what: 'part', mediaType };
  },
  base64: (written) => written,
};

/** Visiting cards (RFC 6350 §6.2.4) and calendars (RFC 5545 §3.8.1.1): a property says that it is base64, or is an address of data (RFC 2397). */
const contentLines: TextForm = {
  start: /\n(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|ATTACH)(?=[;:])/gi,
  end: /\r?\n(?![ \t])/,
  describe(before, start, value) {
    const [, parameters, dataType] =
      /^((?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*):(?:data:([^,;]*)[^,]*;base64,)?/i.exec(unfolded(value)) ?? [];
    if (parameters === undefined) return null;
    const isEncoded = /;(?:ENCODING=)?(?:B|BASE64)(?=;|$)/i.test(parameters);
    if (dataType === undefined && !isEncoded) return null;
    const given = /;(?:X-)?(?:APPLE-)?FILENAME="?([^";]*)/i.exec(parameters)?.[1];
    const type = /;(?:FMTTYPE|MEDIATYPE|TYPE)="?([^";]*)/i.exec(parameters)?.[1];
    const card = before.slice(Math.max(0, before.lastIndexOf('BEGIN:V')));
    const person = /\n(?:[\w-]+\.)?FN[^:\r\n]*:([^\r\n]*)/i.exec(card)?.[1];
    const text = (written: string) => unescapeValues(decodeText(Buffer.from(written, 'latin1'))).trim();
    const what = start.trim().replace(/^.*\./, '').toLowerCase().replace('attach', 'attachment');
    return {
      name: given === undefined ? null : text(given),
      what: person ? `${what} of ${text(person)}` : what,
      mediaType: (dataType ?? type ?? '').toLowerCase(),
    };
  },
  // Parameters may have colons within quotation marks.
  base64: (property) => unfolded(property).replace(/^(?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*:(?:data:[^,]*,)?/i, ''),
};

/** Characters of base64 that a picture of a page has at least: less is a sign, a button or a counter of visitors. */
const leastPicture = 2_800;
/** What pages hold for themselves and no person put there: their letters, their programs, their drawn signs. */
const ofThePage = /^(?:font|text)\/|svg|font|javascript|ecmascript|css|json|wasm/;

/** Pages that were saved or exported in one file have their pictures and recordings in addresses of data (RFC 2397). */
const webPage: TextForm = {
  start: /["'(=]\s{0,20}data:(?=[a-z]+\/)/gi,
  // A value without quotation marks ends before the next attribute.
  end: /["'<>)]|\s+(?=[a-z][a-z-]*=["'\w])/,
  describe(_before, _start, value) {
    const mediaType = /^([\w.+-]+\/[\w.+-]+)(?:;[^;,]{0,100}){0,5};base64,/i.exec(value)?.[1]?.toLowerCase();
    if (mediaType === undefined || ofThePage.test(mediaType) || value.length < leastPicture) return null;
    const what = /^(?:audio|video)/.test(mediaType)
      ? 'recording'
      : mediaType.startsWith('image')
        ? 'picture'
        : 'file';
    return { name: null, what, mediaType };
  },
  base64: (written) =>
    written
      .slice(written.indexOf(',') + 1)
      .replaceAll(/%([\da-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
};

/** How files stand in a text; null for texts in which none do. */
function formOf(source: ByteSource, kind: EvidenceKind): TextForm | null {
  if (kind === 'html') return webPage;
  const head = readRange(source, 0, sampleBytes);
  if (unfoldingOf(head)) return contentLines;
  return /<smses[\s>]/.test(head.toString('latin1')) ? messageBackup : null;
}

/** Whether files stand in a text in base64: pictures of backed-up messages, of visiting cards and of saved pages, what came with an appointment. */
export function hasEncodedFiles(source: ByteSource, kind: EvidenceKind): boolean {
  const form = formOf(source, kind);
  return form !== null && valueFrom(source, form, 0) !== null;
}

/**
 * Extracts the files that are in a text in base64, in their order there.
 *
 * @param from the byte to go on at, 0 for the beginning
 * @param maxBytes of the members of this batch together; the first comes whatever its size
 */
export function encodedMembers(
  source: ByteSource,
  kind: EvidenceKind,
  from: number,
  maxBytes: number,
): MemberBatch {
  const form = formOf(source, kind);
  const members: Member[] = [];
  let bytes = 0;
  for (let at = from; form !== null;) {
    const value = valueFrom(source, form, at);
    if (value === null) break;
    members.push(value.member);
    at = value.next;
    bytes += 'bytes' in value.member ? value.member.bytes.length : 0;
    if (bytes >= maxBytes) return { members, next: at };
  }
  return { members, next: null };
}

interface Value {
  readonly member: Member;
  /** Where to go on, in bytes. */
  readonly next: number;
}

function valueFrom(source: ByteSource, form: TextForm, from: number): Value | null {
  for (let base = from; base < source.sizeBytes; base += windowBytes) {
    // Windows overlap, so that a beginning on their border is seen whole.
    const window = readRange(source, base, windowBytes + 100).toString('latin1');
    for (const match of window.matchAll(form.start)) {
      if (match.index >= windowBytes) break;
      const place = base + match.index;
      const value = valueAt(source, form, place, match[0]);
      if (value !== null) return value;
    }
  }
  return null;
}

function valueAt(source: ByteSource, form: TextForm, place: number, start: string): Value | null {
  const position = place + start.length;
  const before = readRange(source, place - headBytes, Math.min(place, headBytes)).toString('latin1');
  const beginning = readRange(source, position, headBytes).toString('latin1').split(form.end, 1)[0]!;
  const described = form.describe(before, start, beginning);
  if (described === null) return null;
  const end = endFrom(source, form.end, position);
  const ending = /^(?:\w+\/)?([a-z\d]{2,5})$/.exec(described.mediaType)?.[1];
  const name = safeName(described.name ?? `${described.what}${ending ? `.${ending}` : ''}`);
  if (end - position > maxValueBytes)
    return { member: { name, problem: problemOf('EVIDENCE_MEMBER_TOO_LARGE', { name }) }, next: end };
  const written = readRange(source, position, end - position).toString('latin1');
  const bytes = Buffer.from(form.base64(written), 'base64');
  const damaged = problemOf('EVIDENCE_MEMBER_DAMAGED', { name });
  return { member: bytes.length > 0 ? { name, bytes } : { name, problem: damaged }, next: end };
}

function unfolded(property: string): string {
  return property.replaceAll(/\r?\n[ \t]/g, '');
}

function endFrom(source: ByteSource, end: RegExp, from: number): number {
  for (let base = from; base < source.sizeBytes; base += windowBytes) {
    const window = readRange(source, base, windowBytes + 3).toString('latin1');
    const at = window.search(end);
    if (at >= 0 && (at < windowBytes || base + window.length >= source.sizeBytes)) return base + at;
  }
  return source.sizeBytes;
}
