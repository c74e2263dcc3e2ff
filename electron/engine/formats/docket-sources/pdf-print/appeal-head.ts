import { ending, roleInAppeal } from '../sheet/appellate-parties.ts';
import { edgeOf, htmlOf, isRightBelow, rowOfCells, wholeLines } from './line-text.ts';
import {
  columnsIn,
  splitAt,
  textEdges,
  textOfLine,
  type PrintedLine,
  type PrintedRoll,
} from './printed-lines.ts';

const named = /\b(?:Court of Appeals|Appellate Panel) Docket\s?#\s?:\s*((?:\d{2}|\d{4})-\d{1,6})\b/i;
const title = /^general docket\b/i;
/** How courts of appeals say that an attorney, or a party without one, takes part: it stands in the second column alone. */
const takesPart = /^\[(?:COR|NTC|LD)\b/;
/** Lines about an attorney that neither go on with another nor go on. */
const ownLine = /^(?:\[|\(see above|[\p{L}-]{2,12}:)/iu;
/** What a table leaves between a column's words and the next column, in points. */
const cellPadding = 6;
/** From line to line within a cell, in ems, at most. */
const withinCell = 1.3;
const label = /^[A-Z][\w /#’'()-]{1,50}:/;
const versus = /^v(?:s|ersus)?\.?$/i;
/** What parts others, such as friends of the court, from the parties. */
const dashes = /^-{5,}$/;
/** The part of the text's width a border goes over that parts the blocks of the head from one another. */
const wholeWidth = 0.9;

/** Whether a line names the general docket of a court of appeals or a bankruptcy appellate panel. */
export function namesAppeal(line: string): boolean {
  return named.test(line);
}

/**
 * Where a general docket begins in the lines of a page, with the number of the appeal; null where none does: the entries of others name
 * appeals too, but not under its title.
 *
 * @example appealIn(['General Docket', 'Court of Appeals', 'Court of Appeals Docket #: 21-1'])?.number // '21-1'
 */
export function appealIn(lines: readonly string[]): { start: number; number: string } | null {
  const start = lines.findIndex((line) => title.test(line));
  const number = named.exec(lines.slice(start, start + 6).find(namesAppeal) ?? '')?.[1];
  return start === -1 || number === undefined ? null : { start, number };
}

/**
 * What stands above the entries of a general docket, as a court of appeals writes it: its title, the table that names the appeal, the
 * parties beside their attorneys, and lines.
 *
 * @param above the lines above the entries
 */
export function headOfAppeal(above: readonly PrintedLine[], roll: PrintedRoll): string {
  const [start, edge] = textEdges(roll.lines);
  return blocksOf(above, roll, (edge - start) * wholeWidth)
    .map((lines) => {
      if (lines.some((line) => namesAppeal(textOfLine(line)))) return headTable(lines);
      const counsel = counselColumn(lines, start);
      return counsel === null
        ? `<p>${lines.map((line) => htmlOf([line])).join('<br>')}</p>`
        : partyTable(lines, counsel, edge);
    })
    .join('\n');
}

/** Lines of each block; borders over the whole width part them. */
function blocksOf(lines: readonly PrintedLine[], { rules }: PrintedRoll, width: number): PrintedLine[][] {
  const borders = rules
    .filter(({ isVertical, from, to }) => !isVertical && to - from >= width)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
  const blocks: PrintedLine[][] = [];
  let passed = -1;
  let next = 0;
  for (const line of lines) {
    while (next < borders.length && borders[next]! < line.y) next += 1;
    if (next === passed) blocks.at(-1)!.push(line);
    else blocks.push([line]);
    passed = next;
  }
  return blocks;
}

/** The table that names the appeal: its left column, a row a line, then the right one, where courts print when it was docketed. */
function headTable(lines: readonly PrintedLine[]): string {
  const x =
    lines.flatMap(({ words }) => words).find(({ text }) => /^docketed:?$/i.test(text))?.left ?? Infinity;
  const sides = lines.map((line): readonly [PrintedLine | null, PrintedLine | null] =>
    columnsIn(line).some(({ left }) => Math.abs(left - x) < cellPadding)
      ? splitAt(line, x - cellPadding)
      : [line, null],
  );
  const left = wholeLines(
    sides.flatMap(([own]) => own ?? []),
    // Lines of one cell stand nearer to one another than those of two.
    (before, line) =>
      label.test(textOfLine(line)) || line.y - before.y > line.size * withinCell ? Infinity : -Infinity,
  );
  const right = sides.flatMap(([, beside]) => (beside ? [[beside]] : []));
  const rows = [...left, ...right].map((each) => rowOfCells([htmlOf(each)]));
  return `<table>${rows.join('')}</table>`;
}

/** Where the column of the attorneys begins; null where a block has none. */
function counselColumn(lines: readonly PrintedLine[], start: number): number | null {
  const found = lines.flatMap(({ words }) =>
    words.flatMap(({ text, left }) => (takesPart.test(text) && left > start + 60 ? [left] : [])),
  );
  return found.length === 0 ? null : Math.min(...found);
}

/** A party over its part in the appeal, and its attorneys beside it. */
function partyTable(lines: readonly PrintedLine[], counsel: number, edge: number): string {
  const rows: { readonly own: PrintedLine[]; readonly beside: PrintedLine[] }[] = [];
  let isEnded = true;
  for (const line of lines) {
    const [own, beside] = splitAt(line, counsel - 3);
    if (own && dashes.test(textOfLine(own))) {
      isEnded = true;
      continue;
    }
    const last = rows.at(-1)?.own.at(-1);
    const isNext = isEnded && !(own && last && isPartBroken(last, own));
    if (own && isNext && !ending.test(textOfLine(own))) rows.push({ own: [], beside: [] });
    const row = rows.at(-1);
    if (own && row) {
      row.own.push(own);
      const text = textOfLine(own);
      isEnded = versus.test(text) || (row.own.length > 1 && isPart(own));
    }
    if (beside) row?.beside.push(beside);
  }
  const counselEdge = edgeOf(
    rows.flatMap((row) => row.beside),
    counsel,
    edge,
  );
  const cells = rows.map(({ own, beside }) => {
    const party = wholeLines(own, (before, line) => {
      if (isPartBroken(before, line)) return -Infinity;
      return line.left > own[0]!.left + 6 || isPart(line) ? Infinity : counsel - cellPadding;
    });
    return rowOfCells([party.map(htmlOf).join('<br>'), attorneysOf(beside, counselEdge)]);
  });
  return `<table>${cells.join('')}</table>`;
}

const isPart = (line: PrintedLine): boolean => roleInAppeal.test(textOfLine(line).replace(/,$/, ''));

/** Whether a party's part goes on in the next line of its narrow cell: "Intervenor Defendant -", then "Appellant". */
function isPartBroken(before: PrintedLine, line: PrintedLine): boolean {
  const above = textOfLine(before);
  if (!isPart(before) || above.endsWith(',') || !isPart(line)) return false;
  return above.endsWith('-') || (before.page === line.page && line.y - before.y <= line.size * withinCell);
}

/** Attorneys below one another, with the empty line between them that courts leave. */
function attorneysOf(lines: readonly PrintedLine[], edge: number): string {
  const whole = wholeLines(lines, (before, line) =>
    [before, line].some((each) => ownLine.test(textOfLine(each))) ? Infinity : edge,
  );
  return whole
    .map((each, i) => {
      const before = whole[i - 1]?.at(-1);
      const isApart = before !== undefined && !isRightBelow(before, each[0]!);
      return `${before === undefined ? '' : isApart ? '<br><br>' : '<br>'}${htmlOf(each)}`;
    })
    .join('');
}
