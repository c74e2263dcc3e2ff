import { Comment, Element, Text, type Document } from 'domhandler';
import { caseNumberIn } from '../printed/case-number-in.ts';
import { linesOf, textOf, titleOf } from '../printed/html-text.ts';
import { parseHtml } from '../printed/html.ts';
import { headOfSheet } from '../pasted/pasted-head.ts';
import { docketHeading, namesDocket, type DocketHeading } from '../sheet/heading.ts';
import { caption } from '../sheet/header.ts';
import { drawnLists, drawsColumns, type DrawnList } from './drawn-rows.ts';

/** A page of a docket, as the reader of docket sheets takes it. */
export interface DrawnPage {
  readonly document: Document;
  readonly heading: DocketHeading;
}

/** Lines above the entries that may say whose they are, at most: the nearest. */
const mostAbove = 80;
const courtName = /\b(?:district|bankruptcy) court\b/i;

/**
 * The page of a docket that other programs show without a table (rows of `div`, of a list), its entries in a table as courts print them.
 * Null where it lists nothing like entries, or neither names a case nor the columns.
 *
 * @param document the page; its cells are moved into the page returned
 */
export function pageOfDrawn(document: Document): DrawnPage | null {
  const lists = drawnLists(document);
  if (lists.length === 0) return null;
  const head = headAbove(document, lists[0]!.element);
  return head.number === '' && !drawsColumns(document) ? null : pageWith(head, [tableOf(lists)]);
}

/**
 * The page of a docket whose tables another program shows below what it says of the case. Null where that has no number.
 *
 * @param document the page; the tables are moved into the page returned
 * @param tables with the docket's entries, at least one
 */
export function pageOfTables(document: Document, tables: readonly Element[]): DrawnPage | null {
  const head = headAbove(document, tables[0]!);
  if (head.number === '') return null;
  const page = pageWith(head, tables);
  // What says where the page was saved from.
  page.document.children.unshift(...document.children.filter((node) => node instanceof Comment));
  return page;
}

interface HeadAbove {
  readonly lines: readonly string[];
  /** Of the case; empty where none is found. */
  readonly number: string;
}

function headAbove(document: Document, entries: Element): HeadAbove {
  const lines = linesAbove(document, entries);
  const all = [titleOf(document), ...lines];
  // What a general docket names is the case in the court below.
  const isAppeal = lines.some((line) => /^general docket\b|\bcourt of appeals docket\b/i.test(line));
  const number = (!isAppeal && all.map(caseNumberIn).find(Boolean)) || '';
  return { lines, number };
}

function pageWith({ lines, number }: HeadAbove, tables: readonly Element[]): DrawnPage {
  const page = parseHtml(headOfSheet(lines.some(namesDocket) ? lines : labelsUnderTitle(lines)));
  page.children.push(...tables);
  for (const table of tables) table.parent = page;
  const court = lines.find((line) => courtName.test(line)) ?? '';
  return {
    document: page,
    heading: docketHeading(page) ?? {
      element: page.children[0] as Element,
      courtName: court.replace(number, '').replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''),
      number,
      isOfAllDefendants: false,
      isBankruptcy: /bankruptcy/i.test(court),
    },
  };
}

/**
 * The entries that a page shows without a table, in one as courts print them, which stands at the end of the page; null where it shows none.
 *
 * @param document the page; the entries' cells are moved into the table
 */
export function tableOfDrawn(document: Document): Element | null {
  const lists = drawnLists(document);
  if (lists.length === 0) return null;
  const table = tableOf(lists);
  for (const { element } of lists) element.children = [];
  document.children.push(table);
  table.parent = document;
  return table;
}

/** What other sites say of a case: its title, and below it what has a label. Of a page without a title nothing: its first words are a menu's. */
function labelsUnderTitle(above: readonly string[]): string[] {
  const at = above.findIndex((line) => caption.test(line));
  if (at === -1) return [];
  return [`Case title: ${above[at]}`, ...above.slice(at + 1).filter((line) => line.includes(':'))];
}

function linesAbove(document: Document, list: Element): string[] {
  const mark = '\u0000';
  const place = new Text(mark);
  const { children } = list;
  list.children = [place];
  const lines = linesOf(document);
  list.children = children;
  const end = lines.findIndex((line) => line.includes(mark));
  return lines.slice(Math.max(0, end - mostAbove), end);
}

function tableOf(lists: readonly DrawnList[]): Element {
  const names = ['Date Filed', '#', 'Docket Text'].map((name) => elementOf('td', [new Text(name)]));
  const rows = lists.flatMap((list) => [
    ...list.rows.map(({ date, number, text }) =>
      elementOf('tr', [
        elementOf('td', [new Text(textOf(date))]),
        elementOf('td', number ? [number] : []),
        elementOf('td', [text]),
      ]),
    ),
    // The reader of the table reports them.
    ...list.others.map((other) => elementOf('tr', [elementOf('td', [other])])),
  ]);
  return elementOf('table', [elementOf('tr', names), ...rows]);
}

function elementOf(name: string, children: (Element | Text)[]): Element {
  const element = new Element(name, {}, children);
  for (const child of children) child.parent = element;
  return element;
}
