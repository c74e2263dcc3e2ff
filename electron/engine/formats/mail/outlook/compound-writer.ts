/** What a compound file is to hold. */
export interface NewStorage {
  readonly streams: Map<string, Buffer>;
  readonly storages: Map<string, NewStorage>;
}

const sectorBytes = 512;
const miniBytes = 64;
const miniCutoff = 4_096;
const perSector = sectorBytes / 4;
const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const tableSector = 0xfffffffd;
const tableOfTables = 0xfffffffc;
const noEntry = 0xffffffff;
const headerTables = 109;

interface Entry {
  readonly name: string;
  readonly type: 1 | 2 | 5;
  readonly bytes: Buffer | null;
  child: number;
  left: number;
  right: number;
  start: number;
  size: number;
}

/**
 * Writes a compound file ([MS-CFB], version 3) with these streams, byte for byte: how an attached mail becomes a .msg of its
 * own. The same storage gives the same bytes.
 */
export function writeCompoundFile(root: NewStorage): Buffer {
  const entries: Entry[] = [newEntry('Root Entry', 5, null)];
  addChildren(entries, 0, root);

  const small: Buffer[] = [];
  const miniTable: number[] = [];
  const sectors: Buffer[] = [];
  const table: number[] = [];
  const addChain = (bytes: Buffer): number => {
    if (bytes.length === 0) return endOfChain;
    const first = table.length;
    const count = Math.ceil(bytes.length / sectorBytes);
    for (let at = 0; at < count; at += 1) table.push(at === count - 1 ? endOfChain : first + at + 1);
    sectors.push(padded(bytes, sectorBytes));
    return first;
  };

  for (const entry of entries) {
    if (!entry.bytes) continue;
    entry.size = entry.bytes.length;
    if (entry.size === 0) entry.start = endOfChain;
    else if (entry.size >= miniCutoff) entry.start = addChain(entry.bytes);
    else {
      entry.start = miniTable.length;
      const count = Math.ceil(entry.size / miniBytes);
      for (let at = 0; at < count; at += 1)
        miniTable.push(at === count - 1 ? endOfChain : entry.start + at + 1);
      small.push(padded(entry.bytes, miniBytes));
    }
  }
  const miniStream = Buffer.concat(small);
  entries[0]!.start = addChain(miniStream);
  entries[0]!.size = miniStream.length;
  const miniTableStart = addChain(wordsOf(miniTable));
  const directoryStart = addChain(Buffer.concat(entries.map(directoryEntry)));
  return assemble(sectors, table, {
    miniTableStart,
    miniTableCount: Math.ceil(miniTable.length / perSector),
    directoryStart,
  });
}

function newEntry(name: string, type: 1 | 2 | 5, bytes: Buffer | null): Entry {
  return {
    name,
    type,
    bytes,
    child: noEntry,
    left: noEntry,
    right: noEntry,
    start: type === 2 ? endOfChain : 0,
    size: 0,
  };
}

/** Siblings form a balanced search tree, ordered by length and then by letters ([MS-CFB] §2.6.4). */
function addChildren(entries: Entry[], parent: number, storage: NewStorage): void {
  const named = [
    ...[...storage.streams].map(([name, bytes]) => ({ name, bytes, inner: null })),
    ...[...storage.storages].map(([name, inner]) => ({ name, bytes: null, inner })),
  ].toSorted(
    (one, other) =>
      one.name.length - other.name.length || (one.name.toUpperCase() < other.name.toUpperCase() ? -1 : 1),
  );
  const first = entries.length;
  for (const { name, bytes, inner } of named) entries.push(newEntry(name.slice(0, 31), inner ? 1 : 2, bytes));
  const link = (from: number, to: number): number => {
    if (from >= to) return noEntry;
    const middle = (from + to) >> 1;
    entries[first + middle]!.left = link(from, middle);
    entries[first + middle]!.right = link(middle + 1, to);
    return first + middle;
  };
  entries[parent]!.child = link(0, named.length);
  for (const [at, { inner }] of named.entries()) if (inner) addChildren(entries, first + at, inner);
}

function directoryEntry(entry: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(entry.name, 'utf16le');
  bytes.writeUInt16LE((entry.name.length + 1) * 2, 64);
  bytes[66] = entry.type;
  bytes[67] = 1;
  bytes.writeUInt32LE(entry.left, 68);
  bytes.writeUInt32LE(entry.right, 72);
  bytes.writeUInt32LE(entry.child, 76);
  bytes.writeUInt32LE(entry.start, 116);
  bytes.writeUInt32LE(entry.size, 120);
  return bytes;
}

function assemble(
  sectors: Buffer[],
  table: number[],
  {
    miniTableStart,
    miniTableCount,
    directoryStart,
  }: { miniTableStart: number; miniTableCount: number; directoryStart: number },
): Buffer {
  const used = table.length;
  let [tables, extras] = [0, 0];
  // The table has entries for its own sectors, and for those that list them.
  for (;;) {
    const needed = Math.ceil((used + tables + extras) / perSector);
    const listed = Math.ceil(Math.max(0, needed - headerTables) / (perSector - 1));
    if (needed === tables && listed === extras) break;
    [tables, extras] = [needed, listed];
  }
  for (let at = 0; at < tables; at += 1) table.push(tableSector);
  for (let at = 0; at < extras; at += 1) table.push(tableOfTables);
  while (table.length < tables * perSector) table.push(freeSector);

  const header = Buffer.alloc(sectorBytes);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(miniCutoff, 56);
  header.writeUInt32LE(miniTableStart, 60);
  header.writeUInt32LE(miniTableCount, 64);
  header.writeUInt32LE(extras > 0 ? used + tables : endOfChain, 68);
  header.writeUInt32LE(extras, 72);
  for (let at = 0; at < headerTables; at += 1)
    header.writeUInt32LE(at < tables ? used + at : freeSector, 76 + at * 4);
  const listing: number[] = [];
  for (let extra = 0; extra < extras; extra += 1) {
    for (let at = 0; at < perSector - 1; at += 1) {
      const index = headerTables + extra * (perSector - 1) + at;
      listing.push(index < tables ? used + index : freeSector);
    }
    listing.push(extra === extras - 1 ? endOfChain : used + tables + extra + 1);
  }
  return Buffer.concat([header, ...sectors, wordsOf(table), wordsOf(listing)]);
}

function padded(bytes: Buffer, unit: number): Buffer {
  const rest = bytes.length % unit;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(unit - rest)]);
}

/** Numbers as 32 bits each, filled up to whole sectors. */
function wordsOf(numbers: readonly number[]): Buffer {
  const count = Math.ceil(numbers.length / perSector) * perSector;
  const bytes = Buffer.alloc(count * 4, 0xff);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4);
  return bytes;
}
