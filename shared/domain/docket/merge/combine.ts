import { compare } from '../../compare.ts';
import type { DocketLink, DocketSourceKind, ParsedEntry } from '../../../model/docket.ts';
import type { Cluster } from './cluster.ts';
import { textHash } from './normal-text.ts';
import { authority, isSheet, type Row } from './rows.ts';

/** What the sources together say of one entry. */
export interface MergedEntry {
  /** Keys by which a source may know it; any one of them finds it again. The number first, where it has one. */
  readonly keys: readonly string[];
  readonly entry: ParsedEntry;
  /** Which of several rows the court gave the same number; 0 for the first or only one. */
  readonly repeat: number;
  /** Place in the newest sheet that lists it. */
  readonly position: number | null;
  /** Whether the newest whole sheet no longer lists it. */
  readonly isGone: boolean;
  /** Indexes of the sources that list it. */
  readonly sources: readonly number[];
}

/**
 * Puts the rows of one entry together, field by field: the words of the newest source, and of several that say the same words
 * the fullest; whatever that one leaves out from the next.
 *
 * @param kinds of the sources, in order of age
 */
export function combine(
  { rows, repeat, copy }: Cluster,
  kinds: readonly DocketSourceKind[],
): Omit<MergedEntry, 'isGone'> {
  const weighed = rows.map((row) => weigh(row, kinds));
  const textual = weighed.filter(({ row }) => row.entry.text !== '');
  const text = bestText(textual);
  const ranked = [...weighed].sort(byAuthority);
  const order = text ? [text, ...ranked.filter((one) => one !== text)] : ranked;
  const first = <K extends keyof ParsedEntry>(field: K): ParsedEntry[K] => {
    for (const { row } of order) {
      const value = row.entry[field];
      if (value !== null && value !== '') return value;
    }
    return order[0]!.row.entry[field];
  };
  const numbered = ranked.find(({ row }) => row.entry.number !== null)?.row.entry;
  const newestFirst = [...weighed].sort((a, b) => b.newest - a.newest || byAuthority(a, b));
  const latest = (field: 'isSealed' | 'isRestricted') =>
    newestFirst.map(({ row }) => row.entry[field]).find((value) => value !== null) ?? null;
  const documentUrl = first('documentUrl');
  const documentId = first('documentId');
  const enteredOn = first('enteredOn');
  // A source that gives an entry another minute, as of a later feed, does not tell when it was entered.
  const isOfDay = (at: string | null) => at !== null && (enteredOn === null || at.startsWith(enteredOn));
  const entry: ParsedEntry = {
    number: numbered?.number ?? null,
    attachment: numbered?.attachment ?? null,
    filedOn: order.map(({ row }) => filedOnOf(row.entry)).find((date) => date !== null) ?? null,
    isFiledOnAssumed: false,
    enteredOn,
    enteredAt: order.map(({ row }) => row.entry.enteredAt).find(isOfDay) ?? null,
    text: text?.row.entry.text ?? '',
    shortText: shortText(ranked),
    filer: first('filer'),
    attorney: first('attorney'),
    documentUrl,
    documentId,
    sequence: first('sequence'),
    pageCount: first('pageCount'),
    sizeBytes: first('sizeBytes'),
    // Of sources alike, a copied sheet has no links that would show which entries have a document.
    isTextOnly:
      order.some(({ row, rank }) => rank === order[0]!.rank && row.entry.isTextOnly) &&
      documentUrl === null &&
      documentId === null,
    isSealed: latest('isSealed'),
    isRestricted: latest('isRestricted'),
    feeNote: first('feeNote'),
    links: links(text ? textual.filter(({ row }) => row.normal === text.row.normal) : []),
  };
  const sheet = newestFirst.find(({ kind }) => isSheet(kind) || kind === 'docket_history');
  return {
    keys: keysOf(rows, entry, repeat, copy),
    entry,
    repeat,
    position: sheet ? sheet.row.places.get(sheet.newest)! : null,
    sources: [...new Set(rows.flatMap(({ places }) => [...places.keys()]))].sort((a, b) => a - b),
  };
}

