import type { Citation } from '../../model/exhibits.ts';
import type { FoundCitation } from './reading/found-citation.ts';
import { exhibitsByLabel } from '../exhibits/exhibits-by-label.ts';
import { firstIndex } from '../first-index.ts';
import type { PinPlace } from './reading/pins.ts';

/** Numbers of one prefix that an exhibit's pages have. */
export interface ExhibitNumber {
  readonly prefix: string;
  readonly number: number;
  /** Place among the pages carried, from 0. */
  readonly page: number;
}

/** An exhibit as citations are checked against it. */
export interface CitableExhibit {
  readonly id: string;
  readonly label: string;
  /** Whether there is a document: not where it is withdrawn, or a label reserved for later. */
  readonly isThere: boolean;
  /** Pages of the whole item; null when not known. */
  readonly itemPages: number | null;
  /** Pages of the item that are carried, from 0, in their order; null for all. */
  readonly selected: readonly number[] | null;
  /** Bates numbers of its pages: its own, including void ones of what is withdrawn, and those already on the original. */
  readonly numbers: readonly ExhibitNumber[];
}

/** A set as citations are checked against it. */
export interface CitableSet {
  readonly name: string;
  /** Of the set's Bates numbers; null where it has none. */
  readonly batesPrefix: string | null;
  readonly purpose: 'motion' | 'declaration' | 'hearing' | 'other';
  readonly declarant: string;
  readonly party: 'plaintiff' | 'defendant' | 'joint' | 'none';
  readonly exhibits: readonly CitableExhibit[];
}

/** Another set of the matter: whose it is, and its labels. */
export interface OtherSet {
  readonly name: string;
  readonly declarant: string;
  readonly party: CitableSet['party'];
  readonly labels: readonly string[];
}

/** A citation with what it means in a set. */
export type MatchedCitation<C extends FoundCitation = FoundCitation> = C & {
  readonly exhibitId: string | null;
  readonly status: Citation['status'];
  /** Where it leads: a place among the pages the exhibit carries, from 0; null where the pin names none of them. */
  readonly exhibitPage: number | null;
};

export interface MatchedCitations<C extends FoundCitation = FoundCitation> {
  readonly own: readonly MatchedCitation<C>[];
  /** Citations of exhibits of other documents and other sets. */
  readonly others: readonly C[];
}

/**
 * Checks the citations of a brief against a set.
 *
 * Whose exhibit a citation means: one that names a declaration is of the set of that declarant (by surname, or by full name
 * where both are given). Where no set of the matter is that declarant's, it is of this set if this set is no declarant's, and
 * absent if it is another's. One that names the other party, or another document (`Compl. Ex. A`), is not of this set. A bare
 * label is of this set; it is `ambiguous` where the brief also cites, by name, another declaration whose set has the same
 * label, or where two sets are of declarants of that name and both have the label.
 *
 * Pages: a pin means the item's own pages, as the slip sheet of an excerpt states them (“pp. 3–7 of 40”): of such an excerpt
 * page 4 is there and page 2 is not. A Bates pin is in range where one of the exhibit's pages bears it; of an exhibit without
 * any number nothing can be said, and it counts as found. So do paragraphs, sections and Roman numerals.
 *
 * @param isGiven whether the matter's ledger has given a number to any page that is still in use: a Bates number cited alone that
 *   was never given, or is void, is `absent`; one of another set's page is that set's
 * @param ownDeclarant whose declaration the brief itself is: bare labels in it are of that declarant's set
 */
