/** What separates columns, the likeliest first. */
const delimiters = ['\t', ',', ';', '|'] as const;
const maxRecords = 100;
/** Share of the records that must have as many columns as the first. */
const evenShare = 0.9;

/**
 * Whether a text is a table of values separated by one character: records of the same number of columns.
 *
 * @param text the beginning of the file; its last line may be cut
 * @param isSaidToBe whether its name says so; then lines need not be even, only separated
 */
export function isTabular(text: string, isSaidToBe: boolean): boolean {
  return delimiters.some((delimiter) => isTableOf(text, delimiter, isSaidToBe));
}

function isTableOf(text: string, delimiter: string, isSaidToBe: boolean): boolean {
  const records = recordsOf(text, delimiter);
  if (records.length < 2) return isSaidToBe && (records[0]?.columns ?? 0) >= 2;
  const [header] = records;
  const { columns } = header!;
  if (columns < 2) return false;
  if (isSaidToBe) return true;
  const even = records.filter((record) => record.columns === columns);
  if (even.length < records.length * evenShare) return false;
  // Lines of a program each end in a semicolon, which separates nothing.
  if (even.every((record) => record.isLastEmpty)) return false;
  // Two columns are also what a comma in every sentence makes; headings of a table are short, and have no
  // figures and no full stops.
  return columns > 2 || (records.length >= 3 && header!.length <= 60 && !header!.hasProse);
}

interface Record {
  columns: number;
  length: number;
  /** Whether it has figures, or the marks that end sentences. */
  hasProse: boolean;
  isLastEmpty: boolean;
}

/** The first records, with quotation marks respected (RFC 4180); a record that the sample cuts is left out. */
function recordsOf(text: string, delimiter: string): Record[] {
  const records: Record[] = [];
  let record: Record = { columns: 1, length: 0, hasProse: false, isLastEmpty: true };
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && (character === '\n' || character === '\r')) {
      if (record.length > 0) records.push(record);
      if (records.length === maxRecords) return records;
      record = { columns: 1, length: 0, hasProse: false, isLastEmpty: true };
      continue;
    }
    record.length++;
    record.hasProse ||= (character >= '0' && character <= '9') || '.!?:'.includes(character);
    if (!isQuoted && character === delimiter) {
      record.columns++;
      record.isLastEmpty = true;
    } else if (character !== ' ') record.isLastEmpty = false;
  }
  if (records.length < 2 && record.length > 0) records.push(record);
  return records;
}
