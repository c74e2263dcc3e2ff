import { edgeOf, escaped, htmlOf, isOfOneBlock, wholeLines } from './line-text.ts';
import { columnsIn, lineOf, splitAt, textOfLine, type PrintedLine } from './printed-lines.ts';

/** Labels of a docket's head that stand in its right half. */
const rightLabel =
  /^(?:Date (?:Filed|Terminated|Reopened|Discharged|Transferred|filed|terminated)|Jury Demand|Nature of Suit|Jurisdiction)\b/;
const anyLabel = /^[A-Za-z][A-Za-z /()[\].?'’-]{1,70}?\s*:/;
/** Beginnings of lines of an address or a role, whatever stands before them. */
const ownLine =
  /^(?:(?:[Ee]-?mail|[Ff]ax|FAX|[Pp]hone|[Tt]el(?:ephone)?|[Pp]ager|[Oo]ffice|[Cc]ell)\s*:|\(?\d{3}\)?[-–. /]{0,3}\d{3}[-–. ]\d{4}\b|P\.? ?O\.? Box\b|LEAD ATTORNEY|ATTORNEY TO BE NOTICED|PRO HAC VICE|PRO SE$|Designation:|TERMINATED:|Bar Status:|Tax ID\b|SSN\b|\(See above|\d{1,5}[A-Z]? \S*\p{L}|\p{Lu}[\p{L} .'’-]{1,40}, ?[A-Z]{2}\.? \d{5}(?:-\d{4})?$)/u;
/** Lines between a party's names, each on its own: how the next name is used. */
const betweenNames =
  /^(?:(?:(?:also|formerly|now|previously|otherwise) (?:known|doing business|trading)|doing business|trading) as|[adfn]\/?[bk]\/?a)$/i;
const terminated = /^TERMINATED: \d/;
/** What ends an address. */
const postalCode = /\b[A-Z]{2}\.? \d{5}(?:-\d{4})?$/;
/** What courts print below the title of a case that went elsewhere. */
const notDocketed = /^DO NOT DOCKET/;
const caseEnd = /\d-\S*[\p{L}\p{N};]$/u;
/** The part of the page's text a party's own column takes, as every court sets it. */
const partyShare = 0.4;
/** A line this far, in points, to the right of its column's edge is set in. */
const setIn = 12;
/** A name may be this much longer, in points, than the role over it; farther to the right stand attorneys. */
const farAside = 60;
/** Longer than any role. */
const longestRole = 100;

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
  const begin = lines.findIndex((line, i) => isRole(line) || isRepresented(line) || isOwnRole(lines, i));
  const [head, parties] = begin === -1 ? [lines, []] : [lines.slice(0, begin), lines.slice(begin)];
  return { head: headTable(head, edge), parties: partyTable(parties, edge) };
}

function headTable(lines: readonly PrintedLine[], edge: number): string {
  if (lines.length === 0) return '';
  const middle = rightColumnOf(lines);
  const [left, right] = sidesOf(lines, middle);
  const cells = [
    cellOf(left, middle === Infinity ? edge : middle - 3),
    ...(right.length === 0 ? [] : [cellOf(right, edge)]),
  ];
  return `<table><tr>${cells.map((cell) => `<td valign="top">${cell}</td>`).join('')}</tr></table>`;
}

/** Where the right half of the head begins; beyond all where it has none. */
function rightColumnOf(lines: readonly PrintedLine[]): number {
  const found: number[] = [];
  for (const { words, left } of lines)
    for (const [at, word] of words.entries()) {
      if (word.left < left + 60 && word.left === words[0]!.left && word.left < 200) continue;
      const rest = textOfLine({ words: words.slice(at) });
      if (rightLabel.test(rest)) found.push(word.left);
    }
  if (found.length === 0) return Infinity;
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length / 2)]! - 3;
}

function sidesOf(lines: readonly PrintedLine[], x: number): readonly [PrintedLine[], PrintedLine[]] {
  const sides = lines.map((line) => splitAt(line, x));
  return [sides.flatMap(([left]) => left ?? []), sides.flatMap(([, right]) => right ?? [])];
}

/** Lines of the head; a value that is set in below another belongs to the label of that one. */
function cellOf(lines: readonly PrintedLine[], most: number): string {
  const start = Math.min(...lines.map(({ left }) => left));
  const isSetIn = (line: PrintedLine): boolean => line.left > start + setIn;
  const edge = edgeOf(lines, start, most);
  let hasValue = false;
  const whole = wholeLines(lines, (before, line) => {
    const [above, text] = [textOfLine(before), textOfLine(line)];
    const label = anyLabel.exec(above)?.[0];
    if (label !== undefined) hasValue = label.length < above.length;
    if (anyLabel.test(text) || notDocketed.test(text)) return Infinity;
    // Values below one another, each of which ends in the number of a case.
    if (isSetIn(line)) return caseEnd.test(above) ? Infinity : most;
    // Below a label and its value nothing stands but the rest of the value.
    return hasValue ? -Infinity : edge;
  });
  const own: string[] = [];
  const inner: string[] = [];
  for (const [at, each] of whole.entries()) {
    const next = whole[at + 1]?.[0];
    const text = each.map(textOfLine).join(' ');
    const label = /^panel/i.test(text) ? undefined : anyLabel.exec(text)?.[0];
    if (isSetIn(each[0]!) && inner.length > 0) inner.push(`<tr><td></td><td>${htmlOf(each)}</td></tr>`);
    else if (label !== undefined && next && isSetIn(next))
      inner.push(`<tr><td>${label}</td><td>${escaped(text.slice(label.length))}</td></tr>`);
    else own.push(htmlOf(each));
  }
  return `${own.join('<br>')}${inner.length === 0 ? '' : `<table>${inner.join('')}</table>`}`;
}

interface PartyRow {
  readonly kind: 'role' | 'party' | 'other';
  readonly left: PrintedLine[];
  readonly right: PrintedLine[];
}

/** Rows of parties: a role underlined, then who has it, "represented by", and by whom. */
function partyTable(lines: readonly PrintedLine[], edge: number): string {
  if (lines.length === 0) return '';
  const start = Math.min(...lines.map(({ left }) => left));
  const rows: PartyRow[] = [];
  let middle = Infinity;
  for (const [at, line] of lines.entries()) {
    const counsel = counselIn(line);
    if (counsel) {
      middle = counsel.x - 3;
      const own = line.words.slice(0, counsel.from);
      const by = line.words.slice(counsel.to);
      rows.push({
        kind: 'party',
        left: own.length === 0 ? [] : [lineOf(own, line.page, line.y)],
        right: by.length === 0 ? [] : [lineOf(by, line.page, line.y)],
      });
      continue;
    }
    const [first, ...others] = columnsIn(line);
    if (isRole(line)) {
      middle = others[0] ? others[0].left - 3 : Infinity;
      rows.push({ kind: 'role', left: [first!], right: others });
      continue;
    }
    const row = rows.at(-1);
    const [left, right] = middle === Infinity ? [first!, others[0] ?? null] : splitAt(line, middle);
    if (!row || row.kind === 'role' || (left && (isOwnRole(lines, at) || beginsRow(left, row)))) {
      if (left && /^v(?:s|ersus)?\.?$/i.test(textOfLine(left))) middle = Infinity;
      rows.push({ kind: 'other', left: left ? [left] : [], right: right ? [right] : [] });
      continue;
    }
    if (left) row.left.push(left);
    if (right) row.right.push(right);
  }
  const [own, counsel] = [rows.flatMap(({ left }) => left), rows.flatMap(({ right }) => right)];
  const edges = [
    edgeOf(own, start, start + (edge - start) * partyShare),
    edgeOf(counsel, Math.min(...counsel.map(({ left }) => left)), edge),
  ] as const;
  return `<table>${rows.map((row) => rowOf(row, edges)).join('')}</table>`;
}

/** Whether what is on the left does not continue the row above: another name in bold type, or the "v." between the sides. */
function beginsRow(line: PrintedLine, row: PartyRow): boolean {
  const before = row.left.at(-1);
  if (!before) return false;
  const text = textOfLine(line);
  if (/^v(?:s|ersus)?\.?$/i.test(text) || /^(?:assigned|referred) to\s*:/i.test(text)) return true;
  if (betweenNames.test(textOfLine(before))) return false;
  const [was, is] = [before.words[0]!, line.words[0]!];
  return (
    !isOfOneBlock(before, line) &&
    is.isBold &&
    !is.isItalic &&
    row.left.some(({ words }) => words[0]!.isBold) &&
    !was.isUnderlined
  );
}

function rowOf({ kind, left, right }: PartyRow, [leftEdge, rightEdge]: readonly [number, number]): string {
  const own = wholeLines(left, (before, line) => nameEdge(before, line, leftEdge));
  const counsel = wholeLines(right, (before, line) => counselEdge(before, line, rightEdge));
  const [one, other] = [own, counsel].map(
    (lines) => `<td valign="top">${lines.map(htmlOf).join('<br>')}</td>`,
  );
  if (kind === 'party') return `<tr>${one}<td>represented by</td>${other}</tr>`;
  return `<tr>${one}${counsel.length === 0 ? '' : other}</tr>`;
}

/** Names do not stand under one another without an empty line between them. */
function nameEdge(before: PrintedLine, line: PrintedLine, edge: number): number {
  const text = textOfLine(line);
  if (ownLine.test(text) || betweenNames.test(text)) return Infinity;
  if (terminated.test(textOfLine(before)) || postalCode.test(textOfLine(before))) return Infinity;
  return isBoldLine(line) ? -Infinity : edge;
}

/** Roles, in italics, all begin with words of their own; an address of mail may be too long for its line. */
function counselEdge(before: PrintedLine, line: PrintedLine, edge: number): number {
  const isRest = line.words[0]!.isItalic || /^e-?mail:$/i.test(textOfLine(before));
  return isRest && !ownLine.test(textOfLine(line)) ? -Infinity : nameEdge(before, line, edge);
}

function isBoldLine({ words }: PrintedLine): boolean {
  return words[0]!.isBold && !words[0]!.isItalic;
}

/** "represented by" in a line: the words it is, and where what follows begins. */
function counselIn({ words }: PrintedLine): { from: number; to: number; x: number } | null {
  const from = words.findIndex(({ text }, at) => text === 'represented' && words[at + 1]?.text === 'by');
  if (from === -1) return null;
  return { from, to: from + 2, x: words[from + 2]?.left ?? words[from + 1]!.right + 4 };
}

/** Lines with "represented by" in one of them where a narrow column has broken it into two. */
function withRepresentedBy(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const whole = [...lines];
  for (const [at, { words, page, y }] of lines.entries()) {
    const from = words.findIndex(({ text }, i) => text === 'represented' && words[i + 1]?.text !== 'by');
    const own = words[from];
    if (own === undefined) continue;
    const isBy = ({ text, left, right }: PrintedLine['words'][number]): boolean =>
      text === 'by' && left >= own.left - 1 && right <= own.right + 1;
    const near = whole.slice(at + 1, at + 4).findIndex((line) => line.words.some(isBy));
    if (near === -1) continue;
    const below = at + 1 + near;
    const by = whole[below]!.words.find(isBy)!;
    const rest = whole[below]!.words.filter((word) => word !== by);
    whole[at] = lineOf(
      [...words.slice(0, from + 1), { ...by, left: own.right, right: own.right }, ...words.slice(from + 1)],
      page,
      y,
    );
    whole[below] = { ...whole[below]!, words: rest };
  }
  return whole.flatMap((line) => (line.words.length === 0 ? [] : [lineOf(line.words, line.page, line.y)]));
}

/** Whether a line is the role of a party as bankruptcy courts print it: in italics, over the name in bold type. */
function isOwnRole(lines: readonly PrintedLine[], at: number): boolean {
  const [role] = columnsIn(lines[at]!) as [PrintedLine];
  const text = textOfLine(role);
  if (text.length > longestRole || text.includes(':') || betweenNames.test(text)) return false;
  if (!role.words.every(({ isItalic, isBold }) => isItalic && !isBold)) return false;
  const own = lines.slice(at + 1, at + 4).flatMap((line) => splitAt(line, role.right + farAside)[0] ?? []);
  const name = own.find((line) => !/^-{3,}$/.test(textOfLine(line)));
  return name !== undefined && isBoldLine(name) && !isRole(name) && Math.abs(name.left - role.left) < setIn;
}

function isRepresented(line: PrintedLine): boolean {
  return counselIn(line) !== null;
}

/** A role, or the heading of counts: nothing in its first column but underlined words. */
function isRole(line: PrintedLine): boolean {
  const [first] = columnsIn(line) as [PrintedLine];
  const text = textOfLine(first);
  if (text.length > longestRole || caseEnd.test(text)) return false;
  return first.words.every(({ isUnderlined, href }) => isUnderlined && href === null);
}
