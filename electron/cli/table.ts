export { formatCount as count, formatSize as size } from '../../shared/domain/amounts.ts';

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

/** A text short enough for a row of a terminal: at most 90 characters. */
export function clip(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
