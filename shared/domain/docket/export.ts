import type { DocketEntry } from '../../model/docket.ts';

/** The columns of the CSV, in their order; the names are those of the JSON too. */
export const docketColumns = [
  'number',
  'attachment',
  'filedOn',
  'enteredOn',
  'text',
  'shortText',
  'filer',
  'attorney',
  'isTextOnly',
  'isSealed',
  'isRestricted',
  'feeNote',
  'documentUrl',
  'documentId',
  'pageCount',
  'evidenceId',
  'court',
  'caseNumber',
] as const;

type Cell = string | number | boolean | null;

/** Which lawsuit the entries are of; empty strings where not known. */
export interface DocketCase {
  readonly court: string;
  readonly number: string;
}

/**
 * Entries as a table that spreadsheets open and that can be imported again (RFC 4180, UTF-8 with a byte order mark, lines
 * ended by CR LF). A cell that a spreadsheet would take for a formula begins with an apostrophe, which an import takes off.
 *
 * @example
 * docketCsv([entry], { court: 'wawd', number: '2:26-cv-00031' })
 * // '\ufeffnumber,attachment,filedOn,…\r\n1,,2026-01-11,…\r\n'
 */
export function docketCsv(entries: readonly DocketEntry[], ofCase: DocketCase): string {
  const rows = entries.map((entry) => {
    const cells: Record<(typeof docketColumns)[number], Cell> = {
      ...entry,
      court: ofCase.court,
      caseNumber: ofCase.number,
    };
    return docketColumns.map((column) => csvCell(cells[column])).join(',');
  });
  return `\ufeff${[docketColumns.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Entries as JSON, everything that is known of each; what a list shows of the moment (unread, title of the document) is left out. */
export function docketJson(entries: readonly DocketEntry[], ofCase: DocketCase): string {
  const rows = entries.map(({ evidenceTitle: _title, isUnread: _unread, createdAt: _created, ...entry }) => ({
    ...entry,
    court: ofCase.court,
    caseNumber: ofCase.number,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** What spreadsheets run as a formula; apostrophes before it count, so that taking one off gives back what there was. */
const formula = /^'*[=+\-@]/;

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
