import { numberKey, wordsKey, type MergedEntry } from '../../../../shared/domain/docket/merge/combine.ts';
import { normalText } from '../../../../shared/domain/docket/merge/normal-text.ts';
import type { ParsedEntry } from '../../../../shared/model/docket.ts';
import type { DocketRow } from '../docket-repository.ts';

/** Fields of an entry that a person may edit. */
export const editable = ['filedOn', 'enteredOn', 'text', 'filer', 'isTextOnly', 'isSealed'] as const;
export type EditableField = (typeof editable)[number];

/** What the sources said of a row at the last import. */
interface CourtRecord {
  readonly keys: readonly string[];
  readonly values: Pick<ParsedEntry, EditableField>;
}

/** Which rows of the docket are which of its entries. */
export interface MatchedRows {
  readonly byEntry: Map<MergedEntry, DocketRow>;
  /** Rows of the court's that are the same entry as another. */
  readonly doubles: { readonly row: DocketRow; readonly into: DocketRow }[];
}

/**
 * Finds which row is which entry: of a number the court gives twice, or a document that it gave another number, by the court's ids, then by the
 * number a row stands at, then by any other name sources have for it. No row is left at a number that an entry gets.
 */
export function matchRows(rows: readonly DocketRow[], entries: readonly MergedEntry[]): MatchedRows {
  const index = indexOf(rows, entries);
  const matching = new Matching();
  takeRepeated(matching, entries, index);
  const formerNumbers = takeRenumbered(matching, entries, index);
  for (const merged of entries) {
    const { number, attachment } = merged.entry;
    const former = formerNumbers.get(number ?? 0);
    if (former !== undefined && attachment !== null)
      matching.take(merged, [index.standing.get(numberKey(former, attachment, merged.repeat))]);
  }
  for (const merged of entries) matching.take(merged, [index.standing.get(merged.keys[0]!)]);
  for (const merged of entries) matching.take(merged, namedBy(merged.keys, index));
  return { byEntry: matching.byEntry, doubles: doublesOf(rows, matching, index) };
}

/** Rows and entries by their keys. */
interface Index {
  /** Rows by the number they stand at. */
  readonly standing: ReadonlyMap<string, DocketRow>;
  /** Rows by every name a source had for them. */
  readonly named: ReadonlyMap<string, DocketRow>;
  readonly entries: ReadonlyMap<string, MergedEntry>;
}

function indexOf(rows: readonly DocketRow[], entries: readonly MergedEntry[]): Index {
  const standing = new Map<string, DocketRow>();
  const named = new Map<string, DocketRow>();
  // What the court gave goes on in its own row, whatever a person typed beside it.
  for (const row of [...rows.filter(isFromCourt), ...rows.filter((one) => !isFromCourt(one))]) {
    const at = standingKey(row);
    if (at !== null) standing.set(at, row);
    for (const key of keysOfRow(row)) if (!named.has(key)) named.set(key, row);
  }
  const byKey = entries.flatMap((merged) => merged.keys.map((key) => [key, merged] as const));
  return { standing, named, entries: new Map(byKey) };
}

function namedBy(keys: readonly string[], { named }: Index): DocketRow[] {
  return keys.flatMap((key) => named.get(key) ?? []);
}

/** An entry has one row, and a row is of one entry: what was found first stays. */
class Matching {
  readonly byEntry = new Map<MergedEntry, DocketRow>();
  readonly #taken = new Set<DocketRow>();

  take(merged: MergedEntry, candidates: readonly (DocketRow | undefined)[]): void {
    const row = this.byEntry.has(merged) ? undefined : candidates.find((one) => one && !this.#taken.has(one));
    if (!row) return;
    this.#taken.add(row);
    this.byEntry.set(merged, row);
  }

  isTaken(row: DocketRow): boolean {
    return this.#taken.has(row);
  }
}

/** Entries of a number the court gives twice, by its ids. */
function takeRepeated(matching: Matching, entries: readonly MergedEntry[], index: Index): void {
  const repeated = new Set(entries.flatMap(({ entry, repeat }) => (repeat > 0 ? entry.number : [])));
  for (const merged of entries) {
    const { number } = merged.entry;
    if (number === null || !repeated.has(number)) continue;
    const ids = merged.keys.filter((key) => !key.startsWith('n:'));
    matching.take(
      merged,
      namedBy(ids, index).filter((row) => row.number === number),
    );
  }
}

/**
 * Documents whose row stands at a number that is another document's now.
 *
 * @returns the number that each had before, by the one it has
 */
function takeRenumbered(
  matching: Matching,
  entries: readonly MergedEntry[],
  index: Index,
): ReadonlyMap<number, number> {
  const formerNumbers = new Map<number, number>();
  for (const merged of entries) {
    const { number } = merged.entry;
    const moved = merged.keys.filter((key) => {
      const row = key.startsWith('d:') ? index.named.get(key) : undefined;
      return row && index.entries.get(standingKey(row) ?? '')?.keys.includes(key) === false;
    });
    matching.take(merged, namedBy(moved, index));
    const former = matching.byEntry.get(merged)?.number;
    if (number !== null && former && former !== number) formerNumbers.set(number, former);
  }
  return formerNumbers;
}

/** Rows of the court's that no entry took, each with the row of the entry that it is. */
function doublesOf(rows: readonly DocketRow[], matching: Matching, index: Index): MatchedRows['doubles'] {
  return rows.flatMap((row) => {
    if (matching.isTaken(row) || !isFromCourt(row)) return [];
    const [at, keys] = [standingKey(row), keysOfRow(row)];
    const isRenumbered = at !== null && !keys.includes(at);
    if (isRenumbered && !index.entries.has(at)) return [];
    const home = [at ?? '', ...keys].map((key) => index.entries.get(key)).find(Boolean);
    const into = home && matching.byEntry.get(home);
    return into ? [{ row, into }] : [];
  });
}

/** Whether the court's sources gave a row, and not a person. */
export function isFromCourt({ court }: DocketRow): boolean {
  return court !== null;
}

/** What the sources said of a row; null of one that a person typed. */
export function courtOf({ court }: DocketRow): CourtRecord | null {
  return court === null ? null : (JSON.parse(court) as CourtRecord);
}

function standingKey({ number, attachment, repeat }: DocketRow): string | null {
  return number === null ? null : numberKey(number, attachment, repeat);
}

function keysOfRow(row: DocketRow): readonly string[] {
  const at = standingKey(row);
  return courtOf(row)?.keys ?? [at ?? wordsKey(row.filed_on ?? row.entered_on ?? '', normalText(row.text))];
}
