import { maxObjectBytes, readObjectAt, type ObjectFile } from './object-at.ts';
import {
  classOf,
  digitClass,
  isWord,
  readWhole,
  skipSpace,
  skipValue,
  skipWord,
  startsWith,
} from '../syntax/lexer.ts';
import { decodeBody } from '../filters/decode-body.ts';
import { free, maxDecodedBytes, maxId, packed, plain, type ObjectTable } from './object-table.ts';
import { PdfArray, PdfDict, PdfReference } from '../syntax/values.ts';

/** What the cross-references of a file say besides where its objects stand. */
export interface CrossReferences {
  /** The newest section's dictionary. */
  readonly trailer: PdfDict;
  /** Violations of the rules, in a few plain words each. */
  readonly problems: readonly string[];
}

/** Thrown within this folder only: the cross-references cannot be followed, so the objects must be searched for. */
export class CrossReferencesBroken extends Error {}

const tailBytes = 4_096;
/** Entries of all sections together: what chains that repeat themselves may cost. */
const maxEntries = 40_000_000;
const maxSections = 100_000;
const sectionBytes = 64 * 1024;

interface Section {
  readonly dict: PdfDict;
  /** Objects the section names as unused: said last, so that a hybrid's stream may say otherwise. */
  readonly unused: readonly number[];
}

/**
 * Reads all sections of a file's cross-references into a table: the newest first, each with what came before (ISO 32000-1
 * §7.5.4, §7.5.8).
 *
 * @param header where `%PDF-` stands: positions may count from there, or from the file's first byte
 * @throws CrossReferencesBroken
 */
export function readCrossReferences(file: ObjectFile, table: ObjectTable, header: number): CrossReferences {
  const stated = findStart(file);
  const shift = header > 0 && isSection(file, stated + header) ? header : 0;
  const reader = new SectionReader(file, table, shift);
  const trailer = reader.readFrom(stated);
  return { trailer, problems: [...reader.problems] };
}

/** What `startxref` at the file's end says. */
function findStart(file: ObjectFile): number {
  const from = Math.max(0, file.bytes.size - tailBytes);
  const view = file.bytes.view(from, tailBytes);
  const tail = view.bytes.subarray(view.start, view.end);
  const at = tail.lastIndexOf('startxref', undefined, 'latin1');
  if (at < 0) throw new CrossReferencesBroken('no startxref');
  const position = readWhole(tail, skipSpace(tail, at + 9, tail.length), tail.length);
  if (position < 0) throw new CrossReferencesBroken('startxref without a number');
  return position;
}

function isSection(file: ObjectFile, position: number): boolean {
  const view = file.bytes.view(position, 1_024);
  const at = skipSpace(view.bytes, view.start, view.end);
  return (
    startsWith(view.bytes, at, view.end, 'xref') || typeof readObjectAt(file, position, null) === 'object'
  );
}

class SectionReader {
  readonly problems = new Set<string>();
  readonly #file: ObjectFile;
  readonly #table: ObjectTable;
  readonly #shift: number;
  readonly #seen = new Set<number>();
  #entries = 0;

  constructor(file: ObjectFile, table: ObjectTable, shift: number) {
    this.#file = file;
    this.#table = table;
    this.#shift = shift;
  }

  /** Reads a section and all before it. @returns the first one's dictionary */
  readFrom(start: number): PdfDict {
    let trailer: PdfDict | null = null;
    for (let next = start; next >= 0;) {
      if (this.#seen.has(next)) {
        this.problems.add('its cross-references run in a circle');
        break;
      }
      const { dict, unused } = this.#readSection(next);
      trailer ??= dict.detached();
      const hybrid = wholeAt(dict, 'XRefStm');
      // The stream says what readers of tables are not to see (§7.5.8.4).
      if (hybrid >= 0 && !this.#seen.has(hybrid)) this.#free(this.#readSection(hybrid).unused);
      this.#free(unused);
      next = wholeAt(dict, 'Prev');
      if (next < 0 && dict.has('Prev'))
        throw new CrossReferencesBroken('the section before it cannot be found');
      if (next === 0) break;
    }
    if (trailer === null) throw new CrossReferencesBroken('no section');
    return trailer;
  }

  #free(ids: readonly number[]): void {
    for (const id of ids) this.#table.add(id, free, 0, 0);
  }

