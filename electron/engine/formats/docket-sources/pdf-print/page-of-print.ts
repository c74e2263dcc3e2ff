import type { PageLayout } from '../../../pdf/layout/index.ts';
import { headingsIn, namesDocket } from '../sheet/heading.ts';
import { appealIn, headOfAppeal, namesAppeal } from './appeal-head.ts';
import { headAndParties } from './head-blocks.ts';
import { openTableOf } from './open-table.ts';
import { htmlOf, wholeLines } from './line-text.ts';
import {
  linesOfWords,
  rollOf,
  textEdges,
  textOfLine,
  type PrintedLine,
  type PrintedRoll,
} from './printed-lines.ts';
import { withoutRunningHeads } from './running-heads.ts';
import { entriesOf, entriesOfAppeal, receiptHead, receiptOf, type LeftOut } from './table-of-print.ts';

/** Whether a page names itself a docket's. */
export function namesPrint({ words }: PageLayout): boolean {
  const lines = linesOfWords(words, 0, 0).map(textOfLine);
  return lines.some(namesDocket) || appealIn(lines) !== null;
}

/** Whether a page says that a docket begins on it: it is named as one, or has the columns of one. */
export function mayBePrint(layout: PageLayout): boolean {
  const isTable = (line: PrintedLine): boolean => looksLikeColumns.test(textOfLine(line));
  return namesPrint(layout) || linesOfWords(layout.words, 0, 0).some(isTable);
}

/**
 * The pages of each docket: people put prints of related cases together, and each begins on a page of its own.
 *
 * @param layouts of all pages
 */
export function printsIn(layouts: readonly PageLayout[]): (readonly PageLayout[])[] {
  let last = '';
  const starts = layouts.flatMap(({ words }, page) => {
    const lines = linesOfWords(words, page, 0).map(textOfLine);
    const heading = headingsIn(lines)[0] ?? appealIn(lines);
    if (!heading || heading.start > mostAboveHeading) return [];
    const isOther = last !== '' && heading.number !== last;
    last = heading.number;
    return isOther ? [page] : [];
  });
  return [0, ...starts].map((start, i) => layouts.slice(start, starts[i]));
}

/** What a browser prints, the site's menus and flags may stand above a heading. */
const mostAboveHeading = 8;

/** A printed docket as the page it was printed from. */
export interface PrintedPage {
  /** With the tables a court's page has. */
  readonly html: string;
  /** Whether the pages have numbers that show none is missing. */
  readonly hasAllPages: boolean;
  /** Numbers of pages that are missing, as far as numbers are printed. */
  readonly missing: readonly number[];
  /** What stands among the entries outside of their table. */
  readonly leftOut: readonly LeftOut[];
  /** Whether there are entries whose table was not found. */
  readonly isTableUnread: boolean;
}

/**
 * Lays the page of a court's site out again from how it was printed. Null where it is no docket report.
 *
 * @param layouts of all pages of the print
 */
export function pageOfPrint(layouts: readonly PageLayout[]): PrintedPage | null {
  const { pages, address, numbers, total } = withoutRunningHeads(layouts);
  const roll = rollOf(layouts, pages);
  const isAppeal = roll.lines.some((line) => namesAppeal(textOfLine(line)));
  const isNamed = isAppeal || roll.lines.some((line) => namesDocket(textOfLine(line)));
  const entries = isAppeal
    ? entriesOfAppeal(roll)
    : (entriesOf(roll) ?? (isNamed ? openTableOf(roll) : null));
  if (!entries && !isNamed) return null;
  const rest = entries ? roll.lines.filter(({ y }) => y > entries.bottom) : roll.lines;
  const begin = rest.findIndex((line) => receiptHead.test(textOfLine(line)));
  const receipt = begin === -1 ? [] : rest.slice(begin);
  const note = roll.lines.find((line) => noEntries.test(textOfLine(line)));
  const end = entries?.top ?? note?.y ?? receipt[0]?.y ?? Infinity;
  const above = roll.lines.filter(({ y }) => y < end);
  const missing = missingOf(numbers, total);
  return {
    html: [
      address === '' ? '' : `<!-- saved from url=${address.replaceAll('--', '')} -->`,
      isAppeal ? headOfAppeal(above, roll) : headOfReport(above, roll),
      entries?.html ?? '',
      receiptOf(roll, receipt),
    ].join('\n'),
    hasAllPages: total !== null && missing.length === 0 && numbers.length === total,
    missing,
    leftOut: entries ? [...entries.leftOut, ...furtherHeadings(rest)] : [],
    isTableUnread:
      !entries && !note && (isAppeal || above.some((line) => looksLikeEntries.test(textOfLine(line)))),
  };
}

