import { formatNumber } from '../../../../shared/domain/amounts.ts';
import { parseBates } from '../../../../shared/domain/exhibits/bates.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { Claim } from '../../../../shared/model/evidence.ts';
import { problemOf } from '../reading.ts';
import { dayOrderOf, givenDay, isGivenDay } from './given-day.ts';
import type { Production } from './produced.ts';
import { columnsOf, unreadHeadings, type Column, type Columns } from './headings.ts';
import { cellsOf, records, signsOf } from './records.ts';

/** A row of a table of documents. */
export interface TableRow {
  /** The headings are row 1. */
  readonly row: number;
  readonly first: string;
  readonly last: string;
  readonly attachFirst: string;
  readonly parent: string;
  readonly imageKey: string;
  readonly custodian: string;
  readonly title: string;
  readonly volume: string;
  /** How many pages it says the document has; null where it does not say. */
  readonly pages: number | null;
  readonly claims: readonly Claim[];
  readonly nativePath: string;
  readonly imagePath: string;
  readonly textPath: string;
  /** Whether its cells may stand in the columns of others. */
  readonly isDamaged: boolean;
  readonly problems: readonly Problem[];
}

/** Rows that are read of one table. */
const maxRows = 200_000;
/** Rows by which the columns of a table without headings are told. */
const sampledRows = 20;

/**
 * Reads a production's table of documents (DAT): Concordance's own signs, or others. A row without a number is a problem, and the
 * rest is read.
 *
 * @param text without byte order mark
 */
