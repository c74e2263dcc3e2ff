import { edgeOf, endsInHyphen, htmlOf, isOfOneBlock, isRightBelow, wholeLines } from './line-text.ts';
import { columnsIn, lineOf, splitAt, textOfLine, type PrintedLine } from './printed-lines.ts';

/** Beginnings of lines of an address or a role, whatever stands before them; a narrow column may break the line behind them. */
const ownLine =
  /^(?:(?:[Ee]-?mail|[Ff]ax|FAX|[Pp]hone|[Tt]el(?:ephone)?|[Pp]ager|[Oo]ffice|[Cc]ell)\s*:|\(?\d{3}\)?[-–. /]{0,3}\d{3}[-–. ]\d{4}\b|P\.? ?O\.? Box\b|LEAD\b|ATTORNEY\b|PRO HAC\b|PRO SE$|Designation:|TERMINATED:|Bar Status:|Tax ID\b|SSN\b|\(See above|\d{1,5}[A-Z]? \S*\p{L}|\p{Lu}[\p{L} .'’-]{1,40}, ?[A-Z]{2}\.? \d{5}(?:-\d{4})?$)/u;
/** Ends of lines that a narrow column broke: the next goes on with them. */
const broken = /^LEAD$|^TERMINATED:$/;
/** Lines between a party's names, each on its own: how the next name is used. */
const betweenNames =
  /^(?:(?:(?:also|formerly|now|previously|otherwise) (?:known|doing business|trading)|doing business|trading) as|[adfn]\/?[bk]\/?a)$/i;
const terminated = /^(?:TERMINATED: )?\d{1,2}\/\d{1,2}\/\d{4}$/;
/** What ends an address. */
const postalCode = /\b[A-Z]{2}\.? \d{5}(?:-\d{4})?$/;
const versus = /^v(?:s|ersus)?\.?$/i;
/** What courts print over a criminal defendant. */
const headerLabel = /^(?:(?:assigned|referred) to\s*:|appeals court case\b)/i;
/** By which adversary proceedings rule off the role from the name. */
const dashes = /^-+$/;
/** What ends the number of a case. */
export const caseEnd = /\d-\S*[\p{L}\p{N};]$/u;
/** A line this far, in points, to the right of its column's edge is set in. */
export const setIn = 12;
/** The part of the page's text a party's own column takes at most, where somebody represents it. */
const partyShare = 0.4;
/** What a table leaves between a column's words and the next column, in points. */
const cellPadding = 4;
/** A name may be this much longer, in points, than the role over it; farther to the right stand attorneys. */
const farAside = 60;
/** Longer than any role, in letters and in lines. */
const longestRole = 100;
const mostRoleLines = 3;

interface PartyRow {
  readonly kind: 'role' | 'party' | 'other';
  readonly left: PrintedLine[];
  readonly right: PrintedLine[];
  /** Where its second column begins; beyond all where it has none. */
  readonly middle: number;
  /** Where its first column ends at most. */
  readonly most: number;
}

/**
 * Rows of parties: a role underlined, then who has it, "represented by", and by whom. Each row tells where its own columns are: bankruptcy
 * courts give each party a table of its own, as wide as its words want.
 */
export function partyTable(lines: readonly PrintedLine[], edge: number): string {
  if (lines.length === 0) return '';
  const start = Math.min(...lines.map(({ left }) => left));
  const rows: PartyRow[] = [];
  for (const [at, line] of lines.entries()) {
    const row = rows.at(-1);
    const counsel = counselIn(line);
    const part = (from: number, to?: number): PrintedLine[] => {
      const words = line.words.slice(from, to);
      return words.length === 0 ? [] : [lineOf(words, line.page, line.y)];
    };
    if (counsel) {
      const { from, to, x } = counsel;
      const most = line.words[from]!.left - cellPadding;
      rows.push({ kind: 'party', left: part(0, from), right: part(to), middle: x - 3, most });
    } else if (isRole(line)) {
      const [first, ...others] = columnsIn(line);
      if (row?.kind === 'role' && others.length === 0 && isOfOneBlock(row.left.at(-1)!, line))
        row.left.push(first!);
      else
        rows.push({
          kind: 'role',
          left: [first!],
          right: others,
          middle: others[0] ? others[0].left - 3 : Infinity,
          most: edge,
        });
    } else if (!row || row.kind === 'role' || beginsRow(lines, at, row)) {
      // Counts of a criminal case stand in the columns of their headings.
      const middle = row && row.kind !== 'party' ? row.middle : Infinity;
      const [left, right] = splitAt(line, middle);
      rows.push({
        kind: 'other',
        left: left ? [left] : [],
        right: right ? [right] : [],
        middle,
        most: edge,
      });
    } else {
      const [left, right] = splitAt(line, row.middle);
      if (left) row.left.push(left);
      if (right) row.right.push(right);
    }
  }
  const counsel = rows.flatMap(({ right }) => right);
  const most = start + (edge - start) * partyShare;
  const own = rows.flatMap(({ left }) => left).filter(({ right }) => right <= most);
  const edges = {
    own: edgeOf(own, start, most),
    counsel: edgeOf(counsel, Math.min(...counsel.map(({ left }) => left)), edge),
  };
  return `<table>${rows.map((row) => rowOf(row, edges)).join('')}</table>`;
}

/** Whether what is on the left does not continue the row above: another name in bold type, a role, or the "v." between the sides. */
function beginsRow(lines: readonly PrintedLine[], at: number, { left, middle }: PartyRow): boolean {
  const line = lines[at]!;
  const [own, ...others] = columnsIn(line);
  // Beside words of the row's second column stand only words of its first.
  if (others.some((each) => Math.abs(each.left - 3 - middle) < 1)) return false;
  const before = left.at(-1);
  if (!before || own!.left >= middle) return false;
  if (isOwnRole(lines, at)) return !left.every(isRoleLine) || !isRightBelow(before, line);
  const text = textOfLine(own!);
  if (versus.test(text) || headerLabel.test(text)) return true;
  // A narrow column may have broken them.
  if ([-1, -2].some((from) => betweenNames.test(left.slice(from).map(textOfLine).join(' ')))) return false;
  return (
    !isOfOneBlock(before, own!) &&
    isBoldLine(own!) &&
    left.some(({ words }) => words[0]!.isBold) &&
    !before.words[0]!.isUnderlined
  );
}

function rowOf(
  { kind, left: printed, right, most }: PartyRow,
  edges: { readonly own: number; readonly counsel: number },
): string {
  const left = printed.filter((line) => !dashes.test(textOfLine(line)));
  // Where nobody represents it, a party's words go as far as they want.
  const edge = left.some((line) => line.right > edges.own) ? most : Math.min(most, edges.own);
  const role = isRoleLine(left[0])
    ? left.slice(
        0,
        left.findIndex((line) => !isRoleLine(line)),
      )
    : [];
  const own = [
    ...(role.length === 0 ? [] : [role]),
    ...wholeLines(left.slice(role.length), (before, line) => nameEdge(before, line, edge)),
  ];
  const counsel = wholeLines(right, (before, line) => counselEdge(before, line, edges.counsel));
  const [one, other] = [own, counsel].map(
    (lines) => `<td valign="top">${lines.map(htmlOf).join('<br>')}</td>`,
  );
  if (kind === 'party') return `<tr>${one}<td>represented by</td>${other}</tr>`;
  return `<tr>${one}${counsel.length === 0 ? '' : other}</tr>`;
}

/** Names do not stand under one another without an empty line between them. */
function nameEdge(before: PrintedLine, line: PrintedLine, edge: number): number {
  const [above, text] = [textOfLine(before), textOfLine(line)];
  if (
    broken.test(above) ||
    endsInHyphen(before) ||
    (isRoleLine(before) && betweenNames.test(`${above} ${text}`))
  )
    return -Infinity;
  if (ownLine.test(text) || betweenNames.test(text) || headerLabel.test(text)) return Infinity;
  // Below a judge stands nothing but the rest of the name.
  if (headerLabel.test(above)) return -Infinity;
  if (terminated.test(above) || postalCode.test(above)) return Infinity;
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

/** Whether a line is all in italics, as bankruptcy courts print roles. */
function isRoleLine(line: PrintedLine | undefined): boolean {
  return line !== undefined && line.words.every(({ isItalic, isBold }) => isItalic && !isBold);
}

/** "represented by" in a line: the words it is, and where what follows begins. */
function counselIn({ words }: PrintedLine): { from: number; to: number; x: number } | null {
  const from = words.findIndex(({ text }, at) => text === 'represented' && words[at + 1]?.text === 'by');
  if (from === -1) return null;
  return { from, to: from + 2, x: words[from + 2]?.left ?? words[from + 1]!.right + 4 };
}

/** Lines with "represented by" in one of them where a narrow column has broken it into two. */
export function withRepresentedBy(lines: readonly PrintedLine[]): readonly PrintedLine[] {
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

/** Whether a line is the first of the parties: a role, or a name with who represents it. */
export function beginsParties(lines: readonly PrintedLine[], at: number): boolean {
  return isRole(lines[at]!) || counselIn(lines[at]!) !== null || isOwnRole(lines, at);
}

/** Whether a line is the role of a party as bankruptcy courts print it: in italics, over the name in bold type. */
function isOwnRole(lines: readonly PrintedLine[], at: number): boolean {
  const [role] = columnsIn(lines[at]!) as [PrintedLine];
  const text = textOfLine(role);
  if (text.length > longestRole || /:|^\d/.test(text) || betweenNames.test(text)) return false;
  if (!isRoleLine(role)) return false;
  const below = lines
    .slice(at + 1, at + 3 + mostRoleLines)
    .flatMap((line) => splitAt(line, role.right + farAside)[0] ?? []);
  const name = below.find(
    (line, i) =>
      !dashes.test(textOfLine(line)) && !(isRoleLine(line) && isRightBelow(below[i - 1] ?? role, line)),
  );
  return name !== undefined && isBoldLine(name) && !isRole(name) && Math.abs(name.left - role.left) < setIn;
}

/** A role, or the heading of counts: nothing in its first column but underlined words. */
function isRole(line: PrintedLine): boolean {
  const [first] = columnsIn(line) as [PrintedLine];
  const text = textOfLine(first);
  if (text.length > longestRole || caseEnd.test(text)) return false;
  return first.words.every(({ isUnderlined, href }) => isUnderlined && href === null);
}
