const delimiters = ['\t', ',', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The form of a table, as its first part shows it. */
export interface TableForm {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Width of each column in characters, to lay all parts out the same way. */
  readonly widths: readonly number[];
}

const mostColumns = 200;
const sampleRows = 200;
const leastWidth = 5;
const mostWidth = 48;

/**
 * Reads records of values separated by a character, some of them in quotation marks (RFC 4180).
 *
 * @param isInside whether the text begins inside a quoted value: parts are cut at line ends, wherever those are
 * @returns the records, and how many quotation marks are misplaced
 * @example readRecords('a,"b ""c"""\n1,2\n', ',').records // [['a', 'b "c"'], ['1', '2']]
 */
export function readRecords(
  text: string,
  delimiter: string,
  isInside = false,
): { records: string[][]; strays: number } {
  const records: string[][] = [];
  let record: string[] = [];
  let value = '';
  let isQuoted = isInside;
  let strays = 0;
  let at = 0;
  const endRecord = () => {
    record.push(value);
    value = '';
    // An empty line is no record.
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  };
  while (at < text.length) {
    if (isQuoted) {
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        value += text.slice(at);
        at = text.length;
      } else if (text[quote + 1] === '"') {
        value += text.slice(at, quote + 1);
        at = quote + 2;
      } else {
        value += text.slice(at, quote);
        isQuoted = false;
        at = quote + 1;
      }
      continue;
    }
    const letter = text[at]!;
    if (letter === '"' && value.trim() === '') {
      isQuoted = true;
      value = '';
    } else if (letter === delimiter) {
      record.push(value);
      value = '';
    } else if (letter === '\n') endRecord();
    else if (letter !== '\r') {
      if (letter === '"') strays += 1;
      value += letter;
    }
    at += 1;
  }
  if (value !== '' || record.length > 0) endRecord();
  return { records, strays };
}

/**
 * The form of a table: its separator, its headings, how wide its columns are.
 *
 * @param text its first part
 * @returns null when it is no table of even rows
 */
export function tableFormOf(text: string): TableForm | null {
  for (const delimiter of delimiters) {
    const { records } = readRecords(text, delimiter);
    const [header, ...rows] = records.slice(0, sampleRows);
    if (!header || header.length < 2 || header.length > mostColumns) continue;
    const even = rows.filter(({ length }) => length === header.length).length;
    // The last one may be cut by the end of the part.
    if (rows.length > 0 && even < (rows.length - 1) * 0.8) continue;
    const widths = header.map((_heading, column) =>
      Math.min(
        mostWidth,
        Math.max(leastWidth, ...[header, ...rows].map((row) => longestLine(row[column] ?? ''))),
      ),
    );
    return { delimiter, header, widths };
  }
  return null;
}

/**
 * The records of one part. A part may begin inside a quoted value that began in the part before: of both ways to read it, the
 * one that gives rows as wide as the header, and has no unmatched quotation mark, is right.
 *
 * @returns the rows, and whether the first goes on with one of the part before
 */
export function readTablePart(
  text: string,
  { delimiter, header }: TableForm,
  part: number,
): { rows: readonly (readonly string[])[]; isContinued: boolean } {
  const outside = readRecords(text, delimiter);
  if (part === 1) return { rows: outside.records.slice(1), isContinued: false };
  const inside = readRecords(text, delimiter, true);
  const uneven = (rows: readonly (readonly string[])[]) =>
    rows.filter(({ length }) => length !== header.length).length;
  // What goes on from the part before need not be as wide as the others.
  const isContinued =
    uneven(inside.records.slice(1)) + inside.strays < uneven(outside.records) + outside.strays;
  return { rows: isContinued ? inside.records : outside.records, isContinued };
}

function longestLine(value: string): number {
  if (!value.includes('\n')) return value.length;
  return Math.max(...value.split('\n', 50).map(({ length }) => length));
}
