import { ordinalOf } from '../../exhibits/exhibit-label.ts';
import { has, kindOf, type KnownLabels } from './known-labels.ts';
import { isReporterNext, isStamped } from './pins.ts';
import { endAt, isAt, matchAt } from './sticky.ts';

/** A label as written in a citation. Places are in the plain page. */
export interface CitedLabel {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Two capitals that are words, as in headings: EXHIBIT TO, EXHIBITS IN. */
const shortWords = new Set(
  'AM AN AS AT BE BY DO GO HE IF IN IS IT ME MY NO OF ON OR SO TO UP US WE'.split(' '),
);
/** A code with its number apart, of several, or with points: PX 12, PX 10A, PX - 12, PX #12, PXs 12, PX Nos. 12, P.X. 12. */
const spacedCode =
  /(?:(?<code>[A-Z]{2,6})(?:s[ -]?|s? Nos?\. ?| [-–] ?|[-–] | ?# ?| )|(?<points>(?:[A-Z]\. ?){1,2}[A-Z]\.)[ -]?)(?<digits>\d{1,4})(?!\d)(?<late>[A-Z]{1,2}(?![A-Za-z])|[a-z](?![A-Za-z0-9]))?/y;
const tail = String.raw`(?:[A-Z]{1,2}(?![A-Za-z])|[a-z](?![A-Za-z0-9])|-(?:[A-Z]{1,2}|[a-z])(?![A-Za-z0-9]))`;
const atom = new RegExp(
  String.raw`(?:(?<prefixed>[A-Z]{1,6}[-–]?\d{1,5})${tail}?|(?<number>\d{1,5})(?:[-–]?[A-Z]{1,2}(?![A-Za-z0-9])|-?[a-z](?![A-Za-z0-9]))?|(?<letters>[A-Z]{1,5}|[a-z]))`,
  'y',
);
const hyphenPart = /-(\d{1,4})(?![\dA-Za-z])/y;
/** The same with a blank that a PDF's letters gave it: “Ex. A- 1”. */
const spacedPart = / ?[-–] ?(\d{1,4})(?![\dA-Za-z])/y;
const pointPart = /\.(\d{1,3}|[A-Za-z])(?![\p{L}\p{N}]|-\p{N})/uy;
const bracketPart = / ?\((\d{1,3}|[A-Za-z]|[ivx]{2,5})\)/y;
/** What follows the mark of a footnote at the end of a sentence: “Ex. A.1 The rest”. */
const sentenceBegins = /["()]*(?:$| ["(]*\p{Lu})/muy;
/** What follows a citation's end. */
const citationEnds = /[,;)\]"]|\.(?: |$)| (?:at|and|or|to|through|thru|&|¶|§|pp?\.)/my;
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
  const found = readAtom(text, at, known, takesSmall);
  if (!found) return null;
  let { label, end } = found;
  const { number } = found;
  const isPageNext = () => isStamped(text, end, label, known);
  for (let depth = 0; depth < 2 && !isPageNext(); depth++) {
    const part =
      readHyphenPart(text, end, { label, number, isPlural, known }) ??
      readPointPart(text, end, { label, number, known }) ??
      readBracketPart(text, end, { label, known });
    if (part === null) break;
    label += part.written;
    ({ end } = part);
  }
  const isFootnote = isFootnoteMark(text, end);
  if (
    !isFootnote &&
    !isPageNext() &&
    isAt(goesOn, text, end) &&
    readRangeEnd(text, end, known, { first: label, isPlural }) === null
  )
    return null;
  return { label, start: at, end };
}

interface Atom {
  readonly label: string;
  readonly end: number;
  /** The digits it ends in, where hyphen and number may follow for a range; null of letters. */
  readonly number: string | null;
}

function readAtom(text: string, at: number, known: KnownLabels, takesSmall: boolean): Atom | null {
  const spaced = matchAt(spacedCode, text, at)?.groups;
  const code = spaced?.['code'] ?? spaced?.['points']!.replaceAll(/[. ]/g, '');
  if (spaced && known.codes.has(code!)) {
    const { digits, late = '' } = spaced;
    return { label: `${code}-${digits}${late}`, end: spacedCode.lastIndex, number: digits! };
  }
  const match = matchAt(atom, text, at);
  if (!match) return null;
  const { letters, number, prefixed } = match.groups!;
  if (letters !== undefined && !isLetterLabel(letters, known, takesSmall)) return null;
  return {
    label: match[0].replace('–', '-'),
    end: at + match[0].length,
    number: number ?? (prefixed === undefined ? null : (/\d+$/.exec(match[0])?.[0] ?? null)),
  };
}

interface Part {
  readonly written: string;
  readonly end: number;
}

interface Whole {
  readonly label: string;
  readonly known: KnownLabels;
}

function readHyphenPart(
  text: string,
  at: number,
  { label, number, isPlural, known }: Whole & { readonly number: string | null; readonly isPlural: boolean },
): Part | null {
  const sub = matchAt(hyphenPart, text, at);
  if (!sub) {
    const apart = number === null ? matchAt(spacedPart, text, at) : null;
    const written = `-${apart?.[1]}`;
    return apart && has(known, label + written) ? { written, end: spacedPart.lastIndex } : null;
  }
  const first = number === null ? null : (/\d+$/.exec(label)?.[0] ?? number);
  const isRange =
    first !== null &&
    Number(sub[1]) > Number(first) &&
    !has(known, label + sub[0]) &&
    (isPlural || isCourtCode(label) || isKnownRange(label, sub[1]!, known));
  return isRange ? null : { written: sub[0], end: hyphenPart.lastIndex };
}

/** `.1` after A or 3, `.a` after 10: a part, unless it is the mark of a footnote after the sentence's end. */
function readPointPart(
  text: string,
  at: number,
  { label, number, known }: Whole & { readonly number: string | null },
): Part | null {
  const sub = matchAt(pointPart, text, at);
  if (!sub) return null;
  const part = { written: sub[0], end: pointPart.lastIndex };
  if (has(known, label + sub[0])) return part;
  if (/\d/.test(sub[1]!)) return isAt(sentenceBegins, text, part.end) ? null : part;
  return number !== null && isAt(citationEnds, text, part.end) ? part : null;
}

/** `(a)` and `(1)`. With a blank before it only what the set has is one: “Ex. A (1) shows”. */
function readBracketPart(text: string, at: number, { label, known }: Whole): Part | null {
  const sub = matchAt(bracketPart, text, at);
  if (!sub) return null;
  const written = `(${sub[1]})`;
  if (sub[0].startsWith(' ') && !has(known, label + written)) return null;
  return { written, end: bracketPart.lastIndex };
}

/** “Ex. A.1 The rest”: 1 is the mark of a footnote. */
function isFootnoteMark(text: string, at: number): boolean {
  const mark = matchAt(pointPart, text, at);
  return mark !== null && /\d/.test(mark[1]!) && isAt(sentenceBegins, text, pointPart.lastIndex);
}

/** PX-5-7 is a range where no such exhibit is known: the codes of trial exhibits count through, without parts. */
function isCourtCode(label: string): boolean {
  return /^[PDJ]T?X-?\d+$/.test(label);
}

function isKnownRange(first: string, last: string, known: KnownLabels): boolean {
  return has(known, first) && has(known, first.replace(/\d+$/, last));
}

function isLetterLabel(letters: string, known: KnownLabels, takesSmall: boolean): boolean {
  if (/[a-z]/.test(letters)) return takesSmall;
  if (letters.length === 1 || has(known, letters)) return true;
  // “EX. A AT 3; EX. B” and “Ex. A; VC ¶ 4” go on with another citation, “EX. A, PG. 4” with its page.
  if (/^(?:EXH?S?|PGS?|VC)$/.test(letters)) return false;
  if (/^(.)\1{1,2}$/.test(letters) || /^[IVXLC]{2,5}$/.test(letters)) return true;
  return letters.length === 2 && !shortWords.has(letters);
}

/** What follows a small letter that is a label: a range, the list, its pin, or the end of the citation. */
const smallGoesOn =
  / ?[-–&+] ?[a-z](?!\p{L})|,? (?:and |or |& )?[a-z](?!\p{L})|[,;)\]]|\.(?![\p{L}\p{N}])|,? (?:at \d|pp?\. ?\d|¶|(?:to|through|thru) [a-z](?!\p{L}))/uy;

