import { escaped } from '../pdf-print/line-text.ts';
import { isCourtLine, namesDocket } from '../sheet/heading.ts';
import { partiesOfText, partyRole } from './pasted-parties.ts';

/** Between cells of a table that was copied; some programs write tabs as spaces. */
export const cellGap = /\t+| {2,}/;

/** Flags of a case stand above its court: "CLOSED, JURY". So may the end of the site's menu. */
const flags =
  /^(?!.*\b(?:query|reports?|utilities|help|log ?out|search|menu)\b)[\w()/-]+(?: ?, ?[\w()/-]+(?: [\w()/-]+){0,2})*$/i;

const longestFlags = 300;

/** Whether a line may be the flags of a case. */
export function isFlags(line: string): boolean {
  return line.length < longestFlags && flags.test(line.trim());
}

/**
 * The heading of a docket sheet and what is printed below it, as the page of a court has them; without a heading, all of it.
 *
 * @param lines above the entries
 */
export function headOfSheet(lines: readonly string[]): string {
  const named = lines.findIndex(namesDocket);
  const top = lines.slice(0, named + 1);
  const court = courtIn(top);
  const corner = top.slice(0, court).findLast((line) => line.trim() !== '') ?? '';
  const head = lines.slice(named + 1);
  const begin = head.findIndex((line) => /\trepresented\s+by\b/i.test(line) || partyRole.test(line.trim()));
  const printed = head
    .slice(0, begin === -1 ? undefined : begin)
    .flatMap((line) => line.split(cellGap))
    .filter((line) => line.trim() !== '');
  return [
    isFlags(corner) ? `<table><tr><td align="right">${escaped(corner)}</td></tr></table>` : '',
    `<h3>${inLines(top.slice(court))}</h3>`,
    `<table><tr><td>${inLines(printed)}</td></tr></table>`,
    begin === -1 ? '' : partiesOfText(head.slice(begin)),
  ].join('\n');
}

/** Where the court's name begins: what stands above it is the site's menu, a notice, or flags. Some courts print the district first. */
function courtIn(top: readonly string[]): number {
  const own = top.findLastIndex(isCourtLine);
  const court = own === -1 ? top.findIndex((line) => /\bcourt\b/i.test(line)) : own;
  const isDistrict = /^\s*[\w ]{0,20}district of [\w ]{3,40}$/i.test(top[court - 1] ?? '');
  return Math.max(0, isDistrict ? court - 1 : court);
}

/** Lines as they stand below one another in HTML. */
export function inLines(lines: readonly string[]): string {
  return lines.map(escaped).join('<br>');
}
