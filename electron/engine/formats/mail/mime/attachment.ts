import type { Problem } from '../../../../../shared/model/common.ts';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { problemOf } from '../../reading.ts';
import { mailLimits, MailPartError, type MailAttachment } from '../mail.ts';
import { dispositionOf } from './body.ts';
import { readStructure, type Entity } from './entity.ts';
import { decodeWords } from './encoded-words.ts';
import { findHeader, headerText, type RawHeader } from './headers.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** Endings of files that mails send without a name. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/ms-tnef': 'dat',
  'application/pgp-signature': 'asc',
  'application/pgp-encrypted': 'asc',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/zip': 'zip',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'text/rfc822-headers': 'eml',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
};
const mailTypes = new Set(['message/rfc822', 'message/global', 'message/news']);
const maxName = 200;
/** Of a subject that names a message. */
const maxSubject = 120;
/** Characters of an address that are told. */
const maxWhere = 300;
/** Bytes of the headers of a file that is elsewhere. */
const maxHeaders = 65_536;

/** Whether a part is a mail with all its headers. */
export function isMailPart(entity: Entity): boolean {
  return mailTypes.has(entity.type.value);
}

/**
 * A part as a file.
 *
 * @param position of the attachment in the mail, from 0: names what has no name
 */
export function attachmentOf(entity: Entity, position: number): MailAttachment {
  return attachmentElsewhere(entity, position) ?? fileOf(entity, position);
}

function fileOf(entity: Entity, position: number): MailAttachment {
  const contentType = entity.type.value;
  const contentId = findHeader(entity.headers, 'content-id');
  const location = (findHeader(entity.headers, 'content-location') ?? '').replaceAll(/\s/g, '');
  return {
    name: fileName(dispositionOf(entity).name) || nameInAddress(location) || madeName(entity, position),
    contentType,
    contentId: contentId === null ? null : contentId.trim().replace(/^<|>$/g, ''),
    location: location === '' ? null : location,
    bytes: (onBroken) => partBytes(entity, onBroken),
  };
}

/**
 * A file that the mail only says where to find (RFC 2046 §5.2.3): the part has nothing but the headers of that file.
 *
 * @returns null of any other part
 */
function attachmentElsewhere(entity: Entity, position: number): MailAttachment | null {
  const { parameters, value } = entity.type;
  if (value !== 'message/external-body' || entity.end - entity.start > maxHeaders) return null;
  const inner = readStructure(bytesSource(partBytes(entity))).root;
  if (Buffer.from(partBytes(inner)).toString('latin1').trim() !== '') return null;
  const of = (parameter: string) => (parameters.get(parameter) ?? '').replaceAll(/\s/g, '');
  const path = [of('site'), of('directory'), of('name')]
    .filter((each) => each !== '')
    .join('/')
    .replaceAll(/\/{2,}/g, '/');
  const where = of('url') || path;
  const found = fileOf(inner, position);
  const isNamed = dispositionOf(inner).name !== '';
  const name = (!isNamed && (nameInAddress(of('url')) || fileName(of('name')))) || found.name;
  return {
    ...found,
    name,
    location: null,
    bytes: () => {
      throw new MailPartError(elsewhere(name, where));
    },
  };
}

/** What is said of a file that a mail does not hold. @param where it was stored, as the mail says; may be empty */
export function elsewhere(name: string, where: string): Problem {
  return problemOf('EVIDENCE_ATTACHMENT_ELSEWHERE', {
    name,
    ...(where !== '' && { where: where.slice(0, maxWhere) }),
  });
}

/**
 * The bytes of a part, decoded from their transfer encoding.
 *
 * @param onBroken told when that is broken somewhere
 * @throws MailPartError where it is too large to decode
 */
export function partBytes(entity: Entity, onBroken?: () => void): Uint8Array {
  const { source, start, end, headers } = entity;
  const encoding = findHeader(headers, 'content-transfer-encoding') ?? '';
  const { bytes, isCut, isDamaged } = decodeTransfer(
    source,
    { start, end },
    encoding,
    mailLimits.attachmentBytes,
  );
  if (isCut)
    throw new MailPartError(
      problemOf('EVIDENCE_PART_LEFT_OUT', { what: 'an attachment larger than 512 MB' }),
    );
  if (isDamaged) onBroken?.();
  return bytes;
}

/** A name without folders and control characters; empty where nothing is left. */
export function fileName(name: string): string {
  const bare = name
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^.*[/\\]/, '')
    .trim();
  if (bare === '.' || bare === '..') return '';
  if (bare.length <= maxName) return bare;
  const ending = /\.[^.]{1,10}$/.exec(bare)?.[0] ?? '';
  return beginning(bare, maxName - ending.length) + ending;
}

/** What a message is called as a file, by its subject; empty where that says nothing. */
export function messageName(subject: string): string {
  const name = fileName(subject.replaceAll(/[/\\:*?"<>|]/g, '-'));
  return name === '' ? '' : `${beginning(name, maxSubject)}.eml`;
}

/** As much of a name, without the first half of a character at its end. */
function beginning(name: string, length: number): string {
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** The name of the file an address leads to; empty where it says none. */
function nameInAddress(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const name = fileName(path);
  return /\.\w{2,5}$/.test(name) ? name : '';
}

function madeName(entity: Entity, position: number): string {
  const type = entity.type.value;
  if (isMailPart(entity)) {
    const name = messageName(innerSubject(entity));
    if (name !== '') return name;
  }
  if (type === 'text/calendar') return 'invite.ics';
  const description = fileName(decodeWords(findHeader(entity.headers, 'content-description') ?? ''));
  if (/\.\w{2,5}$/.test(description)) return description;
  return `attachment-${position + 1}.${endings[type] ?? 'bin'}`;
}

/** The subject in the first kilobytes of an attached mail. */
function innerSubject({ source, start, end, headers }: Entity): string {
  const { bytes } = decodeTransfer(
    source,
    { start, end: Math.min(end, start + 16_384) },
    findHeader(headers, 'content-transfer-encoding') ?? '',
    16_384,
  );
  const head = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^[\r\n]+/, '')
    .split(/\r?\n\r?\n/)[0]!;
  const match = /^subject[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)/im.exec(head);
  const raw: RawHeader = { name: 'Subject', raw: (match?.[1] ?? '').replaceAll(/\r?\n[ \t]/g, ' ') };
  return headerText(raw.raw);
}
