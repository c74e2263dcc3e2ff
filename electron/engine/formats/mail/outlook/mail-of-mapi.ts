import { charsetOf } from '../../font-charset.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { problemOf } from '../../reading.ts';
import { htmlToText } from '../html/html-text.ts';
import {
  mailLimits,
  MailPartError,
  type Mail,
  type MailAddress,
  type MailAttachment,
  type MailHeader,
} from '../mail.ts';
import { formatAddress } from '../mime/addresses.ts';
import { elsewhere, fileName } from '../mime/attachment.ts';
import { decodeText } from '../mime/charset.ts';
import { readStructure } from '../mime/entity.ts';
import { headerText } from '../mime/headers.ts';
import { addressing } from '../mime/addressing.ts';
import { statesZone } from '../mime/dates.ts';
import { inflateRtf } from './compressed-rtf.ts';
import { itemHeaders } from './item-fields.ts';
import { bytesOf, ids, instantOf, numberOf, textOf, type MapiAttachment, type MapiMessage } from './mapi.ts';
import { readRtf } from '../../files/text/rtf.ts';
import { struckOut } from '../../files/text/struck-out.ts';

const kindTypes = {
  file: 'application/octet-stream',
  msg: 'application/vnd.ms-outlook',
  tnef: 'application/ms-tnef',
  object: 'application/octet-stream',
} as const;
/** Values of PidTagAttachMethod ([MS-OXCMSG] §2.2.2.9) whose data is elsewhere. */
const references = new Set([2, 3, 4, 7]);
/** Kinds of recipients ([MS-OXOMSG] §2.2.3.1): the sender of the mail itself, and who is hidden from the others. */
const originatorType = 0;
const bccType = 3;

/** A message of Outlook as a mail. */
export function mailOf(message: MapiMessage): Mail {
  const { properties, codePage } = message;
  const text = (id: number) => textOf(properties, id, codePage);
  const transport = text(ids.transportHeaders);
  // Outlook may put a line of its own before the headers.
  const written = readStructure(
    bytesSource(Buffer.from(transport.replace(/^Microsoft Mail Internet Headers[^\r\n]*\r?\n/i, ''), 'utf8')),
  ).root.headers;
  const said = addressing(written);
  const body = bodyOf(message);
  const recipients = recipientsOf(message);
  const { from, sentBy } = senderOf(message, said.from);
  // Outlook makes the one of the other; programs that turn mails into .msg may record the hour when they did so instead.
  const submittedAt = instantOf(properties, ids.clientSubmitTime);
  const isCertain = statesZone(said.dateAsWritten);
  const sentAt = isCertain ? said.sentAt : (submittedAt ?? said.sentAt);
  const subject = text(ids.subject) || said.subject;
  const attachments = message.attachments.map((each, at) => attachmentOf(each, at, codePage));
  return {
    ...said,
    headers: [
      ...(written.length > 0
        ? written.map(({ name, raw }) => ({ name, value: headerText(raw) }))
        : madeHeaders({ from, sentBy, recipients, subject, sentAt })),
      ...listHeader('Resources', recipients.resources),
      ...itemHeaders(message),
    ],
    from: from.length > 0 ? from : said.from,
    to: recipients.to.length > 0 ? recipients.to : said.to,
    cc: recipients.cc.length > 0 ? recipients.cc : said.cc,
    bcc: recipients.bcc.length > 0 ? recipients.bcc : said.bcc,
    replyTo: said.replyTo.length > 0 ? said.replyTo : namesOf(text(ids.replyRecipientNames)),
    subject,
    sentAt,
    receivedAt: instantOf(properties, ids.deliveryTime) ?? said.receivedAt,
    messageId:
      text(ids.messageId)
        .trim()
        .replace(/^<([^<>]*)>$/, '$1') || said.messageId,
    inReplyTo:
      text(ids.inReplyTo)
        .trim()
        .replace(/^<([^<>]*)>$/, '$1') || said.inReplyTo,
    references: text(ids.references) || said.references,
    signedBy: [],
    text: body.text,
    html: body.html,
    attachments,
    problems: body.problems,
  };
}

