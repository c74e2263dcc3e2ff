import type { ByteSource } from '../../../pdf/index.ts';
import { readRange } from '../../files/bytes.ts';
import { problemOf } from '../../reading.ts';
import type { Mail } from '../mail.ts';
import { ansiCodePage } from './ansi-code-page.ts';
import { mailOf } from './mail-of-mapi.ts';
import {
  bytesOf,
  ids,
  string8,
  type MapiAttachment,
  type MapiMessage,
  type MapiProperties,
  type MapiProperty,
} from './mapi.ts';
import { readPropertyList, readPropertyRows } from './tnef-properties.ts';

const signature = 0x223e9f78;
const maxBytes = 512 * 1024 * 1024;
const maxAttributes = 100_000;

/** Attributes of [MS-OXTNEF] §2.1.3.4, those of attachments below. */
const attributes = {
  from: 0x0008000,
  subject: 0x0018004,
  dateSent: 0x0038005,
  messageId: 0x0018009,
  messageClass: 0x0078008,
  body: 0x002800c,
  messageProperties: 0x0069003,
  recipients: 0x0069004,
  codePage: 0x0069007,
  renderData: 0x0069002,
  title: 0x0018010,
  data: 0x006800f,
  attachment: 0x0069005,
} as const;

/** Attributes that hold a text of the message, and the properties they stand for. */
const texts: ReadonlyMap<number, number> = new Map([
  [attributes.subject, ids.subject],
  [attributes.messageId, ids.messageId],
  [attributes.body, ids.body],
  [attributes.messageClass, ids.messageClass],
]);

interface Attachment {
  readonly properties: Map<number, MapiProperty>;
  object: Buffer | null;
}

/**
 * Reads a winmail.dat ([MS-OXTNEF]): the message Outlook put in it and the files that came with it. What is cut off gives what
 * there is, with a problem.
 *
 * @example readTnef(bytesSource(bytes)).attachments.map(({ name }) => name)
 */
export function readTnef(source: ByteSource): Mail {
  const bytes = readRange(source, 0, Math.min(source.sizeBytes, maxBytes));
  const { message, isDamaged } = readTnefMessage(bytes);
  const mail = mailOf(message);
  if (!isDamaged) return mail;
  return { ...mail, problems: [...mail.problems, problemOf('EVIDENCE_REPAIRED_TO_READ')] };
}

function readTnefMessage(bytes: Buffer): { message: MapiMessage; isDamaged: boolean } {
  const properties = new Map<number, MapiProperty>();
  const named = new Map<number, MapiProperty>();
  const attachments: Attachment[] = [];
  let recipients: MapiProperties[] = [];
  let pageNamed: number | null = null;
  let isDamaged = bytes.length < 6 || bytes.readUInt32LE(0) !== signature;
  let at = 6;
  for (let count = 0; !isDamaged && at + 9 <= bytes.length && count < maxAttributes; count += 1) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const value = bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length + 2;
    if (value.length < length) isDamaged = true;
    const last = attachments.at(-1);
    switch (id) {
      case attributes.codePage:
        if (value.length >= 4) pageNamed = value.readUInt32LE(0);
        break;
      case attributes.dateSent:
        setTime(properties, value);
        break;
      case attributes.from:
        setSender(properties, value);
        break;
      case attributes.messageProperties:
        merge(properties, named, value);
        break;
      case attributes.recipients:
        recipients = readPropertyRows(value);
        break;
      case attributes.renderData:
        attachments.push({ properties: new Map(), object: null });
        break;
      case attributes.title:
        if (last) setText(last.properties, ids.attachFileName, value);
        break;
      case attributes.data:
        last?.properties.set(ids.attachData, { type: 0x0102, bytes: value });
        break;
      case attributes.attachment:
        if (last) addAttachmentProperties(last, value);
        break;
      default: {
        const text = texts.get(id);
        if (text !== undefined) setText(properties, text, value);
      }
    }
  }
  const { codePage, isGuessed } = ansiCodePage(properties, recipients, pageNamed);
  return {
    message: {
      properties,
      recipients,
      attachments: attachments.map(attachmentOf),
      named,
      codePage,
      isCodePageGuessed: isGuessed,
    },
    isDamaged,
  };
}

function attachmentOf({ properties, object }: Attachment): MapiAttachment {
  const bytes = bytesOf(properties, ids.attachData);
  if (!object) return { properties, kind: bytes ? 'file' : null, data: () => bytes };
  const isMessage = object.length >= 4 && object.readUInt32LE(0) === signature;
  return { properties, kind: isMessage ? 'tnef' : 'object', data: () => object };
}

function addAttachmentProperties(attachment: Attachment, value: Buffer): void {
  const list = readPropertyList(value);
  for (const [id, property] of list.properties) {
    // An object begins with the 16 bytes of its interface's id.
    if (id === ids.attachData && property.type === 0x000d) attachment.object = property.bytes.subarray(16);
    else if (id !== ids.attachData || !attachment.properties.has(id)) attachment.properties.set(id, property);
  }
}

function merge(properties: Map<number, MapiProperty>, named: Map<number, MapiProperty>, value: Buffer): void {
  const list = readPropertyList(value);
  for (const [id, property] of list.properties) properties.set(id, property);
  for (const [id, property] of list.named) named.set(id, property);
}

function setText(properties: Map<number, MapiProperty>, id: number, bytes: Buffer): void {
  if (!properties.has(id)) properties.set(id, { type: string8, bytes });
}

/** Fourteen bytes of year, month, day, hour, minute, second; Outlook writes them in UTC. */
function setTime(properties: Map<number, MapiProperty>, value: Buffer): void {
  if (value.length < 12) return;
  const part = (at: number) => value.readUInt16LE(at * 2);
  const ms = Date.UTC(part(0), part(1) - 1, part(2), part(3), part(4), part(5));
  const bytes = Buffer.alloc(8);
  if (!Number.isFinite(ms) || ms < -11_644_473_600_000) return;
  bytes.writeBigUInt64LE((BigInt(ms) + 11_644_473_600_000n) * 10_000n);
  if (!properties.has(ids.clientSubmitTime)) properties.set(ids.clientSubmitTime, { type: 0x0040, bytes });
}

/** A TRP structure ([MS-OXTNEF] §2.1.3.3.1): four 16-bit numbers, then display name and address, each ended by zero. */
function setSender(properties: Map<number, MapiProperty>, value: Buffer): void {
  if (value.length < 8) return;
  const nameBytes = value.readUInt16LE(4);
  const addressBytes = value.readUInt16LE(6);
  const name = value.subarray(8, 8 + nameBytes);
  const address = value.subarray(8 + nameBytes, 8 + nameBytes + addressBytes);
  setText(properties, ids.senderName, name);
  const plain = Buffer.from(address.toString('latin1').replace(/^smtp:/i, ''), 'latin1');
  setText(properties, ids.senderEmail, plain);
}
