import { concordance } from '../../../../shared/domain/exhibits/load-files.ts';

/** The signs a load file's table is written with. */
export interface Signs {
  /** Between fields. */
  readonly delimiter: string;
  /** Around fields; empty where there are none. */
  readonly quote: string;
  /** For a line break within a field; empty where line breaks stand as they are. */
  readonly newline: string;
}

/** A record, and what kept it from being read whole. */
export interface Record {
  readonly cells: readonly string[];
  /** Whether a quote that was opened is never closed. */
  readonly isOpen: boolean;
}

const concordanceSigns: Signs = concordance;
const otherSigns: readonly Signs[] = [
  { delimiter: '|', quote: '^', newline: '' },
  { delimiter: '|', quote: '~', newline: '' },
  { delimiter: ',', quote: '"', newline: '' },
  { delimiter: '\t', quote: '"', newline: '' },
  { delimiter: ';', quote: '"', newline: '' },
  { delimiter: '|', quote: '"', newline: '' },
  { delimiter: concordance.delimiter, quote: '', newline: concordance.newline },
];

/**
 * The signs of a table, by its first line: the Concordance defaults where they stand in it, else those that part it into most fields.
 *
 * @param firstLine without byte order mark
 */
export function signsOf(firstLine: string): Signs {
  if (firstLine.includes(concordance.delimiter) && firstLine.includes(concordance.quote))
    return concordanceSigns;
  const quoted = otherSigns.filter(
    ({ quote }) => quote !== '"' && quote !== '' && firstLine.startsWith(quote),
  );
  const candidates = quoted.length > 0 ? quoted : otherSigns;
  const fields = (signs: Signs) => cellsOf(firstLine, signs).length;
  return candidates.reduce((best, signs) => (fields(signs) > fields(best) ? signs : best));
}

/** The cells of one line. */
export function cellsOf(line: string, signs: Signs): readonly string[] {
  for (const { cells } of records(line, signs)) return cells;
  return [];
}

/** Characters of one record: a quote that is never closed would else take the rest of the file. */
const maxRecord = 4_000_000;

/**
 * The records of a table one by one. Line breaks within quotes belong to their field; a quote doubled within quotes is one. A
 * record whose quote is never closed ends with its line, and the next begins there.
 */
export function* records(text: string, signs: Signs): Generator<Record> {
  let at = 0;
  while (at < text.length) {
    const whole = recordAt(text, at, signs, text.length);
    const end = whole ? whole.end : lineEnd(text, at);
    // Without its quotes what stands between them is still there to be read.
    const { cells } = whole ?? recordAt(text, at, { ...signs, quote: '' }, end)!;
    at = afterLineBreak(text, end);
    if (cells.length > 1 || cells[0]!.trim() !== '') yield { cells, isOpen: whole === null };
  }
}

/** @returns null where a quote is not closed */
function recordAt(
  text: string,
  start: number,
  { delimiter, quote, newline }: Signs,
  limit: number,
): { readonly cells: string[]; readonly end: number } | null {
  const cells: string[] = [];
  const tidy = (cell: string) => (newline === '' ? cell : cell.replaceAll(newline, '\n'));
  let at = start;
  for (;;) {
    if (quote !== '' && text.startsWith(quote, at)) {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const close = text.indexOf(quote, from);
        if (close < 0 || close >= limit || close - start > maxRecord) return null;
        cell += text.slice(from, close);
        from = close + 1;
        const next = text[from];
        if (next === quote) {
          cell += quote;
          from += 1;
        } else if (from >= limit || next === delimiter || next === '\r' || next === '\n') break;
        // A quote within a field that nobody doubled.
        else cell += quote;
      }
      cells.push(tidy(cell));
      at = from;
    } else {
      let end = at;
      while (end < limit && text[end] !== delimiter && text[end] !== '\r' && text[end] !== '\n') end += 1;
      cells.push(tidy(text.slice(at, end)));
      at = end;
    }
    if (at >= limit || text[at] !== delimiter) return { cells, end: at };
    at += 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + maxRecord).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, from + maxRecord) : from + end;
}

function afterLineBreak(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return text[at] === '\r' || text[at] === '\n' ? at + 1 : at;
}
