import { lettersOf, ordinalOf } from '../../exhibit-label.ts';
import { isReporterNext } from './pins.ts';

/** A label as it stands in a citation. Places are in the plain page. */
export interface CitedLabel {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** What labels a set has, which settles what the text alone leaves open. */
export interface KnownLabels {
  /** In the set's order. */
  readonly inOrder: readonly string[];
  /** Each in capitals → its place. */
  readonly places: ReadonlyMap<string, number>;
}

/** The labels of a set, for the reading of citations. */
export function knownLabels(labels: readonly string[]): KnownLabels {
  return { inOrder: labels, places: new Map(labels.map((label, at) => [label.toUpperCase(), at])) };
}

/** Two capitals that are words, as they stand in headings: EXHIBIT TO, EXHIBITS IN. */
const shortWords = new Set(
  'AM AN AS AT BE BY DO GO HE IF IN IS IT ME MY NO OF ON OR SO TO UP US WE'.split(' '),
);
const atom =
  /(?:(?<prefixed>[A-Z]{1,6}-?\d{1,5}|(?:PX|DX|JX|PTX|DTX|JTX) \d{1,4})(?:[A-Z]{1,2}(?![A-Za-z]))?|(?<number>\d{1,5})(?:-?[A-Z]{1,2}(?![A-Za-z0-9]))?|(?<letters>[A-Z]{1,5}|[a-z]))/y;
const subNumber = /-(\d{1,4})(?![\d])|\.(\d{1,3})(?![\d.]|-\d)/y;
/** What may not follow a label: more of a word, of a number or of a name. */
const goesOn = /[\p{L}\p{N}_%]|-[\p{L}\p{N}]|'(?![sS]?(?![\p{L}\p{N}]))|\.[\p{L}\p{N}]|,\d{3}(?!\d)/uy;

/**
 * Reads one label.
 *
 * @param at where it begins in the plain text
 * @param options.isPlural whether several are announced, so that `1-5` is a range and no part of Exhibit 1
 * @param options.takesSmall whether a small letter can be one
 * @returns null where no label stands
 */
export function readLabel(
  text: string,
  at: number,
  known: KnownLabels,
  { isPlural, takesSmall }: { isPlural: boolean; takesSmall: boolean },
): CitedLabel | null {
  atom.lastIndex = at;
  const match = atom.exec(text);
  if (!match) return null;
  const { letters, number, prefixed } = match.groups!;
  if (letters !== undefined && !isLetterLabel(letters, known, takesSmall)) return null;
  let end = at + match[0].length;
  let label = match[0].replace(' ', '-');
  for (let depth = 0; depth < 2; depth++) {
    subNumber.lastIndex = end;
    const sub = subNumber.exec(text);
    if (!sub || (sub[2] !== undefined && number === undefined)) break;
    const longer = label + sub[0];
    const first = number ?? (prefixed === undefined ? undefined : /\d+$/.exec(label)?.[0]);
    const isRange =
      sub[1] !== undefined &&
      first !== undefined &&
      Number(sub[1]) > Number(first) &&
      !known.places.has(longer.toUpperCase()) &&
      (isPlural || isCourtCode(label) || isKnownRange(label, sub[1], known));
    if (isRange) break;
    label = longer;
    end += sub[0].length;
  }
  if (letters !== undefined && label !== match[0] && !/^[A-Z]+-\d+(-\d+)?$/.test(label)) return null;
  goesOn.lastIndex = end;
  if (goesOn.test(text) && readRangeEnd(text, end, known, isPlural, label) === null) return null;
  return { label, start: at, end };
}

/** PX-5-7 is a range where no such exhibit is known: the codes of trial exhibits count through, without parts. */
function isCourtCode(label: string): boolean {
  return /^[PDJ]T?X-?\d+$/.test(label);
}

function isKnownRange(first: string, last: string, { places }: KnownLabels): boolean {
  const label = first.toUpperCase();
  return places.has(label) && places.has(label.replace(/\d+$/, last));
}

function isLetterLabel(letters: string, known: KnownLabels, takesSmall: boolean): boolean {
  if (/[a-z]/.test(letters)) return takesSmall;
  if (letters.length === 1 || known.places.has(letters)) return true;
  if (/^(.)\1{1,2}$/.test(letters) || /^[IVXLC]{2,5}$/.test(letters)) return true;
  return letters.length === 2 && !shortWords.has(letters);
}

const rangeSign =
  /(?: ?[-–] ?| (?:up )?(?:through|thru|THROUGH|THRU)(?: (?:and|AND) (?:including|INCLUDING))? )["([]?/y;
const wordedRange = / (?:up )?(?:to|TO)(?: and including)? ["([]?/y;

/**
 * Reads the end of a range, such as “–C” after A, or “through 4” after PX-1.
 *
 * @returns null where none follows
 */
export function readRangeEnd(
  text: string,
  at: number,
  known: KnownLabels,
  isPlural: boolean,
  first: string,
): CitedLabel | null {
  rangeSign.lastIndex = at;
  wordedRange.lastIndex = at;
  if (rangeSign.test(text)) return ofSameKind(text, rangeSign.lastIndex, known, first);
  if (!wordedRange.test(text)) return null;
  const last = ofSameKind(text, wordedRange.lastIndex, known, first);
  // “Ex. A to B” may be anything; “PX-1 to PX-3” are exhibits.
  return isPlural || (last && isCounted(first) && isCounted(text.slice(last.start, last.end))) ? last : null;
}

/** Whether a label counts within letters of its own: PX-3, C-1. */
function isCounted(label: string): boolean {
  return /^[A-Z]{1,6}[- ]?\d+$/.test(label);
}

function ofSameKind(text: string, at: number, known: KnownLabels, first: string): CitedLabel | null {
  atom.lastIndex = at;
  const match = atom.exec(text);
  if (!match || isReporterNext(text, at + match[0].length)) return null;
  const end = at + match[0].length;
  goesOn.lastIndex = end;
  const sub = /^\d+$/.test(match[0]) ? /\.\d{1,3}(?![\d.-])/y : /-\d{1,4}(?![\d-])/y;
  sub.lastIndex = end;
  const hasTail = /^[A-Z]+$/.test(match[0]) || /^\d+\.\d+$/.test(first);
  const tail = hasTail ? sub.exec(text)?.[0] : undefined;
  if (tail === undefined && goesOn.test(text)) return null;
  const written = match[0].replace(' ', '-') + (tail ?? '');
  const prefix = /^(.*\D)\d+$/.exec(first)?.[1];
  const label = prefix !== undefined && /^\d+$/.test(written) ? prefix + written : written;
  if (kindOf(label) !== kindOf(first) || !isLetterLabelOrOther(label, known)) return null;
  return { label, start: at, end: end + (tail?.length ?? 0) };
}

function isLetterLabelOrOther(label: string, known: KnownLabels): boolean {
  return !/^[A-Za-z]+$/.test(label) || isLetterLabel(label, known, false);
}

/** What a label is made of, so that lists and ranges hold labels of one kind. */
export function kindOf(label: string): string {
  if (/^[A-Za-z]+$/.test(label)) return 'letters';
  if (/^\d/.test(label)) return 'number';
  return /^[A-Z]+/.exec(label)?.[0] ?? '';
}

/** Whether a label may stand in a list that begins with another: A-1 beside A. */
function isOfKind(label: string, first: string): boolean {
  return (
    kindOf(label) === kindOf(first) || (kindOf(first) === 'letters' && /^[A-Z]{1,2}-\d{1,4}$/.test(label))
  );
}

/** “PX 5, 7 and 9”: a number alone that is the set's with the prefix of the first. */
function withPrefix(read: CitedLabel, first: string, { places }: KnownLabels): CitedLabel {
  const prefix = /^(\p{Lu}+-?)\d+$/u.exec(first)?.[1];
  const label = `${prefix ?? ''}${read.label}`;
  return prefix !== undefined && places.has(label) ? { ...read, label } : read;
}

/** Labels a range may imply at most. */
const maxImplied = 500;

/**
 * The labels between two, both left out: those the scheme has, and those of the set that stand between the two in it.
 *
 * @returns null where the two make no range
 * @example labelsBetween('A', 'C', knownLabels([])) // ['B']
 */
export function labelsBetween(first: string, last: string, known: KnownLabels): string[] | null {
  const between = byScheme(first, last);
  if (between === null) return null;
  const [from, to] = [first, last].map((label) => known.places.get(label.toUpperCase()));
  const standing =
    from !== undefined && to !== undefined && to > from ? known.inOrder.slice(from + 1, to) : [];
  return [...new Set([...between, ...standing])].slice(0, maxImplied);
}

function byScheme(first: string, last: string): string[] | null {
  if (/^[A-Z]+$/.test(first) && /^[A-Z]+$/.test(last)) {
    const isRepeated = [first, last].every(
      (label) => /^(.)\1+$/.test(label) && label.length === first.length,
    );
    if (isRepeated && first.length > 1)
      return run(ordinalOf(first[0]!), ordinalOf(last[0]!), (n) => lettersOf(n).repeat(first.length));
    return run(ordinalOf(first), ordinalOf(last), lettersOf);
  }
  const [one, other] = [first, last].map((label) => /^(.*?)(\d+)([A-Z]*)$/.exec(label));
  if (!one || !other || one[1] !== other[1]) return null;
  const [from, to] = [Number(one[2]), Number(other[2])];
  // 10A–10C: insertions after one number.
  if (from === to && one[3] !== '' && other[3] !== '')
    return run(ordinalOf(one[3]!), ordinalOf(other[3]!), (n) => `${one[1]}${from}${lettersOf(n)}`);
  return run(from, to, (n) => `${one[1]}${n}`);
}

function run(from: number, to: number, labelOf: (ordinal: number) => string): string[] | null {
  if (to <= from) return null;
  const count = Math.min(to - from - 1, maxImplied);
  return Array.from({ length: count }, (_, at) => labelOf(from + 1 + at));
}

const separator =
  /(?:, ?(?:(?:and\/or|and|or|AND|OR|&) )?| (?:and\/or|and|or|AND|OR|&) |; (?:and |& )?|\/|(?<=,") )(?=["([]?[A-Z0-9])/y;
/** After “and I” or “and A” goes on a sentence, unless one of these follows. */
const sentence = / (?!(?:at|to|of|in|on|is|are|was|were|show|shows|and|or|as|p|pp|through)\b)[a-z]/y;

/**
 * Reads the next label of a list, such as “, 3” or “ and 5” after “Exs. 1”.
 *
 * @param first the list's first label: the others are of its kind
 * @param isPlural whether several are announced; where not, only a label that the set has is taken for one
 * @returns null where the list has ended
 */
export function readNextLabel(
  text: string,
  at: number,
  known: KnownLabels,
  first: string,
  isPlural: boolean,
): CitedLabel | null {
  separator.lastIndex = at;
  if (!separator.test(text)) return null;
  let start = separator.lastIndex;
  if (text[start] === '"' || /^[([][A-Z0-9-]{1,6}[)\]]/.test(text.slice(start, start + 8))) start++;
  const read = readLabel(text, start, known, { isPlural, takesSmall: false });
  const next = read && withPrefix(read, first, known);
  if (!next || !isOfKind(next.label, first) || isReporterNext(text, next.end)) return null;
  if (!isPlural && !known.places.has(next.label.toUpperCase())) return null;
  sentence.lastIndex = next.end;
  if (/^[AI]$/.test(next.label) && sentence.test(text)) return null;
  return next;
}
