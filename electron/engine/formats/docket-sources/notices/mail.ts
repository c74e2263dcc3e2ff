import PostalMime, { type Email } from 'postal-mime';
import type { Document } from 'domhandler';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { parseHtml } from '../printed/html.ts';
import { linesOfHtml, linesOfText, type NoticeLine } from './lines.ts';
import { isNotice, readNotices } from './notice.ts';

/** A mail in a mail in a mail is as far as anyone forwards. */
const deepestMail = 4;

/**
 * Reads a court's notice out of raw e-mail: HTML, plain text or both, quoted-printable or base64, forwarded within the body or as
 * an attached message.
 *
 * @param bytes the mail as stored (.eml)
 * @param name file name, for errors only
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where no court's notice is in it, DOCKET_SOURCE_DAMAGED where it is no readable mail
 */
export async function readMail(bytes: Uint8Array, name: string): Promise<ParsedSource> {
  const sources = await noticesIn(bytes, name, 0);
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
export function readNoticePage(document: Document, name: string): ParsedSource {
  return readNotices(linesOfHtml(document), { subjects: [], sender: '', name });
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
export function readNoticeText(text: string, name: string): ParsedSource {
  return readNotices(linesOfText(text), { subjects: [], sender: '', name });
}

async function noticesIn(bytes: Uint8Array, name: string, depth: number): Promise<ParsedSource[]> {
  const mail = await parseMail(bytes, name);
  const from = { subjects: [mail.subject ?? ''], sender: mail.from?.address ?? '', name };
  const lines = bodiesOf(mail).find(isNotice);
  if (lines !== undefined) return [readNotices(lines, from)];
  if (depth >= deepestMail) return [];
  const sources: ParsedSource[] = [];
  for (const { mimeType, filename, content } of mail.attachments) {
    if (typeof content === 'string') continue;
    const attached = new Uint8Array(content);
    if (mimeType === 'message/rfc822' || /\.eml$/i.test(filename ?? ''))
      sources.push(...(await noticesIn(attached, name, depth + 1)));
    else if (mimeType === 'text/html' || mimeType === 'text/plain') {
      const text = new TextDecoder().decode(attached);
      const page = mimeType === 'text/html' ? linesOfHtml(parseHtml(text)) : linesOfText(text);
      if (isNotice(page)) sources.push(readNotices(page, from));
    }
  }
  return sources;
}

/** The body in its dresses, the fullest first: HTML keeps links that plain text may have lost. */
function bodiesOf(mail: Email): NoticeLine[][] {
  const html = mail.html ?? '';
  const text = mail.text ?? '';
  return [
    ...(html === '' ? [] : [linesOfHtml(parseHtml(html))]),
    ...(text === '' ? [] : [linesOfText(text)]),
    // HTML that a mail server declared as plain text.
    ...(/<(?:table|div|p|br)\b/i.test(text) ? [linesOfHtml(parseHtml(text))] : []),
  ];
}

async function parseMail(bytes: Uint8Array, name: string): Promise<Email> {
  try {
    const mail = await parseAs(bytes);
    if (!isGarbled(mail)) return mail;
    // The mail declares a charset it is not written in, or none: the two that courts and mail programs write in are tried.
    for (const charset of ['utf-8', 'windows-1252']) {
      const other = await parseAs(declaredAs(bytes, charset));
      if (!isGarbled(other)) return other;
    }
    return mail;
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError(
      'DOCKET_SOURCE_DAMAGED',
      { name, what: 'an e-mail', reason: 'its parts cannot be told apart' },
      { cause: error },
    );
  }
}

const parseAs = (bytes: Uint8Array): Promise<Email> =>
  PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });

/** Replacement characters, or UTF-8 that was read a byte at a time. */
const isGarbled = ({ html = '', text = '' }: Email): boolean =>
  /\ufffd|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac/.test(html + text);

/** The same mail with another charset declared for its text parts. */
function declaredAs(bytes: Uint8Array, charset: string): Uint8Array {
  const raw = Buffer.from(bytes).toString('latin1');
  const declared = raw.replace(
    /^(content-type:[ \t]*text\/(?:html|plain))((?:[^\r\n]|\r?\n[ \t])*)/gim,
    (_all, type: string, parameters: string) =>
      `${type}; charset=${charset}${parameters.replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]+)/gi, '')}`,
  );
  return new Uint8Array(Buffer.from(declared, 'latin1'));
}
