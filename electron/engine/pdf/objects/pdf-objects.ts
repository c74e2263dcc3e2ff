import type { ByteSource } from '../byte-source.ts';
import type { ByteSink } from './byte-sink.ts';
import type {
  ByteRange,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  PdfValue,
} from './values.ts';

/** Bounds of the work and memory for one source; what goes past them makes it unreadable. */
export interface ObjectLimits {
  /** Sources up to this size are read whole; larger ones in blocks. Default 16 MiB. */
  readonly wholeBytes: number;
  /** Highest object number; default 8,388,607 (ISO 32000-1 annex C). */
  readonly maxId: number;
  /** Size of one object without its stream; default 64 MiB. */
  readonly maxObjectBytes: number;
  /** Decoded size of one object stream or cross-reference stream; default 256 MiB. */
  readonly maxDecodedBytes: number;
}

/** An object as it is written in the source, without `N G obj` and `endobj`. */
export interface RawObject extends ByteRange {
  readonly id: number;
  /** Set where the object is a stream; the range is then its dictionary. */
  readonly stream: PdfStream | null;
}

/** The objects of one PDF, read where they lie. The source stays in use; nothing needs closing. */
export declare class PdfObjects {
  /**
   * Reads the cross-references of a PDF (tables, streams, both; ISO 32000-1 §7.5.4, §7.5.8), or searches the whole file for its
   * objects when they are broken.
   *
   * @throws SourceUnreadable when there is no PDF in it, or no catalogue can be found
   * @example
   *   const objects = PdfObjects.open(fileSource(path));
   *   if (!objects.isEncrypted) for (const page of listPages(objects)) …
   */
  static open(source: ByteSource, limits?: Partial<ObjectLimits>): PdfObjects;

  readonly source: ByteSource;
  /** Whether strings and streams are encrypted: nothing below can then be carried as it lies. */
  readonly isEncrypted: boolean;
  /** Whether any object had to be searched for; may become true later, when an object is not where it should be. */
  get isRebuilt(): boolean;
  /** What was found wrong so far, in a few plain words each, without names or numbers. Grows while objects are read. */
  get problems(): readonly string[];
  /** The newest trailer's entries. */
  readonly trailer: PdfDict;
  /** The document catalogue; empty when `isEncrypted`. */
  readonly catalog: PdfDict;
  /** One more than the highest object number in use. */
  get size(): number;
  /** The version of the header, such as 1.7; 1.0 when there is none. */
  readonly version: string;

  /** Whether an object is in use. */
  has(id: number): boolean;
  /**
   * One object as it is written. The bytes stay valid, but may be part of a large buffer.
   *
   * @returns null when there is none, or it cannot be read (then `problems` has grown)
   */
  raw(id: number): RawObject | null;
  /** One object, parsed; undefined when there is none. */
  object(id: number): PdfValue | undefined;
  /** Follows references to the value itself; undefined where they lead nowhere or in a circle. */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
  /** An entry with references followed; undefined where it is missing or null. */
  get(dict: PdfDict, key: string): PdfValue | undefined;
  /** The same for one kind of value; undefined where it is another kind. */
  dictAt(dict: PdfDict, key: string): PdfDict | undefined;
  arrayAt(dict: PdfDict, key: string): PdfArray | undefined;
  streamAt(dict: PdfDict, key: string): PdfStream | undefined;
  numberAt(dict: PdfDict, key: string): number | undefined;
  /** A name's text. */
  nameAt(dict: PdfDict, key: string): string | undefined;
  /** A string's text. */
  textAt(dict: PdfDict, key: string): string | undefined;

  /** The stored bytes of a stream, in memory. Null when they are more than `maxBytes`. */
  body(stream: PdfStream, maxBytes: number): Buffer | null;
  /** Writes the stored bytes of a stream, through the sink's buffer or one of 1 MiB. */
  copyBody(stream: PdfStream, output: ByteSink): void;
  /**
   * The decoded bytes of a stream: Flate, LZW, ASCIIHex, ASCII85, RunLength, predictors, and chains of them (§7.4).
   *
   * @returns null when a filter is an image's (DCT, JPX, CCITT, JBIG2) or unknown, the data cannot be decoded at all, or there would be more than
   *   `maxBytes`
   */
  decode(stream: PdfStream, maxBytes: number): DecodedStream | null;
}

export interface DecodedStream {
  readonly bytes: Buffer;
  /** Whether the end is missing or spoilt: `bytes` are those before that. */
  readonly isDamaged: boolean;
}

export type { PdfName, PdfReference, PdfString };
