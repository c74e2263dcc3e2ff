import type { Document } from 'domhandler';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { isCompoundFile } from '../../files/office/compound-file.ts';
import { MailPartError, readMail, type Mail, type MailAttachment } from '../../mail/index.ts';
import { decodePage, parseHtml } from '../printed/html.ts';
import { linesOfHtml, linesOfText, type NoticeLine } from './lines.ts';
import { isNotice, readNotices } from './notice.ts';

/** A mail in a mail in a mail is as far as anyone forwards. */
const deepestMail = 4;
const mailTypes = new Set(['message/rfc822', 'application/vnd.ms-outlook']);

/**
 * Reads a court's notice out of e-mail: HTML, plain text or both, forwarded within the body or as an attached message.
 *
 * @param bytes the mail as stored, by a mail program (.eml) or by Outlook (.msg)
 * @param name file name, for errors only
 * @param timezone see `NoticeMail`
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where no court's notice is in it
 */
export function readNoticeMail(bytes: Uint8Array, name: string, timezone?: string): ParsedSource {
  const sources = noticesIn(bytes, { name, timezone }, 0);
  const [first] = sources;
  if (first === undefined) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  return {
    kind: sources.every(({ kind }) => kind === 'appellate_notice') ? 'appellate_notice' : 'notice',
    printedAt:
      sources
        .map(({ printedAt }) => printedAt ?? '')
        .toSorted()
        .at(-1) || null,
    dockets: sources.flatMap(({ dockets }) => dockets),
    warnings: sources.flatMap(({ warnings }) => warnings),
  };
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

function noticesIn(
  bytes: Uint8Array,
  about: { readonly name: string; readonly timezone: string | undefined },
  depth: number,
): ParsedSource[] {
  const mail = readMail(bytesSource(bytes), isCompoundFile(bytes) ? 'msg' : 'eml');
  const from = { ...about, subjects: [mail.subject], sender: mail.from[0]?.address ?? '' };
  const lines = bodiesOf(mail).find(isNotice);
  if (lines !== undefined) return [readNotices(lines, from)];
  if (depth >= deepestMail) return [];
  return mail.attachments.flatMap((attachment) => {
    const { contentType } = attachment;
    const isMail = mailTypes.has(contentType) || /\.(?:eml|msg)$/i.test(attachment.name);
    if (!isMail && contentType !== 'text/html' && contentType !== 'text/plain') return [];
    const attached = bytesOf(attachment);
    if (attached === null) return [];
    if (isMail) return noticesIn(attached, about, depth + 1);
    const text = decodePage(attached);
    const page = contentType === 'text/html' ? linesOfHtml(parseHtml(text)) : linesOfText(text);
    return isNotice(page) ? [readNotices(page, from)] : [];
  });
}

/** Null where they cannot be had: another part of the mail may hold the notice. */
function bytesOf(attachment: MailAttachment): Uint8Array | null {
  try {
    return attachment.bytes();
  } catch (error) {
    if (error instanceof MailPartError) return null;
    throw error;
  }
}

/** The body in its dresses, the fullest first: HTML keeps links that plain text may have lost. */
function bodiesOf({ html, text }: Mail): NoticeLine[][] {
  return [
    ...(html === null ? [] : [linesOfHtml(parseHtml(html))]),
    ...(text === '' ? [] : [linesOfText(text)]),
    // HTML that a mail server declared as plain text.
    ...(/<(?:table|div|p|br)\b/i.test(text) ? [linesOfHtml(parseHtml(text))] : []),
  ];
}
