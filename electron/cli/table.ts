/**
 * Rows as aligned columns for a terminal.
 *
 * @param headings one per column; a heading that begins with ">" aligns its column to the right
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const isRight = headings.map((heading) => heading.startsWith('>'));
  const names = headings.map((heading) => heading.replace(/^>/, ''));
  const cells = [names, ...rows.map((row) => row.map((cell) => String(cell ?? '–').replaceAll(/\s+/g, ' ')))];
  const widths = names.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]!.length), 0),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          isRight[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The ends of a run of Bates numbers; one number stands alone, and none leaves the cell empty. */
export function batesRun(first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  return first === last ? first : `${first}–${last}`;
}

/** "12 pages", "1 page". */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? noun : plural}`;
}

/** A size in the unit a person reads: 1.4 MB. */
export function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes === 0 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return power === 0 ? count(bytes, 'byte') : `${(bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}
