import { Element, Text, type AnyNode } from 'domhandler';
import type { DocketLink, DocketWarning, ParsedEntry } from '../../../../../shared/model/docket.ts';
import { blankAttachment, blankEntry } from '../../../../../shared/domain/docket/blank.ts';
import { bytesOf, documentOf } from '../court-pages/document-place.ts';
import type { DocumentPlace } from '../printed/court-links.ts';
import { beginningOf, cellsOf, elementsNamed, linesOf, printedIn, textOf } from '../printed/html-text.ts';
import { dayAlone } from '../printed/day-heading.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { printedNumber } from '../printed/printed-number.ts';
import { fieldMissing } from '../warning.ts';
import { withoutTickBoxes, type DocketColumns, type DocketTable } from './entries-table.ts';

export interface SheetEntries {
  readonly entries: ParsedEntry[];
  readonly warnings: DocketWarning[];
}

/**
 * Reads the rows of a docket's table, each lead document followed by those of its attachments that its text links to.
 *
 * @param tables of a docket's page
 * @param court code of the court, to make addresses whole that leave the server out
 */
export function readEntries(tables: readonly DocketTable[], court: string): SheetEntries {
  const entries: ParsedEntry[] = [];
  const warnings: DocketWarning[] = [];
  for (const { columns, rows } of tables) {
    const all = withoutTickBoxes(spannedRows(rows), columns.width);
    const behind: ColumnsBehind = {
      numbers: numbersBehind(all, columns),
      texts: cellsBehindText(all, columns),
    };
    let day = '';
    all.forEach((cells, i) => {
      if (cells.length === 0) return;
      const place = placesIn(cells, columns, behind);
      const alone = dayAlone(cells.map((cell) => beginningOf(cell, longestDay)));
      const below = all[i + 1];
      if (alone !== null && below && !isDated(placesIn(below, columns, behind))) day = alone;
      else {
        if (isDated(place)) day = '';
        readRow(cells, place, columns, { court, day }, entries, warnings);
      }
    });
  }
  return { entries, warnings };
}

/** Longer than any day with its weekday. */
const longestDay = 40;

/** Whether a row has a date of its own, as all rows have but those below a day that stands over several. */
function isDated({ filed, entered }: RowPlaces): boolean {
  return [filed, entered].some((cell) => cell !== undefined && beginningOf(cell, longestDay) !== '');
}

/** Cells by row, those that span several rows ("rowspan") in each of them: spreadsheets write a day once for all its entries. */
function spannedRows(rows: readonly Element[]): Element[][] {
  let open: { cell: Element; left: number; at: number }[] = [];
  return rows.map((row) => {
    const cells = cellsOf(row);
    for (const { cell, at } of open) cells.splice(at, 0, cell);
    open = open.flatMap((each) => (each.left > 1 ? [{ ...each, left: each.left - 1 }] : []));
    cells.forEach((cell, at) => {
      const span = Number(cell.attribs['rowspan'] ?? 1);
      if (cell.parent === row && span > 1) open.push({ cell, left: Math.min(span, 1_000) - 1, at });
    });
    open.sort((a, b) => a.at - b.at);
    return cells;
  });
}

