import type { Document, Element } from 'domhandler';
import type { DocketParty, ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { isReceipt, readReceipt } from '../court-pages/receipt.ts';
import { pageOrigin } from '../court-pages/court.ts';
import { beginningOf, cellsOf, findAll, rowsOf } from '../printed/html-text.ts';
import { docketWarning, fieldMissing, repeatedNumbers } from '../warning.ts';
import { isCompleteSheet } from './completeness.ts';
import { readEntries } from './entries.ts';
import { ancestorsOf, docketTables, hasDatedRows, unnamedTables, type DocketTable } from './entries-table.ts';
import { caseNumber, type DocketHeading } from './heading.ts';
import { readHeader } from './header.ts';
import { isPartyTable, readParties } from './parties.ts';

/**
 * Reads a docket report; null for any other page.
 *
 * @param document the page
 * @param heading its heading; null where it has none, and its table of entries alone tells what it is
 */
export function readDocketSheet(document: Document, heading: DocketHeading | null): ParsedSource | null {
  const named = docketTables(document);
  const tables = named.length > 0 || heading === null ? named : unnamedTables(document);
  const { ofHeader, ofParties } = heading ? tablesBelow(document, heading, tables) : noTables;
  // A heading alone is shown while the court is still opening the case.
  if (tables.length === 0 && ofHeader.length === 0 && ofParties.length === 0) return null;

  const receipt = readReceipt(document);
  const headerRows = [...ofHeader.flatMap(rowsOf), ...ofParties.flatMap(rowsOf).filter(isHeaderRow)];
  const { header, warnings } = heading
    ? readHeader(heading, headerRows, document)
    : { header: blankHeader(), warnings: [] };
  const origin = pageOrigin(document, header.courtName, header.number);
  const { entries, warnings: ofEntries } = readEntries(tables, origin.court);
  const parties = readParties(ofParties);
  if (ofParties.length > 0 && parties.length === 0)
    warnings.push(fieldMissing('parties', 'the docket', header.number));
  if (tables.some(({ isNamed }) => !isNamed))
    warnings.push(fieldMissing('heading', 'this table', header.number));
  if (tables.length === 0 && hasDatedRows(document))
    warnings.push(fieldMissing('entries', 'the docket', header.number));
  const number = header.number || caseNumber(/^\S+/.exec(receipt.criteria)?.[0] ?? '');
  const title = header.title || (heading?.isBankruptcy ? partiesTitle(parties) : '');
  if (number === '') warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, header.courtName));
  if (title === '') warnings.push(fieldMissing('title', 'the docket', number));
  if (entries.some(({ isFiledOnAssumed }) => isFiledOnAssumed))
    warnings.push(docketWarning('DOCKET_FILED_DATE_ASSUMED', {}, ''));
  const isComplete = heading !== null && isCompleteSheet(heading, receipt, entries);
  return {
    kind: 'docket_sheet',
    printedAt: receipt.printedAt,
    dockets: [{ header: { ...header, number, title, ...origin }, parties, entries, isComplete }],
    warnings: [...warnings, ...ofEntries, ...repeatedNumbers(entries)],
  };
}

interface TablesBelow {
  readonly ofHeader: readonly Element[];
  readonly ofParties: readonly Element[];
}

const noTables: TablesBelow = { ofHeader: [], ofParties: [] };

/** Tables between the heading and the entries: those of the header, then those of the parties. Tables inside of them are theirs. */
function tablesBelow(
  document: Document,
  heading: DocketHeading,
  entries: readonly DocketTable[],
): TablesBelow {
  const ofHeader: Element[] = [];
  const ofParties: Element[] = [];
  const around = new Set(entries.flatMap(({ table }) => ancestorsOf(table)));
  const taken = new Set<Element>();
  const all = findAll(document, (element) => element === heading.element || element.name === 'table');
  for (const table of all.slice(all.indexOf(heading.element) + 1)) {
    if (entries.some((each) => each.table === table)) break;
    if (around.has(table) || ancestorsOf(table).some((each) => taken.has(each))) continue;
    const begins = beginningOf(table, 2_000);
    if (isReceipt(begins)) break;
    if (isPartyTable(table)) ofParties.push(table);
    else if (ofParties.length === 0 && begins.includes(':')) ofHeader.push(table);
    else continue;
    taken.add(table);
  }
  return { ofHeader, ofParties };
}

/** Judges of a criminal defendant stand over his name. */
function isHeaderRow(row: Element): boolean {
  const cells = cellsOf(row);
  return (
    cells.length === 1 &&
    /^(?:assigned to|referred to|appeals court case number)\s*:/i.test(beginningOf(cells[0]!, 60))
  );
}

/** Bankruptcy courts print no title over the docket; elsewhere they name a case by its debtors, an adversary proceeding by its first parties. */
function partiesTitle(parties: readonly DocketParty[]): string {
  const namesOf = (role: RegExp) => parties.filter((party) => role.test(party.role)).map(({ name }) => name);
  const [plaintiff] = namesOf(/^plaintiff\b/i);
  const [defendant] = namesOf(/^defendant\b/i);
  const debtors = namesOf(/^(?:joint )?debtor\b/i);
  if (debtors.length > 0 || !plaintiff || !defendant) return debtors.join(' and ');
  return `${plaintiff} v. ${defendant}`;
}