export function matchCitations<C extends FoundCitation>(
  found: readonly C[],
  set: CitableSet,
  others: readonly OtherSet[],
  {
    isGiven = () => false,
    ownDeclarant = null,
  }: { isGiven?: (prefix: string, number: number) => boolean; ownDeclarant?: string | null } = {},
): MatchedCitations<C> {
  const exhibits = exhibitsByLabel(set.exhibits.map(({ label }) => label));
  const cited = new Set(found.map(({ declarant }) => declarant));
  if (ownDeclarant !== null) cited.add(ownDeclarant);
  const rivals = others.map((other) => ({
    ...other,
    find: exhibitsByLabel(other.labels),
    isCited: [...cited].some((declarant) => declarant !== null && isSamePerson(declarant, other.declarant)),
  }));
  const own: MatchedCitation<C>[] = [];
  const elsewhere: C[] = [];
  const holders = holdersOfNumbers(set.exhibits);

  const leadsNowhere = (
    citation: C,
    status: 'absent' | 'ambiguous',
    exhibit: CitableExhibit | null = null,
  ): void => {
    own.push({ ...citation, exhibitId: exhibit?.id ?? null, status, exhibitPage: null });
  };
  for (const citation of found) {
    const { label } = citation;
    if (label === null) {
      const [place] = citation.places;
      if (place?.kind !== 'bates') continue;
      const holding = holders.get(keyOf(place.prefix, place.first)) ?? [];
      const { exhibit } = holding.find((holder) => holder.exhibit.isThere) ?? holding[0] ?? {};
      if (exhibit?.isThere) own.push(judged(citation, exhibit, holders));
      else if (exhibit) leadsNowhere({ ...citation, label: exhibit.label }, 'absent', exhibit);
      else if (isSamePrefix(place.prefix, set.batesPrefix) && !isGiven(place.prefix, place.first))
        leadsNowhere(citation, 'absent');
      else elsewhere.push(citation);
      continue;
    }
    const at = exhibits(label) ?? exhibits(labelByParty(citation, set) ?? label);
    const exhibit = at === null ? null : set.exhibits[at]!;
    const whose = whoseIs(citation, set, exhibit !== null, rivals, ownDeclarant);
    if (whose === 'other') elsewhere.push(citation);
    else if (whose === 'either') leadsNowhere(citation, 'ambiguous', exhibit);
    else if (whose === 'nobody') leadsNowhere(citation, 'absent');
    else if (!exhibit?.isThere) leadsNowhere(citation, 'absent', exhibit);
    else own.push(judged(citation, exhibit, holders));
  }
  return { own, others: elsewhere };
}

type Rival = OtherSet & { readonly find: (label: string) => number | null; readonly isCited: boolean };

function whoseIs(
  citation: FoundCitation,
  set: CitableSet,
  isHere: boolean,
  rivals: readonly Rival[],
  ownDeclarant: string | null,
): 'this' | 'other' | 'either' | 'nobody' {
  const { declarant, document } = citation;
  if (document !== null) return isOfSet(document, set) ? 'this' : 'other';
  const label = citation.label!;
  const party = citation.party ?? (isHere ? null : partyOf(label));
  if (party !== null && set.party !== 'none' && set.party !== party) return 'other';
  const hasLabel = ({ find }: Rival) => find(label) !== null;
  if (declarant !== null) {
    const isTheirs = (one: Pick<OtherSet, 'name' | 'declarant'>) =>
      isSamePerson(declarant, one.declarant) || mentions(one.name, declarant);
    const same = rivals.filter(isTheirs);
    if (!isTheirs(set)) return same.length > 0 ? 'other' : set.declarant === '' ? 'this' : 'nobody';
    const meant = meantBy(citation.text, set, same);
    if (meant !== null) return meant;
    if (!same.some(hasLabel)) return 'this';
    return isHere ? 'either' : 'other';
  }
  const isOwn = (one: Pick<OtherSet, 'declarant'>) =>
    ownDeclarant !== null && isSamePerson(ownDeclarant, one.declarant);
  if (isOwn(set)) return 'this';
  const having = rivals.filter((rival) => rival.isCited && hasLabel(rival));
  if (having.length === 0) return 'this';
  return isHere && !having.some(isOwn) ? 'either' : 'other';
}

/** The codes of trial exhibits, and whose they are. */
const trialCode = /^(?<code>(?<side>[PDJ])T?X)-?(?<number>\d\w*)$/i;
const sides = { P: 'plaintiff', D: 'defendant', J: 'joint' } as const;

function partyOf(label: string): CitableSet['party'] | null {
  const side = trialCode.exec(label)?.groups!['side']!.toUpperCase();
  return side === undefined ? null : sides[side as keyof typeof sides];
}

