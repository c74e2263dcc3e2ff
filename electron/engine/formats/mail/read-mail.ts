import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../pdf/index.ts';
import { problemOf } from '../reading.ts';
import type { Mail } from './mail.ts';
import { readMsg } from './outlook/read-msg.ts';
import { readTnef } from './outlook/read-tnef.ts';
import { readEml } from './read-eml.ts';

const unreadable: Mail = {
  headers: [],
  from: [],
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: '',
  sentAt: null,
  receivedAt: null,
  dateAsWritten: '',
  messageId: '',
  inReplyTo: '',
  references: '',
  software: '',
  signedBy: [],
  text: '',
  html: null,
  attachments: [],
  problems: [problemOf('EVIDENCE_DAMAGED')],
};

/**
 * Reads a mail of any of the kinds. What is damaged is read as far as it goes, with its problems; only the source's own errors
 * are thrown.
 *
 * @param kind eml, msg or tnef
 * @example readMail(bytesSource(bytes), 'eml').subject
 */
export function readMail(source: ByteSource, kind: EvidenceKind): Mail {
  if (kind === 'msg') return readMsg(source) ?? unreadable;
  if (kind === 'tnef') return readTnef(source);
  return readEml(source);
}
