import type { Document, Element } from 'domhandler';
import type { DocketWarning, ParsedEntry, ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankDocket, blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { pageOrigin } from './court.ts';
import { documentOf } from './document-place.ts';
import { beginningOf, cellsOf, elementsNamed, rowsOf, textOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { docketWarning, fieldMissing, repeatedNumbers } from '../warning.ts';
import { readCaseBlock } from './case-block.ts';
import { readReceipt } from './receipt.ts';

/**
 * Reads the history of a case ("History/Documents"): number, dates and short text of each event, and its whole text where the
 * reader of the page had asked for it. Null for any other page.
 */
export function readHistory(document: Document): ParsedSource | null {
  const table = elementsNamed(document, 'table').find((each) => rowsOf(each).slice(0, 3).some(isHeading));
  if (!table || !rowsOf(table).some(isEvent)) return null;
  const header = readCaseBlock(document) ?? { ...blankHeader(), ...pageOrigin(document, '') };
  const warnings: DocketWarning[] = [];
  if (header.number === '') warnings.push(docketWarning('DOCKET_SOURCE_WITHOUT_CASE', {}, ''));
  const entries: ParsedEntry[] = [];
  for (const row of rowsOf(table)) {
    if (isHeading(row)) continue;
    const cells = cellsOf(row);
    const whole = cells
      .map((cell) => textOf(cell))
      .join(' ')
      .trim();
    const text = /^docket text\s*:\s*(.*)$/i.exec(whole);
    const last = entries.at(-1);
    if (text && last) entries[entries.length - 1] = { ...last, text: text[1]! };
    else if (cells.length >= 3 || /\bfiled\b.*:/i.test(textOf(cells[1])))
      entries.push(readRow(cells, header.court, warnings));
    else if (whole !== '') warnings.push(fieldMissing('columns', 'a row', whole));
  }
  return {
    kind: 'docket_history',
    printedAt: readReceipt(document).printedAt,
    dockets: [blankDocket(header, entries)],
    warnings: [...warnings, ...repeatedNumbers(entries)],
  };
}

/** The dates of an event are labeled, which those of other tables are not. */
function isEvent(row: Element): boolean {
  return cellsOf(row).some((cell) => /^(?:filed|entered)\b[^:]{0,20}:/i.test(beginningOf(cell, 40)));
}

function isHeading(row: Element): boolean {
  const names = cellsOf(row).map((cell) => beginningOf(cell, 40));
  return (
    names.length >= 3 &&
    names.some((name) => /^(?:filed\W{1,3}entered )?dates?$/i.test(name)) &&
    names.some((name) => /^description$/i.test(name))
  );
}

function readRow(cells: readonly Element[], court: string, warnings: DocketWarning[]): ParsedEntry {
  const [numberCell, dates, description] = [cells[0]!, cells[1]!, cells[2]];
  const printed = textOf(numberCell);
  const when = textOf(dates);
  const both = dateBehind(/filed\s*(?:&|and)\s*entered\s*:\s*(\S+)/i, when);
  const number = /^(\d{1,6})(?:-(\d{1,4}))?$/.exec(printed);
  const place = documentOf(numberCell, court);
  const entry = blankEntry({
    number: number && Number(number[1]) > 0 ? Number(number[1]) : null,
    attachment: number?.[2] === undefined ? null : Number(number[2]),
    filedOn: both ?? dateBehind(/\bfiled\s*:\s*(\S+)/i, when),
    enteredOn: both ?? dateBehind(/\bentered\s*:\s*(\S+)/i, when),
    shortText: textOf(description),
    ...place,
    sequence: place?.sequence ?? sequenceOf(description),
  });
  const missing = (field: string): unknown =>
    warnings.push(
      fieldMissing(field, printed === '' ? 'an entry' : `entry ${printed}`, `${printed} ${when}`),
    );
  if (entry.filedOn === null && entry.enteredOn === null) missing('date');
  // Bankruptcy courts link documents of events without a number by the word "doc".
  if (printed !== '' && printed !== 'doc' && entry.number === null) missing('number');
  return entry;
}

function dateBehind(label: RegExp, text: string): string | null {
  return isoDateOf(label.exec(text)?.[1] ?? '');
}

/** `DktText('582026475734584','61919','1','6','')`: the event stands fourth. */
function sequenceOf(cell: Element | undefined): number | null {
  for (const anchor of cell ? elementsNamed(cell, 'a') : []) {
    const found = /DktText\('[^']{0,100}','[^']{0,20}','[^']{0,20}','(\d{1,9})'/.exec(
      anchor.attribs['href'] ?? '',
    );
    if (found) return Number(found[1]);
  }
  return null;
}