export function readTable(text: string): Pick<Production, 'columns' | 'unread'> & {
  rows: TableRow[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const signs = signsOf(firstLineOf(text));
  const headings = cellsOf(text, signs);
  const headed = columnsOf(headings);
  const hasHeadings = headed.size > 0;
  const columns = hasHeadings ? headed : guessedColumns(text);
  if (!hasHeadings) problems.push(problemOf('EVIDENCE_PRODUCTION_HEADINGS'));
  const about = { columns: [...columns.keys()], unread: hasHeadings ? unreadHeadings(headings) : [] };
  if (!columns.has('first')) return { rows: [], ...about, problems };
  const rows: TableRow[] = [];
  let width = 0;
  let row = 0;
  for (const { cells, isOpen } of records(text, signs)) {
    row += 1;
    if (row === 1) {
      width = cells.length;
      if (hasHeadings) continue;
    }
    if (rows.length === maxRows) {
      problems.push(
        problemOf('EVIDENCE_PRODUCTION_LIMITED', { limit: `${formatNumber(maxRows)} documents` }),
      );
      break;
    }
    const read = rowOf(row, cells, columns);
    if (read.first === '') {
      problems.push(problemOf('EVIDENCE_PRODUCTION_ROW_UNREAD', { row, reason: 'it has no number' }));
      continue;
    }
    const reasons = [
      ...(isOpen ? ['a quotation mark in it is never closed'] : []),
      ...(cells.length !== width && !isOpen
        ? [`it has ${cells.length} fields and the first row has ${width}`]
        : []),
    ];
    rows.push({
      ...read,
      isDamaged: reasons.length > 0,
      problems: reasons.map((reason) => problemOf('EVIDENCE_PRODUCTION_ROW_ODD', { row, reason })),
    });
  }
  return { rows: withDays(rows, problems), ...about, problems };
}

/** Claims that are days. */
const isDay = ({ field }: Pick<Claim, 'field'>) => field.endsWith('At');

/** Rows with the days they claim as ISO dates, once all of them show in which order the table writes these. */
function withDays(rows: readonly TableRow[], problems: Problem[]): TableRow[] {
  const days = rows.flatMap(({ claims }) => claims.filter(isDay).map(({ value }) => value));
  const order = dayOrderOf(days);
  if (order !== 'month')
    problems.push(problemOf('EVIDENCE_PRODUCTION_DATES', { isMixed: order === 'mixed' }));
  return rows.map((row) => {
    const unread: Problem[] = [];
    const claims = row.claims.map((claim) => {
      if (!isDay(claim)) return claim;
      const day = givenDay(claim.value, order);
      const reason = `“${claim.value}” cannot be read as a date`;
      if (day === null) unread.push(problemOf('EVIDENCE_PRODUCTION_ROW_ODD', { row: row.row, reason }));
      return { ...claim, value: day ?? claim.value };
    });
    return { ...row, claims, problems: [...row.problems, ...unread] };
  });
}

/** The columns that say what a document claims. */
const claimColumns: readonly (readonly [Claim['field'], Column])[] = [
  ['title', 'title'],
  ['subject', 'subject'],
  ['author', 'author'],
  ['from', 'from'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
  ['messageId', 'messageId'],
  ['sentAt', 'sentOn'],
  ['receivedAt', 'receivedOn'],
  ['createdAt', 'createdOn'],
  ['modifiedAt', 'modifiedOn'],
  ['confidentiality', 'confidentiality'],
];
/** Columns beside first numbers that make a table one of documents: where their files are, or what is said of them. */
const tellingColumns: readonly Column[] = [
  'nativePath',
  'textPath',
  'imagePath',
  'custodian',
  ...claimColumns.map(([, column]) => column),
];

/** Whether a text begins like a table of documents that was produced: it names first numbers, and files or what is said of documents. */
export function isTableOfDocuments(beginning: string): boolean {
  const line = firstLineOf(beginning);
  const columns = columnsOf(cellsOf(line, signsOf(line)));
  return tellingColumns.some((column) => columns.has(column));
}

function firstLineOf(text: string): string {
  return /^[^\r\n]*/.exec(text.slice(0, 100_000))![0];
}

function rowOf(
  row: number,
  cells: readonly string[],
  columns: Columns,
): Omit<TableRow, 'isDamaged' | 'problems'> {
  const cell = (column: Column) => {
    const at = columns.get(column);
    return at === undefined ? '' : (cells[at] ?? '').replaceAll(/\s+/g, ' ').trim();
  };
  const first = cell('first');
  const claims = claimColumns.flatMap(([field, column]) => {
    const value = cell(column);
    return value === '' || (isDay({ field }) && !isGivenDay(value)) ? [] : [{ field, value }];
  });
  return {
    row,
    first,
    last: cell('last') || first,
    attachFirst: cell('attachFirst'),
    parent: cell('parent'),
    imageKey: cell('imageKey'),
    custodian: cell('custodian'),
    title: cell('subject') || cell('title') || cell('fileName'),
    volume: cell('volume'),
    pages: /^\d{1,6}$/.test(cell('pages')) ? Number(cell('pages')) : null,
    claims,
    nativePath: cell('nativePath'),
    imagePath: cell('imagePath'),
    textPath: cell('textPath'),
  };
}

/** The columns of a table whose first row is a document's: numbers come first, and what looks like a path leads to a file. */
function guessedColumns(text: string): Columns {
  const sample: (readonly string[])[] = [];
  for (const { cells } of records(text, signsOf(firstLineOf(text)))) {
    sample.push(cells);
    if (sample.length === sampledRows) break;
  }
  const columns = new Map<Column, number>();
  const mostly = (at: number, is: (cell: string) => boolean) => {
    const filled = sample.flatMap((cells) => (cells[at]?.trim() ? [cells[at].trim()] : []));
    return filled.length > 0 && filled.filter(is).length > filled.length / 2;
  };
  const columnAt = (at: number): Column | undefined => {
    if (mostly(at, (cell) => parseBates(cell) !== null))
      return (['first', 'last', 'attachFirst', 'attachLast'] as const).find((column) => !columns.has(column));
    if (mostly(at, (cell) => /[\\/].+\.txt$/i.test(cell))) return 'textPath';
    return mostly(at, (cell) => /[\\/].+\.\w{2,5}$/.test(cell)) ? 'nativePath' : undefined;
  };
  for (const at of (sample[0] ?? []).keys()) {
    const column = columnAt(at);
    if (column !== undefined && !columns.has(column)) columns.set(column, at);
  }
  return columns;
}
