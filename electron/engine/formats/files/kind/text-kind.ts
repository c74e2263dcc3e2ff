import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { extensionOf } from '../../kind.ts';
import { isLoadFile } from '../text/load-file.ts';
import { isTabular } from './tabular.ts';

/** Fields that mails have (RFC 5322 §3.6 and what servers add). One of them makes a block of header fields a mail's. */
const mailFields = new Set(
  (
    'from to cc bcc subject date sender reply-to received message-id mime-version return-path delivered-to ' +
    'x-original-to dkim-signature authentication-results in-reply-to x-mailer envelope-to content-type'
  ).split(' '),
);
/** Those of them that people write too, above memos and in what Outlook saves as text; a mail shows every one of them. */
const memoFields = new Set('from to cc bcc subject date sender reply-to'.split(' '));
/** Share of the lines of a header block that may be no header field: broken mails are mails, the more so where they are called one. */
const brokenLineShare = 0.2;
const brokenLineShareOfMail = 1;

/**
 * What kind of text it is, from its beginning.
 *
 * @param text the beginning of the file, decoded, without byte order mark
 * @param hasMoreMessages whether another message follows, as in a mailbox
 */
export function textKindOf(text: string, name: string, hasMoreMessages: () => boolean): EvidenceKind {
  if (text.trimStart().startsWith('{\\rtf')) return 'word';
  const mail = mailStart(text, name);
  if (mail !== null) return mailKindOf(mail, name, hasMoreMessages);
  if (isHtml(text)) return 'html';
  if (isLoadFile(text)) return 'csv';
  const extension = extensionOf(name);
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  const first = /[^\s]/.exec(text)?.[0];
  if (first === '<' || first === '{' || first === '[') return 'text';
  return isTabular(text, extension === 'csv' || extension === 'tsv') ? 'csv' : 'text';
}

/**
 * What kind of mail a file is though it may be no text: parts may stand in it as they are, in eight bits (RFC 3030). Its headers
 * are text, up to the empty line below them, and one says that it is MIME.
 *
 * @param head the beginning of the file, a byte a character
 * @param hasMoreMessages whether another message follows, as in a mailbox
 * @returns null where it is none
 */
export function binaryMailKind(
  head: string,
  name: string,
  hasMoreMessages: () => boolean,
): EvidenceKind | null {
  const end = /\r?\n\r?\n/.exec(head);
  const headers = end === null ? '' : head.slice(0, end.index);
  if (!/^mime-version[ \t]*:/im.test(headers) || headers.includes('\0')) return null;
  const mail = mailStart(headers, name);
  return mail && mailKindOf(mail, name, hasMoreMessages);
}

interface MailStart {
  readonly hasFromLine: boolean;
}

function mailKindOf({ hasFromLine }: MailStart, name: string, hasMoreMessages: () => boolean): EvidenceKind {
  if (!hasFromLine) return 'eml';
  // A mailbox of one message and a mail saved with its From_ line are the same bytes: there the name says which is meant.
  return hasMoreMessages() || ['mbox', 'mbx'].includes(extensionOf(name)) ? 'mbox' : 'eml';
}

/**
 * Whether a text begins with the header block of a mail, perhaps below the From_ line of a mailbox; null when not. Memos, exports of chats
 * and what Outlook saves as “Text Only” begin alike, but with lines no mail has (“Sent:”, “Re:”) and none that programs write: read as mails
 * they would lose those lines, and with them the day they state.
 */
function mailStart(text: string, name: string): MailStart | null {
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/, 400);
  let at = 0;
  while (at < lines.length && lines[at]!.trim() === '') at++;
  // Apple Mail writes the number of a mail's bytes above it.
  if (/^\d{1,10} *$/.test(lines[at] ?? '')) at++;
  const hasFromLine = /^From (?!\s*:)/.test(lines[at] ?? '');
  if (hasFromLine || lines[at]?.startsWith('>From ')) at++;
  const first = lines[at]?.trimStart();
  if (first === undefined || !isHeaderField(first)) return null;
  lines[at] = first;
  let fields = 0;
  let broken = 0;
  let isMail = false;
  let hasOthers = false;
  let isWritten = hasFromLine || ['eml', 'emlx'].includes(extensionOf(name));
  for (; at < lines.length && lines[at] !== ''; at++) {
    const line = lines[at]!;
    if (/^[ \t]/.test(line)) continue;
    if (!isHeaderField(line)) {
      broken++;
      continue;
    }
    fields++;
    const field = line.slice(0, line.indexOf(':')).trimEnd().toLowerCase();
    isMail ||= mailFields.has(field);
    hasOthers ||= !memoFields.has(field);
    isWritten ||= field.startsWith('x-') || (mailFields.has(field) && !memoFields.has(field));
  }
  if (hasOthers && !isWritten) return null;
  const share = extensionOf(name) === 'eml' ? brokenLineShareOfMail : brokenLineShare;
  return isMail && broken <= fields * share ? { hasFromLine } : null;
}

/** RFC 5322 §2.2: printable characters but the colon, then the colon; old mail has spaces before it. */
function isHeaderField(line: string): boolean {
  return /^[!-9;-~]{1,76}[ \t]{0,8}:/.test(line);
}

/** Whether a line of a mailbox is the From_ line of a message (RFC 4155): sender, then a date with its time, which some programs leave out. */
export function isFromLine(line: string): boolean {
  return line.startsWith('From ') && line.length < 1_000 && /\d{1,2}:\d{2}|^From \S+@\S+\s*$/.test(line);
}

const wholeFromLine =
  /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d \d{2}:\d{2}(?::\d{2})?(?: \S{1,6})? \d{4}(?: \S{1,6})?\s*$/;

/** Whether a line is a From_ line as programs write it, to the letter: some leave out the empty line before it. */
export function isWholeFromLine(line: string): boolean {
  return line.length < 1_000 && wholeFromLine.test(line);
}

/** Elements with which pieces of web pages begin that were saved without the rest. */
const htmlStart =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|base|script|style|div|table|p|h[1-6]|center|font|span|ul|ol|pre|form|article|section|main|header)\b/i;

/** Whether a text is a web page, or a piece of one. */
export function isHtml(text: string): boolean {
  const start = withoutPreamble(text.slice(0, 65_536));
  if (!start.startsWith('<')) return false;
  if (htmlStart.test(start)) return true;
  const root = /^<([A-Za-z][\w:.-]*)/.exec(start)?.[1]?.toLowerCase();
  // SVG and other XML may hold HTML, and is itself.
  return root === undefined && /<(?:html|head|body)[\s>]/i.test(start.slice(0, 4_096));
}

/** Whether a text is a drawing in SVG: what it draws is not shown, only the words that describe it. */
export function isSvg(text: string): boolean {
  return /^(?:<!doctype\s+svg\b|<(?:\w+:)?svg[\s>])/i.test(withoutPreamble(text.slice(0, 65_536)));
}

/** A text without the space, comments and XML declaration before its first element. */
function withoutPreamble(text: string): string {
  let rest = text.trimStart();
  for (let turn = 0; turn < 20; turn++) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : null;
    const found = end === null ? -1 : rest.indexOf(end);
    if (found < 0) return rest;
    rest = rest.slice(found + end!.length).trimStart();
  }
  return rest;
}
