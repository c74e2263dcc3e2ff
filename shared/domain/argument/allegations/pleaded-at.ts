import { docketNumber } from '../../citations/reading/docket-number.ts';
import { completed } from '../../citations/reading/pins.ts';

/**
 * Which pleading is meant: the complaint as first filed or as amended so many times, one of a third party's or of an intervenor's, an
 * answer, or the counterclaims in one.
 */
export interface PleadingName {
  readonly kind: keyof typeof citedAs;
  /** How often it was amended; 0 for never. */
  readonly amended: number;
}

/** Paragraphs of a pleading, both ends included, by their places in the order of paragraphs. */
export interface PleadedAt {
  /** Null where none is named. */
  readonly pleading: PleadingName | null;
  /** Where it stands on the docket: 1, 1-2; null where that is not said. */
  readonly docketNumber: string | null;
  readonly first: number;
  readonly last: number;
}

const ordinals: readonly (readonly [number, RegExp])[] = [
  [4, /\b(?:fourth|4th)\b/iu],
  [3, /\b(?:third(?![- ]party)|3r?d)\b|\bTAC\b/iu],
  [2, /\b(?:second|2n?d)\b|\bSAC\b/iu],
];
const amendedWord = /\bam(?:end|\.|\b)|\b[FST]?AC\b/iu;
const kindWord =
  /\b(?:(?<thirdParty>third[- ]party\s(?:\S+\s){0,2}?compl|3P\s?compl)|(?<intervention>interven\S*\s(?:\S+\s){0,2}?compl|compl\S*\sin\sinterv)|(?<counterclaim>(?:counter|cross)-?\s?(?:cl|compl))|(?<answer>answ|ans\.)|(?<complaint>compl|pet(?:ition|\.)|v\.?c\.?(?!\w)|[FST]?AC\b))/iu;
/** 14, 3.1 of a pleading whose sections count anew, 22(a). */
const number = String.raw`\d{1,4}(?!\d)(?:\.\d{1,4}(?!\d))?`;
const part = String.raw`(?:\([a-z]{1,4}\))?`;
const to = String.raw`(?:\s?[-–—]\s?|\s(?:to|through)\s)`;
/** A sign, and the numbers after it: ¶ 14; ¶¶ 14–16, 20 and 22(a). */
const listed = new RegExp(
  String.raw`(?:¶{1,2}|\bparas?\.?|\bpars?\.|\bparagraphs?)\s*(${number}${part}(?:(?:${to}|,\s?(?:and\s|&\s)?|\s(?:and|&)\s|;\s?)(?:¶{1,2}\s?)?${number}${part})*)`,
  'giu',
);
const onlyNumbers = new RegExp(`^${number}${part}(?:[\\s,;&–—-]+${number}${part})*$`, 'iu');
const range = new RegExp(String.raw`(${number})${part}(?:${to}(?:¶{1,2}\s?)?(${number}))?`, 'giu');

const onDocket = new RegExp(String.raw`(?<!\p{L})${docketNumber}(?![\d-])`, 'u');
/** What is cited by paragraphs too, but pleads nothing: “Smith Decl. ¶ 3”, “Compl. Ex. A ¶ 3”. */
const otherPaper =
  /\b(?:decl|aff(?:id|\.)|exh?s?\b|exhibit|dep(?:o|\.)|mot(?:ion|\.)|opp|br(?:ief|\.)|mem|rep(?:ort|\.))/iu;
const numberAtEnd = /\d+(?:-\d+)?$/;

/** Which pleading a cite, a title or a docket text names; null for none. */
export function pleadingName(text: string): PleadingName | null {
  const match = kindWord.exec(text);
  if (!match) return null;
  // "ANSWER to 11 Amended Complaint": what follows says of what.
  const own = text.slice(0, match.index + match[0].length);
  const amended = amendedWord.test(own) ? (ordinals.find(([, form]) => form.test(own))?.[0] ?? 1) : 0;
  const [kind] = Object.entries(match.groups!).find(([, words]) => words !== undefined)!;
  return { kind: kind as PleadingName['kind'], amended };
}

/**
 * The paragraphs that a fact's “Pleaded at” names.
 *
 * @returns none where it names no paragraph
 * @example pleadedAt('Am. Compl. ¶¶ 14–16') // [{ pleading: { kind: 'complaint', amended: 1 }, first: 14, last: 16 }]
 */
export function pleadedAt(text: string): PleadedAt[] {
  let paper: Paper | null = { pleading: null, docketNumber: null };
  if (onlyNumbers.test(text)) return rangesOf(text, paper);
  let end = 0;
  return [...text.matchAll(listed)].flatMap((match) => {
    const before = text.slice(end, match.index);
    const docketed = numberAtEnd.exec(onDocket.exec(before)?.[0] ?? '');
    const own = { pleading: pleadingName(before), docketNumber: docketed?.[0] ?? null };
    // "Compl. ¶ 3; ¶ 9" goes on in the same pleading.
    if (otherPaper.test(before)) paper = null;
    else if (own.pleading ?? own.docketNumber) paper = own;
    end = match.index + match[0].length;
    return paper ? rangesOf(match[1]!, paper) : [];
  });
}

type Paper = Pick<PleadedAt, 'pleading' | 'docketNumber'>;

function rangesOf(text: string, paper: Paper): PleadedAt[] {
  return [...text.matchAll(range)].map(([, from, to]) => {
    const [section, first] = sectionAndNumber(from!);
    // “3.1–4” ends at 3.4.
    const [lastSection, last] = to?.includes('.') ? sectionAndNumber(to) : [section, to ?? first];
    const end = lastSection === section ? completed(first, last) : Number(last);
    const place = paragraphPlace(section, Number(first));
    return { ...paper, first: place, last: Math.max(place, paragraphPlace(lastSection, end)) };
  });
}

function sectionAndNumber(written: string): readonly [section: number | null, number: string] {
  const [one, number] = written.split('.');
  return number === undefined ? [null, one!] : [Number(one), number];
}

/** The numbers that a section has room for in the order of paragraphs. */
const sectionLength = 10_000;

/** The place of a paragraph in the order of a pleading's paragraphs. @param section null where its paragraphs are counted through */
export function paragraphPlace(section: number | null, number: number): number {
  return (section ?? 0) * sectionLength + number;
}

/** The section and number of a paragraph by its place. */
export function atPlace(place: number): { readonly section: number | null; readonly number: number } {
  return { section: Math.floor(place / sectionLength) || null, number: place % sectionLength };
}

/** What each pleading is cited as. */
export const citedAs = {
  complaint: 'Compl.',
  thirdParty: 'Third-Party Compl.',
  intervention: 'Compl. in Intervention',
  answer: 'Answer',
  counterclaim: 'Countercl.',
} as const;

/** How a pleading is cited: Compl., Am. Compl., Second Am. Compl., Answer, Countercl. */
export function pleadingCite({ kind, amended }: PleadingName): string {
  const ordinal = ['', '', 'Second ', 'Third ', 'Fourth '][amended] ?? '';
  return `${ordinal}${amended > 0 ? 'Am. ' : ''}${citedAs[kind]}`;
}
