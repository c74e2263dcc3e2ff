/** A range of Bates numbers as somebody kept it. */
export interface PastedRange {
  /** As the engine reads it: `AMZ000001-AMZ000500`, or one number alone. */
  readonly range: string;
  readonly note: string;
}

/** Ranges that may be entered at once. */
export const mostRanges = 10_000;

/** Characters of a cell that may be a range. A longer one is a remark, or what does not belong in the list at all. */
const mostInRange = 200;

/**
 * Ranges of numbers as people keep them: a line each, or a table with first, last and a remark, split by commas, semicolons or
 * tabs, in any order of remark and numbers. Lines without a digit (headings) are passed over; what the numbers say is for the engine to
 * judge. Takes time in proportion to the text.
 *
 * @example parsePastedRanges('FWR000001-FWR000020, first production') // [{ range: 'FWR000001-FWR000020', note: 'first production' }]
 */
export function parsePastedRanges(text: string): readonly PastedRange[] {
  return linesOf(text).flatMap((line) => {
    const cells = cellsOf(line);
    const hasNumber = cells.some((cell) => readsAsRange(cell)) ? readsAsRange : holdsNumber;
    const at = cells.findIndex(hasNumber);
    const first = cells[at];
    if (first === undefined) return [];
    const [, from = '', to = ''] = /^(\S+?)\s*(?:-|–|—|to|through)\s*(\S*\d)$/i.exec(first) ?? [];
    // A dash after letters alone belongs to the prefix.
    const isDashed = /\d/.test(from);
    const range = isDashed ? `${from}-${to}` : first;
    const second = cells[at + 1] ?? '';
    const isSecondNumber = !isDashed && looksLikeNumber(second, first);
    const rest = cells.toSpliced(at, isSecondNumber ? 2 : 1).filter((cell) => cell !== '');
    return [
      {
        range: (isSecondNumber ? `${first}-${second}` : range).slice(0, 80),
        note: rest.join(', ').slice(0, 300),
      },
    ];
  });
}

/** Lines that were skipped because they hold no number: headings, and what was miswritten. */
export function linesWithoutRange(text: string): readonly string[] {
  return linesOf(text).filter((line) => line.trim() !== '' && parsePastedRanges(line).length === 0);
}

const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

const holdsNumber = (cell: string) => cell.length <= mostInRange && /\d/.test(cell);

/** Whether a cell is a number or two of them, and not a remark with a number in it. */
function readsAsRange(cell: string): boolean {
  return holdsNumber(cell) && /^\S*\d\S*(?:\s*(?:-|–|—|to|through)\s*\S*\d\S*)?$/i.test(cell);
}

/** Whether a second cell is the end of a range: a number with the same letters before it, or as many digits and no less without them. */
function looksLikeNumber(cell: string, first: string): boolean {
  const [run = ''] = /\d+$/.exec(first) ?? [];
  if (/^\d+$/.test(cell)) return cell.length === run.length && cell >= run;
  const lettersOf = (text: string) => text.replace(/\d+[._-]?[A-Za-z]*$/, '');
  return holdsNumber(cell) && !/\s/.test(cell) && lettersOf(cell) === lettersOf(first);
}

/** Cells of a line of a table; a comma inside quotes divides nothing. */
function cellsOf(line: string): readonly string[] {
  const divider = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === divider && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}
