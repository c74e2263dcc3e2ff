import type { ByteSink } from './byte-sink.ts';
import type { ByteRange, PdfDict } from './values.ts';

/** Names to look for in bytes without making strings of them. */
export declare class KeySet {
  constructor(keys: Iterable<string>);
  has(key: string): boolean;
}

export interface RewriteRules {
  /** The output's number for an object of the source; null writes `null`. */
  mapReference(id: number, generation: number): number | null;
  /** Entries to leave out of every dictionary, however deep. */
  readonly dropped?: KeySet;
  /** Hears of each entry left out. */
  onDropped?(key: string): void;
}

/**
 * Copies a value with every reference renumbered (always as `N 0 R`). Strings, hex strings and names stay as they are
 * written; comments become white space; what the syntax does not allow is written as readers take it (a missing value as null, of a key
 * that stands twice the last one).
 *
 * @throws SourceUnreadable when the value is nested more than 256 deep or cut short
 */
export declare function rewriteValue(range: ByteRange, output: ByteSink, rules: RewriteRules): void;

/**
 * Copies the entries of a dictionary, without `<<` and `>>`, the same way.
 *
 * @param except keys to leave out at this level
 */
export declare function rewriteEntries(
  dict: PdfDict,
  output: ByteSink,
  rules: RewriteRules,
  except?: KeySet,
): void;
