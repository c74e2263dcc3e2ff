import { escaped, rowOfCells } from '../pdf-print/line-text.ts';
import { roleInAppeal } from '../sheet/appellate-parties.ts';

/** What stands between the sides of an appeal. */
const between = /^(?:v(?:s|ersus)?\.?|-{3,})$/i;
/** What stands below the name of an attorney, and below no party's. */
const ofAttorney = /^\[.*\]$|@|^(?:direct|firm|email)\s?:|\d{3}-\d{4}\b/i;

/**
 * The table of an appeal's parties as courts print it, from a text in which a tab parts a party's part from its attorneys. Empty where
 * no empty line stands between the attorneys of one and the name of the next: what belongs to whom cannot then be told.
 *
 * @param lines above the entries
 */
export function partiesOfAppeal(lines: readonly string[]): string {
  const parts = lines.flatMap((line, at) => (partIn(line) !== null && line.includes('\t') ? [at] : []));
  const starts = parts.map((at) => startOf(lines, at));
  const rows = parts.map((at, i) => {
    const names = lines.slice(starts[i], at);
    if (names.length === 0 || names.some((line) => ofAttorney.test(line.trim()))) return null;
    const beside = lines[at]!.split('\t').slice(1).join(' ');
    const counsel = [beside, ...lines.slice(at + 1, starts[i + 1] ?? captionBelow(lines, at))];
    const cells = [[...names, partIn(lines[at]!)!], counsel.filter((line) => !between.test(line.trim()))];
    return rowOfCells(cells.map((cell) => cell.map((line) => escaped(line.trim())).join('<br>')));
  });
  return rows.length === 0 || rows.includes(null) ? '' : `<table>${rows.join('\n')}</table>`;
}

/** The part of a party that a line says in its first cell; null where it says none. */
function partIn(line: string): string | null {
  const part = line.split('\t')[0]!.trim().replace(/,$/, '');
  return roleInAppeal.test(part) && !part.includes(':') ? part : null;
}

/** The line on which what stands right above another begins. */
function startOf(lines: readonly string[], at: number): number {
  const above = lines.slice(0, at).findLastIndex((line) => line.trim() === '' || between.test(line.trim()));
  return above + 1;
}

/** Where the caption of the appeal begins, which names the parties again, with no tab behind their parts. */
function captionBelow(lines: readonly string[], last: number): number {
  const part = lines.findIndex((line, at) => at > last && !line.includes('\t') && partIn(line) !== null);
  if (part === -1) return lines.length;
  const name = lines.slice(0, part).findLastIndex((line) => line.trim() !== '');
  return Math.max(startOf(lines, name), last + 1);
}
