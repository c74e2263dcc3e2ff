import { docketNumber } from './docket-number.ts';
import { has, type KnownLabels } from './known-labels.ts';
import { endAt, isAt, matchAt } from './sticky.ts';

/** A place within an exhibit that a citation points at. */
export type PinPlace =
  /** Pages, both ends included. */
  | { readonly kind: 'page'; readonly first: number; readonly last: number }
  /** Bates numbers, both ends included. */
  | { readonly kind: 'bates'; readonly prefix: string; readonly first: number; readonly last: number }
  /** Bates numbers by the digits they end in: “at -012”, “at Bates 123”, “at 000123”. */
  | { readonly kind: 'digits'; readonly first: string; readonly last: string }
  /** Paragraphs, sections, pages in Roman numerals, and the court's own count (PageID): nothing here can count them. */
  | { readonly kind: 'other' };

/** A pin cite as written. Places are in the plain page. */
export interface Pin {
  readonly start: number;
  readonly end: number;
  readonly places: readonly PinPlace[];
}

/** A Bates number, and the end of a range, whose prefix may be left out: AMZ000123–25, AMZ000123 to -125. @param prefix a pattern of it */
const batesSource = (prefix: string) =>
  String.raw`(?<prefix>${prefix})(?<joint>[_.\-]?|[ ](?=\d{5}))(?<digits>\d{3,10})(?![\p{L}\p{N}])(?:[._\-][A-Za-z]{1,8}(?![\p{L}\p{N}]))?(?:(?: ?[\-–] ?(?:\k<prefix>\k<joint>)?| (?:through|thru|to) (?:\k<prefix>\k<joint>|[\-–'](?=\d\d)))(?<last>\d{1,10})(?![\p{L}\p{N}:])(?:[._\-][A-Za-z]{1,8}(?![\p{L}\p{N}]))?)?`;
/** One letter is a prefix before five digits or more. */
const batesPin = new RegExp(
  batesSource(String.raw`[A-Z](?=[_.\-]?\d{5})|[A-Z][A-Z&]{1,19}(?:[._\-][A-Z][A-Z0-9]{0,9}){0,2}?`),
  'uy',
);
/** What else has capitals before a number: codes, courts' systems, postal codes. */
const notBates = /^(?:RCW|USC|CFR|WL|ECF|DKT|DOC|NO|WSBA|SBN|WA|NY|CA|DC)$/;

/** Bates prefixes looked for at most. */
export const maxPrefixes = 200;

/** Finds a Bates number of a matter's own prefixes at a place; null where it has none. */
export type OwnBates = RegExp | null;

