/**
 * Values of a PDF (ISO 32000-1 §7.3), read from bytes when asked for. Dictionaries and arrays are views: they hold a buffer and
 * where in it they stand, and parse one entry at a time.
 */

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
export declare class PdfName {
  readonly text: string;
  constructor(text: string);
}

/** A string, its escapes or hex digits decoded. */
export declare class PdfString {
  readonly bytes: Buffer;
  constructor(bytes: Buffer);
  /** As text: UTF-16 or UTF-8 with its mark, else PDFDocEncoding (§7.9.2.2). */
  get text(): string;
}

/** `12 0 R`. */
export declare class PdfReference {
  readonly id: number;
  readonly generation: number;
  constructor(id: number, generation: number);
}

/** An array as it lies in the source. */
export declare class PdfArray implements ByteRange {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  constructor(range: ByteRange);
  get length(): number;
  /** One item, parsed; undefined past the end. References are not followed. */
  at(index: number): PdfValue | undefined;
  /** One item as it is written; null past the end. */
  rangeAt(index: number): ByteRange | null;
  [Symbol.iterator](): IterableIterator<PdfValue>;
}

/** A dictionary as it lies in the source. Of keys that stand twice the last one counts. */
export declare class PdfDict implements ByteRange {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  constructor(range: ByteRange);
  /** How many entries there are, keys that stand twice counted twice. */
  get size(): number;
  has(key: string): boolean;
  /** One value, parsed; undefined where the key is missing. References are not followed. */
  get(key: string): PdfValue | undefined;
  /** One value as it is written; null where the key is missing. */
  range(key: string): ByteRange | null;
  /** The keys in the source's order, each once. */
  keys(): string[];
  /** The same dictionary on a buffer of its own, which holds nothing else in memory. */
  detached(): PdfDict;
}

/** A stream: its dictionary, and where its body lies in the source as it is stored. */
export declare class PdfStream {
  /** The object's number. */
  readonly id: number;
  readonly dict: PdfDict;
  /** In the source's bytes. */
  readonly position: number;
  readonly length: number;
  /** Whether Length was missing or wrong, so that the body's end was found by its `endstream`. */
  readonly isMended: boolean;
}
