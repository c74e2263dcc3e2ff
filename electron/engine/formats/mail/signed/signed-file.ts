import { basename } from 'node:path';
import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../../files/bytes.ts';
import { emptyReading, problemOf, type MemberBatch, type Reading } from '../../reading.ts';
import { isMimeEntity, protectionOf, type Protection } from './protection.ts';

const maxBytes = 256 * 1024 * 1024;

/**
 * Looks over a file that is a CMS message of its own (.p7m, .p7s): a document or a mail that was signed, encrypted or compressed, or
 * the signature alone.
 *
 * @returns null for every other file
 */
export function inspectSignedFile(source: ByteSource): Reading | null {
  const protection = read(source);
  if (protection === null) return null;
  if (protection.kind === 'encrypted')
    return { ...emptyReading, problems: [problemOf('EVIDENCE_ENCRYPTED', { what: 'message' })] };
  const signedBy = protection.kind === 'signed' ? protection.signedBy : [];
  const by = signedBy.join(', ');
  const hasMembers = protection.inner !== null;
  const problem = hasMembers
    ? problemOf('EVIDENCE_SIGNED', { what: 'file', ...(by !== '' && { by }) })
    : problemOf('EVIDENCE_NO_DOCUMENT', { what: 'the digital signature of an email or another file' });
  return {
    ...emptyReading,
    hasMembers,
    problems: protection.kind === 'compressed' ? [] : [problem],
    claims: signedBy.map((value) => ({ field: 'signedBy', value })),
  };
}

/**
 * The document or mail in such a file, under the name it had before it was signed.
 *
 * @param name file name without folder
 * @example signedMembers(source, 'contract.pdf.p7m').members[0].name // 'contract.pdf'
 */
export function signedMembers(source: ByteSource, name: string): MemberBatch {
  const inner = read(source)?.inner ?? null;
  if (inner === null) return { members: [], next: null };
  const stem = basename(name).replace(/\.p7[a-z]$/i, '') || 'signed';
  const isMail = isMimeEntity(inner) && !/\.eml$/i.test(stem);
  return { members: [{ name: isMail ? `${stem}.eml` : stem, bytes: inner }], next: null };
}

function read(source: ByteSource): Protection | null {
  // The SEQUENCE of a ContentInfo, with the object identifier of its type (RFC 5652 §3).
  const head = readRange(source, 0, 32);
  const isSequence = head[0] === 0x30 && head.includes(Buffer.from('06092a864886f70d01', 'hex'));
  const isOther = head[0] === 0x30 && head.includes(Buffer.from('060b2a864886f70d010910', 'hex'));
  if ((!isSequence && !isOther) || source.sizeBytes > maxBytes) return null;
  return protectionOf(readRange(source, 0, source.sizeBytes));
}