/** How the set of a party has an exhibit named by party and number: PX-3 for “Pls.' Ex. 3”, and 3 for “PX-3”; null where it is no such. */
function labelByParty({ label, party }: FoundCitation, set: CitableSet): string | null {
  if (set.party === 'none' || label === null) return null;
  if (partyOf(label) === set.party) return trialCode.exec(label)!.groups!['number']!;
  if (party !== set.party) return null;
  const coded = set.exhibits.find((exhibit) => partyOf(exhibit.label) === party);
  return coded ? `${trialCode.exec(coded.label)!.groups!['code']!}-${label}` : null;
}

/** Words that tell one declaration of a declarant from another. */
const whichWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:first|1st)\b/i, 'first'],
  [/\b(?:second|2n?d)\b/i, 'second'],
  [/\b(?:third|3r?d)\b/i, 'third'],
  [/\b(?:fourth|4th)\b/i, 'fourth'],
  [/\b(?:fifth|5th)\b/i, 'fifth'],
  [/\bsuppl?(?:emental)?\b/i, 'supplemental'],
  [/\breply\b/i, 'reply'],
  [/\b(?:am\.|amended)/i, 'amended'],
];

function whichOf(text: string): string {
  // “In support of the second motion” says nothing of the declaration.
  const [declaration] = text.split(/\b(?:in support|in opposition|iso|re|regarding)\b/i);
  return whichWords
    .filter(([word]) => word.test(declaration!))
    .map(([, name]) => name)
    .join(' ');
}

/** Which of several sets of one declarant a citation means by its words: the one that is named so; null where they do not tell. */
function meantBy(text: string, set: CitableSet, same: readonly OtherSet[]): 'this' | 'other' | null {
  if (same.length === 0 || !/\bdec|aff|\bcert/i.test(text)) return null;
  const which = whichOf(text);
  const isMeant = ({ name }: Pick<OtherSet, 'name'>) => whichOf(name) === which;
  const others = same.filter(isMeant).length;
  if (isMeant(set)) return others === 0 ? 'this' : null;
  return others === 1 ? 'other' : null;
}

/** Which pages bear a number: those of one item in several exhibits have the same. */
type Holders = ReadonlyMap<string, readonly { readonly exhibit: CitableExhibit; readonly page: number }[]>;

function holdersOfNumbers(exhibits: readonly CitableExhibit[]): Holders {
  const held = exhibits.flatMap((exhibit) => exhibit.numbers.map((number) => ({ exhibit, ...number })));
  return Map.groupBy(held, ({ prefix, number }) => keyOf(prefix, number));
}

function judged<C extends FoundCitation>(
  citation: C,
  exhibit: CitableExhibit,
  holders: Holders,
): MatchedCitation<C> {
  const pages = citation.places.flatMap((place) => pagesOf(place, exhibit, holders));
  const [first] = pages.filter((page) => typeof page === 'number');
  return {
    ...citation,
    label: citation.label ?? exhibit.label,
    exhibitId: exhibit.id,
    status: pages.includes('out') ? 'outOfRange' : 'found',
    exhibitPage: first ?? null,
  };
}

/** Pages of an excerpt, to be looked up. */
interface Excerpt {
  /** Where each is among those carried. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** In the order of the item. */
  readonly inOrder: readonly number[];
}

/** Each excerpt once, however many citations point into it. */
const excerpts = new WeakMap<readonly number[], Excerpt>();

function excerptOf(selected: readonly number[]): Excerpt {
  const present = excerpts.get(selected);
  if (present) return present;
  const made = {
    placeOf: new Map(selected.map((page, place) => [page, place])),
    inOrder: selected.toSorted((a, b) => a - b),
  };
  excerpts.set(selected, made);
  return made;
}

