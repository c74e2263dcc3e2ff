import type { Document } from 'domhandler';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { DocketWarning, ParsedSource } from '../../../../../shared/model/docket.ts';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { isCompoundFile } from '../../files/office/compound-file.ts';
import { MailPartError, mboxMembers, readMail, type Mail, type MailAttachment } from '../../mail/index.ts';
import { decodePage, parseHtml } from '../printed/html.ts';
import { together } from '../together.ts';
import { fieldMissing } from '../warning.ts';
import { linesOfHtml, linesOfText, type NoticeLine } from './lines.ts';
import { isNotice, readNotices } from './notice.ts';

/** A mail in a mail in a mail is as far as anyone forwards. */
const deepestMail = 4;
const mailTypes = new Set(['message/rfc822', 'application/vnd.ms-outlook']);

/**
 * Reads a court's notices out of e-mail: HTML, plain text or both, forwarded within the body or as attached messages, or a mailbox of
 * several messages.
 *
 * @param bytes the mail as stored, by a mail program (.eml, .mbox) or by Outlook (.msg)
 * @param name file name, for errors only
 * @param timezone see `NoticeMail`
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where no court's notice is in it
 */
export function readNoticeMail(bytes: Uint8Array, name: string, timezone?: string): ParsedSource {
  const warnings: DocketWarning[] = [];
  const messages = messagesOf(bytes);
  const sources = messages.flatMap((message) => {
    const found = noticesIn(message, { name, timezone }, 0);
    if (found.length === 0 && messages.length > 1) {
      const { subject } = readMail(bytesSource(message), 'eml');
      warnings.push(fieldMissing('notice', `the message “${subject}”`, subject));
    }
    return found;
  });
  const [first, ...further] = sources;
  if (first === undefined) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const source = together([first, ...further]);
  return {
    ...source,
    kind: sources.every(({ kind }) => kind === 'appellate_notice') ? 'appellate_notice' : 'notice',
    warnings: [...source.warnings, ...warnings],
  };
}

/** The messages of a mailbox (RFC 4155), which begins with a "From " line; any other mail is one by itself. */
function messagesOf(bytes: Uint8Array): Uint8Array[] {
  if (!/^\s*From /.test(String.fromCharCode(...bytes.subarray(0, 64)))) return [bytes];
  const { members } = mboxMembers(bytesSource(bytes), 0, bytes.length);
  const messages = members.flatMap((member) => ('bytes' in member ? [member.bytes] : []));
  return messages.length > 1 ? messages : [bytes];
}

/**
 * Reads a notice of electronic filing saved as a web page, or any page that holds one.
 *
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where it is no court's notice
 */
export function readNoticePage(document: Document, name: string, timezone?: string): ParsedSource {
  return readNotices(linesOfHtml(document), { subjects: [], sender: '', name, timezone });
}

/** Whether a page holds a court's notice. */
export function isNoticePage(document: Document): boolean {
  return isNotice(linesOfHtml(document));
}

/** Whether a plain text is a court's notice. */
export function isNoticeText(text: string): boolean {
  return isNotice(linesOfText(text));
}

/** Reads a notice saved as plain text, without mail headers. */
export function readNoticeText(text: string, name: string, timezone?: string): ParsedSource {
  return readNotices(linesOfText(text), { subjects: [], sender: '', name, timezone });
}

/** A file that a mail carries, or its body. */
export interface MailedPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What a mail carries that may be a docket of itself: its body in its forms, the fullest first, and what is attached to it.
 *
 * @param bytes the mail as stored
 */
export function partsOfMail(bytes: Uint8Array): { bodies: MailedPart[]; attachments: MailedPart[] } {
  const mail = readMail(bytesSource(bytes), isCompoundFile(bytes) ? 'msg' : 'eml');
  const encoder = new TextEncoder();
  return {
    bodies: [mail.html ?? '', mail.text]
      .filter((body) => body !== '')
      .map((body) => ({ name: mail.subject, bytes: encoder.encode(body) })),
    attachments: mail.attachments.flatMap((attachment) => {
      const attached = bytesOf(attachment);
      return attached === null ? [] : { name: attachment.name, bytes: attached };
    }),
  };
}

function noticesIn(
  bytes: Uint8Array,
  about: { readonly name: string; readonly timezone: string | undefined },
  depth: number,
): ParsedSource[] {
  const mail = readMail(bytesSource(bytes), isCompoundFile(bytes) ? 'msg' : 'eml');
  const from = { ...about, subjects: [mail.subject], sender: mail.from[0]?.address ?? '' };
  const lines = bodiesOf(mail).find(isNotice);
  const own = lines === undefined ? [] : [readNotices(lines, from)];
  if (depth >= deepestMail) return own;
  const attached = mail.attachments.flatMap((attachment) => {
    const { contentType } = attachment;
    const isMail = mailTypes.has(contentType) || /\.(?:eml|msg)$/i.test(attachment.name);
    // Beside a body that is a notice, another form of the same may be attached.
    const isBody = own.length === 0 && (contentType === 'text/html' || contentType === 'text/plain');
    if (!isMail && !isBody) return [];
    const attached = bytesOf(attachment);
    if (attached === null) return [];
    if (isMail) return noticesIn(attached, about, depth + 1);
    const text = decodePage(attached);
    const page = contentType === 'text/html' ? linesOfHtml(parseHtml(text)) : linesOfText(text);
    return isNotice(page) ? [readNotices(page, from)] : [];
  });
  const said = new Set(own.map(saying));
  return [...own, ...attached.filter((source) => !said.has(saying(source)))];
}

/** What a notice says, to know one that a mail carries twice. */
const saying = ({ dockets }: ParsedSource): string =>
  JSON.stringify(
    dockets.map(({ header, entries }) => [
      header.number,
      entries.map((e) => [e.number, e.attachment, e.text]),
    ]),
  );

/** Null where they cannot be had: another part of the mail may hold the notice. */
function bytesOf(attachment: MailAttachment): Uint8Array | null {
  try {
    return attachment.bytes();
  } catch (error) {
    if (error instanceof MailPartError) return null;
    throw error;
  }
}

/** The body in its forms, the fullest first: HTML keeps links that plain text may have lost. */
function bodiesOf({ html, text }: Mail): NoticeLine[][] {
  return [
    ...(html === null ? [] : [linesOfHtml(parseHtml(html))]),
    ...(text === '' ? [] : [linesOfText(text)]),
    // HTML that a mail server declared as plain text.
    ...(/<(?:table|div|p|br)\b/i.test(text) ? [linesOfHtml(parseHtml(text))] : []),
  ];
}
