import { Element, Text, type Document } from 'domhandler';
import { beginningOf, findAll, linesOf } from '../printed/html-text.ts';

/** What names a page as one of a docket's, and everything above it. */
export interface DocketHeading {
  readonly element: Element;
  readonly courtName: string;
  /** As printed after "CASE #:"; empty where nothing is. */
  readonly number: string;
  /** Whether the court lists the entries of all defendants of a criminal case, or has no such choice. */
  readonly isOfAllDefendants: boolean;
  readonly isBankruptcy: boolean;
}

const naming =
  /\b(?:docket\s*(?:sheet\s*)?for\s*(?:case|petition|proceeding)|(?:bankruptcy|adversary)?\s*(?:petition|proceeding)\s*#\s*:|(?:bankruptcy|adversary)\s*case\s*#\s*:)/i;
const numberLine = /(?:\b(?:case|petition|proceeding|docket))\s*(?:#|no\.?|number)\s*:?\s*(.*)$/i;
/** "Civil Docket for Case: 2:21-cv-00031-BJR", where no word or sign stands for the number. */
const numberBehind = /\bfor\s*(?:case|petition|proceeding)\s*:?\s*(?=\S*\d)(\S.*)$/i;
/** Elements a heading may fill; the text itself usually stands in bold type inside of them. */
const wrappers = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'td', 'th', 'div', 'p']);
/** Lines and characters of a heading at most; a longer element holds the page. Broken pages nest thousands of them. */
const longestHeading = 12;
const mostOfHeading = 1_500;

/**
 * Finds the heading of a docket report: the court's name over "CIVIL DOCKET FOR CASE #: 2:21-cv-00031-BJR". Null where there is none.
 */
export function docketHeading(document: Document): DocketHeading | null {
  const [first] = holdersOf(document);
  return first ? headingAround(first) : null;
}

/**
 * The heading of a docket's page that does not say it is one: the court's name over "Case #: 26-11000". Null where there is none. Other
 * pages of a court's site have the like, so that it is asked for only where a docket's table stands on the page.
 */
export function plainHeading(document: Document): DocketHeading | null {
  for (const element of findAll(document, ({ name }) => wrappers.has(name))) {
    if (beginningOf(element, longestPlain + 1).length > longestPlain) continue;
    const lines = linesOf(element);
    const court = lines.findIndex((line) => courtLine.test(line));
    const at = lines.findIndex((line, i) => i > court && plainNumber.test(line));
    if (court === -1 || at === -1) continue;
    const { number } = namedIn(lines[at]!);
    return {
      element,
      courtName: lines
        .slice(court, at)
        .filter((line) => partOfCourt.test(line))
        .join(', '),
      number,
      isOfAllDefendants: !/-cr-/i.test(number),
      isBankruptcy: /\bbankruptcy\b/i.test(lines[court]!),
    };
  }
  return null;
}

/** What some courts print behind their name: `[NextGen CM/ECF Release 1.8 (Revision 1.8.3)]`. */
const programVersion = /\s*\[[^[\]]*\bCM\/ECF\b[^[\]]*\]/gi;
/** Characters of such a heading, at most. */
const longestPlain = 600;
const plainNumber = /^(?:.{0,40}\s)?(?:case|petition|proceeding)\s*(?:#|no\.?|number)\s*:?\s*\d/i;
const partOfCourt = /\b(?:court|district|division|circuit)\b|^\(/i;

/** All places of a page that may be headings of docket reports, see `docketHeading`; in an entry's text they are none. */
export function docketHeadings(document: Document): DocketHeading[] {
  const read = new Map<Element, string[]>();
  return holdersOf(document).map((holder) => headingAround(holder, read));
}

/** Elements right around words that name a docket. */
function holdersOf(document: Document): Element[] {
  return findAll(document, (element) =>
    element.children.some((child) => child instanceof Text && naming.test(child.data.slice(0, 500))),
  ).filter(({ name }) => name !== 'script' && name !== 'title' && name !== 'option');
}

/** @param read lines of elements around earlier places, so that a page in one element is read once for all of them */
function headingAround(holder: Element, read = new Map<Element, string[]>()): DocketHeading {
  let element = holder;
  for (let up: Element | null = holder; up; up = up.parent instanceof Element ? up.parent : null) {
    element = up;
    if (wrappers.has(up.name)) break;
  }
  const lines = read.get(element) ?? linesOf(element, mostOfHeading);
  read.set(element, lines);
  const isLong = lines.length > longestHeading || lines.join('').length >= mostOfHeading;
  if (isLong || !lines.some((line) => naming.test(line)))
    return headingOf(holder, linesOf(holder, mostOfHeading));
  return headingOf(element, lines);
}

/** Whether a line is a court's name, or that of the panel that sends cases to one court. */
export function isCourtLine(line: string): boolean {
  return courtLine.test(line) || /^\s*United States Judicial Panel\b/i.test(line);
}

/** Whether a line is the one that names a docket. */
export function namesDocket(line: string): boolean {
  return naming.test(line);
}

/** Lines of a heading above the one that names the docket, at most. */
const mostOfCourt = 4;
/** A court's name on a line of its own. */
const courtLine = /^\s*(?:U\. ?S\.|US|United States)\s.{0,60}\bcourt\b.{0,80}$/i;

/**
 * Where in a text headings of docket reports begin, with the number of the case; without its court's name above it, a line is none.
 *
 * @example headingsIn(['U.S. District Court', 'District of Hawaii', 'CIVIL DOCKET FOR CASE #: 1:24-cv-00077-ABC'])[0] // { start: 0, number: '1:24-cv-00077-ABC' }
 */
export function headingsIn(lines: readonly string[]): { start: number; number: string }[] {
  return lines.flatMap((line, at) => {
    if (!naming.test(line)) return [];
    const from = Math.max(0, at - mostOfCourt);
    const court = lines.slice(from, at).findIndex((each) => courtLine.test(each));
    const { number } = namedIn(line, lines[at + 1]);
    return court === -1 || number === '' ? [] : [{ start: from + court, number }];
  });
}

function namedIn(line: string, below = ''): { printed: string; number: string } {
  const printed = numberLine.exec(line)?.[1] || numberBehind.exec(line)?.[1] || below;
  return { printed, number: caseNumber(printed) };
}

function headingOf(element: Element, lines: readonly string[]): DocketHeading {
  const at = lines.findIndex((line) => naming.test(line));
  const line = lines[at] ?? '';
  const { printed, number } = namedIn(line, lines[at + 1]);
  return {
    element,
    courtName: lines.slice(0, Math.max(at, 0)).join(', ').replaceAll(programVersion, ''),
    number,
    isOfAllDefendants: !/\bcriminal\b/i.test(line) || /all defendants/i.test(printed),
    isBankruptcy: /\b(?:bankruptcy|petition|adversary)\b/i.test(lines.join(' ')),
  };
}

/** A case's number as printed, without what courts put after it. */
export function caseNumber(printed: string): string {
  return printed.replace(/\s*(?:\ball defendants\b|\*.*|\((?:lead|member)\b).*$/i, '').trim();
}