/** Whether a small letter that the set has stands as a label: “exs. b–d”. Alone, “a” and “i” are words. */
export function isSmallLabel(text: string, at: number, known: KnownLabels, isPlural: boolean): boolean {
  const letter = text[at] ?? '';
  const isLabel = /[a-z]/.test(letter) && has(known, letter) && (isPlural || !/[ai]/.test(letter));
  return isLabel && isAt(smallGoesOn, text, at + 1);
}

/** A small letter with the number of a part: “c-1”. */
const smallPart = /[a-z](?:-\d{1,4}|\.\d{1,3}|\(\d{1,3}\))(?![\p{L}\p{N}]|[-.]\d)/uy;

/** Whether a small letter with a number stands for an exhibit that the set has: “exhibit c-1”. */
export function isSmallPart(text: string, at: number, known: KnownLabels): boolean {
  const written = matchAt(smallPart, text, at)?.[0];
  return written !== undefined && has(known, written);
}

/** After “and I” or “and A” goes on a sentence, unless one of these follows. */
const sentence = / (?!(?:at|to|of|in|on|is|are|was|were|show|shows|and|or|as|p|pp|through)\b)[a-z]/y;

/** Whether a label in a list or at the end of a range is a word: “Ex. A, and I saw it”, “Ex. A—I saw it”. */
export function isPronoun(text: string, { label, end }: Pick<CitedLabel, 'label' | 'end'>): boolean {
  return /^[AI]$/.test(label) && isAt(sentence, text, end);
}

