import type { Document, Element } from 'domhandler';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type {
  DocketLink,
  DocketWarning,
  ParsedDocket,
  ParsedSource,
} from '../../../../../shared/model/docket.ts';
import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { documentOf } from '../court-pages/document-place.ts';
import { courtOfUrl } from '../printed/court-code.ts';
import { courtCaseIdOf, documentLink } from '../printed/court-links.ts';
import {
  beginningOf,
  cellsOf,
  elementsNamed,
  foldSpace,
  linesOf,
  rowsOf,
  textOf,
  titleOf,
} from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { damagedSource, fieldMissing } from '../warning.ts';

type Column = 'case' | 'filedOn' | 'number' | 'text' | 'notes';

const headings: readonly (readonly [RegExp, Column])[] = [
  [/^case number/i, 'case'],
  [/^date filed/i, 'filedOn'],
  [/^doc(?:ument|\.)?\s*(?:#|no\b|number)/i, 'number'],
  [/^description/i, 'text'],
  [/^notes/i, 'notes'],
];

/** Whether a page is a court's report of written opinions. */
export function isOpinionsReport(document: Document): boolean {
  return reportTable(document) !== null;
}

/**
 * Reads a court's report of written opinions: an entry for each opinion, in a docket for each case.
 *
 * @throws AppError DOCKET_SOURCE_NOT_RECOGNISED where the page has no such report
 */
export function readOpinionsReport(document: Document, name: string): ParsedSource {
  const report = reportTable(document);
  if (report === null) throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const warnings: DocketWarning[] = [];
  const courtName = titleOf(document).replace(/^CM\/ECF\s*-\s*/i, '');
  const dockets = new Map<string, ParsedDocket>();
  for (const row of report.rows) {
    const cells = cellsOf(row);
    const cell = (column: Column) => cells[report.columns.get(column) ?? -1];
    if (cells.length < report.columns.size - 1 || cell('case') === undefined) continue;
    const docket = docketOf(cell('case')!, cell('notes'), courtName);
    const key = `${docket.header.court} ${docket.header.courtCaseId || docket.header.number}`;
    const known = dockets.get(key) ?? docket;
    dockets.set(key, known);
    known.entries.push(entryOf(cell('filedOn'), cell('number'), cell('text'), warnings));
    if (docket.header.number === '')
      warnings.push(fieldMissing('case number', 'a row of this report', textOf(cell('case'))));
  }
  if (dockets.size === 0) throw damagedSource(name, 'a report of written opinions', 'it lists none');
  return { kind: 'opinions_report', printedAt: null, dockets: [...dockets.values()], warnings };
}

function reportTable(document: Document): { columns: Map<Column, number>; rows: Element[] } | null {
  for (const table of elementsNamed(document, 'table')) {
    const rows = rowsOf(table);
    const head = rows.slice(0, 3).findIndex((row) => columnsOf(row).size >= 4);
    if (head >= 0) return { columns: columnsOf(rows[head]!), rows: rows.slice(head + 1) };
  }
  return null;
}

function columnsOf(row: Element): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cellsOf(row).entries()) {
    const text = beginningOf(cell, 60);
    const column = headings.find(([pattern]) => pattern.test(text))?.[1];
    if (text.length < 60 && column !== undefined && !columns.has(column)) columns.set(column, at);
  }
  return columns.has('case') && columns.has('text') ? columns : new Map();
}

function docketOf(cell: Element, notes: Element | undefined, courtName: string): ParsedDocket {
  const printed = textOf(cell);
  const [, number = '', title = printed] = /^((?:MDL No\. )?(?=\S*\d)\S+)\s*(.*)$/s.exec(printed) ?? [];
  const hrefs = elementsNamed(cell, 'a').map((link) => link.attribs['href'] ?? '');
  const note = notesOf(notes);
  return blankDocket(
    blankHeader({
      court: hrefs.map(courtOfUrl).find(Boolean) ?? '',
      courtName,
      number,
      title: foldSpace(title),
      natureOfSuit: note('NOS'),
      cause: note('Cause'),
      flags: note('Case Flags')
        .split(',')
        .map(foldSpace)
        .filter((flag) => flag !== ''),
      courtCaseId: hrefs.map(courtCaseIdOf).find(Boolean) ?? '',
    }),
  );
}

function notesOf(notes: Element | undefined): (label: string) => string {
  const lines = linesOf(notes).map((line) => /^([^:]{2,30}):\s*(.*)$/s.exec(line) ?? []);
  return (label) => lines.find(([, name]) => name?.toLowerCase() === label.toLowerCase())?.[2] ?? '';
}

function entryOf(
  filed: Element | undefined,
  number: Element | undefined,
  text: Element | undefined,
  warnings: DocketWarning[],
) {
  const printedNumber = textOf((number && elementsNamed(number, 'a')[0]) ?? number);
  const filedOn = isoDateOf(textOf(filed));
  const description = textOf(text);
  const of = printedNumber === '' ? 'a row of this report' : `entry ${printedNumber}`;
  if (filedOn === null) warnings.push(fieldMissing('filing date', of, textOf(filed)));
  if (description === '') warnings.push(fieldMissing('docket text', of, ''));
  return blankEntry({
    number: /^\d{1,6}$/.test(printedNumber) ? Number(printedNumber) || null : null,
    filedOn,
    text: description,
    ...documentOf(number, ''),
    links: text === undefined ? [] : linksIn(text),
  });
}

/** Entries the text refers to by a link that shows their number. */
function linksIn(text: Element): DocketLink[] {
  const numbers = elementsNamed(text, 'a').flatMap((anchor) =>
    documentLink(anchor.attribs['href'] ?? '') === null ? [] : (/^\d{1,6}$/.exec(textOf(anchor))?.[0] ?? []),
  );
  return [...new Set(numbers)].map((number) => ({ number: Number(number), attachment: null }));
}
