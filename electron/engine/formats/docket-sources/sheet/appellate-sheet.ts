import type { Document, Element } from 'domhandler';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { pageOrigin } from '../court-pages/court.ts';
import { readReceipt } from '../court-pages/receipt.ts';
import { courtOfName } from '../printed/court-code.ts';
import { cellsOf, elementsNamed, linesOf, rowsOf, textOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { fieldMissing, repeatedNumbers } from '../warning.ts';
import { readAppellateParties } from './appellate-parties.ts';
import { readEntries } from './entries.ts';
import { tableOfDrawn } from '../drawn/page-of-drawn.ts';
import { docketTables, hasDatedRows, unnamedTables, type DocketTable } from './entries-table.ts';

const number =
  /\b(?:(?:Court of Appeals|Appellate Panel) Docket|General Docket\b.{0,400}?\b(?:Docket|Case))\s?(?:#|No\.?|Number)\s?:\s*((?:\d{2}|\d{4})-\d{1,6})\b/i;
const circuit = String.raw`(?:District of Columbia|[A-Z][a-z]+|\d{1,2}(?:st|nd|rd|th)) Circuit`;
const courtName = new RegExp(
  String.raw`\b(?:(?:United States|U\.? ?S\.?) (?:Court of Appeals|Bankruptcy Appellate Panel),? (?:(?:for|of) )?(?:the )?${circuit}|${circuit} Court of Appeals)\b`,
  'i',
);
/** A caption: parties against each other, or a matter. */
const caption = /^(?:in (?:re|the matter of)\b.{3,200}|.{2,200}\sv\.?s?\.\s.{2,200})$/i;

/** The case in the court below; what an agency numbers people by is not kept. */
const below = /^District\s?:.*?\b((?:\d{1,2}:)?\d{2,4}-[a-z]{2,4}-\d{1,6}[\w-]*)/i;

/** Numbers of all appeals whose dockets stand on a page. */
export function appealNumbers(document: Document): string[] {
  const all = new RegExp(number.source, 'gi');
  return [...textOf(document).matchAll(all)].map(([, found]) => found!);
}

/**
 * Reads a court of appeals' general docket: its head, its parties, and a table without headings whose rows are date, document and
 * text; or its summary, which has no entries. Prior cases are left out. Null for any other page.
 */
export function readAppellateSheet(document: Document): ParsedSource | null {
  const text = textOf(document);
  const [, docketNumber] = number.exec(text) ?? [];
  if (docketNumber === undefined) return null;
  const receipt = readReceipt(document);
  const name = courtName.exec(text)?.[0] ?? '';
  const origin = pageOrigin(document, name, docketNumber);
  // Without documents the only address on the page may be that of the court below, and a panel may have its circuit's server.
  const court = courtOfName(name) || origin.court;
  const dated = (label: string) =>
    isoDateOf(new RegExp(`\\b${label}\\s?:\\s*(\\d{1,2}/\\d{1,2}/\\d{4})`, 'i').exec(text)?.[1] ?? '');
  const filedOn = dated('Docketed');
  const ofPage = docketTables(document);
  const unnamed = ofPage.length === 0 ? unnamedTables(document) : ofPage;
  const isOpen = unnamed.length === 0 && !hasDatedRows(document);
  const tables = isOpen && tableOfDrawn(document) ? docketTables(document) : unnamed;
  const isSummary = isOpen && filedOn !== null && !/[([]Entered\s?:\s?\d/i.test(text);
  if (tables.length === 0 && !isSummary) return null;
  const title = titleOf(document, docketNumber, tables);
  const lines = linesOf(document);
  const behind = (label: RegExp): string => lines.flatMap((line) => label.exec(line)?.[1] ?? [])[0] ?? '';
  const panel = behind(/\bPanel\s?:\s*((?:[A-Z]{2,4}\b ?)+)/);
  const { entries, warnings } = readEntries(tables, court);
  const header = blankHeader({
    courtName: name,
    number: docketNumber,
    title,
    judge: panel.trim(),
    filedOn,
    terminatedOn: dated('Termed'),
    natureOfSuit: behind(/^Nature of Suit\s?:\s*(\S.*?)(?=\s+(?:Termed|Docketed)\s?:|$)/i),
    relatedCases: [behind(below)].filter(Boolean),
    courtCaseId: origin.courtCaseId,
    court,
  });
  return {
    kind: tables.length === 0 ? 'case_query' : 'docket_sheet',
    printedAt: receipt.printedAt,
    dockets: [{ header, parties: readAppellateParties(document), entries, isComplete: false }],
    warnings: [
      ...(title === '' ? [fieldMissing('title', 'the docket', docketNumber)] : []),
      ...warnings,
      ...repeatedNumbers(entries),
    ],
  };
}

/**
 * The caption, in the first of the innermost tables that name the docket's number; else its first line that is no field of it. On a page
 * without such a table, a caption above the entries.
 */
function titleOf(document: Document, docketNumber: string, entries: readonly DocketTable[]): string {
  const tables = elementsNamed(document, 'table').filter(
    (table) => !entries.some((each) => each.table === table),
  );
  const innermost = (names: (table: Element) => boolean): Element | undefined =>
    tables.find((table) => names(table) && !elementsNamed(table, 'table').some(names));
  // Consolidated cases are listed by their numbers alone.
  const head =
    innermost((table) => number.test(textOf(table))) ??
    innermost((table) => textOf(table).includes(docketNumber));
  const cells = head ? rowsOf(head).flatMap(cellsOf) : [];
  const lines = cells.flatMap((cell) => linesOf(cell));
  return (
    [...lines, ...cells.map((cell) => textOf(cell))].find((each) => caption.test(each)) ??
    lines.find((line) => !/^[A-Z][\w /#’'-]{2,40}:|^\d/i.test(line)) ??
    linesAbove(document, entries).find((line) => caption.test(line)) ??
    ''
  );
}

function linesAbove(document: Document, entries: readonly DocketTable[]): string[] {
  const lines = linesOf(document);
  const [first = ''] = entries.flatMap(({ rows }) => rows.slice(0, 1).map((row) => textOf(row)));
  const end = lines.findIndex((line) => first !== '' && first.startsWith(line));
  return lines.slice(0, end === -1 ? undefined : end);
}