const quotedLetter = /(?<=["'])[a-z][,.]?["']/y;

/** Whether a small letter stands in quotes of its own: exhibit “a”. */
export function isQuotedLetter(text: string, at: number): boolean {
  return isAt(quotedLetter, text, at);
}

const rangeSign =
  /(?: ?(?:--?|–) ?| (?:up )?(?:through|thru|THROUGH|THRU)(?: (?:and|AND) (?:including|INCLUDING))? )["'([#]?/y;
/** “Ex. A through Ex. C”, “Exhibit 2–Exhibit 4”: with the word again. “Ex. A to Ex. C” is a part of C. */
const worded = /(?:[-–]| (?:through|thru|THROUGH|THRU) )(?:Exhibit|EXHIBIT|Exh?\.|EXH?\.) ["']?/y;
const wordedRange = / (?:up )?(?:to|TO)(?: and including)? ["'([#]?/y;
/** The end of a range of parts, after 1(a): “-(c)”, “ through 1(c)”. */
const bracketRange =
  /(?: ?[-–] ?| (?:through|thru|to) )(?<base>[A-Z0-9.-]{0,20})\((?<part>\d{1,3}|[A-Za-z])\)/y;

/**
 * Reads the end of a range, such as “–C” after A, or “through 4” after PX-1.
 *
 * @param options.first the label it begins with
 * @param options.isPlural whether several are announced
 * @returns null where none follows
 */
export function readRangeEnd(
  text: string,
  at: number,
  known: KnownLabels,
  { first, isPlural }: { readonly first: string; readonly isPlural: boolean },
): CitedLabel | null {
  if (isStamped(text, at, first, known)) return null;
  const bracketed = readBracketRange(text, at, first);
  if (bracketed) return bracketed;
  const signEnd = endAt(worded, text, at) ?? endAt(rangeSign, text, at);
  if (signEnd !== null) return ofSameKind(text, signEnd, known, { first, isPlural });
  const toEnd = endAt(wordedRange, text, at);
  if (toEnd === null) return null;
  const last = ofSameKind(text, toEnd, known, { first, isPlural });
  // “Ex. A to B” may be anything; “PX-1 to PX-3” are exhibits.
  return isPlural || (last && isCounted(first) && isCounted(text.slice(last.start, last.end))) ? last : null;
}

function readBracketRange(text: string, at: number, first: string): CitedLabel | null {
  const base = /^(.*)\([^()]*\)$/.exec(first)?.[1];
  const match = base === undefined ? null : matchAt(bracketRange, text, at);
  if (!match || (match.groups!['base'] !== '' && match.groups!['base'] !== base)) return null;
  const end = bracketRange.lastIndex;
  const { part } = match.groups!;
  const start = end - part!.length - 2 - match.groups!['base']!.length;
  return { label: `${base}(${part})`, start, end };
}

/** Whether a label counts within letters of its own: PX-3, C-1. */
function isCounted(label: string): boolean {
  return /^[A-Z]{1,6}[- ]?\d+$/.test(label);
}

function ofSameKind(
  text: string,
  at: number,
  known: KnownLabels,
  { first, isPlural }: { readonly first: string; readonly isPlural: boolean },
): CitedLabel | null {
  const match = readAtom(text, at, known, true);
  if (!match || isReporterNext(text, match.end) || isPronoun(text, match)) return null;
  const { label: written, end } = match;
  const sub = /^\d+$/.test(written) ? /\.\d{1,3}(?![\d.-])/y : /-\d{1,4}(?![\d-])/y;
  const hasTail = /^[A-Z]+$/.test(written) || /^\d+\.\d+$/.test(first);
  const late = matchAt(/-\d{1,4}(?![\d-])/y, text, end)?.[0];
  const isLate = late !== undefined && has(known, written + late);
  const part = isLate ? late : hasTail ? matchAt(sub, text, end)?.[0] : undefined;
  if (part === undefined && isAt(goesOn, text, end) && !isFootnoteMark(text, end)) return null;
  const isTight = /[\dA-Z][-–]$/.test(text.slice(Math.max(0, at - 2), at));
  const label = wholeLabel(written + (part ?? ''), known, { first, isRange: isPlural || isTight });
  if (kindOf(label) !== kindOf(first) && !isLetterRange(first, label, known, isPlural)) return null;
  const takesSmall = /^[a-z]$/.test(first) && has(known, label);
  if (/^[A-Za-z]+$/.test(label) && !isLetterLabel(label, known, takesSmall)) return null;
  return { label, start: at, end: end + (part?.length ?? 0) };
}

/** The end of a range with what it leaves to the label the range begins with: PX- of PX-1–3, 10 of 10A–C. */
function wholeLabel(
  written: string,
  known: KnownLabels,
  { first, isRange }: { readonly first: string; readonly isRange: boolean },
): string {
  const late = lateLabel(written, first);
  if (late !== null && (isRange || has(known, late))) return late;
  const [, prefix, number] = /^(.*\D)(\d+)[A-Z]*$/.exec(first) ?? [];
  if (prefix === undefined) return written;
  // PX-1–3, PX-10A–10B, and PX-1–10A where the set has PX-10A.
  const isLate = /^\d+[A-Z]+$/.test(written);
  const isOfSame = isLate && Number.parseInt(written, 10) === Number(number);
  const isBare = /^\d+$/.test(written) || (isLate && (isOfSame || has(known, prefix + written)));
  return isBare ? prefix + written : written;
}

/** The label of which only the letters are written, after another one inserted after the same number: 10C after 10A; null where it is none. */
export function lateLabel(letters: string, previous: string): string | null {
  const [, base, before] = /^(.*\d)([A-Z]{1,2})$/.exec(previous) ?? [];
  if (base === undefined || !/^[A-Z]{1,2}$/.test(letters)) return null;
  return ordinalOf(letters) > ordinalOf(before!) ? base + letters : null;
}

/**
 * Whether letters and late exhibits of letters make a range: A–C-1, C-1–E. Of one that is not announced, the set has to have both;
 * PX-1 after A is of another count.
 */
function isLetterRange(first: string, last: string, known: KnownLabels, isPlural: boolean): boolean {
  const [from, to] = [first, last].map((label) => /^([A-Z]+)(?:-\d+)?$/.exec(label)?.[1]);
  if (from === undefined || from.length !== to?.length) return false;
  return (isPlural && from.length === 1) || [first, last].every((label) => has(known, label));
}

/** The next part of the same exhibit, named without it: “-2” after A-1, “(b)” after 1(a). */
export function readSibling(text: string, at: number, previous: string): CitedLabel | null {
  const hyphened = /^(.*)-\d+$/.exec(previous)?.[1];
  const bracketed = /^(.*)\([^()]*\)$/.exec(previous)?.[1];
  const pattern = hyphened === undefined ? bracketPart : hyphenPart;
  const base = hyphened ?? bracketed;
  const match = base === undefined ? null : matchAt(pattern, text, at);
  if (!match || match[0].startsWith(' ')) return null;
  return { label: base + match[0], start: at, end: pattern.lastIndex };
}
