import type { NewStorage } from '../outlook/compound-writer.ts';

/** Types of properties ([MS-OXCDATA] §2.11.1). */
export const [int32, string8, unicode, time, binary] = [0x0003, 0x001e, 0x001f, 0x0040, 0x0102];
type Value = readonly [id: number, type: number, value: string | number | Buffer];

/** A storage of properties as Outlook writes it ([MS-OXMSG] §2.4), with storages in it. */
export function storage(
  headerBytes: number,
  values: readonly Value[],
  storages: Record<string, NewStorage> = {},
): NewStorage {
  const streams = new Map<string, Buffer>();
  const rows: Buffer[] = [Buffer.alloc(headerBytes)];
  for (const [id, type, value] of values) {
    const row = Buffer.alloc(16);
    row.writeUInt16LE(type, 0);
    row.writeUInt16LE(id, 2);
    if (typeof value === 'number') row.writeInt32LE(value, 8);
    else if (type === time) (value as Buffer).copy(row, 8);
    else {
      const bytes =
        typeof value === 'string' ? Buffer.from(value, type === unicode ? 'utf16le' : 'latin1') : value;
      row.writeUInt32LE(bytes.length, 8);
      const tag = ((id << 16) | type) >>> 0;
      streams.set(`__substg1.0_${tag.toString(16).toUpperCase().padStart(8, '0')}`, bytes);
    }
    rows.push(row);
  }
  streams.set('__properties_version1.0', Buffer.concat(rows));
  return { streams, storages: new Map(Object.entries(storages)) };
}

/** An instant as Outlook writes it: tenths of microseconds since 1601. */
export function fileTime(iso: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n);
  return bytes;
}

/**
 * A message with a subject, a sender and a date.
 *
 * @param headerBytes 32 of one at the top of a file, 24 of one in another
 * @param extra more properties; a later one of an id holds
 */
export function outlookMessage(
  headerBytes: number,
  extra: readonly Value[] = [],
  storages: Record<string, NewStorage> = {},
): NewStorage {
  return storage(
    headerBytes,
    [
      [0x001a, unicode, 'IPM.Note'],
      [0x0037, unicode, 'Outage – notice'],
      [0x0039, time, fileTime('2026-03-03T14:05:00Z')],
      [0x0c1a, unicode, 'Ann Day'],
      [0x5d01, unicode, 'ann@fairwater.example'],
      [0x1035, unicode, '<1@fairwater.example>'],
      ...extra,
    ],
    storages,
  );
}