function readRow(
  cells: readonly Element[],
  place: RowPlaces,
  columns: DocketColumns,
  { court, day }: { readonly court: string; readonly day: string },
  entries: ParsedEntry[],
  warnings: DocketWarning[],
): void {
  const text = textOf(place.text);
  const isByEntry = columns.filed === null;
  const filed =
    printedIn(place.filed).replace(/^(?:date )?filed\W{1,3}(?=\d)/i, '') || (isByEntry ? '' : day);
  const entered = printedIn(place.entered) || (isByEntry ? day : '');
  const numberCell = printedIn(place.number);
  if (text === '' && numberCell === '' && isoDateOf(filed || entered) === null) return;
  const raw = (): string => cells.map((cell) => textOf(cell)).join(' | ');
  // The headings again, as on pages that were printed in parts, or a line across the table.
  if (/^(?:date )?(?:filed|entered)\b(?!.*\d)/i.test(filed || entered) || /^docket text$/i.test(text)) return;
  if (cells.length === 1 && columns.width > 1) {
    // Buttons below the rows, for what was ticked.
    if (elementsNamed(cells[0]!, 'input').length > 0) return;
    warnings.push(fieldMissing('columns', 'a row', raw()));
    return;
  }

  const number = printedNumber(numberCell);
  const isNumberUnread = number === null && !noNumber.test(numberCell);
  const lead = documentOf(place.number, court);
  const said = /\(Entered:\s*(\d{1,2}\/\d{1,2}\/\d{2,4})\)/gi;
  const enteredOn =
    isoDateOf(entered) ??
    isoDateOf([...text.matchAll(said)].at(-1)?.[1] ?? '') ??
    isoDateOf(/\bentered\W{1,3}(\d{1,2}\/\d{1,2}\/\d{2,4})/i.exec(filed)?.[1] ?? '');
  const isFiledOnAssumed = isByEntry && enteredOn !== null;
  const entry = blankEntry({
    number: number?.number ?? null,
    attachment: number?.attachment ?? null,
    isNumberUnread,
    filedOn: isFiledOnAssumed ? enteredOn : isoDateOf(filed),
    isFiledOnAssumed,
    enteredOn,
    text,
    ...lead,
    isSealed: /\bsealed\b/i.test(numberCell) ? true : null,
    isRestricted: /\brestricted\b/i.test(numberCell) ? true : null,
    ...measuresIn(numberCell),
  });
  const missing = (field: string): unknown =>
    warnings.push(fieldMissing(field, number ? `entry ${number.printed}` : 'an entry', raw()));
  if (entry.filedOn === null && entry.enteredOn === null) missing('date');
  else if (!isByEntry && entry.filedOn === null) missing('filing date');
  if (number?.isOneOfSeveral) missing('further numbers');
  if (isNumberUnread) missing('number');
  if (text === '') missing('text');
  const { links, attachments } = anchorsIn(place.text, court);
  entries.push({ ...entry, links });
  if (entry.number !== null && entry.attachment === null)
    entries.push(
      // Their descriptions are read out of the text with all others.
      ...attachments.map((own) => blankAttachment(entry, own)),
    );
}