/** Headers of a mail that keeps none as written: drafts, and what never left the server. */
function madeHeaders({
  from,
  sentBy,
  recipients,
  subject,
  sentAt,
}: Senders & {
  recipients: Recipients;
  subject: string;
  sentAt: string | null;
}): MailHeader[] {
  return [
    ...listHeader('From', from),
    ...listHeader('Sender', sentBy),
    ...listHeader('To', recipients.to),
    ...listHeader('Cc', recipients.cc),
    ...listHeader('Bcc', recipients.bcc),
    ...(sentAt === null ? [] : [{ name: 'Date', value: sentAt }]),
    { name: 'Subject', value: subject },
  ];
}

function listHeader(name: string, addresses: readonly MailAddress[]): MailHeader[] {
  return addresses.length === 0 ? [] : [{ name, value: addresses.map(formatAddress).join(', ') }];
}

interface Senders {
  /** Whose mail it is. */
  readonly from: MailAddress[];
  /** Who sent it on behalf of that person. */
  readonly sentBy: MailAddress[];
}

/** The person it was sent on behalf of, and who sent it where that is another; the address of the one is never given to the other. */
function senderOf({ properties, codePage }: MapiMessage, written: readonly MailAddress[]): Senders {
  const text = (id: number) => textOf(properties, id, codePage).trim();
  const known = (name: number, smtp: number, type: number, email: number) => ({
    name: text(name),
    address: text(smtp) || (text(type).toUpperCase() === 'EX' ? '' : text(email)),
    path: text(email),
  });
  const represented = known(
    ids.sentRepresentingName,
    ids.sentRepresentingSmtp,
    ids.sentRepresentingAddressType,
    ids.sentRepresentingEmail,
  );
  const sender = known(ids.senderName, ids.senderSmtp, ids.senderAddressType, ids.senderEmail);
  const isOne = areOne(represented, sender);
  const one = person(
    represented.name || (isOne ? sender.name : ''),
    represented.address || (isOne ? sender.address : '') || written[0]?.address || '',
  );
  // The directory's path of a sender is only worth showing where there is nothing else.
  if (one.name === '' && one.address === '') one.address = represented.path || sender.path;
  const by = isOne ? { name: '', address: '' } : person(sender.name, sender.address);
  const given = (each: MailAddress) => (each.name === '' && each.address === '' ? [] : [each]);
  return { from: given(one), sentBy: given(by) };
}

type Known = MailAddress & { readonly path: string };

/** Whether two of whom a mail says something are one person: one is not named at all, or both have one path, address or name. */
function areOne(one: Known, other: Known): boolean {
  const isSame = (key: keyof Known) => one[key] !== '' && one[key].toLowerCase() === other[key].toLowerCase();
  const isNobody = (each: Known) => each.name === '' && each.address === '' && each.path === '';
  return isNobody(one) || isNobody(other) || isSame('path') || isSame('address') || isSame('name');
}

/** Some programs keep "Ann Day <ann@example.com>" for the name, with the address again beside it. */
function person(shown: string, address: string): { name: string; address: string } {
  const within = shown.endsWith('>') ? shown.slice(shown.lastIndexOf('<') + 1, -1) : '';
  const isBoth = within.includes('@') && [within.toLowerCase(), ''].includes(address.toLowerCase());
  const name = isBoth ? shown.slice(0, -within.length - 2).trim() : shown;
  const known = isBoth ? address || within : address;
  return { name: name === known ? '' : name, address: known };
}

interface Recipients {
  readonly to: MailAddress[];
  readonly cc: MailAddress[];
  readonly bcc: MailAddress[];
  /** Rooms and things that a meeting has beside people. */
  readonly resources: MailAddress[];
}

function recipientsOf({ properties, recipients, codePage }: MapiMessage): Recipients {
  const found: Recipients = { to: [], cc: [], bcc: [], resources: [] };
  const isMeeting = /^IPM\.(?:Appointment|Schedule\.Meeting)/i.test(
    textOf(properties, ids.messageClass, codePage),
  );
  // What is hidden from others in a mail are the rooms of a meeting ([MS-OXOCAL] §2.2.4.10.2).
  const third = isMeeting ? found.resources : found.bcc;
  for (const each of recipients) {
    const text = (id: number) =>
      textOf(each, id, codePage)
        .trim()
        .replace(/^'(.*)'$/, '$1');
    const name = text(ids.displayName);
    const isPath = text(ids.addressType).toUpperCase() === 'EX' && name !== '';
    const address = text(ids.smtpAddress) || (isPath ? '' : text(ids.email));
    if (name === '' && address === '') continue;
    const type = (numberOf(each, ids.recipientType) ?? 1) & 0xf;
    if (type === originatorType) continue;
    const list = type === 2 ? found.cc : type === bccType ? third : found.to;
    list.push(person(name, address));
  }
  if (recipients.length > 0) return found;
  const shown = (id: number) => namesOf(textOf(properties, id, codePage));
  found.to.push(...shown(ids.displayTo));
  found.cc.push(...shown(ids.displayCc));
  third.push(...shown(ids.displayBcc));
  return found;
}