/** A date of entry that a source repeats as filing date is no filing date. */
export function filedOnOf({ filedOn, isFiledOnAssumed }: ParsedEntry): string | null {
  return isFiledOnAssumed ? null : filedOn;
}

interface Weighed {
  readonly row: Row;
  /** Index of the newest source that lists it. */
  readonly newest: number;
  readonly kind: DocketSourceKind;
  readonly rank: number;
}

function weigh(row: Row, kinds: readonly DocketSourceKind[]): Weighed {
  const newest = Math.max(...row.places.keys());
  let kind = kinds[newest]!;
  for (const at of row.places.keys()) if (authority[kinds[at]!] > authority[kind]) kind = kinds[at]!;
  return { row, newest, kind, rank: authority[kind] };
}

/** The newest words, unless they are the beginning of more authoritative ones; of the same words in several sources the most authoritative printing. */
function bestText(textual: readonly Weighed[]): Weighed | null {
  if (textual.length === 0) return null;
  let newest = textual[0]!;
  for (const one of textual)
    if (one.newest > newest.newest || (one.newest === newest.newest && byAuthority(one, newest) < 0))
      newest = one;
  const { normal } = uncut(newest, textual).row;
  return textual.filter(({ row }) => row.normal === normal).sort(byAuthority)[0]!;
}

/**
 * The whole words of an entry of which a spreadsheet or feed gives only the beginning: such a source cuts long texts, and a date
 * or hour with them. A court that shortens its own words says so in a source as authoritative.
 */
function uncut(newest: Weighed, textual: readonly Weighed[]): Weighed {
  const whole = textual.filter(
    ({ row, rank }) =>
      rank > newest.rank &&
      row.normal.length > newest.row.normal.length &&
      row.normal.startsWith(newest.row.normal),
  );
  return whole.length === 0 ? newest : whole.reduce((a, b) => (b.newest > a.newest ? b : a));
}

function byAuthority(a: Weighed, b: Weighed): number {
  return (
    b.rank - a.rank ||
    b.newest - a.newest ||
    b.row.entry.text.length - a.row.entry.text.length ||
    compare(a.row.content, b.row.content)
  );
}

/** One document may be several docket events: "Motion to Dismiss" and "Motion to Stay". */
function shortText(ranked: readonly Weighed[]): string {
  const top = ranked.find(({ row }) => row.entry.shortText !== '');
  if (!top) return '';
  const ofSource = ranked.filter(({ row }) => row.entry.shortText !== '' && row.places.has(top.newest));
  const places = ofSource.sort((a, b) => a.row.places.get(top.newest)! - b.row.places.get(top.newest)!);
  return [...new Set(places.map(({ row }) => row.entry.shortText))].join('; ');
}

function links(rows: readonly Weighed[]): DocketLink[] {
  const found = new Map<string, DocketLink>();
  for (const { row } of rows)
    for (const link of row.entry.links) found.set(`${link.number}-${link.attachment ?? 0}`, link);
  return [...found.values()].sort((a, b) => a.number - b.number || (a.attachment ?? 0) - (b.attachment ?? 0));
}

function keysOf(rows: readonly Row[], entry: ParsedEntry, repeat: number, copy: number): string[] {
  const keys: string[] = [];
  if (entry.number !== null) keys.push(numberKey(entry.number, entry.attachment, repeat));
  if (entry.attachment !== null) return keys;
  const others = new Set<string>();
  for (const row of rows) {
    if (row.entry.documentId !== null) others.add(`d:${row.entry.documentId}`);
    if (row.entry.sequence !== null) others.add(`s:${row.entry.sequence}`);
    if (row.entry.number === null) others.add(wordsKey(row.day, row.normal, copy));
  }
  return [...keys, ...[...others].sort()];
}

/** How a numbered entry is known. */
export function numberKey(number: number, attachment: number | null, repeat = 0): string {
  return `n:${number}${attachment === null ? '' : `-${attachment}`}${repeat === 0 ? '' : `#${repeat}`}`;
}

/** How an entry without a number is known: by its day and its normal text. */
export function wordsKey(day: string, normal: string, copy = 0): string {
  return `t:${day}|${textHash(normal)}${copy === 0 ? '' : `#${copy}`}`;
}
