/**
 * Values of a PDF (ISO 32000-1 §7.3), read from bytes when asked for. Dictionaries and arrays are views: they hold a buffer and
 * where in it they stand, and parse one entry at a time.
 */

import { char, hasEscape, isReference, readWhole, skipSpace, skipValue, skipWord } from './lexer.ts';
import {
  parseHexString,
  parseKeyword,
  parseName,
  parseNumber,
  parseString,
  parseText,
} from './parse-value.ts';

/** A stretch of bytes that holds one value as it is written in the source. */
export interface ByteRange {
  readonly bytes: Buffer;
  readonly start: number;
  /** After the last byte. */
  readonly end: number;
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfArray
  | PdfDict
  | PdfStream;

/** A name without its slash, `#xx` decoded; one character a byte. */
export class PdfName {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A string, its escapes or hex digits decoded. */
export class PdfString {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** As text: UTF-16 or UTF-8 with its mark, else PDFDocEncoding (§7.9.2.2). */
  get text(): string {
    return parseText(this.bytes);
  }
}

/** `12 0 R`. */
export class PdfReference {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

/** Places as they are met in an array or a dictionary. One for all: lists that grow would be copied again and again. */
const met: number[] = [];
/** Room for more places than this is not kept. */
const maxKept = 4_096;

function takeMet(count: number): readonly number[] {
  const taken = met.slice(0, count);
  if (met.length > maxKept) met.length = 0;
  return taken;
}

/** An array as it lies in the source. */
export class PdfArray implements ByteRange {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Where each item starts and ends, one after the other. */
  #places: readonly number[] | null = null;

  /** @param range from its `[` to after its `]` */
  constructor({ bytes, start, end }: ByteRange) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  get length(): number {
    return this.#index().length / 2;
  }

  /** One item, parsed; undefined past the end. References are not followed. */
  at(index: number): PdfValue | undefined {
    const range = this.rangeAt(index);
    return range === null ? undefined : parseValue(range.bytes, range.start, range.end);
  }

  /** One item as it is written; null past the end. */
  rangeAt(index: number): ByteRange | null {
    const places = this.#index();
    const start = places[index * 2];
    const end = places[index * 2 + 1];
    return start === undefined || end === undefined ? null : { bytes: this.bytes, start, end };
  }

  /** The items, parsed one by one. */
  *[Symbol.iterator](): IterableIterator<PdfValue> {
    const places = this.#index();
    for (let i = 0; i < places.length; i += 2) yield parseValue(this.bytes, places[i]!, places[i + 1]!);
  }

  #index(): readonly number[] {
    if (this.#places !== null) return this.#places;
    const { bytes } = this;
    const last = this.end - 1;
    let count = 0;
    let at = skipSpace(bytes, this.start + 1, last);
    while (at < last) {
      const end = skipValue(bytes, at, last);
      if (end < 0) break;
      met[count] = at;
      met[count + 1] = end;
      count += 2;
      at = skipSpace(bytes, end, last);
    }
    return (this.#places = takeMet(count));
  }
}

/** Past this many entries a dictionary is looked up by a map. */
const mappedEntries = 24;

/** A dictionary as it lies in the source. Of keys that stand twice the last one counts. */
export class PdfDict implements ByteRange {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** For each entry: where its key starts (after the slash) and ends, where its value starts and ends. */
  #places: readonly number[] | null = null;
  #map: Map<string, number> | null = null;

  /** @param range from its `<<` to after its `>>` */
  constructor({ bytes, start, end }: ByteRange) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /** How many entries there are, keys that stand twice counted twice. */
  get size(): number {
    return this.#index().length / 4;
  }

  has(key: string): boolean {
    return this.#find(key) >= 0;
  }

  /** One value, parsed; undefined where the key is missing. References are not followed. */
  get(key: string): PdfValue | undefined {
    const entry = this.#find(key);
    if (entry < 0) return undefined;
    const places = this.#index();
    return parseValue(this.bytes, places[entry + 2]!, places[entry + 3]!);
  }

  /** One value as it is written; null where the key is missing. */
  range(key: string): ByteRange | null {
    const entry = this.#find(key);
    if (entry < 0) return null;
    const places = this.#index();
    return { bytes: this.bytes, start: places[entry + 2]!, end: places[entry + 3]! };
  }

  /** The keys in the source's order, each once. */
  keys(): string[] {
    const places = this.#index();
    const keys = new Set<string>();
    for (let i = 0; i < places.length; i += 4) keys.add(parseName(this.bytes, places[i]!, places[i + 1]!));
    return [...keys];
  }