/** Names that are kept only as they are displayed: "Ann Day; Bo Lee". */
function namesOf(shown: string): MailAddress[] {
  return shown
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (/^\S+@\S+$/.test(name) ? { name: '', address: name } : { name, address: '' }));
}

function bodyOf({ properties, codePage, isCodePageGuessed }: MapiMessage): {
  text: string;
  html: string | null;
  problems: Problem[];
} {
  const problems: Problem[] = isCodePageGuessed ? [problemOf('EVIDENCE_CHARSET_GUESSED')] : [];
  const cut = <T extends { readonly length: number; slice(from: number, to: number): T }>(value: T): T => {
    if (value.length <= mailLimits.textBytes) return value;
    problems.push(problemOf('EVIDENCE_TEXT_CUT'));
    return value.slice(0, mailLimits.textBytes);
  };
  const written = textOf(properties, ids.body, codePage) || textOf(properties, ids.reportText, codePage);
  const plain = cut(written.replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''));
  const packed = bytesOf(properties, ids.compressedRtf);
  const rtf = packed ? inflateRtf(packed, mailLimits.textBytes) : null;
  const read = rtf ? readRtf(rtf) : null;
  const bytes = bytesOf(properties, ids.html);
  let html = cut(textOf(properties, ids.html, codePage)) || null;
  if (bytes && bytes.length > 0) {
    const page = numberOf(properties, ids.internetCodePage) ?? codePage;
    const decoded = decodeText(cut(bytes), charsetOf(page));
    html = decoded.text.replace(/^\ufeff/, '').replaceAll('\0', '');
    if (decoded.isGuessed && !isCodePageGuessed) problems.push(problemOf('EVIDENCE_CHARSET_GUESSED'));
  }
  html ??= read?.html ?? null;
  const styled = read?.text.replaceAll('\0', '') ?? '';
  // Plain text has no lines drawn through words: without them it may say the opposite.
  const isPlain = plain.trim() !== '' && !(html === null && styled.includes(struckOut.begin));
  const text = isPlain ? plain : html === null ? styled : htmlToText(html);
  return { text: text.trimEnd(), html: html?.trim() ? html : null, problems };
}

function attachmentOf(attachment: MapiAttachment, position: number, codePage: number): MailAttachment {
  const { properties, kind } = attachment;
  const text = (id: number) => textOf(properties, id, codePage).trim();
  const contentId = text(ids.attachContentId).replace(/^<|>$/g, '');
  const name = nameOf(attachment, position, text);
  return {
    name,
    contentType:
      text(ids.attachMimeTag).toLowerCase() || (kind && kindTypes[kind]) || 'application/octet-stream',
    contentId: contentId === '' ? null : contentId,
    location: text(ids.attachContentLocation) || null,
    bytes: () => {
      const bytes = attachment.data();
      if (bytes) return bytes;
      const path = text(ids.attachLongPathName) || text(ids.attachPathName);
      const isElsewhere = references.has(numberOf(properties, ids.attachMethod) ?? 1) || path !== '';
      throw new MailPartError(
        isElsewhere ? elsewhere(name, path) : problemOf('EVIDENCE_MEMBER_DAMAGED', { name }),
      );
    },
  };
}

function nameOf({ kind }: MapiAttachment, position: number, text: (id: number) => string): string {
  const given =
    fileName(text(ids.attachLongFileName)) ||
    fileName(text(ids.attachFileName)) ||
    fileName(text(ids.displayName).replaceAll(/[/\\]/g, '-')) ||
    `attachment-${position + 1}`;
  if (
    kind === 'file' &&
    given.startsWith('attachment-') &&
    /^multipart\/signed/i.test(text(ids.attachMimeTag))
  )
    return 'smime.p7m';
  const ending = kind === 'msg' ? '.msg' : kind === 'tnef' ? '.dat' : kind === 'file' ? '' : '.bin';
  return ending === '' || given.toLowerCase().endsWith(ending) ? given : given + ending;
}