/** What stands above the entries of a district's or bankruptcy court's docket report. */
function headOfReport(above: readonly PrintedLine[], { lines }: PrintedRoll): string {
  const named = above.findIndex((line) => namesDocket(textOfLine(line)));
  if (named === -1) return '';
  const [start, edge] = textEdges(lines);
  const heading = headingAround(above, named, edge - start);
  const { head, parties } = headAndParties(above.slice(heading.to), edge);
  return [
    cornerOf(above.slice(0, heading.from), edge),
    `<h3>${heading.lines.map(htmlOf).join('<br>')}</h3>`,
    head,
    parties,
  ].join('\n');
}

/** A further docket below the entries: of the same case, or in the middle of a page. */
function furtherHeadings(lines: readonly PrintedLine[]): LeftOut[] {
  const texts = lines.map(textOfLine);
  return headingsIn(texts).map(({ start }) => ({
    page: lines[start]!.page,
    text: texts.slice(start, start + 3).join(' '),
  }));
}

/** The names of a docket's columns in one line, whatever stands between them. */
const looksLikeColumns = /^(?:date|filing date|filed|entered)\b.{0,40}\bdocket (?:text|entry|description)\b/i;
/** The same, or what only a row of it begins with. */
const looksLikeEntries = new RegExp(
  String.raw`${looksLikeColumns.source}|^\d{1,2}\/\d{1,2}\/\d{4}\b.*\p{L}{2}`,
  'iu',
);
/** What a court prints in place of the entries. */
const noEntries = /^There are (?:no )?proceedings for case\b/i;

interface Heading {
  /** A court's name may be too long for one line. */
  readonly lines: readonly (readonly PrintedLine[])[];
  /** Of the lines above the entries: the first of the heading, and the first after it. */
  readonly from: number;
  readonly to: number;
}

/** Lines above the one that names the docket, in the middle of the page as it is, name its court. */
function headingAround(lines: readonly PrintedLine[], named: number, width: number): Heading {
  const middleOf = ({ left, right }: PrintedLine): number => (left + right) / 2;
  const isBeside = (one: PrintedLine, other: PrintedLine): boolean =>
    Math.abs(middleOf(one) - middleOf(other)) < 8 &&
    one.page === other.page &&
    Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 2;
  let from = named;
  while (from > 0 && named - from < 5 && isBeside(lines[from - 1]!, lines[from]!)) from -= 1;
  let to = named + 1;
  const isOpen = /[:#-]$/.test(textOfLine(lines[named]!));
  if (isOpen && lines[to] && isBeside(lines[to]!, lines[named]!)) to += 1;
  // In the middle of the page, a line is full where the next word would have made it wider than the page's text.
  const court = wholeLines(lines.slice(from, named), ({ left }) => left + width);
  return { lines: [...court, lines.slice(named, to)], from, to };
}

/** What stands at the right edge above the heading: the flags of the case. */
function cornerOf(lines: readonly PrintedLine[], edge: number): string {
  const corner = lines.filter(({ right, left }) => edge - right < 8 && left > edge * 0.15);
  if (corner.length === 0) return '';
  return `<table><tr><td align="right">${htmlOf(corner)}</td></tr></table>`;
}

/** Numbers between 1 and the last that no page has. */
function missingOf(numbers: readonly (number | null)[], total: number | null): number[] {
  if (total === null || total > 10_000) return [];
  const present = new Set(numbers);
  return Array.from({ length: total }, (_, i) => i + 1).filter((number) => !present.has(number));
}
