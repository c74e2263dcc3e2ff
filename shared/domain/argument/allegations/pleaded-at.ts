import { docketNumber } from '../../citations/reading/docket-number.ts';
import { completed } from '../../citations/reading/pins.ts';

/** Which pleading is meant: the complaint as first filed or as amended so many times, an answer, or the counterclaims in one. */
export interface PleadingName {
  readonly kind: 'complaint' | 'answer' | 'counterclaim';
  /** How often it was amended; 0 for never. */
  readonly amended: number;
}

/** Paragraphs of a pleading, both ends included. */
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
  [3, /\b(?:third|3r?d)\b|\bTAC\b/iu],
  [2, /\b(?:second|2n?d)\b|\bSAC\b/iu],
];
const amendedWord = /\bam(?:end|\.|\b)|\b[FST]?AC\b/iu;
const kindWord =
  /\b(?:compl|pet(?:ition|\.)|v\.?c\.?(?!\w)|[FST]?AC\b|(?<answer>answ|ans\.)|(?<counterclaim>(?:counter|cross)-?\s?cl))/iu;
/** A sign, and the numbers after it: ¶ 14; ¶¶ 14–16, 20 and 22(a). */
const listed =
  /(?:¶{1,2}|\bparas?\.?|\bpars?\.|\bparagraphs?)\s*(\d{1,4}(?!\d)(?:\([a-z]{1,4}\))?(?:(?:\s?[-–—]\s?|\s(?:to|through)\s|,\s?(?:and\s|&\s)?|\s(?:and|&)\s|;\s?)(?:¶{1,2}\s?)?\d{1,4}(?!\d)(?:\([a-z]{1,4}\))?)*)/giu;
const onlyNumbers = /^\d{1,4}(?:\([a-z]{1,4}\))?(?:[\s,;&–—-]+\d{1,4}(?:\([a-z]{1,4}\))?)*$/iu;
const range = /(\d{1,4})(?:\([a-z]{1,4}\))?(?:(?:\s?[-–—]\s?|\s(?:to|through)\s)(?:¶{1,2}\s?)?(\d{1,4}))?/giu;

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
  const { answer, counterclaim } = match.groups!;
  return { kind: answer ? 'answer' : counterclaim ? 'counterclaim' : 'complaint', amended };
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
    const first = Number(from);
    return { ...paper, first, last: to === undefined ? first : Math.max(first, completed(from!, to)) };
  });
}

/** What each pleading is cited as. */
export const citedAs = { complaint: 'Compl.', answer: 'Answer', counterclaim: 'Countercl.' } as const;

/** How a pleading is cited: Compl., Am. Compl., Second Am. Compl., Answer, Countercl. */
export function pleadingCite({ kind, amended }: PleadingName): string {
  const ordinal = ['', '', 'Second ', 'Third ', 'Fourth '][amended] ?? '';
  return `${ordinal}${amended > 0 ? 'Am. ' : ''}${citedAs[kind]}`;
}
