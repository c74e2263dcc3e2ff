import { isHeaderLabel } from '../sheet/header.ts';
import { edgeOf, endsInHyphen, escaped, htmlOf, rowOfCells, wholeLines } from './line-text.ts';
import { beginsParties, caseEnd, partyTable, setIn, withRepresentedBy } from './party-table.ts';
import { columnsIn, lineOf, splitAt, textOfLine, type PrintedLine } from './printed-lines.ts';

/** Labels of a docket's head that stand in its right half. */
const rightLabel =
  /^(?:(?:Date (?:filed|terminated|reopened|discharged|dismissed|transferred|converted)|Jury Demand|Nature of Suit|Jurisdiction|341 meeting|(?:Joint )?Debtor (?:discharged|dismissed))\s*:|Deadline for\b)/i;
const anyLabel = /^[A-Za-z][A-Za-z /()[\].?'’-]{1,70}?\s*:/;
/** The rest of a label that a narrow column broke. */
const goesOnLabel = /^[a-z][a-z ()]{0,40}:/;
/** What courts print without a label: below the title of a case that went elsewhere, and of a bankruptcy. */
const ownLine = /^(?:DO NOT DOCKET|(?:(?:original|previous) )?chapter \d|(?:in)?voluntary$|(?:no )?asset$)/i;
/** A kind of suit by its number, in a column of its own. */
const numbered = /^\d{1,3}$/;
/** Right-hand parts that end this near to one another, in points, are set to the right. */
const sameEdge = 2;
/** Ems between the halves at least, where the left one is full. */
const halfGap = 0.45;
/** The part of the text's width that the left half takes at least. */
const leftShare = 0.35;

/** What stands between the heading and the entries: its head, and its parties, in the tables a court's page has. */
export interface HeadAndParties {
  readonly head: string;
  readonly parties: string;
}

/**
 * @param printed lines between the heading and the entries
 * @param edge right edge of the page's text, in points
 */
export function headAndParties(printed: readonly PrintedLine[], edge: number): HeadAndParties {
  const lines = withRepresentedBy(printed);
  const begin = lines.findIndex((_line, i) => beginsParties(lines, i));
  const [head, parties] = begin === -1 ? [lines, []] : [lines.slice(0, begin), lines.slice(begin)];
  return { head: headTable(head, edge), parties: partyTable(parties, edge) };
}

function headTable(lines: readonly PrintedLine[], edge: number): string {
  if (lines.length === 0) return '';
  const [left, right] = halvesOf(lines, edge);
  const cells = [
    cellOf(left, right.reduce((least, line) => Math.min(least, line.left), edge + 6) - 6),
    ...(right.length === 0 ? [] : [cellOf(right, edge)]),
  ];
  return `<table><tr>${cells.map((cell) => `<td valign="top">${cell}</td>`).join('')}</tr></table>`;
}

/** What stands in each half of the head: labels that stand in the right one tell where its lines begin, or that they end together. */
function halvesOf(lines: readonly PrintedLine[], edge: number): readonly [PrintedLine[], PrintedLine[]] {
  const labels = lines.flatMap((line) => rightPartOf(line) ?? []);
  if (labels.length === 0) return [[...lines], []];
  const x = labels.map(({ left }) => left).toSorted((a, b) => a - b)[Math.floor(labels.length / 2)]!;
  const isSetRight =
    labels.every(({ right }) => Math.abs(right - labels[0]!.right) < sameEdge) &&
    labels.some((part) => Math.abs(part.left - x) > sameEdge || textOfLine(part).endsWith(':'));
  const start = Math.min(...lines.map(({ left }) => left));
  const least = start + (edge - start) * leftShare;
  const isBeside = (part: PrintedLine): boolean =>
    isSetRight
      ? part.left > least && Math.abs(part.right - labels[0]!.right) < sameEdge
      : Math.abs(part.left - x) < sameEdge;
  const sides = lines.map((line) => {
    const beside = (rightPartOf(line) ?? columnsIn(line, isSetRight ? undefined : halfGap).find(isBeside))
      ?.left;
    return splitAt(line, beside ?? Infinity);
  });
  return [sides.flatMap(([left]) => left ?? []), sides.flatMap(([, right]) => right ?? [])];
}

/** The part of a line from a label on that stands in the right half; null where it has none. */
function rightPartOf(line: PrintedLine): PrintedLine | null {
  const at = line.words.findIndex(
    ({ left }, i) => (i > 0 || left > 200) && rightLabel.test(textOfLine({ words: line.words.slice(i) })),
  );
  return at === -1 ? null : lineOf(line.words.slice(at), line.page, line.y);
}

/** Lines of the head; a value that is set in below another belongs to the label of that one. */
function cellOf(printed: readonly PrintedLine[], most: number): string {
  // Bankruptcy courts print labels in italics, beside values that are not.
  const hasItalics = printed.some(({ words }) => words[0]!.isItalic);
  const lines = printed.map((line): PrintedLine => ({
    ...line,
    words: line.words.map((word) => ({ ...word, isItalic: false })),
  }));
  const start = Math.min(...lines.map(({ left }) => left));
  const isSetIn = (line: PrintedLine): boolean => line.left > start + setIn;
  const edge = edgeOf(lines, start, most);
  let hasValue = false;
  const whole = wholeLines(lines, (before, line) => {
    const [above, text] = [textOfLine(before), textOfLine(line)];
    if (endsInHyphen(before)) return -Infinity;
    const label = anyLabel.exec(above)?.[0];
    if (label !== undefined) hasValue = label.length < above.length;
    const [first, ...others] = columnsIn(line);
    if (
      ownLine.test(text) ||
      rightLabel.test(text) ||
      (others.length > 0 && numbered.test(textOfLine(first!)))
    )
      return Infinity;
    // A label goes on in small letters; one that no court is known to use may be the end of a value that is too long for its line.
    if (anyLabel.test(text))
      return goesOnLabel.test(text) ? -Infinity : hasValue && !isHeaderLabel(text) ? edge : Infinity;
    const next = lines[lines.indexOf(line) + 1];
    if (next && isHeaderLabel(text) && goesOnLabel.test(textOfLine(next))) return Infinity;
    // Values below one another, each of which ends in the number of a case.
    if (isSetIn(line)) return caseEnd.test(above) ? Infinity : most;
    // Below a label and its value nothing stands but the rest of the value.
    return hasValue && !hasItalics ? -Infinity : edge;
  });
  const own: string[] = [];
  const inner: string[] = [];
  for (const [at, each] of whole.entries()) {
    const next = whole[at + 1]?.[0];
    const text = each.map(textOfLine).join(' ');
    const label = /^panel/i.test(text) ? undefined : anyLabel.exec(text)?.[0];
    if (isSetIn(each[0]!) && inner.length > 0) inner.push(rowOfCells(['', htmlOf(each)]));
    else if (label !== undefined && next && isSetIn(next))
      inner.push(rowOfCells([label, escaped(text.slice(label.length))]));
    else own.push(htmlOf(each));
  }
  return `${own.join('<br>')}${inner.length === 0 ? '' : `<table>${inner.join('')}</table>`}`;
}
