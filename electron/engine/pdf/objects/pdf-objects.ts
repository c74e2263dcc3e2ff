import type { ByteSource } from '../byte-source.ts';
import type { BodySink } from './rewrite/byte-sink.ts';
import { CrossReferencesBroken, readCrossReferences, saysEncrypted } from './file/cross-references.ts';
import { decodeBody } from './filters/decode-body.ts';
import type { FilterResult } from './filters/filter-result.ts';
import { findObjects } from './file/find-objects.ts';
import { referenceId } from './syntax/lexer.ts';
import { broken, misplaced, readObjectAt, type ObjectFile, type RawObject } from './file/object-at.ts';
import { objectIn, ObjectStreamCache, parseObjectStream, type ObjectStream } from './file/object-streams.ts';
import { absent, free, maxDecodedBytes, ObjectTable, packed, plain } from './file/object-table.ts';
import { noSource, openObjectFile } from './file/object-file.ts';
import { SourceUnreadable } from './source-unreadable.ts';
import {
  parseValue,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
} from './syntax/values.ts';

/** The bytes of a stream decoded, and whether their end is missing or spoiled. */
export type DecodedStream = FilterResult;

const usualWholeBytes = 2 * 1024 * 1024;
/** References that lead to references: more means a cycle. */
const maxHops = 32;
/** Streams whose Length stands in a stream whose Length stands in a stream. */
const maxLengthDepth = 4;
/** Stored streams up to this length are copied through the blocks that were read anyway. */
const shortBody = 16 * 1024;

/** The objects of one PDF, read where they lie. The source stays in use; nothing needs closing. */
export class PdfObjects {
  readonly #wholeBytes: number;
  #source: ByteSource;
  #file: ObjectFile;
  #streams = new ObjectStreamCache();
  readonly #problems = new Set<string>();
  /** Object streams that are being read: none may be needed to read itself. */
  readonly #opening = new Set<number>();
  #table: ObjectTable;
  /** What a search through the file found, once one was needed. */
  #found: ObjectTable | null = null;
  #isRebuilt = false;
  #lengthDepth = 0;
  /** Whether strings and streams are encrypted: nothing can then be carried as it lies. */
  readonly isEncrypted: boolean;
  /** The newest trailer's entries. */
  readonly trailer: PdfDict;
  /** The document catalog's number; null when `isEncrypted`. */
  readonly catalogId: number | null;
  /** The document catalog; empty when `isEncrypted`. */
  readonly catalog: PdfDict;
  /** Where `%PDF-` stands; null when it is nowhere near the beginning. */
  readonly headerPosition: number | null;
  /** The version of the header, such as 1.7; 1.0 when there is none. */
  readonly version: string;

  /**
   * Reads the cross-references of a PDF (tables, streams, both; ISO 32000-1 §7.5.4, §7.5.8), or searches the whole file for its
   * objects when they are broken.
   *
   * @param wholeBytes sources up to this size are read whole, larger ones in blocks
   * @throws SourceUnreadable when there is no PDF in it, or no catalog can be found
   * @example
   *   const objects = PdfObjects.open(fileSource(path));
   *   if (!objects.isEncrypted) for (const page of listPages(objects)) …
   */
  static open(source: ByteSource, wholeBytes = usualWholeBytes): PdfObjects {
    return new PdfObjects(source, wholeBytes);
  }

  private constructor(source: ByteSource, wholeBytes: number) {
    this.#wholeBytes = wholeBytes;
    this.#source = source;
    this.#file = this.#fileOf(source);
    const header = this.#readHeader();
    this.headerPosition = header.position;
    this.version = header.version;
    this.#table = new ObjectTable();
    const opened = this.#openByReferences(header.position ?? 0) ?? this.#openBySearch();
    this.trailer = opened.trailer;
    this.isEncrypted = opened.isEncrypted;
    this.catalog = opened.catalog;
    this.catalogId = opened.catalogId;
  }

  /**
   * Releases the source and all its bytes, but keeps where its objects are: `wake` goes on from there. Nothing may be asked of
   * it meanwhile.
   */
  rest(): void {
    this.#file.bytes.release();
    this.wake(noSource);
    this.#streams = new ObjectStreamCache();
  }

  /** @param source the same bytes as before */
  wake(source: ByteSource): void {
    this.#source = source;
    this.#file = this.#fileOf(source);
  }

  #fileOf(source: ByteSource): ObjectFile {
    return openObjectFile(source, this.#wholeBytes, (dict) => this.#lengthOf(dict));
  }

  /** Whether any object had to be searched for; may become true later, when an object is not where it should be. */
  get isRebuilt(): boolean {
    return this.#isRebuilt;
  }