/** What stands in the column of numbers where an entry has none: signs, "No document", "3 pgs". */
const noNumber = /^[^a-z\d]*$|^\(?\s*(?:no document|doc\b(?!\W{0,2}\d)|n\/?a\b|\d+\s?p(?:gs?|ages?)\b)/i;

interface RowPlaces {
  readonly filed: Element | undefined;
  readonly entered: Element | undefined;
  readonly number: Element | undefined;
  readonly text: Element | undefined;
}

/**
 * How many cells behind the one below their heading the numbers stand: some bankruptcy courts leave a cell for icons between date and
 * number, under a heading that spans both or under none. 0 as soon as one number stands where its heading says.
 */
function numbersBehind(rows: readonly (readonly Element[])[], columns: DocketColumns): number {
  const { number, numberWidth, width } = columns;
  if (number === null) return 0;
  const counts = new Map<number, number>();
  for (const cells of rows) {
    if (cells.length < width) continue;
    const below = cells.slice(number, number + numberWidth + cells.length - width);
    const behind = below.findIndex((cell) => /^\d{1,6}(?:-\d{1,4})?$/.test(linesOf(cell)[0] ?? ''));
    if (behind === 0) return 0;
    if (behind > 0) counts.set(behind, (counts.get(behind) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * How many cells without a heading stand behind the text, as buttons that other programs add do: in most rows the text is the fullest of
 * the cells from its heading on.
 */
function cellsBehindText(rows: readonly (readonly Element[])[], { text, width }: DocketColumns): number {
  const counts = new Map<number, number>();
  for (const cells of rows) {
    if (cells.length <= width) continue;
    const lengths = cells.slice(text).map((cell) => beginningOf(cell, mostCompared).length);
    const behind = lengths.length - 1 - lengths.lastIndexOf(Math.max(...lengths));
    counts.set(behind, (counts.get(behind) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** How much of the words of cells is compared to find the text. */
const mostCompared = 400;

/** Cells without headings of their own, see `numbersBehind` and `cellsBehindText`. */
interface ColumnsBehind {
  readonly numbers: number;
  readonly texts: number;
}

/** Cells by column. What is too much (a size) leaves date and number in front and the text last. Narrower ones lack a column in the middle. */
function placesIn(cells: readonly Element[], columns: DocketColumns, extra: ColumnsBehind): RowPlaces {
  const behind = cells.length < columns.width ? 0 : extra.numbers;
  const at = (index: number | null) => (index === null ? undefined : cells[index]);
  const isOfWidth = cells.length === columns.width;
  return {
    filed: at(columns.filed),
    entered: at(columns.entered),
    number:
      !isOfWidth && cells.length < 3 && columns.width > 2
        ? undefined
        : at(columns.number === null ? null : columns.number + behind),
    text: isOfWidth
      ? at(columns.text)
      : cells.at(
          cells.length > columns.width ? -1 - Math.min(extra.texts, cells.length - columns.width) : -1,
        ),
  };
}

/** "12 (24 pgs; 2 docs)" as bankruptcy courts print it; "12 24 pg, 120.5 KB" or, where they number nothing, the same without "12" as courts of appeals do. */
function measuresIn(printed: string): Pick<ParsedEntry, 'pageCount' | 'sizeBytes'> {
  const [, pages, size] =
    /(?:^|[\s(])(\d{1,5})\s?p(?:gs?|ages?)\b(?:,\s*([\d.,]+\s?[KMG]?B)\b)?/i.exec(printed) ?? [];
  return { pageCount: pages === undefined ? null : Number(pages), sizeBytes: bytesOf(size ?? '') };
}

interface AttachmentPlace extends DocumentPlace {
  readonly attachment: number;
}

/** Numbers an entry's text links to: other entries ("re 105"), and attachments of its own ("(Attachments: # 1 Exhibit A"). */
function anchorsIn(
  cell: Element | undefined,
  court: string,
): { links: DocketLink[]; attachments: AttachmentPlace[] } {
  const links: DocketLink[] = [];
  const attachments: AttachmentPlace[] = [];
  let before = '';
  let isInAttachments = false;
  const waiting: AnyNode[] = cell ? cell.children.toReversed() : [];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (node instanceof Text) {
      const said = before + node.data;
      if (/\battachments?(?:\(s\)(?:\s+added\s+on\s+[\d/]{6,10})?)?\s*:/i.test(said)) isInAttachments = true;
      before = said.replace(/\s+$/, ' ').slice(-mostBefore);
    } else if (node instanceof Element) {
      for (let i = node.children.length - 1; i >= 0; i -= 1) waiting.push(node.children[i]!);
      if (node.name !== 'a') continue;
      const printed = /^\[?(\d{1,6})(?:-(\d{1,4}))?\]?$/.exec(textOf(node));
      if (!printed || Number(printed[1]) === 0) continue;
      const number = Number(printed[1]);
      const place = documentOf(node, court);
      // "Related Doc # 5" names an entry.
      const isAttachment =
        isInAttachments &&
        before.trimEnd().endsWith('#') &&
        !/\b(?:doc\w*|dkt|ecf|entry|nos?)[\s.()s]*#\s*$/i.test(before);
      if (!isAttachment)
        links.push({ number, attachment: printed[2] === undefined ? null : Number(printed[2]) });
      else if (place) attachments.push({ ...place, attachment: number });
    }
  }
  return { links, attachments };
}

/** How many letters in front of a link tell what it leads to: "(Attachment(s) added on 1/11/2021: # ". */
const mostBefore = 60;
