import { charsetOf } from '../../font-charset.ts';
import { decodeText } from '../mime/charset.ts';

/** One MAPI property ([MS-OXCDATA] §2.8): its type and its bytes as they stand. */
export interface MapiProperty {
  readonly type: number;
  readonly bytes: Buffer;
  /** Of one with several values of any length, what a .msg has for each. */
  readonly values?: readonly Buffer[];
}

/** Properties by their id; those with names under the ids of `named` ones are kept apart by the reader. */
export type MapiProperties = ReadonlyMap<number, MapiProperty>;

/** An attachment: its properties, and its bytes when they are asked for. */
export interface MapiAttachment {
  readonly properties: MapiProperties;
  /** What it holds: the bytes of a file, a mail or an object of another program; null where only a path is kept. */
  readonly kind: 'file' | 'msg' | 'tnef' | 'object' | null;
  /** Its bytes as a file of its own; null where there are none. */
  data(): Buffer | null;
}

/** A message of Outlook, whatever it came in. */
export interface MapiMessage {
  readonly properties: MapiProperties;
  readonly recipients: readonly MapiProperties[];
  readonly attachments: readonly MapiAttachment[];
  /** Properties with a number in one of Outlook's own sets, by that number. */
  readonly named: MapiProperties;
  /** Of text that is not Unicode; such as 1252. */
  readonly codePage: number;
  /** Whether nothing names the code page and the letters told it. */
  readonly isCodePageGuessed: boolean;
}

/** Ids of the properties that are read ([MS-OXPROPS]). */
export const ids = {
  messageClass: 0x001a,
  subject: 0x0037,
  clientSubmitTime: 0x0039,
  sentRepresentingName: 0x0042,
  replyRecipientNames: 0x0050,
  sentRepresentingAddressType: 0x0064,
  sentRepresentingEmail: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddressType: 0x0c1e,
  senderEmail: 0x0c1f,
  displayBcc: 0x0e02,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  body: 0x1000,
  reportText: 0x1001,
  compressedRtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  addressType: 0x3002,
  email: 0x3003,
  attachData: 0x3701,
  attachMethod: 0x3705,
  attachFileName: 0x3704,
  attachLongFileName: 0x3707,
  attachPathName: 0x3708,
  attachLongPathName: 0x370d,
  attachMimeTag: 0x370e,
  attachContentId: 0x3712,
  attachContentLocation: 0x3713,
  smtpAddress: 0x39fe,
  internetCodePage: 0x3fde,
  messageLocale: 0x3ff1,
  messageCodePage: 0x3ffd,
  senderSmtp: 0x5d01,
  sentRepresentingSmtp: 0x5d02,
} as const;

/** The type of text that is not Unicode. */
export const string8 = 0x001e;
const types = {
  int32: 0x0003,
  boolean: 0x000b,
  string8,
  unicode: 0x001f,
  time: 0x0040,
  binary: 0x0102,
} as const;

/** Text of a property; empty where it is none. */
export function textOf(properties: MapiProperties, id: number, codePage: number): string {
  const property = properties.get(id);
  if (!property) return '';
  const { type, bytes } = property;
  if (type === types.unicode) return withoutEnd(bytes.toString('utf16le'));
  if (type === types.string8) return withoutEnd(decodeText(bytes, charsetOf(codePage)).text);
  return '';
}

/** Bytes of a property; null where it is none. */
export function bytesOf(properties: MapiProperties, id: number): Buffer | null {
  const property = properties.get(id);
  return property?.type === types.binary ? property.bytes : null;
}

/** A number; null where it is none. */
export function numberOf(properties: MapiProperties, id: number): number | null {
  const property = properties.get(id);
  if (!property || property.bytes.length < 2) return null;
  if (property.type === types.int32 && property.bytes.length >= 4) return property.bytes.readInt32LE(0);
  return property.type === types.boolean ? property.bytes.readUInt16LE(0) : null;
}

/** An instant in UTC; null where it is none. FILETIME counts 100 ns from 1601. */
export function instantOf(properties: MapiProperties, id: number): string | null {
  const property = properties.get(id);
  if (property?.type !== types.time || property.bytes.length < 8) return null;
  const ms = Number(property.bytes.readBigUInt64LE(0) / 10_000n) - 11_644_473_600_000;
  // Outside of what people mean: zero, and the end of time that stands for never.
  return ms > -2_208_988_800_000 && ms < 32_503_680_000_000 ? new Date(ms).toISOString() : null;
}

/** The code page of a Windows locale, by its language; null where that is Western. */
export function codePageOfLocale(locale: number): number | null {
  const traditional = new Set([0x0404, 0x0c04, 0x1404]);
  if (traditional.has(locale)) return 950;
  const pages: Readonly<Record<number, number>> = {
    0x01: 1256,
    0x02: 1251,
    0x04: 936,
    0x05: 1250,
    0x08: 1253,
    0x0d: 1255,
    0x0e: 1250,
    0x11: 932,
    0x12: 949,
    0x15: 1250,
    0x18: 1250,
    0x19: 1251,
    0x1a: 1250,
    0x1b: 1250,
    0x1e: 874,
    0x1f: 1254,
    0x22: 1251,
    0x24: 1250,
    0x25: 1257,
    0x26: 1257,
    0x27: 1257,
    0x2a: 1258,
  };
  return pages[locale & 0x3ff] ?? null;
}

function withoutEnd(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
