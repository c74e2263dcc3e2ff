import { escaped } from './pdf-print/line-text.ts';
import { namesColumns } from './sheet/entries-table.ts';
import { namesDocket } from './sheet/heading.ts';

/** Between cells of a table that was copied; some programs write tabs as spaces. */
const cellGap = /\t+| {2,}/;
const row =
  /^(\d{1,2}\/\d{1,2}\/\d{2,4})(?:\t| {2,})\s*(?:(\d{1,6}(?:-\d{1,4})?)\s*(\([^()]*\))?\s*(?:\t| {2,}))?\s*(\S[^]*)$/;
const receipt = /^(?:PACER Service Center|Transaction Receipt)\b/i;
/** Where the parties begin: whose type tells names, parts and roles apart is lost in a text. */
const partyRole =
  /^(?:[\w-]+ ){0,3}(?:plaintiff|defendant|petitioner|respondent|movant|intervenor|debtor|trustee|creditor|claimant|appell(?:ant|ee)|amicus|in re|interested party)s?(?: \(\d+\))?$/i;

/**
 * The page of a docket sheet that was copied from a browser and kept as text: its heading, its head, and its entries, whose lines begin
 * with a date. The parties are left out. Null where a text is none.
 *
 * @param text the whole file
 */
export function pageOfPastedSheet(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/);
  const named = lines.findIndex((line) => namesDocket(line));
  if (named === -1) return null;
  const columns = lines.findIndex((line, i) => i > named && isHeading(line));
  if (columns === -1) return null;
  const end = lines.findIndex((line, i) => i > columns && receipt.test(line.trim()));
  // What stands above the court's name is the site's menu, or flags.
  const top = lines.slice(0, named + 1);
  const heading = top.slice(
    Math.max(
      0,
      top.findIndex((line) => /\bcourt\b/i.test(line)),
    ),
  );
  const head = lines.slice(named + 1, columns);
  const parties = head.findIndex((line) => /\trepresented\s+by\b/i.test(line) || partyRole.test(line.trim()));
  const printed = head
    .slice(0, parties === -1 ? undefined : parties)
    .flatMap((line) => line.split(cellGap))
    .filter((line) => line.trim() !== '');
  const entries = rowsIn(
    lines.slice(columns + 1, end === -1 ? undefined : end),
    lines[columns]!.includes('\t'),
  );
  return [
    `<h3>${inLines(heading)}</h3>`,
    `<table><tr><td>${inLines(printed)}</td></tr></table>`,
    '<table>',
    ...[namesIn(lines[columns]!), ...entries].map(
      (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    ),
    '</table>',
  ].join('\n');
}

function isHeading(line: string): boolean {
  const names = namesIn(line);
  return names.length === 3 && /\b(?:date|filed|entered)\b/i.test(names[0]!) && namesColumns(names);
}

function namesIn(line: string): string[] {
  return line
    .trim()
    .split(cellGap)
    .map((name) => name.trim());
}

/**
 * Cells of each row; a line that does not begin with a date goes on with the row above.
 *
 * @param isTabbed whether tabs part the cells: a date before mere spaces is then one of a text
 */
function rowsIn(lines: readonly string[], isTabbed: boolean): string[][] {
  const beginning = isTabbed ? /^\d{1,2}\/\d{1,2}\/\d{2,4}\t/ : /^\d{1,2}\/\d{1,2}\/\d{2,4}(?: {2,}|$)/;
  const rows: string[] = [];
  for (const each of lines) {
    const line = isTabbed ? each.replaceAll(/[ \u00a0]*\t[ \u00a0]*/g, '\t').replaceAll(/ {2,}/g, ' ') : each;
    if (beginning.test(line) || rows.length === 0) rows.push(line);
    else rows[rows.length - 1] += ` ${line}`;
  }
  return rows
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const [, date, number = '', pages = '', text] = row.exec(each.trim()) ?? [];
      return date === undefined ? [each] : [date, `${number} ${pages}`.trim(), unquoted(text!)];
    });
}

/** A cell of several lines, or with quotation marks, as spreadsheets copy it: in quotation marks, its own doubled. */
function unquoted(cell: string): string {
  return /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function inLines(lines: readonly string[]): string {
  return lines.map(escaped).join('<br>');
}