  /**
   * For each entry that counts: where its key starts (after the slash) and ends, where its value starts and ends; a missing
   * value has no length.
   */
  entryPlaces(): readonly number[] {
    const places = this.#index();
    if (!mayRepeat(this.bytes, places) || this.keys().length * 4 === places.length) return places;
    return this.keys().flatMap((key) => places.slice(this.#find(key), this.#find(key) + 4));
  }

  /** The same dictionary on a buffer of its own, which holds nothing else in memory. */
  detached(): PdfDict {
    const bytes = Buffer.from(this.bytes.subarray(this.start, this.end));
    return new PdfDict({ bytes, start: 0, end: bytes.length });
  }

  /** Where the last entry with a key begins in `#places`; -1 when there is none. */
  #find(key: string): number {
    const places = this.#index();
    if (places.length > mappedEntries * 4) return this.#mapped(places).get(key) ?? -1;
    for (let i = places.length - 4; i >= 0; i -= 4)
      if (isNamed(this.bytes, places[i]!, places[i + 1]!, key)) return i;
    return -1;
  }

  #mapped(places: readonly number[]): Map<string, number> {
    if (this.#map === null) {
      this.#map = new Map();
      for (let i = 0; i < places.length; i += 4)
        this.#map.set(parseName(this.bytes, places[i]!, places[i + 1]!), i);
    }
    return this.#map;
  }

  #index(): readonly number[] {
    if (this.#places !== null) return this.#places;
    const { bytes } = this;
    const last = this.end - 2;
    let count = 0;
    let at = skipSpace(bytes, this.start + 2, last);
    while (at < last) {
      const isKey = bytes[at] === char.slash;
      const keyStart = at + 1;
      const keyEnd = isKey ? skipWord(bytes, keyStart, last) : keyStart;
      // What is no key is passed over with all it holds.
      const start = isKey ? skipSpace(bytes, keyEnd, last) : at;
      const end = start === last ? last : skipValue(bytes, start, last);
      if (end < 0) break;
      if (isKey) {
        met[count] = keyStart;
        met[count + 1] = keyEnd;
        met[count + 2] = start;
        met[count + 3] = end;
        count += 4;
      }
      at = skipSpace(bytes, end, last);
    }
    return (this.#places = takeMet(count));
  }
}

/** Whether two keys may say the same: false only where each is plainly another. */
function mayRepeat(bytes: Buffer, places: readonly number[]): boolean {
  if (places.length > mappedEntries * 4) return true;
  for (let i = 0; i < places.length; i += 4) {
    const start = places[i]!;
    const length = places[i + 1]! - start;
    if (hasEscape(bytes, start, start + length)) return true;
    for (let j = 0; j < i; j += 4) {
      const other = places[j]!;
      if (places[j + 1]! - other !== length) continue;
      let k = 0;
      while (k < length && bytes[other + k] === bytes[start + k]) k += 1;
      if (k === length) return true;
    }
  }
  return false;
}

function isNamed(bytes: Buffer, start: number, end: number, key: string): boolean {
  if (end - start === key.length) {
    let i = 0;
    while (i < key.length && bytes[start + i] === key.charCodeAt(i)) i += 1;
    if (i === key.length) return true;
  }
  // Only a name with an escape is longer than what it says.
  return end - start > key.length && hasEscape(bytes, start, end) && parseName(bytes, start, end) === key;
}

/** A stream: its dictionary, and where its body lies in the source as it is stored. */
export class PdfStream {
  /** The object's number. */
  readonly id: number;
  readonly dict: PdfDict;
  /** In the source's bytes. */
  readonly position: number;
  readonly length: number;
  /** Whether Length was missing or wrong, so that the body's end was found by its `endstream`. */
  readonly isMended: boolean;

  constructor(stream: {
    readonly id: number;
    readonly dict: PdfDict;
    readonly position: number;
    readonly length: number;
    readonly isMended: boolean;
  }) {
    this.id = stream.id;
    this.dict = stream.dict;
    this.position = stream.position;
    this.length = stream.length;
    this.isMended = stream.isMended;
  }
}

/**
 * The value written in `[start, end)`; null for what is no value.
 *
 * @example parseValue(Buffer.from('[1 2]'), 0, 5); // a PdfArray of two numbers
 */
export function parseValue(bytes: Buffer, start: number, end: number): PdfValue {
  switch (start < end ? bytes[start] : undefined) {
    case undefined:
      return null;
    case char.slash:
      return new PdfName(parseName(bytes, start + 1, end));
    case char.open:
      return new PdfString(parseString(bytes, start, end));
    case char.openArray:
      return new PdfArray({ bytes, start, end });
    case char.less:
      return bytes[start + 1] === char.less
        ? new PdfDict({ bytes, start, end })
        : new PdfString(parseHexString(bytes, start, end));
    default:
  }
  if (isReference(bytes, start, end)) return new PdfReference(readWhole(bytes, start, end));
  return parseNumber(bytes, start, end) ?? parseKeyword(bytes, start, end) ?? null;
}
