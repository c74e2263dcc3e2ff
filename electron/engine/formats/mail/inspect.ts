import { createHash } from 'node:crypto';
import { splitParts } from '../../../../shared/domain/evidence/text-parts.ts';
import type { Claim, EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../pdf/index.ts';
import {
  emptyReading,
  memberBatch,
  problemOf,
  textBatch,
  type Fingerprint,
  type Member,
  type MemberBatch,
  type Reading,
  type TextBatch,
} from '../reading.ts';
import { bodyText } from './body-text.ts';
import { MailPartError, type Mail, type MailAttachment } from './mail.ts';
import { countMessages, mboxMembers } from './mbox/mbox.ts';
import { formatAddress } from './mime/addresses.ts';
import { readMail } from './read-mail.ts';
import { shownHeaders } from './shown-headers.ts';
import { webArchiveOf } from './web-archive.ts';

const maxClaims = 2_000;
const maxClaimCharacters = 2_000;
const maxMessages = 1_000_000;

/**
 * Looks a mail or a mailbox over, in a worker: what it says of itself, whether files came in it, what keeps it from being read.
 *
 * @param kind eml, msg, tnef or mbox
 */
export async function inspectMail(source: ByteSource, kind: EvidenceKind, _name: string): Promise<Reading> {
  if (kind === 'mbox') {
    const messages = countMessages(source, maxMessages);
    return {
      ...emptyReading,
      hasMembers: messages > 0,
      problems: messages === 0 ? [problemOf('EVIDENCE_DAMAGED')] : [],
      report: { messages },
    };
  }
  const mail = readMail(source, kind);
  return {
    ...emptyReading,
    hasText: mailParts(mail).some((part) => part.trim() !== ''),
    problems: mail.problems,
    claims: claimsOf(mail),
    fingerprints: fingerprintsOf(mail),
    hasMembers: mail.attachments.length > 0,
    report: { attachments: mail.attachments.length, hasHtml: mail.html !== null },
  };
}

/**
 * Takes the files out of a mail, or the messages out of a mailbox, in a worker. `from` counts attachments of a mail, and bytes
 * of a mailbox.
 *
 * @param maxBytes of members together; one comes whatever its size
 */
export async function mailMembers(
  source: ByteSource,
  kind: EvidenceKind,
  from: number,
  maxBytes: number,
): Promise<MemberBatch> {
  if (kind === 'mbox') return mboxMembers(source, from, maxBytes);
  const { attachments } = readMail(source, kind);
  return memberBatch(
    attachments.length,
    { from, maxBytes },
    () => 0,
    (at) => membersOf(attachments[at]!),
  );
}

/** An attachment, and beside it, where its encoding is broken, what is told of it. */
function membersOf(attachment: MailAttachment): readonly Member[] {
  const { name } = attachment;
  try {
    let isBroken = false;
    const bytes = attachment.bytes(() => (isBroken = true));
    return isBroken
      ? [
          { name, bytes },
          { name, problem: problemOf('EVIDENCE_MEMBER_BROKEN', { name }) },
        ]
      : [{ name, bytes }];
  } catch (error) {
    if (error instanceof MailPartError) return [{ name, problem: error.problem }];
    throw error;
  }
}

/** The text of a mail in parts, its headers first; of a mailbox none, for its messages have it. */
export async function mailText(
  source: ByteSource,
  kind: EvidenceKind,
  fromPage: number,
  maxCharacters: number,
): Promise<TextBatch> {
  if (kind === 'mbox') return { pages: [], next: null };
  return textBatch(mailParts(readMail(source, kind)), fromPage, maxCharacters);
}

/** Headers and body as text in parts. */
function mailParts(mail: Mail): string[] {
  const headers = shownHeaders(mail)
    .map(({ name, value }) => `${name}: ${value}`)
    .join('\n');
  const whole = [headers, bodyText(mail)].filter((text) => text !== '').join('\n\n');
  return whole === '' ? [] : splitParts(whole);
}

function claimsOf(mail: Mail): Claim[] {
  const claims: Claim[] = [];
  const add = (field: Claim['field'], value: string | null) => {
    if (value && claims.length < maxClaims) claims.push({ field, value: value.slice(0, maxClaimCharacters) });
  };
  const archive = webArchiveOf(mail.headers);
  if (archive) {
    add('title', mail.subject);
    add('createdAt', mail.sentAt);
    add('software', archive.savedBy);
    return claims;
  }
  add('subject', mail.subject);
  for (const address of mail.from) add('from', formatAddress(address));
  add('sentAt', mail.sentAt);
  add('receivedAt', mail.receivedAt);
  add('messageId', mail.messageId);
  add('inReplyTo', mail.inReplyTo);
  add('references', mail.references);
  add('software', mail.software);
  for (const name of mail.signedBy) add('signedBy', name);
  for (const field of ['to', 'cc', 'bcc', 'replyTo'] as const)
    for (const address of mail[field]) add(field, formatAddress(address));
  return claims;
}

/**
 * What is equal for the same mail however it was saved: its message id, or without one its sender, date and subject; and the
 * words of its body. Nothing for a mail that has neither.
 */
function fingerprintsOf(mail: Mail): Fingerprint[] {
  // Letters and digits: programs differ in spaces, bullets, dashes, and in how they write links and pictures into text.
  const body = mail.text
    .replaceAll(/<[^<>\s]{1,2000}>|\[cid:[^\]]{1,200}\]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const identity =
    mail.messageId !== ''
      ? `id\n${mail.messageId.replaceAll(/[\s<>]/g, '').toLowerCase()}`
      : `said\n${mail.from.map(({ address, name }) => (address || name).toLowerCase()).join()}\n${mail.sentAt ?? ''}\n${mail.subject.toLowerCase()}`;
  if (mail.messageId === '' && body === '' && mail.subject === '') return [];
  return [{ kind: 'mail', value: createHash('sha256').update(`${identity}\n${body}`).digest('hex') }];
}
