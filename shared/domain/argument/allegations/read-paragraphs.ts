import { lineNumbers } from '../../citations/reading/plain-page.ts';
import { pageBodies } from '../../citations/reading/running-lines.ts';

/** A numbered paragraph of a pleading (FRCP 10(b)). */
export interface PleadedParagraph {
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
}

/** A line that begins with a number, as the end of the longest row of numbers that leads to it. */
interface Beginning {
  readonly at: number;
  readonly number: number;
  /** The line's words after the number. */
  readonly rest: string;
  readonly score: number;
  readonly before: Beginning | null;
}

/** “14. The host”, “14) The host”, “14.” alone, “¶ 14 The host”; not “14.5” and not “14 days”. */
const numbered = /^(?:(\d{1,4})\s?[.)](?=\s|$|["“(]?\p{Lu})|¶{1,2}\s?(\d{1,4})\.?(?=\s))\s*/u;
/** An entry of a table of contents. */
const leader = /\.(?: ?\.){3,}|…{2,}/;
/** What a number follows that belongs to a cite: “Ex.\n4. Then”. */
const citeBegun = /(?:\b(?:Exs?|Dkt|Nos?|Doc|ECF|vs?|at|Rules?|Fig|Art|Sec)|[¶§])\.?$/iu;
const sentenceEnd = /[.?!:;]["”’)\]]{0,3}$/u;
/** Where what is alleged ends and what is asked for, or the signature, begins. */
const closing =
  /^(?:(?:[IVXLC]{1,6}|[A-Z])\.\s+)?(?:prayer(?: for relief)?|requests? for relief|relief (?:requested|sought)|demand for (?:relief|(?:a )?(?:jury|judgment))|jury (?:trial )?demand(?:ed)?|wherefore|dated\b.{0,40}|respectfully submitted|verification)\b[.,:]?(?:\s|$)/iu;
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

/** Numbers that may be left out between one paragraph and the next: some go wrong in typing and in recognition. */
const maxLeftOut = 3;
/** What a number counts that follows no full stop and no heading: mostly it is of a wrapped cite, or of a list in a paragraph. */
const doubtful = 0.4;
/** What each number that is left out takes off. */
const gapCost = 0.5;
/** Lines of a paragraph at most: after the last one there may be exhibits. */
const maxLines = 200;
/** Fewer numbers in a row are a list of something else. */
const minParagraphs = 3;

/** Rows that are looked at before one is found that alleges something, and headings that counterclaims may have. */
const maxRows = 8;

/**
 * Reads the numbered paragraphs of a pleading: the longest row of numbers at beginnings of lines, in their order, up to where a
 * paper attached to it counts anew. Running lines, numbers of pleading paper and headings between paragraphs are left out.
 * Counterclaims that count anew follow.
 *
 * @param pages the text of each page from the first; empty where a page has none
 * @returns none where fewer than three stand in a row
 * @example readParagraphs(['1. One.\n2. Two.\nII. PARTIES\n3. Three.'])[1]?.text // 'Two.'
 */
export function readParagraphs(pages: readonly string[]): PleadedParagraph[] {
  const lines = linesOf(pages);
  const own = pleadedRow(lines);
  if (own.row.length < minParagraphs) return [];
  const counter = counterclaimRow(lines, own.row.at(-1)!.at + 1);
  return [
    ...paragraphsOf(lines, counter ? { ...own, end: counter.head } : own, false),
    ...(counter ? paragraphsOf(lines, counter, true) : []),
  ];
}

/** Numbered lines that belong together, and where what belongs to the last of them ends. */
interface Row {
  readonly row: readonly Beginning[];
  readonly end: number;
}

/** The first row that alleges something: a list of claims in a caption, say, has no sentences. */
function pleadedRow(lines: readonly Line[]): Row {
  let first: Row | null = null;
  let from = 0;
  for (let tries = 0; tries < maxRows && from < lines.length; tries += 1) {
    const found = rowFrom(lines, from);
    if (found.row.length >= minParagraphs) {
      const texts = paragraphsOf(lines, found, false).map(({ text }) => text);
      if (texts.filter((text) => fullStop.test(text)).length * 2 >= texts.length) return found;
      first ??= found;
    }
    from = found.end;
  }
  return first ?? { row: [], end: lines.length };
}

/** The counterclaims behind a heading of their own that begin at 1; null where there are none. */
function counterclaimRow(lines: readonly Line[], from: number): (Row & { readonly head: number }) | null {
  let tries = 0;
  for (let head = from; head < lines.length && tries < maxRows; head += 1) {
    const { text } = lines[head]!;
    if (!counterclaimHead.test(text) || !isHeading(text)) continue;
    tries += 1;
    const found = rowFrom(lines, head);
    if (found.row.length >= minParagraphs && found.row[0]!.number === 1) return { ...found, head };
  }
  return null;
}

/** The longest row from a line on, up to where another begins to count anew behind a heading. */
function rowFrom(lines: readonly Line[], from: number): Row {
  const row = longestRow(lines, from);
  for (let place = 1; place < row.length; place += 1) {
    const end = restartBetween(lines, row[place - 1]!, row[place]!);
    if (end !== null) return { row: row.slice(0, place), end };
  }
  return { row, end: lines.length };
}

/**
 * Where, between two numbers of a row, another row begins that leads from 1 to the second: that one is of another paper, or of
 * counterclaims. A list within a paragraph has no heading before it.
 */
function restartBetween(lines: readonly Line[], before: Beginning, next: Beginning): number | null {
  let wanted = next.number - 1;
  let start: number | null = null;
  for (let at = next.at - 1; at > before.at; at -= 1) {
    const { text } = lines[at]!;
    if (start !== null && (isHeading(text) || closing.test(text))) return start;
    const number = start === null ? numberOf(text)?.number : undefined;
    if (number === undefined || number > wanted || number < wanted - maxLeftOut) continue;
    wanted = number - 1;
    if (number === 1) start = at;
  }
  return null;
}

function paragraphsOf(
  lines: readonly Line[],
  { row, end: rowEnd }: Row,
  isCounterclaim: boolean,
): PleadedParagraph[] {
  return row.map(({ at, number, rest }, place) => {
    const end = row[place + 1]?.at ?? rowEnd;
    const { page } = lines[at]!;
    const following = lines.slice(at + 1, Math.min(end, at + maxLines));
    const own = withoutHeadings([rest, ...following.map(({ text }) => text)]);
    const here = 1 + following.filter((line) => line.page === page).length;
    return { number, page, text: joined(own), opening: joined(own.slice(0, here)), isCounterclaim };
  });
}

function linesOf(pages: readonly string[]): Line[] {
  const whole = pages.map(withoutLineNumbers);
  return pageBodies(whole).flatMap(({ start, end }, at) =>
    whole[at]!.slice(start, end)
      .split('\n')
      .map((line) => ({ page: at + 1, text: line.trim() }))
      .filter(({ text }) => text !== ''),
  );
}

function withoutLineNumbers(page: string): string {
  let [kept, at] = ['', 0];
  for (const [start, end] of lineNumbers(page)) {
    kept += page.slice(at, start);
    at = end;
  }
  return kept + page.slice(at);
}

/** The number at the beginning of a line, and its words after it; null where it has none. */
function numberOf(text: string): { readonly number: number; readonly rest: string } | null {
  const match = leader.test(text) ? null : numbered.exec(text);
  return match && { number: Number(match[1] ?? match[2]), rest: text.slice(match[0].length) };
}

function longestRow(lines: readonly Line[], from: number): Beginning[] {
  const byNumber = new Map<number, Beginning>();
  let best: Beginning | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const own = numberOf(lines[at]!.text);
    if (!own) continue;
    const { number, rest } = own;
    const before = lines[at - 1]?.text ?? '';
    const isSure = (before === '' || fullStop.test(before) || isHeading(before)) && !citeBegun.test(before);
    const weight = isSure && !startsLower.test(rest) ? 1 : doubtful;
    const beginning = extended(byNumber, { at, number, rest, own: weight });
    // Of two rows of one length the earlier holds: a numbered list within a paragraph does not begin the count anew.
    if (beginning.score > (byNumber.get(number)?.score ?? 0)) byNumber.set(number, beginning);
    if (beginning.score > (best?.score ?? 0)) best = beginning;
  }
  const row: Beginning[] = [];
  for (let each = best; each; each = each.before) row.unshift(each);
  return row;
}

function extended(
  byNumber: ReadonlyMap<number, Beginning>,
  {
    own,
    ...line
  }: { readonly at: number; readonly number: number; readonly rest: string; readonly own: number },
): Beginning {
  let [score, before]: [number, Beginning | null] = [own, null];
  for (let leftOut = 0; leftOut <= maxLeftOut; leftOut += 1) {
    const previous = byNumber.get(line.number - 1 - leftOut);
    const together = previous ? previous.score + own - leftOut * gapCost : 0;
    if (together > score) [score, before] = [together, previous!];
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
