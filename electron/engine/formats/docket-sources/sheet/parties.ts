import type { Element } from 'domhandler';
import type { DocketAttorney, DocketParty } from '../../../../../shared/model/docket.ts';
import { beginningOf, cellsOf, rowsOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { styledLines, type StyledLine } from './styled-lines.ts';
import { readAttorneys } from './attorneys.ts';

/** Headings that stand among the parties of a criminal case and name no party. */
const countsHeading =
  /^(?:pending counts|terminated counts|complaints?|disposition|highest offense level|citations?|counts)\b/i;

/** Longer than what is printed of a party with all its other names and its address. */
const longestParty = 2_000;

/** Whether a table lists parties: it says whom somebody represents, or has an underlined role over a name. */
export function isPartyTable(table: Element): boolean {
  return rowsOf(table)
    .slice(0, 12)
    .some((row) => {
      const cells = cellsOf(row);
      if (cells.some((cell) => isRepresentedBy(cell))) return true;
      const [first] = cells;
      if (!first || beginningOf(first, longestParty + 1).length > longestParty) return false;
      const lines = partyLines(first);
      return (lines.length === 1 && isRoleLine(lines[0]!)) || ownRole(lines) !== null;
    });
}

/** Reads the parties of a docket in the order printed; counts and dispositions of defendants are left out. */
export function readParties(tables: readonly Element[]): DocketParty[] {
  const parties: DocketParty[] = [];
  const seen = new Map<string, DocketAttorney>();
  for (const table of tables) {
    let role: string | null = null;
    for (const row of rowsOf(table)) {
      const [first, ...others] = cellsOf(row);
      if (!first) continue;
      const lines = partyLines(first);
      if (lines.length === 0) continue;
      const represented = others.findIndex((cell) => isRepresentedBy(cell));
      const heading = lines[0]!;
      if (lines.length === 1 && represented === -1 && isRoleLine(heading)) {
        role = countsHeading.test(heading.text) ? null : roleOf(heading.text);
        continue;
      }
      const own = ownRole(lines);
      const named = own === null ? role : own;
      const block = own === null ? lines : lines.slice(1);
      if (own === null && represented === -1 && isVersus(lines)) continue;
      // Counts follow a defendant in plain type; a party's name is bold, or somebody represents it.
      if (named === null || (!block[0]?.isBold && represented === -1)) continue;
      const attorneys = represented === -1 ? undefined : others[represented + 1];
      parties.push(partyOf(named, block, attorneys ? readAttorneys(attorneys, seen) : []));
    }
  }
  return parties;
}

/** Lines of a party's cell, without the dashes by which adversary proceedings rule off the role from the name. */
function partyLines(cell: Element): StyledLine[] {
  return styledLines(cell).filter(({ text }) => !/^-{3,}$/.test(text));
}

/** "V." between the sides, which some courts print in bold type as they do names. */
function isVersus([first, ...others]: readonly StyledLine[]): boolean {
  return others.length === 0 && /^v(?:s|ersus)?\.?$/i.test(first?.text ?? '');
}

function isRepresentedBy(cell: Element): boolean {
  return /^represented\s+by\b/i.test(beginningOf(cell, 40));
}

function isRoleLine({ isUnderlined, text }: StyledLine): boolean {
  return isUnderlined && text.length <= 100;
}

/** Bankruptcy courts print the role in the party's own cell, over its name and in italics. */
function ownRole(lines: readonly StyledLine[]): string | null {
  const [first, second] = lines;
  if (!first || !second || countsHeading.test(first.text)) return null;
  if (first.isUnderlined && second.isBold) return roleOf(first.text);
  return first.isItalic && !second.isItalic && second.isBold ? roleOf(first.text) : null;
}

/** "Defendant (1)": the number counts the defendants of a criminal case. */
function roleOf(printed: string): string {
  return printed.replace(/\s*\(\d+\)$/, '').trim();
}

function partyOf(role: string, lines: readonly StyledLine[], attorneys: DocketAttorney[]): DocketParty {
  const [name, ...details] = lines.map(({ text }) => text);
  // What ends an alias stands below it, and aliases stand last.
  const alias = details.findIndex((line) => /\b(?:known|business|trading|name) as$/i.test(line));
  const own = alias === -1 ? details : details.slice(0, alias);
  const terminated =
    own.map((line) => /^terminated:\s*(\S+)/i.exec(line)?.[1]).find((date) => date !== undefined) ?? '';
  return {
    name: name!.replaceAll(/ +,/g, ','),
    role,
    details: details.join('\n'),
    terminatedOn: isoDateOf(terminated),
    attorneys,
  };
}
