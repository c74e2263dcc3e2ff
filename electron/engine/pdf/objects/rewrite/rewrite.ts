import type { ByteSink } from './byte-sink.ts';
import type { KeySet } from './key-set.ts';
import {
  char,
  classOf,
  digitClass,
  isReference,
  maxNesting,
  readWhole,
  skipSpace,
  skipString,
  skipValue,
  skipWord,
  spaceClass,
} from '../syntax/lexer.ts';
import { hasRepeatedKeys } from './repeated-keys.ts';
import { SourceUnreadable } from '../source-unreadable.ts';
import { PdfDict, type ByteRange } from '../syntax/values.ts';
import {
  isSoundHexString,
  isSoundName,
  isSoundWord,
  writeOddHexString,
  writeOddName,
  writeOddWord,
} from './write-token.ts';

export interface RewriteRules {
  /** The output's number for an object of the source; null writes `null`. */
  mapReference(id: number, generation: number): number | null;
  /** Entries to leave out of every dictionary, however deep. */
  readonly dropped?: KeySet;
}

/** A value with repeated keys is rewritten entry by entry; larger ones are refused. */
const maxRepeatedBytes = 1024 * 1024;

/**
 * Copies a value with every reference renumbered (always as `N 0 R`). Strings, hex strings and names stay as they are
 * written; comments become white space; what the syntax does not allow is written as readers take it (a missing value as null, of a key
 * that stands twice the last one).
 *
 * @throws SourceUnreadable when the value is nested more than 256 deep or cut short
 * @example
 *   rewriteValue(raw, output, { mapReference: (id) => id + 100 });
 */
export function rewriteValue(range: ByteRange, output: ByteSink, rules: RewriteRules): void {
  const { bytes, start, end } = range;
  if (start >= end) return output.text('null');
  const first = bytes[start];
  const isContainer = first === char.openArray || (first === char.less && bytes[start + 1] === char.less);
  if (!isContainer) return writeToken(bytes, start, end, output, rules);
  if (hasRepeatedKeys(bytes, start, end)) {
    // What is cut short or nested too deep would be read as a dictionary of less.
    if (end - start > maxRepeatedBytes || skipValue(bytes, start, end) < 0) throw broken();
    return rewriteApart(range, output, rules);
  }
  new ContainerWalk(range, output, rules).run();
}

/** Whether a value without references is copied as it is: whether the syntax allows every part of it. */
export function isSoundValue(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  let isSame = true;
  const changed = () => void (isSame = false);
  const copied = (_: Uint8Array, from: number, to: number) => {
    if (from !== at) isSame = false;
    at = to;
  };
  try {
    const output = { bytes: copied, text: changed, integer: changed };
    rewriteValue({ bytes, start, end }, output, { mapReference: () => null });
  } catch (error) {
    if (error instanceof SourceUnreadable) return false;
    throw error;
  }
  return isSame && at === end;
}

/**
 * Copies the entries of a dictionary, without `<<` and `>>`, the same way.
 *
 * @param except keys to leave out at this level
 * @throws SourceUnreadable as `rewriteValue`
 */
export function rewriteEntries(dict: PdfDict, output: ByteSink, rules: RewriteRules, except?: KeySet): void {
  const { bytes } = dict;
  const places = dict.entryPlaces();
  for (let i = 0; i < places.length; i += 4) {
    const keyStart = places[i]!;
    const keyEnd = places[i + 1]!;
    if (except?.hasAt(bytes, keyStart, keyEnd) === true) continue;
    if (rules.dropped?.hasAt(bytes, keyStart, keyEnd) === true) continue;
    writeName(bytes, keyStart - 1, keyEnd, output);
    output.text(' ');
    rewriteValue({ bytes, start: places[i + 2]!, end: places[i + 3]! }, output, rules);
  }
}

/** A container one entry at a time, for those whose keys repeat. */
function rewriteApart(range: ByteRange, output: ByteSink, rules: RewriteRules): void {
  const { bytes, start, end } = range;
  const rewriteItem = (item: ByteRange) => {
    const first = item.start < item.end ? bytes[item.start] : undefined;
    const isContainer =
      first === char.openArray || (first === char.less && bytes[item.start + 1] === char.less);
    if (isContainer) rewriteApart(item, output, rules);
    else rewriteValue(item, output, rules);
  };
  if (bytes[start] === char.less) {
    output.text('<<');
    const places = new PdfDict(range).entryPlaces();
    for (let i = 0; i < places.length; i += 4) {
      if (rules.dropped?.hasAt(bytes, places[i]!, places[i + 1]!) === true) continue;
      writeName(bytes, places[i]! - 1, places[i + 1]!, output);
      output.text(' ');
      rewriteItem({ bytes, start: places[i + 2]!, end: places[i + 3]! });
    }
    output.text('>>');
    return;
  }
  output.text('[');
  let at = skipSpace(bytes, start + 1, end - 1);
  while (at < end - 1) {
    const itemEnd = skipValue(bytes, at, end - 1);
    if (itemEnd < 0) throw broken();
    rewriteItem({ bytes, start: at, end: itemEnd });
    output.text(' ');
    at = skipSpace(bytes, itemEnd, end - 1);
  }
  output.text(']');
}

