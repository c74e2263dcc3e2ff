import { withoutLineNumbers } from '../../citations/reading/plain-page.ts';
import { pageBodies } from '../../citations/reading/running-lines.ts';
import { atPlace, paragraphPlace } from './pleaded-at.ts';

/** A numbered paragraph of a pleading (FRCP 10(b)). */
export interface PleadedParagraph {
  /** Where paragraphs are numbered 1.1, 1.2, 2.1; null where they are counted through. */
  readonly section: number | null;
  readonly number: number;
  /** The page it begins on, from 1. */
  readonly page: number;
  readonly text: string;
  /** As much of it as stands on that page. */
  readonly opening: string;
  /** Whether it is one of counterclaims that count anew. */
  readonly isCounterclaim: boolean;
}

interface Line {
  readonly page: number;
  readonly text: string;
  /** Pages before its own on which no line begins with a number. */
  readonly pagesWithout: number;
}

/** A line that begins with a number, as the end of the longest row of numbers that leads to it. */
interface Beginning {
  readonly at: number;
  /** Its place in the order of paragraphs. */
  readonly number: number;
  /** The line's words after the number. */
  readonly rest: string;
  readonly score: number;
  readonly before: Beginning | null;
}

/** “14. The host”, “14) The host”, “14.” alone, “¶ 14 The host”; not “14.5” and not “14 days”. */
const numbered = /^(?:(\d{1,4})\s?[.)](?=\s|$|["“(]?\p{Lu})|¶{1,2}\s?(\d{1,4})\.?(?=\s))\s*/u;
/** “3.1 The host”, “3.1. The host”, “¶ 3.1 The host”: counted within its section. */
const numberedInSection = /^(?:¶{1,2}\s?)?([1-9]\d?)\.([1-9]\d{0,2})\.?(?=\s|$)\s*/u;
/** An entry of a table of contents. */
const leader = /\.(?: ?\.){3,}|…{2,}/;
/** What a number follows that belongs to a cite: “Ex.\n4. Then”. */
const citeBegun = /(?:\b(?:Exs?|Dkt|Nos?|Doc|ECF|vs?|at|Rules?|Fig|Art|Sec)|[¶§])\.?$/iu;
const sentenceEnd = /[.?!:;]["”’)\]]{0,3}$/u;
/** Where what is alleged ends and what is asked for, or the signature, begins. */
const closing =
  /^(?:(?:[IVXLC]{1,6}|[A-Z])\.\s+)?(?:(?<prayer>prayer(?: for relief)?|requests? for relief|relief (?:requested|sought)|demand for (?:relief|judgment)|wherefore)|demand for (?:a )?jury|jury (?:trial )?demand(?:ed)?|dated\b.{0,40}|respectfully submitted|verification)\b[.,:]?(?:\s|$)/iu;
/** “III. JURISDICTION”, “B. The suspension”. */
const enumerated = /^(?:[IVXLC]{1,6}|[A-Z])\.\s+\S/u;
const fullStop = /[.?!]["”’)\]]{0,3}$/u;
const startsLower = /^\p{Ll}/u;
const lowerCase = /\p{Ll}/u;
/** What a count is headed by. */
const countHead =
  /^(?:count\b|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b.{0,40}\b(?:claim|cause|count)\b|claim (?:\d|[IVX]))/iu;

/** What counterclaims are headed by. */
const counterclaimHead = /^(?=.{5,60}$).*\b(?:counter|cross)-?\s?(?:claims?|complaint)\b(?!.*[.?!]$)/iu;

/** What a paper is headed by that is attached to a pleading. */
const paperHead = /^(?:exhibit ["“']?[A-Z0-9]{1,4}["”']?$|(?:declaration|affidavit) of \p{Lu})/iu;

/** Numbers that may be left out between one paragraph and the next: some go wrong in typing and in recognition. */
const maxLeftOut = 3;
/** And for each page between the two on which none was read, such as a scan without text; of so many pages at most. */
const maxOnPage = 12;
const maxPagesWithout = 10;
/** What a number counts that follows no full stop and no heading: mostly it is of a wrapped cite, or of a list in a paragraph. */
const doubtful = 0.4;
/** What each number that is left out takes off. */
const gapCost = 0.5;
/** How many of the numbers before one a section has where it leads to that one from 1. */
const shareAnew = 0.7;
/** Lines of a paragraph at most: after the last one there may be exhibits. */
const maxLines = 200;
/** Fewer numbers in a row are a list of something else. */
const minParagraphs = 3;

/**
 * Reads the numbered paragraphs of a pleading: the longest row of numbers at beginnings of lines, in their order, of its first
 * section that alleges something; or those numbered 1.1, 1.2, 2.1 up to the prayer, above which numbers are
 * headings. Behind a heading that is followed by another 1 a new section begins: a prayer, defenses, a
 * paper that is attached, or counterclaims, whose paragraphs follow. Running lines, numbers of pleading paper and headings
 * between paragraphs are left out.
 *
 * @param pages the text of each page from the first; empty where a page has none
 * @returns none where fewer than three stand in a row
 * @example readParagraphs(['1. One.\n2. Two.\nII. PARTIES\n3. Three.'])[1]?.text // 'Two.'
 */
export function readParagraphs(pages: readonly string[]): PleadedParagraph[] {
  const lines = linesOf(pages);
  const [through, inSections] = [countedThrough(lines), countedInSections(lines)];
  return inSections.length > 0 && inSections.length >= through.length ? inSections : through;
}

/** Paragraphs numbered 1.1, 1.2, 2.1, without those of the prayer. */
function countedInSections(lines: readonly Line[]): PleadedParagraph[] {
  const row = longestRow(lines, { from: 0, end: lines.length, numberOf: numberInSection });
  const prayer = lines.findIndex(
    ({ text }, at) =>
      at > (row[0]?.at ?? 0) &&
      !startsLower.test(text) &&
      closing.exec(text)?.groups!['prayer'] !== undefined,
  );
  const end = prayer < 0 ? lines.length : prayer;
  const own = row.filter(({ at }) => at < end);
  return own.length < minParagraphs ? [] : paragraphsOf(lines, { from: 0, end, row: own }, false);
}

function countedThrough(lines: readonly Line[]): PleadedParagraph[] {
  const sections = sectionsOf(lines).filter(({ row }) => row.length >= minParagraphs);
  const own = sections.find((section) => hasSentences(lines, section)) ?? sections[0];
  if (!own) return [];
  const counterclaims = sections
    .slice(sections.indexOf(own) + 1)
    .find(({ from, row }) =>
      lines.slice(from, row[0]!.at).some(({ text }) => counterclaimHead.test(text) && isHeading(text)),
    );
  return [
    ...paragraphsOf(lines, own, false),
    ...(counterclaims ? paragraphsOf(lines, counterclaims, true) : []),
  ];
}

/** Lines among which numbers count from 1, and the row of those that do. */
interface Section {
  readonly from: number;
  readonly end: number;
  readonly row: readonly Beginning[];
}

/** Sections by the numbers that count anew behind a heading. One that goes on where the one before it ended is part of it. */
function sectionsOf(lines: readonly Line[]): Section[] {
  const starts = [0];
  let head: number | null = null;
  for (const [at, { text }] of lines.entries()) {
    const number = numberOf(text)?.number;
    if (number === 1 && head !== null) starts.push(head);
    if (number !== undefined) head = null;
    else if (isHeading(text) || closing.test(text) || paperHead.test(text)) head ??= at;
  }
  const sections: Section[] = [];
  for (const [place, from] of starts.entries()) {
    const end = starts[place + 1] ?? lines.length;
    const row = longestRow(lines, { from, end });
    const before = sections.at(-1);
    const on = before ? rowGoingOn(lines, before, { from, end, row }) : [];
    if (on.length > 0) sections[sections.length - 1] = { ...before!, end, row: [...before!.row, ...on] };
    else sections.push({ from, end, row });
  }
  return sections;
}

/** The numbers of a section that go on from the one before it, where what counts anew was a list in a paragraph with a heading of its own. */
function rowGoingOn(
  lines: readonly Line[],
  { row: before }: Section,
  { from, end, row }: Section,
): Beginning[] {
  const last = before.at(-1)?.number ?? 0;
  const on = longestRow(lines, { from, end, above: last });
  const [first] = on;
  if (last === 0 || !first || first.number - 1 - last > maxLeftOut) return [];
  const anew = row.filter(({ at }) => at < first.at).length;
  return anew < (first.number - 1) * shareAnew ? on : [];
}

/** Whether most paragraphs of a section end as sentences do; a list of claims in a caption does not. */
function hasSentences(lines: readonly Line[], section: Section): boolean {
  const texts = paragraphsOf(lines, section, false).map(({ text }) => text);
  return texts.filter((text) => fullStop.test(text)).length * 2 >= texts.length;
}

function paragraphsOf(
  lines: readonly Line[],
  { row, end: sectionEnd }: Section,
  isCounterclaim: boolean,
): PleadedParagraph[] {
  return row.map(({ at, number, rest }, place) => {
    const end = row[place + 1]?.at ?? sectionEnd;
    const { page } = lines[at]!;
    const following = lines.slice(at + 1, Math.min(end, at + maxLines));
    const own = withoutHeadings([rest, ...following.map(({ text }) => text)]);
    const here = 1 + following.filter((line) => line.page === page).length;
    return {
      ...atPlace(number),
      page,
      text: joined(own),
      opening: joined(own.slice(0, here)),
      isCounterclaim,
    };
  });
}

function linesOf(pages: readonly string[]): Line[] {
  const whole = pages.map(withoutLineNumbers);
  let pagesWithout = 0;
  return pageBodies(whole).flatMap(({ start, end }, at) => {
    const texts = whole[at]!.slice(start, end).split('\n');
    const lines = texts
      .map((line) => ({ page: at + 1, text: line.trim(), pagesWithout }))
      .filter(({ text }) => text !== '');
    if (lines.every(({ text }) => numberOf(text) === null)) pagesWithout += 1;
    return lines;
  });
}

/** The number at the beginning of a line, and its words after it; null where it has none. */
function numberOf(text: string): { readonly number: number; readonly rest: string } | null {
  const match = leader.test(text) ? null : numbered.exec(text);
  return match && { number: Number(match[1] ?? match[2]), rest: text.slice(match[0].length) };
}

/** The place of the number within a section at the beginning of a line, and its words after it; null where it has none. */
function numberInSection(text: string): ReturnType<typeof numberOf> {
  const match = leader.test(text) ? null : numberedInSection.exec(text);
  return (
    match && { number: paragraphPlace(Number(match[1]), Number(match[2])), rest: text.slice(match[0].length) }
  );
}

/** The longest row of numbers between two lines. @param place.above the number that all of them are above */
function longestRow(
  lines: readonly Line[],
  {
    from,
    end,
    above = 0,
    numberOf: read = numberOf,
  }: {
    readonly from: number;
    readonly end: number;
    readonly above?: number;
    readonly numberOf?: typeof numberOf;
  },
): Beginning[] {
  const byNumber = new Map<number, Beginning>();
  let best: Beginning | null = null;
  for (let at = from; at < end; at += 1) {
    const own = read(lines[at]!.text);
    if (!own || own.number <= above) continue;
    const { number, rest } = own;
    const before = lines[at - 1]?.text ?? '';
    const isSure = (before === '' || fullStop.test(before) || isHeading(before)) && !citeBegun.test(before);
    const weight = isSure && !startsLower.test(rest) ? 1 : doubtful;
    const beginning = extended(byNumber, lines, { at, number, rest, own: weight });
    // Of two rows of one length the earlier holds: a numbered list within a paragraph does not begin the count anew.
    // The first number of the next section follows any of this one.
    const { section } = atPlace(number);
    for (const key of section === null ? [number] : [number, paragraphPlace(section + 1, 0)])
      if (beginning.score > (byNumber.get(key)?.score ?? 0)) byNumber.set(key, beginning);
    if (beginning.score > (best?.score ?? 0)) best = beginning;
  }
  const row: Beginning[] = [];
  for (let each = best; each; each = each.before) row.unshift(each);
  return row;
}

function extended(
  byNumber: ReadonlyMap<number, Beginning>,
  lines: readonly Line[],
  {
    own,
    ...line
  }: { readonly at: number; readonly number: number; readonly rest: string; readonly own: number },
): Beginning {
  let [score, before]: [number, Beginning | null] = [own, null];
  const { pagesWithout } = lines[line.at]!;
  const most = maxLeftOut + maxOnPage * Math.min(pagesWithout, maxPagesWithout);
  for (let leftOut = 0; leftOut <= most; leftOut += 1) {
    const previous = byNumber.get(line.number - 1 - leftOut);
    if (!previous) continue;
    const pagesBetween = pagesWithout - lines[previous.at]!.pagesWithout;
    if (leftOut > maxLeftOut + maxOnPage * pagesBetween) continue;
    const together = previous.score + own - Math.min(leftOut, maxLeftOut) * gapCost;
    if (together > score) [score, before] = [together, previous];
  }
  return { ...line, score, before };
}

function isHeading(text: string): boolean {
  return enumerated.test(text) || countHead.test(text) || (text.length > 3 && !lowerCase.test(text));
}

/** A paragraph's own lines: without headings of what follows, and without what comes after all paragraphs. */
function withoutHeadings(lines: readonly string[]): readonly string[] {
  for (let at = 1; at < lines.length; at += 1) {
    if (!sentenceEnd.test(lines[at - 1]!)) continue;
    if (closing.test(lines[at]!)) return lines.slice(0, at);
    if (lines.length - at > maxHeadingLines || startsLower.test(lines[at]!)) continue;
    const rest = lines.slice(at);
    if (isHeading(rest[0]!) || rest.every((line) => !sentenceEnd.test(line) && line.length < 90))
      return lines.slice(0, at);
  }
  return lines;
}

/** Lines of headings between two paragraphs at most. */
const maxHeadingLines = 6;

/** One line; a hyphen at a line's end mostly belongs to its word. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => (/\p{L}-$/u.test(text) ? text + line : `${text} ${line}`)).trim();
}
