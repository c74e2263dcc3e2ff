import type { DocketEntry } from '../../model/docket.ts';
import { csvText, type CsvCell } from '../csv.ts';

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
    const cells: Record<(typeof docketColumns)[number], CsvCell> = {
      ...entry,
      court: ofCase.court,
      caseNumber: ofCase.number,
    };
    return docketColumns.map((column) => cells[column]);
  });
  return csvText([docketColumns, ...rows]);
}

/** Entries as JSON, everything that is known of each; what a list shows only for the moment (unread, title of the document) is left out. */
export function docketJson(entries: readonly DocketEntry[], ofCase: DocketCase): string {
  const rows = entries.map(({ evidenceTitle: _title, isUnread: _unread, createdAt: _created, ...entry }) => ({
    ...entry,
    court: ofCase.court,
    caseNumber: ofCase.number,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