/** A pattern of any of the prefixes that a matter's Bates numbers have; empty where it has none. */
export function anyPrefix(prefixes: readonly string[]): string {
  return prefixes
    .slice(0, maxPrefixes)
    .map((prefix) => prefix.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
}

/**
 * What finds numbers of prefixes that no other Bates number has: W0004, Amz0012, X1_0003. Of one letter, four digits or more that
 * follow at once make a number: B-747 is an airplane, Form B 14268 a form.
 */
export function ownBatesOf(prefixes: readonly string[]): OwnBates {
  const any = anyPrefix(prefixes);
  const source = String.raw`(?:(?![A-Za-z](?: |[_.\-]?\d{3}(?!\d)))(?:${any}))`;
  return any === '' ? null : new RegExp(batesSource(source), 'uy');
}

/** Pages and ranges that one pin names at most. */
const maxPlaces = 200;
/** Lines that a page of a transcript or of pleading paper has at most. */
const maxLines = 28;

const marker =
  /(?::(?=\d{1,4}(?![\p{L}\p{N}:]))|,? (?=\d{1,4}:\d{1,2}(?!\d))|,? ?[([]?(?:\p{Lu}[\p{L}'.-]{0,30} ){0,3}(?:Dep|Depo|Tr)\.(?: Tr\.)?,?(?: at)? (?=\d{1,4}:\d)|,? ?(?:(?<bates>[([]?(?:at )?Bates(?:[- ](?:[Ss]tamp|[Ll]abel)(?:l?ed)?)? (?:(?:[Nn]os?\.|[Nn]umbers?|[Rr]ange|[Pp]ages?|pp?\.) )?)|[([]?(?:at|AT|At) (?:ECF )?(?:(?:PP?|pp?|pgs?)\.? ?(?=[\d*])|pages? |(?<atSign>(?:¶{1,2}|§{1,2}|paras?\.|paragraphs?|Page ?ID ?#?[.:]?) ?))?|[([]?@ ?(?=\d)|[([]?(?:PP?|pp?|pgs?)\. ?|[([]?(?:pp? |PAGES? |PGS?\.? )(?=\d)|Tr\. (?:at )?(?=\d)|[([]?(?:p|(?<=[,(] ?)P)(?:ages?|gs?) (?=\d)|[([]?(?<sign>(?:¶{1,2}|§{1,2}|paras?\.|paragraphs?|Page ?ID ?#?[.:]?) ?)))\*?/uy;
const pageItem =
  /\*?(?<first>\d{1,6})(?<line>:\d{1,3})?(?:(?: ?[-–] ?| (?:through|thru|to) )\*?(?<last>\d{1,6})(?<lastLine>:\d{1,3})?)?(?![\p{L}\p{N}]|:\d|\.\d{1,4}(?!\d| (?:\d{1,3} )?["(]*\p{Lu}| ?$)|%| per ?cent\b| ?[aApP]\.? ?[mM]\b)(?: ?n\. ?\d{1,3}| ?nn\. ?\d{1,3}(?: ?[-–&] ?\d{1,3})?|,? (?:ll?\.|lines?) ?\d{1,2}(?: ?[-–] ?\d{1,2})?|\/\d{1,4}(?![\d/]))?/muy;
const sectionItem =
  /(?:[A-Z]?\d{1,5}|(?<=[¶§] ?)[IVXLC]{1,6}(?![\p{L}\p{N}]))(?:[.(][A-Za-z0-9]{1,4}\)?){0,4}(?: ?[-–] ?\d{1,5})?/uy;
/** The digits that a Bates number ends in: “-012”, “'012–14”, “000123”. */
const lastDigits =
  /(?<sign>[-–'](?=\d\d))?(?<first>\d{1,10})(?:(?: ?[-–] ?| (?:through|thru|to) )[-–']?(?<last>\d{1,10}))?(?![\p{L}\p{N}]|:\d)/uy;
/** A page by the number stamped behind a label: “PX1-003”, “PX-001.0003–0005”. */
const stamp =
  /(?<sign>[-.])(?<first>0\d{2,4})(?:(?: ?[-–] ?| (?:through|thru|to) )[-.]?(?<last>\d{2,5}))?(?![\p{L}\p{N}]|[-.]\d)/uy;
const romanItem = /[ivxlc]{1,8}(?: ?[-–] ?[ivxlc]{1,8})?(?![\p{L}\p{N}])/uy;
/** Between two places of a pin; after a semicolon only what nothing but its end follows: “at 4; 6”, not “at 4; 5 U.S.C. § 552”. */
const joint =
  /(?:(?:, ?(?:(?:and|&) )?| (?:and|&) )(?=[*\dA-Z]|[-–']\d\d)|; (?=\d{1,4}(?:[-–:]\d{1,4})*(?:[.,;)](?!\d)|$)))/my;
/** What makes a number before it that of a volume of reports, a title of a code, or a count: not a page. */
export const reporterSource = String.raw`(?:U\.? ?S\.|F\.|S\. ?Ct|P\.|A\.|N\.|S\. ?[EW]\.|So\.|Cal\.|Wn\.|Wash\.|C\.F\.R|Fed\.|L\. ?Ed|WL |B\.R\.|[A-Z][A-Za-z.]{0,12} L\. Rev)`;
const reporter = new RegExp(` ${reporterSource}`, 'y');
const count =
  / (?!at\b|to\b|of\b|in\b|is\b|are\b|was\b|were\b|and\b|or\b|as\b|through\b|thru\b|n\.|nn\.|p\.|pp\.|show|respectively\b)[a-z]{2,}/y;

/** Whether a reporter or a code's name follows, so that the number before it belongs to that. */
export function isReporterNext(text: string, at: number): boolean {
  return isAt(reporter, text, at);
}

/** Whether what is counted follows, so that the number before it is neither a page nor a label: “15 pages”, “2 days later”. */
export function isCountedNext(text: string, at: number): boolean {
  return isAt(count, text, at);
}

const ownPin = /(?: ?\([^()]{1,60}\))?,? (?:at|pp?\.|¶|§)/y;

/**
 * Whether the number of a page is stamped behind a label, and not that of a part that the set has, or of the end of a range:
 * “PX-001-003” are three exhibits.
 */
export function isStamped(text: string, at: number, label: string, known: KnownLabels): boolean {
  const found = matchAt(stamp, text, at);
  if (!found) return false;
  const { sign, first } = found.groups!;
  const isRange = sign === '-' && /0\d*$/.exec(label)?.[0].length === first!.length;
  const isPart =
    has(known, `${label}${sign}${first}`) || known.inOrder.some((one) => one.startsWith(`${label}${sign}0`));
  return !isRange && !isPart;
}

/** Whether a pin follows a number in a list, or what it is and a pin, so that it is a label: “2 (Jones Dep.) at 12:1”. */
export function hasOwnPin(text: string, at: number): boolean {
  return isAt(ownPin, text, at);
}

export interface PinOptions {
  readonly ownBates?: OwnBates;
  /** Whether what is there is the next label of a list: `at 4, 3 at 6`. */
  readonly isLabel?: ((start: number, end: number) => boolean) | undefined;
}

/**
 * Reads a pin cite: `at 4`, `, pp. 4–6, 9`, `¶ 7`, `at 3:14-22`, `at AMZ000123–25`, ` (AMZ000123)`.
 *
 * @param at where the label, or what is between it and the pin, ends in the plain text
 * @returns null where none follows
 */
export function readPin(
  text: string,
  at: number,
  { ownBates = null, isLabel = () => false }: PinOptions = {},
): Pin | null {
  const stamped = matchAt(stamp, text, at);
  if (stamped) {
    const { first, last } = stamped.groups!;
    const place = { kind: 'page', first: Number(first), last: completed(first!, last ?? first!) } as const;
    return { start: at + 1, end: stamp.lastIndex, places: [place] };
  }
  const places: PinPlace[] = [];
  let [start, end]: [number | null, number] = [null, at];
  // “¶ 7 at 3”, “§ 4.2, p. 3”: the page it is on.
  for (let isPage = false; !isPage && places.length < maxPlaces;) {
    const bates = readBatesPin(text, end, ownBates);
    if (bates && !isLabel(bates.start, bates.end))
      return { start: start ?? bates.start, end: bates.end, places: [...places, ...bates.places] };
    const found = matchAt(marker, text, end);
    if (!found) break;
    const sign = found.groups!['atSign'] ?? found.groups!['sign'];
    isPage = sign === undefined;
    const begin = end + found[0].length;
    const isBates = found.groups!['bates'] !== undefined;
    const read = readPlaces(text, begin, { isOther: !isPage, isBates, ownBates, isLabel });
    if (read.places.length === 0) break;
    start ??= begin - (sign?.length ?? 0);
    places.push(...read.places);
    ({ end } = read);
  }
  return start === null ? null : { start, end, places };
}

/** Reads the places after a pin's sign: “4–6, 9 and 12”. */
function readPlaces(
  text: string,
  begin: number,
  { isLabel, ...kind }: PlaceKind & { readonly isLabel: (start: number, end: number) => boolean },
): Pick<Pin, 'places' | 'end'> {
  const places: PinPlace[] = [];
  let end = begin;
  let next: number | null = begin;
  /** The line after which others of the same page may be named. */
  let line = Infinity;
  while (next !== null && places.length < maxPlaces) {
    const item: Item | null = readItem(text, next, kind);
    if (!item || (next !== begin && (isReporterNext(text, item.end) || isLabel(next, item.end)))) break;
    if (next !== begin && text.slice(end, next).includes('and') && isCountedNext(text, item.end)) break;
    // “at 45:3-9, 12-14” goes on with lines of the page.
    const { place } = item;
    const isOfLines = !item.line && place.kind === 'page' && place.first > line && place.last <= maxLines;
    if (!isOfLines) places.push(place);
    line = isOfLines ? place.last : (item.line ?? Infinity);
    ({ end } = item);
    next = endAt(joint, text, end);
  }
  return { places, end };
}

const pagesBefore =
  /(?<![\p{L}\p{N}])(?<pages>(?:[Pp]ages?|[Pp]{1,2}\.) ?\d[\d, –-]{0,40}(?:and \d{1,4})?) (?:of|in|to) (?:the )?$/u;

/** “Smith Dep. 45:3–9 (Ex. A)”. */
const linesBefore =
  /(?<![\p{L}\p{N}])(?:Depo?|Tr)\.(?: Tr\.)?,?(?: at)? (?<pages>\d{1,4}:\d[\d:, –-]{0,40}) [([]$/u;

/** “Dkt. 5-1 at 3 (Ex. 1)”: of an attachment, which is the exhibit. */
const paperBefore = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${docketNumber}(?<=-\d{1,4}),? (?<pages>(?:at|pp?\.) \d[\d, –-]{0,40}) [([]$`,
  'u',
);

/**
 * The pages named before an exhibit: “page 4 of Exhibit A”.
 *
 * @param from where the text before it that is already read ends
 * @returns with the place where the words begin that name them
 */
export function readPinBefore(text: string, at: number, from: number): (Pin & { from: number }) | null {
  const begin = Math.max(from, at - 80);
  const before = text.slice(begin, at);
  const found = pagesBefore.exec(before) ?? linesBefore.exec(before) ?? paperBefore.exec(before);
  if (!found) return null;
  const { pages } = found.groups!;
  const start = begin + found.index + found[0].lastIndexOf(pages!);
  // Lines of a transcript are a pin by the blank before them.
  const pin = readPin(text, pages!.includes(':') ? start - 1 : start);
  return pin?.end === start + pages!.length ? { ...pin, from: begin + found.index } : null;
}

interface Item {
  readonly place: PinPlace;
  readonly end: number;
  /** The line of the page that it ends at, where it names lines. */
  readonly line?: number;
}

/** What the sign of a pin says of its places. */
interface PlaceKind {
  /** Whether they are paragraphs and the like. */
  readonly isOther: boolean;
  /** Whether they are Bates numbers, however short. */
  readonly isBates: boolean;
  readonly ownBates: OwnBates;
}

function readItem(text: string, at: number, { isOther, isBates, ownBates }: PlaceKind): Item | null {
  if (isOther) {
    const end = endAt(sectionItem, text, at);
    return end === null ? null : { place: { kind: 'other' }, end };
  }
  const bates = readBates(text, at, ownBates);
  if (bates) return bates;
  const tail = matchAt(lastDigits, text, at)?.groups;
  if (tail && (isBates || tail['sign'] !== undefined || /^0\d\d/.test(tail['first']!))) {
    const { first, last = first } = tail;
    const whole = first!.slice(0, Math.max(0, first!.length - last!.length)) + last!;
    return { place: { kind: 'digits', first: first!, last: whole }, end: lastDigits.lastIndex };
  }
  const page = matchAt(pageItem, text, at);
  if (page) {
    const end = at + page[0].length;
    const { first, last, line, lastLine } = page.groups!;
    // “at 0:35” is a time of a recording.
    if (line && Number(first) === 0) return { place: { kind: 'other' }, end };
    const from = Number(first);
    // 3:14-22 are lines of one page; 3:14–4:2 lines of two.
    const to = last === undefined || (line && !lastLine) ? from : completed(first!, last);
    const lineEnd = lastLine?.slice(1) ?? last ?? line?.slice(1);
    return {
      place: { kind: 'page', first: from, last: Math.max(from, to) },
      end,
      ...(line && { line: Number(lineEnd) }),
    };
  }
  const end = endAt(romanItem, text, at);
  return end === null ? null : { place: { kind: 'other' }, end };
}

const batesOpening = /,? ?[([]?/y;

function readBatesPin(text: string, at: number, ownBates: OwnBates): Pin | null {
  const start = endAt(batesOpening, text, at)!;
  const bates = readBates(text, start, ownBates);
  return bates && { start, end: bates.end, places: [bates.place] };
}

/**
 * Reads a Bates number or range.
 *
 * @returns null where none stands
 * @example readBates('AMZ000123–25', 0) // place: { kind: 'bates', prefix: 'AMZ', first: 123, last: 125 }
 */
export function readBates(text: string, at: number, ownBates: OwnBates = null): Item | null {
  const own = ownBates && matchAt(ownBates, text, at);
  const match = own ?? matchAt(batesPin, text, at);
  if (!match) return null;
  const { prefix, joint, digits, last } = match.groups!;
  if (!own && notBates.test(prefix!)) return null;
  const first = Number(digits);
  const to = last === undefined ? first : completed(digits!, last);
  return {
    place: {
      kind: 'bates',
      prefix: prefix! + (joint === ' ' ? '' : joint),
      first,
      last: Math.max(first, to),
    },
    end: at + match[0].length,
  };
}

/** The end of a range whose leading digits are left out: 104–06 ends at 106. */
export function completed(first: string, last: string): number {
  return last.length < first.length
    ? Number(first.slice(0, first.length - last.length) + last)
    : Number(last);
}