  #readSection(stated: number): Section {
    this.#seen.add(stated);
    if (this.#seen.size > maxSections) throw new CrossReferencesBroken('too many sections');
    const position = stated + this.#shift;
    const view = this.#file.bytes.view(position, 1_024);
    const at = skipSpace(view.bytes, view.start, view.end);
    if (startsWith(view.bytes, at, view.end, 'xref'))
      return this.#readTable(position + (at - view.start) + 4);
    return this.#readStream(position);
  }

  #readTable(from: number): Section {
    const unused: number[] = [];
    const { bytes } = this.#file;
    let position = from;
    for (;;) {
      let view = bytes.view(position, sectionBytes);
      let at = skipSpace(view.bytes, view.start, view.end);
      if (startsWith(view.bytes, at, view.end, 'trailer'))
        return { dict: this.#readTrailer(position + (at - view.start) + 7), unused };
      let first = readWhole(view.bytes, at, view.end);
      at = skipSpace(view.bytes, skipWord(view.bytes, at, view.end), view.end);
      const count = readWhole(view.bytes, at, view.end);
      at = skipSpace(view.bytes, skipWord(view.bytes, at, view.end), view.end);
      if (first < 0 || count < 0) throw new CrossReferencesBroken('a table of something else');
      position += at - view.start;
      view = bytes.view(position, sectionBytes);
      at = view.start;
      for (let i = 0; i < count; i += 1) {
        if (view.end - at < 64 && position + (view.end - view.start) < bytes.size) {
          position += at - view.start;
          view = bytes.view(position, sectionBytes);
          at = view.start;
        }
        const entry = readEntry(view.bytes, at, view.end);
        if (entry === null) {
          // Some writers count one entry too many.
          const word = skipSpace(view.bytes, at, view.end);
          if (!startsWith(view.bytes, word, view.end, 'trailer'))
            throw new CrossReferencesBroken('a broken entry');
          this.problems.add('its table of objects is shorter than it says');
          break;
        }
        if (i === 0 && first === 1 && !entry.isUsed && entry.generation === 65_535) {
          this.problems.add('its table of objects counts from the wrong number');
          first = 0;
        }
        const id = first + i;
        this.#count(id);
        if (!entry.isUsed) unused.push(id);
        else this.#table.add(id, plain, this.#placeOf(entry.position), 0);
        at = entry.after;
      }
      position += at - view.start;
    }
  }

