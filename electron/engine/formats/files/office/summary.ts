import type { Claim } from '../../../../../shared/model/evidence.ts';
import type { TextCollector } from '../text/extraction.ts';
import type { CompoundFile } from './compound-file.ts';

/** Properties of the summary ([MS-OLEPS] §2.25) that are claims. */
const fields: Readonly<Record<number, Claim['field']>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  8: 'author',
  12: 'createdAt',
  13: 'modifiedAt',
  18: 'software',
};
const maxBytes = 1024 * 1024;
const maxProperties = 100;
/** Milliseconds from 1601, where Windows counts from, to 1970. */
const epochMs = 11_644_473_600_000;

/** Reads what a compound file says of itself in its summary. */
export function readSummary(file: CompoundFile, text: TextCollector): void {
  const stream = file.entries.find(({ name }) => name === '\u0005SummaryInformation');
  if (!stream) return;
  const bytes = file.read(stream, maxBytes);
  if (bytes.length < 48) return;
  const section = bytes.readUInt32LE(44);
  if (section + 8 > bytes.length) return;
  const count = Math.min(bytes.readUInt32LE(section + 4), maxProperties);
  const places = new Map<number, number>();
  for (let at = section + 8; places.size < count && at + 8 <= bytes.length; at += 8)
    places.set(bytes.readUInt32LE(at), section + bytes.readUInt32LE(at + 4));
  const page = places.get(1);
  const codePage = page !== undefined && page + 6 <= bytes.length ? bytes.readUInt16LE(page + 4) : 1252;
  for (const [id, at] of places) {
    const field = fields[id];
    if (field !== undefined && at + 12 <= bytes.length) text.claim(field, valueAt(bytes, at, codePage));
  }
}

function valueAt(bytes: Buffer, at: number, codePage: number): string {
  const type = bytes.readUInt32LE(at);
  if (type === 0x40) {
    const ms = Number(bytes.readBigUInt64LE(at + 4) / 10_000n) - epochMs;
    // A time that is not set stands as 1601; no computer program wrote a document then.
    return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : '';
  }
  const length = bytes.readUInt32LE(at + 4);
  const start = at + 8;
  if (type === 0x1f) return bytes.toString('utf16le', start, start + length * 2).replace(/\0.*$/s, '');
  if (type !== 0x1e) return '';
  const raw = bytes.subarray(start, start + length);
  const encoding = codePage === 65001 ? 'utf-8' : codePage === 1200 ? 'utf-16le' : 'windows-1252';
  return new TextDecoder(encoding).decode(raw).replace(/\0.*$/s, '');
}
