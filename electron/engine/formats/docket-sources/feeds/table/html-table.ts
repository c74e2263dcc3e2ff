import type { Document } from 'domhandler';
import type { ParsedSource } from '../../../../../../shared/model/docket.ts';
import { cellsOf, elementsNamed, rowsOf, textOf } from '../../printed/html-text.ts';
import { columnsByName, namesEntries } from './columns.ts';
import { readTable } from './csv.ts';

/** Rows above the names of the columns, at most. */
const mostAbove = 12;

/**
 * Reads a table of entries that a spreadsheet or another program saved as a page; null where no table of the page names columns of
 * entries.
 *
 * @param document the page
 * @param name file name, for errors only
 */
export function readHtmlTable(document: Document, name: string): ParsedSource | null {
  for (const table of elementsNamed(document, 'table')) {
    const rows = rowsOf(table).map((row) => cellsOf(row).map((cell) => textOf(cell)));
    const heading = rows.slice(0, mostAbove).findIndex((cells) => namesEntries(columnsByName(cells)));
    if (heading >= 0 && rows.length > heading + 1)
      return readTable(rows.map((cells) => cells.map(quoted).join('\t')).join('\n'), name);
  }
  return null;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