  #readTrailer(position: number): PdfDict {
    const { bytes } = this.#file;
    for (let wanted = 4_096; wanted <= maxObjectBytes; wanted *= 4) {
      const view = bytes.view(position, wanted);
      const start = skipSpace(view.bytes, view.start, view.end);
      const end = skipValue(view.bytes, start, view.end);
      if (end >= 0 && startsWith(view.bytes, start, view.end, '<<'))
        return new PdfDict({ bytes: view.bytes, start, end }).detached();
      if (end !== -1 || position + (view.end - view.start) >= bytes.size) break;
    }
    throw new CrossReferencesBroken('no trailer');
  }

  #readStream(position: number): Section {
    const object = readObjectAt(this.#file, position, null);
    const stream = typeof object === 'string' ? null : object.stream;
    if (stream === null) throw new CrossReferencesBroken('no section there');
    if (stream.isMended) this.problems.add('the length of a stream is wrong');
    const { dict } = stream;
    const widths = numbersAt(dict, 'W');
    const decoded = decodeBody(dict, this.#file.bytes.read(stream.position, stream.length), maxDecodedBytes);
    const [typeWidth = 0, placeWidth = 0, indexWidth = 0] = widths ?? [];
    const width = typeWidth + placeWidth + indexWidth;
    const isSane = widths?.every((w) => Number.isInteger(w) && w >= 0 && w <= 8) ?? false;
    if (!isSane || width === 0 || decoded === null || decoded.isDamaged)
      throw new CrossReferencesBroken('a stream of something else');
    const ranges = numbersAt(dict, 'Index') ?? [0, wholeAt(dict, 'Size')];
    const unused: number[] = [];
    const { bytes } = decoded;
    let at = 0;
    for (let r = 0; r + 1 < ranges.length; r += 2) {
      const first = ranges[r]!;
      const count = ranges[r + 1]!;
      if (!(first >= 0) || !Number.isInteger(first)) throw new CrossReferencesBroken('a broken range');
      for (let i = 0; i < count; i += 1) {
        if (at + width > bytes.length) {
          this.problems.add('its table of objects is shorter than it says');
          return { dict, unused };
        }
        const type = typeWidth === 0 ? 1 : bigEndian(bytes, at, typeWidth);
        const place = bigEndian(bytes, at + typeWidth, placeWidth);
        const index = bigEndian(bytes, at + typeWidth + placeWidth, indexWidth);
        at += width;
        this.#count(first + i);
        if (type === 1) this.#table.add(first + i, plain, this.#placeOf(place), 0);
        else if (type === 2) this.#table.add(first + i, packed, place, index);
        // Other types are to be read as references to nothing (§7.5.8.3, table 18).
        else unused.push(first + i);
      }
    }
    return { dict, unused };
  }

  /** No object stands at 0: macOS gives this place to numbers that it has no object for. */
  #placeOf(stated: number): number {
    return stated === 0 ? 0 : stated + this.#shift;
  }

  #count(id: number): void {
    this.#entries += 1;
    if (id > maxId || this.#entries > maxEntries) throw new CrossReferencesBroken('too many entries');
  }
}

interface Entry {
  readonly position: number;
  readonly generation: number;
  readonly isUsed: boolean;
  readonly after: number;
}

/** An entry of a table: twenty bytes by the rules, any spacing in fact. */
function readEntry(bytes: Uint8Array, from: number, end: number): Entry | null {
  let at = skipSpace(bytes, from, end);
  const position = readWhole(bytes, at, end);
  at = skipSpace(bytes, skipDigits(bytes, at, end), end);
  const generation = readWhole(bytes, at, end);
  at = skipSpace(bytes, skipDigits(bytes, at, end), end);
  const wordEnd = skipWord(bytes, at, end);
  const isUsed = isWord(bytes, at, wordEnd, 'n');
  if (position < 0 || generation < 0 || (!isUsed && !isWord(bytes, at, wordEnd, 'f'))) return null;
  return { position, generation, isUsed, after: wordEnd };
}

function skipDigits(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && classOf[bytes[at]!] === digitClass) at += 1;
  return at;
}

function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i += 1) value = value * 256 + bytes[at + i]!;
  return value;
}

/** A whole number written directly; -1 when there is none. */
function wholeAt(dict: PdfDict, key: string): number {
  const value = dict.get(key);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : -1;
}

function numbersAt(dict: PdfDict, key: string): number[] | null {
  const value = dict.get(key);
  if (!(value instanceof PdfArray) || value.length > 1_000_000) return null;
  const numbers: number[] = [];
  for (const item of value) {
    if (typeof item !== 'number') return null;
    numbers.push(item);
  }
  return numbers;
}

/** Whether a trailer says that the file is encrypted. */
export function saysEncrypted(trailer: PdfDict): boolean {
  const value = trailer.get('Encrypt');
  return value instanceof PdfReference || value instanceof PdfDict;
}