  /** What was found wrong so far, in a few plain words each. Grows while objects are read. */
  get problems(): readonly string[] {
    return [...this.#problems];
  }

  /** One more than the highest object number known. */
  get size(): number {
    return this.#table.size;
  }

  /** Where each object stands, as far as that is known by now. */
  get places(): Pick<ObjectTable, 'size' | 'kind' | 'place' | 'index'> {
    return this.#table;
  }

  /** Whether an object is in use. */
  has(id: number): boolean {
    const kind = this.#table.kind(id);
    return kind === plain || kind === packed;
  }

  /**
   * One object as it is written. The bytes stay valid, but may be part of a large buffer.
   *
   * @returns null when there is none, or it cannot be read (then `problems` has grown)
   * @throws SourceUnreadable when the source ends early, or its objects are too broken to go on
   */
  raw(id: number): RawObject | null {
    switch (this.#table.kind(id)) {
      case plain:
        return this.#readPlain(id);
      case packed:
        return this.#readPacked(id, this.#table.place(id), this.#table.index(id));
      default:
        return null;
    }
  }

  /** One object, parsed; undefined when there is none. */
  object(id: number): PdfValue | undefined {
    const raw = this.raw(id);
    if (raw === null) return undefined;
    return raw.stream ?? parseValue(raw.bytes, raw.start, raw.end);
  }

  /** Follows references to the value itself; undefined where they lead nowhere or in a cycle. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let resolved = value;
    for (let hops = 0; resolved instanceof PdfReference; hops += 1) {
      if (hops === maxHops) return undefined;
      resolved = this.object(resolved.id);
    }
    return resolved;
  }

  /** An entry with references followed; undefined where it is missing or null. */
  get(dict: PdfDict, key: string): PdfValue | undefined {
    return this.resolve(dict.get(key)) ?? undefined;
  }

  /** A dictionary under a key; undefined where there is none. */
  dictAt(dict: PdfDict, key: string): PdfDict | undefined {
    const value = this.get(dict, key);
    return value instanceof PdfDict ? value : undefined;
  }

  /** An array under a key; undefined where there is none. */
  arrayAt(dict: PdfDict, key: string): PdfArray | undefined {
    const value = this.get(dict, key);
    return value instanceof PdfArray ? value : undefined;
  }

  /** A stream under a key; undefined where there is none. */
  streamAt(dict: PdfDict, key: string): PdfStream | undefined {
    const value = this.get(dict, key);
    return value instanceof PdfStream ? value : undefined;
  }

  /** A number under a key; undefined where there is none. */
  numberAt(dict: PdfDict, key: string): number | undefined {
    const value = this.get(dict, key);
    return typeof value === 'number' ? value : undefined;
  }

  /** The text of a name under a key; undefined where there is none. */
  nameAt(dict: PdfDict, key: string): string | undefined {
    const value = this.get(dict, key);
    return value instanceof PdfName ? value.text : undefined;
  }

  /** The text of a string under a key; undefined where there is none. */
  textAt(dict: PdfDict, key: string): string | undefined {
    const value = this.get(dict, key);
    return value instanceof PdfString ? value.text : undefined;
  }

  /**
   * The stored bytes of a stream, in memory.
   *
   * @returns null when they are more than `maxBytes`
   * @throws SourceUnreadable when the source ends early
   */
  body(stream: PdfStream, maxBytes: number): Buffer | null {
    return stream.length > maxBytes ? null : this.#file.bytes.read(stream.position, stream.length);
  }

  /** Writes the stored bytes of a stream; a large one goes straight from its source. @throws SourceUnreadable when the source ends early */
  copyBody({ position, length }: PdfStream, output: BodySink): void {
    const { whole, size } = this.#file.bytes;
    if (position + length > size) throw new SourceUnreadable('it is cut short');
    if (whole !== null) return output.bytes(whole, position, position + length);
    if (length > shortBody) return output.copy(this.#source, position, length);
    const { bytes, start } = this.#file.bytes.view(position, length);
    output.bytes(bytes, start, start + length);
  }

  /**
   * The decoded bytes of a stream: Flate, LZW, ASCIIHex, ASCII85, RunLength, predictors, and chains of them (§7.4).
   *
   * @param isToFile whether the JPEG, JPEG 2000, JBIG2 or fax that a picture is stored as is given as it is, and null for all others
   * @returns null when a filter is an image's (DCT, JPX, CCITT, JBIG2) or unknown, when nothing can be decoded, or when there would be
   *   more than `maxBytes`
   * @throws SourceUnreadable when the source ends early
   */
  decode(stream: PdfStream, maxBytes: number, isToFile = false): DecodedStream | null {
    const body = this.body(stream, maxBytes);
    return body && decodeBody(stream.dict, body, maxBytes, (value) => this.resolve(value), isToFile);
  }

  #readHeader(): { readonly position: number | null; readonly version: string } {
    const view = this.#file.bytes.view(0, 1_024);
    const head = view.bytes.toString('latin1', view.start, Math.min(view.end, view.start + 1_024));
    const position = head.indexOf('%PDF-');
    const version = /^%PDF-(\d\.\d)/.exec(head.slice(position))?.[1];
    if (position !== 0) this.#problems.add('it does not begin with a PDF’s header');
    return { position: position < 0 ? null : position, version: version ?? '1.0' };
  }

  #openByReferences(header: number) {
    try {
      const { trailer, problems } = readCrossReferences(this.#file, this.#table, header);
      for (const problem of problems) this.#problems.add(problem);
      if (saysEncrypted(trailer)) return encrypted(trailer);
      const root = trailer.get('Root');
      const catalog = this.#readCatalog(root);
      const catalogId = root instanceof PdfReference ? root.id : null;
      if (catalog !== null && !this.#isRebuilt) return { trailer, isEncrypted: false, catalog, catalogId };
    } catch (error) {
      if (!(error instanceof CrossReferencesBroken)) throw error;
    }
    return null;
  }

  #openBySearch() {
    this.#isRebuilt = true;
    this.#problems.add('its table of objects is broken');
    const table = new ObjectTable();
    this.#table = table;
    this.#found = table;
    this.#streams = new ObjectStreamCache();
    const found = findObjects(this.#file, table, (id) => this.#objectStream(id));
    const trailer = found.trailer ?? emptyDict();
    if (found.isEncrypted) return encrypted(trailer);
    for (const id of found.rootIds) {
      const catalog = this.#readCatalog(new PdfReference(id));
      if (catalog !== null) return { trailer, isEncrypted: false, catalog, catalogId: id };
    }
    throw new SourceUnreadable(table.size === 0 ? 'it is not a PDF' : 'it has no catalog');
  }

  /** The catalog with pages in it; null when that is not there. */
  #readCatalog(root: PdfValue | undefined): PdfDict | null {
    const catalog = this.resolve(root);
    if (!(catalog instanceof PdfDict)) return null;
    return this.dictAt(catalog, 'Pages') === undefined ? null : catalog.detached();
  }

  /** @param isFound whether a search found its place, which may be 0 in a file without a header; it is not searched for again */
  #readPlain(id: number, isFound = this.#table === this.#found): RawObject | null {
    const place = this.#table.place(id);
    const object = place === 0 && !isFound ? misplaced : readObjectAt(this.#file, place, id);
    if (object === broken) {
      this.#problems.add('one of its objects is broken');
      return null;
    }
    if (object !== misplaced) {
      if (object.stream?.isMended === true) this.#problems.add('the length of a stream is wrong');
      return object;
    }
    return isFound ? null : this.#searchFor(id);
  }

  /** An object that is not where the cross-references say; or that they give no place, which is a fault only if the file has it. */
  #searchFor(id: number): RawObject | null {
    const tell = () => {
      this.#problems.add('one of its objects is not where it should be');
      this.#isRebuilt = true;
    };
    if (this.#table.place(id) !== 0) tell();
    if (this.#found === null) {
      // While the file is searched nothing else is known than what the search found.
      const stated = this.#table;
      const found = new ObjectTable();
      this.#found = found;
      this.#table = found;
      this.#streams = new ObjectStreamCache();
      findObjects(this.#file, found, (stream) => this.#objectStream(stream));
      this.#table = stated;
      this.#streams = new ObjectStreamCache();
    }
    const found = this.#found;
    const kind = found.kind(id);
    if (kind !== absent) tell();
    this.#table.set(id, kind === absent ? free : kind, found.place(id), found.index(id));
    return kind === plain ? this.#readPlain(id, true) : this.raw(id);
  }

  #readPacked(id: number, streamId: number, index: number): RawObject | null {
    const stream = this.#objectStream(streamId);
    const range = stream === null ? null : objectIn(stream, id, index);
    if (range === null) {
      this.#problems.add('one of its objects is broken');
      return null;
    }
    return { ...range, id, stream: null };
  }

  #objectStream(id: number): ObjectStream | null {
    // Object streams stand in no object stream, and their lengths in none that needs them.
    if (this.#table.kind(id) !== plain || this.#opening.has(id)) return null;
    return this.#streams.get(id, () => {
      this.#opening.add(id);
      try {
        return this.#openObjectStream(id);
      } finally {
        this.#opening.delete(id);
      }
    });
  }

  #openObjectStream(id: number): ObjectStream | null {
    const stream = this.raw(id)?.stream ?? null;
    const decoded = stream === null ? null : this.decode(stream, maxDecodedBytes);
    if (stream === null || decoded === null) return null;
    if (decoded.isDamaged) this.#problems.add('one of its objects is broken');
    const count = this.numberAt(stream.dict, 'N') ?? -1;
    const first = this.numberAt(stream.dict, 'First') ?? -1;
    return parseObjectStream(decoded.bytes, count, first);
  }

  #lengthOf(dict: PdfDict): number {
    const range = dict.range('Length');
    if (range === null) return -1;
    let value = dict.get('Length');
    if (referenceId(range.bytes, range.start, range.end) >= 0) {
      if (this.#lengthDepth === maxLengthDepth) return -1;
      this.#lengthDepth += 1;
      try {
        value = this.resolve(value);
      } finally {
        this.#lengthDepth -= 1;
      }
    }
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : -1;
  }
}

const encrypted = (trailer: PdfDict) => ({
  trailer,
  isEncrypted: true,
  catalog: emptyDict(),
  catalogId: null,
});

const emptyDict = () => new PdfDict({ bytes: Buffer.from('<<>>'), start: 0, end: 4 });
