import type { MapiProperties, MapiProperty } from './mapi.ts';

/** Bytes of values of fixed size; all are padded to four. */
const fixedBytes: Readonly<Record<number, number>> = {
  0x0001: 0,
  0x0002: 2,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 2,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const variable = new Set([0x000d, 0x001e, 0x001f, 0x0102]);
const multipleFlag = 0x1000;
const maxProperties = 20_000;

interface PropertyList {
  readonly properties: Map<number, MapiProperty>;
  /** Those with a number in a set of Outlook's, by that number. */
  readonly named: Map<number, MapiProperty>;
}

class Cursor {
  readonly #bytes: Buffer;
  at = 0;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  get left(): number {
    return this.#bytes.length - this.at;
  }
  u16(): number {
    if (this.left < 2) return this.#end();
    this.at += 2;
    return this.#bytes.readUInt16LE(this.at - 2);
  }
  u32(): number {
    if (this.left < 4) return this.#end();
    this.at += 4;
    return this.#bytes.readUInt32LE(this.at - 4);
  }
  take(length: number): Buffer {
    const taken = this.#bytes.subarray(this.at, this.at + length);
    // Values are padded to four bytes.
    this.at = Math.min(this.#bytes.length, this.at + Math.ceil(length / 4) * 4);
    return taken;
  }
  #end(): number {
    this.at = this.#bytes.length;
    return 0;
  }
}

/** Reads a list of properties ([MS-OXTNEF] §2.1.3.4); it ends where its bytes do, whatever number it claims. */
export function readPropertyList(bytes: Buffer): PropertyList {
  return readList(new Cursor(bytes));
}

/** Reads a table of recipients: a count, then a list for each. */
export function readPropertyRows(bytes: Buffer): MapiProperties[] {
  const cursor = new Cursor(bytes);
  const count = cursor.u32();
  const rows: MapiProperties[] = [];
  while (rows.length < count && cursor.left > 4 && rows.length < maxProperties)
    rows.push(readList(cursor).properties);
  return rows;
}

function readList(cursor: Cursor): PropertyList {
  const list: PropertyList = { properties: new Map(), named: new Map() };
  const count = Math.min(cursor.u32(), maxProperties);
  for (let each = 0; each < count && cursor.left > 0; each += 1) {
    const type = cursor.u16();
    const id = cursor.u16();
    let number: number | null = null;
    if (id >= 0x8000) {
      cursor.take(16);
      const isString = cursor.u32() === 1;
      if (isString) cursor.take(cursor.u32());
      else number = cursor.u32();
    }
    const value = readValue(cursor, type);
    if (value === null) break;
    const property = { type: type & ~multipleFlag, bytes: value };
    if (id < 0x8000) list.properties.set(id, property);
    else if (number !== null) list.named.set(number, property);
  }
  return list;
}

/** The value, or the first of several; null where the type is unknown and so its length. */
function readValue(cursor: Cursor, type: number): Buffer | null {
  const base = type & ~multipleFlag;
  const isMultiple = (type & multipleFlag) !== 0;
  const isVariable = variable.has(base);
  const fixed = fixedBytes[base];
  if (!isVariable && fixed === undefined) return null;
  const count = isVariable || isMultiple ? Math.min(cursor.u32(), maxProperties) : 1;
  let first: Buffer | null = null;
  for (let each = 0; each < count && (each === 0 || cursor.left > 0); each += 1) {
    const value = cursor.take(isVariable ? cursor.u32() : fixed!);
    first ??= value;
  }
  return first ?? Buffer.alloc(0);
}