/** The pages a pin names, as places among those carried, the one it leads to first. */
function pagesOf(
  place: PinPlace,
  { id, numbers, selected, itemPages }: CitableExhibit,
  holders: Holders,
): (number | 'out' | 'unknown')[] {
  if (place.kind === 'other') return ['unknown'];
  if (place.kind === 'bates') {
    if (numbers.length === 0) return ['unknown'];
    return [place.first, place.last].map(
      (number) =>
        holders.get(keyOf(place.prefix, number))?.find(({ exhibit }) => exhibit.id === id)?.page ?? 'out',
    );
  }
  if (place.kind === 'digits') {
    if (numbers.length === 0) return ['unknown'];
    return [place.first, place.last].map(
      (digits) => numbers.find(({ number }) => `${number}`.padStart(10, '0').endsWith(digits))?.page ?? 'out',
    );
  }
  const { first, last } = place;
  if (selected === null)
    return [first, last].map((page) => {
      if (page < 1) return 'out';
      if (itemPages === null) return 'unknown';
      return page > itemPages ? 'out' : page - 1;
    });
  const { placeOf, inOrder } = excerptOf(selected);
  const placeFrom = (page: number) => firstIndex(inOrder.length, (at) => inOrder[at]! >= page);
  const [from, to] = [placeFrom(first - 1), placeFrom(last)];
  const firstThere = to > from ? placeOf.get(inOrder[from]!)! : null;
  // Every page between the two has to be there: of an excerpt of pages 3 and 7, 3–7 is not.
  if (to - from <= last - first) return ['out', ...(firstThere === null ? [] : [firstThere])];
  return [first, last].map((page) => placeOf.get(page - 1)!);
}

function keyOf(prefix: string, number: number): string {
  return `${barePrefix(prefix)} ${number}`;
}

/** A Bates prefix in capitals, without what parts it from the digits: people leave that out or write a blank. */
export function barePrefix(prefix: string): string {
  return prefix.toUpperCase().replace(/[ _.-]+$/, '');
}

function isSamePrefix(one: string, other: string | null): boolean {
  return other !== null && barePrefix(one) === barePrefix(other);
}

/**
 * Whether two names are of one person: the same surname, and the same first name or initial where both give one.
 *
 * @example isSamePerson('Smith', 'Jane Q. Smith') // true
 * @example isSamePerson('John Smith', 'Jane Smith') // false
 */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // “Van der Berg” of “Anna van der Berg”: all of the shorter name ends the longer one.
  if (short.every((word, at) => word === long[long.length - short.length + at])) return true;
  if (a.at(-1) !== b.at(-1) || a.length < 2 || b.length < 2) return false;
  const [x, y] = [a[0]!, b[0]!];
  return x === y || ((x.length === 1 || y.length === 1) && x[0] === y[0]);
}

const suffixes = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'esq',
  'md',
  'phd',
  'dr',
  'mr',
  'ms',
  'mrs',
  'prof',
]);

function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !suffixes.has(word));
}

/** Whether the name of a set says whose declaration it belongs to. */
function mentions(setName: string, declarant: string): boolean {
  const words = nameWords(setName);
  const surname = nameWords(declarant).at(-1);
  return (
    surname !== undefined &&
    surname.length > 1 &&
    words.includes(surname) &&
    words.some((word) => /^(?:decl?|declaration|aff|affidavit|affirmation|cert|certification)$/.test(word))
  );
}

/** Documents by the beginnings of their names, and the words a set's name or purpose has for them. */
const documents: readonly (readonly [RegExp, RegExp])[] = [
  [/compl|^[fst]ac$|^v\.?c/i, /compl/i],
  [/mot|msj|^br|mem/i, /mot(?:ion|\.)|\btro\b|brief|memorandum/i],
  [/opp|resp/i, /opp|response/i],
  [/reply/i, /reply/i],
  [/pet/i, /petition/i],
  [/ans/i, /answer/i],
  [/dep|tr\./i, /depo|transcript/i],
  [/rep\.|rpt|report/i, /report/i],
  [/rjn|notice$/i, /judicial notice|\brjn\b/i],
  [/removal/i, /removal/i],
];

/** Whose complaint is not the plaintiff's own: its exhibits are not those of the complaint. */
const othersComplaint = /third[- ]party|cross|counter|interven/i;

function isOfSet(document: string, { name, purpose }: CitableSet): boolean {
  if (/compl/i.test(document) && othersComplaint.test(document) !== othersComplaint.test(name)) return false;
  return documents.some(
    ([cited, named]) =>
      cited.test(document) && (named.test(name) || (purpose === 'motion' && cited.test('Mot.'))),
  );
}