/** Copies a dictionary or array in one pass: what needs no change goes out in long stretches. */
class ContainerWalk {
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #output: ByteSink;
  readonly #rules: RewriteRules;
  /** Whether each open container is a dictionary. */
  readonly #isDict: boolean[] = [];
  /** Whether the innermost one is a dictionary that waits for a key. */
  #isKeyNext = false;
  #at: number;
  /** Up to here everything is written. */
  #written: number;

  constructor({ bytes, start, end }: ByteRange, output: ByteSink, rules: RewriteRules) {
    this.#bytes = bytes;
    this.#end = end;
    this.#output = output;
    this.#rules = rules;
    this.#at = start;
    this.#written = start;
  }

  run(): void {
    const bytes = this.#bytes;
    do {
      const byte = bytes[this.#at]!;
      if (this.#at >= this.#end) throw broken();
      if (classOf[byte] === spaceClass) this.#at += 1;
      else if (byte === char.percent) this.#passOver(skipSpace(bytes, this.#at, this.#end), ' ');
      else if (byte === char.openArray || (byte === char.less && bytes[this.#at + 1] === char.less))
        this.#open(byte === char.less);
      else if (byte === char.closeArray || byte === char.greater) this.#close();
      else if (!this.#isKeyNext) this.#copyToken(byte);
      else if (byte === char.slash) this.#copyKey();
      else this.#passOver(this.#valueEnd(this.#at), '');
    } while (this.#isDict.length > 0);
    this.#flush(this.#at);
  }

  #open(isDict: boolean): void {
    // A dictionary where a key should be is no entry.
    if (this.#isKeyNext) return this.#passOver(this.#valueEnd(this.#at), '');
    if (this.#isDict.length === maxNesting) throw broken();
    this.#isDict.push(isDict);
    this.#isKeyNext = isDict;
    this.#at += isDict ? 2 : 1;
  }

  #close(): void {
    const isDict = this.#isDict.pop();
    if (isDict === true && !this.#isKeyNext) {
      this.#flush(this.#at);
      this.#output.text(' null');
    }
    this.#at += isDict === true ? 2 : 1;
    this.#isKeyNext = this.#isDict.at(-1) === true;
  }

  #copyKey(): void {
    const keyEnd = skipWord(this.#bytes, this.#at + 1, this.#end);
    if (this.#rules.dropped?.hasAt(this.#bytes, this.#at + 1, keyEnd) === true) {
      const value = skipSpace(this.#bytes, keyEnd, this.#end);
      return this.#passOver(this.#bytes[value] === char.greater ? value : this.#valueEnd(value), '');
    }
    this.#copyName(keyEnd);
    this.#isKeyNext = false;
  }

  #copyName(end: number): void {
    if (!isSoundName(this.#bytes, this.#at, end)) {
      this.#flush(this.#at);
      writeOddName(this.#bytes, this.#at, end, this.#output);
      this.#written = end;
    }
    this.#at = end;
  }

  #copyToken(first: number): void {
    const bytes = this.#bytes;
    this.#isKeyNext = this.#isDict.at(-1) === true;
    if (first === char.slash) return this.#copyName(skipWord(bytes, this.#at + 1, this.#end));
    if (first === char.open) {
      this.#at = sure(skipString(bytes, this.#at, this.#end));
      return;
    }
    const end = this.#valueEnd(this.#at);
    const isSound =
      first === char.less
        ? isSoundHexString(bytes, this.#at, end)
        : bytes[end - 1] !== char.R && isSoundWord(bytes, this.#at, end);
    if (!isSound) {
      this.#flush(this.#at);
      writeToken(bytes, this.#at, end, this.#output, this.#rules);
      this.#written = end;
    }
    this.#at = end;
  }

  #valueEnd(at: number): number {
    return sure(skipValue(this.#bytes, at, this.#end));
  }

  /** Leaves out what stands before `end`. */
  #passOver(end: number, instead: string): void {
    this.#flush(this.#at);
    if (instead !== '') this.#output.text(instead);
    this.#at = end;
    this.#written = end;
  }

  #flush(end: number): void {
    if (end > this.#written) this.#output.bytes(this.#bytes, this.#written, end);
    this.#written = end;
  }
}

/** Writes a value that holds no others. */
function writeToken(bytes: Buffer, start: number, end: number, output: ByteSink, rules: RewriteRules): void {
  const first = bytes[start]!;
  if (classOf[first] === digitClass && isReference(bytes, start, end)) {
    const generation = skipSpace(bytes, skipWord(bytes, start, end), end);
    const id = rules.mapReference(readWhole(bytes, start, end), readWhole(bytes, generation, end));
    if (id === null) return output.text('null');
    output.integer(id);
    output.text(' 0 R');
  } else if (first === char.slash) writeName(bytes, start, end, output);
  else if (first === char.open) output.bytes(bytes, start, end);
  else if (first === char.less) {
    if (isSoundHexString(bytes, start, end)) output.bytes(bytes, start, end);
    else writeOddHexString(bytes, start, end, output);
  } else if (isSoundWord(bytes, start, end)) output.bytes(bytes, start, end);
  else writeOddWord(bytes, start, end, output);
}

/** Writes a name, from its slash on. */
function writeName(bytes: Buffer, start: number, end: number, output: ByteSink): void {
  if (isSoundName(bytes, start, end)) output.bytes(bytes, start, end);
  else writeOddName(bytes, start, end, output);
}

/** A position that `skipValue` found. */
function sure(end: number): number {
  if (end < 0) throw broken();
  return end;
}

function broken(): SourceUnreadable {
  return new SourceUnreadable('one of its objects is broken');
}
