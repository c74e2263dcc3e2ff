import type { Document } from 'domhandler';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { pageOrigin } from '../court-pages/court.ts';
import { readReceipt } from '../court-pages/receipt.ts';
import { cellsOf, elementsNamed, linesOf, rowsOf, textOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { docketWarning, repeatedNumbers } from '../warning.ts';
import { readEntries } from './entries.ts';
import { docketTables } from './entries-table.ts';

const number = /\bCourt of Appeals Docket\s?#\s?:\s*(\d{2}-\d{1,6})\b/i;
const courtName =
  /\bUnited States Court of Appeals for the (?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+ Circuit|District of Columbia Circuit|Federal Circuit)/;
/** A caption: parties against each other, or a matter. */
const caption = /^(?:in (?:re|the matter of)\b.{3,200}|.{2,200}\sv\.?s?\.\s.{2,200})$/i;

/**
 * Reads a court of appeals' general docket: its head, and a table without headings whose rows are date, document and text.
 * Its parties and prior cases are left out. Null where the page is none.
 */
export function readAppellateSheet(document: Document): ParsedSource | null {
  const text = textOf(document);
  const [, docketNumber] = number.exec(text) ?? [];
  if (docketNumber === undefined) return null;
  const tables = docketTables(document);
  if (tables.length === 0) return null;
  const receipt = readReceipt(document);
  const name = courtName.exec(text)?.[0] ?? '';
  const origin = pageOrigin(document, name);
  const dated = (label: string) =>
    isoDateOf(new RegExp(`\\b${label}\\s?:\\s*(\\d{1,2}/\\d{1,2}/\\d{4})`, 'i').exec(text)?.[1] ?? '');
  const title = titleOf(document);
  const { entries, warnings } = readEntries(tables, origin.court);
  const header = blankHeader({
    courtName: name,
    number: docketNumber,
    title,
    filedOn: dated('Docketed'),
    terminatedOn: dated('Termed'),
    ...origin,
  });
  return {
    kind: 'docket_sheet',
    printedAt: receipt.printedAt,
    dockets: [{ header, parties: [], entries, isComplete: false }],
    warnings: [
      ...(title === ''
        ? [docketWarning('DOCKET_FIELD_MISSING', { field: 'title', of: 'the docket' }, docketNumber)]
        : []),
      ...warnings,
      ...repeatedNumbers(entries),
    ],
  };
}

/** The caption, in the table that names the docket number. */
function titleOf(document: Document): string {
  const head = elementsNamed(document, 'table').find((table) => number.test(textOf(table)));
  const cells = head ? rowsOf(head).flatMap(cellsOf) : [];
  const lines = cells.flatMap((cell) => linesOf(cell));
  return [...lines, ...cells.map((cell) => textOf(cell))].find((each) => caption.test(each)) ?? '';
}
