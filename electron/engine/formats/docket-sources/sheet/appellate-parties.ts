import type { Document, Element } from 'domhandler';
import type { DocketAttorney, DocketParty } from '../../../../../shared/model/docket.ts';
import { cellsOf, elementsNamed, linesOf, paragraphsOf, rowsOf } from '../printed/html-text.ts';
import { isoDateOf } from '../printed/printed-dates.ts';
import { attorneyOf, type AttorneyBlock } from './attorneys.ts';

/** A party's part in an appeal: "Plaintiff - Appellant,", "Petitioner", "Amicus Curiae". */
export const roleInAppeal =
  /^(?:[\p{L}'’./-]+ ){0,4}(?:[\p{L}/-]*appell(?:ant|ee)|petitioner|respondent|plaintiff|defendant|intervenor|movant|debtor|trustee|creditor|claimant|objector|appointee|amic(?:us|i)(?: curiae)?|party(?: in interest)?)s?\b[^.]{0,60}$/iu;
/** When somebody's part in it ended. */
export const ending = /^terminated\s*:\s*(\S+)/i;

/**
 * Reads the parties of a court of appeals' general docket: rows with a party over its part in the appeal, and its attorneys beside
 * it.
 */
export function readAppellateParties(document: Document): DocketParty[] {
  const seen = new Map<string, DocketAttorney>();
  return elementsNamed(document, 'table')
    .flatMap(rowsOf)
    .flatMap((row) => partyOf(row, seen));
}

function partyOf(row: Element, seen: Map<string, DocketAttorney>): DocketParty[] {
  const [party, counsel, ...others] = cellsOf(row);
  if (!party || !counsel || others.length > 0 || elementsNamed(row, 'table').length > 0) return [];
  const lines = linesOf(party).map((line) => line.replace(/,$/, ''));
  // Some courts print below the part when it ended.
  const at = lines.findLastIndex((line) => !ending.test(line));
  const [name, ...details] = lines.filter((_, i) => i !== at);
  const printed = lines[at] ?? '';
  if (name === undefined || at < 1 || !roleInAppeal.test(printed)) return [];
  const terminated = details.flatMap((line) => ending.exec(line)?.[1] ?? [])[0];
  const attorneys = paragraphsOf(counsel).map((paragraph) => attorneyOf(blockOf(paragraph), seen));
  return [
    {
      name,
      role: printed,
      details: details.join('\n'),
      terminatedOn: isoDateOf(terminated ?? ''),
      attorneys,
    },
  ];
}

/** "[COR LD NTC Retained]" says how somebody takes part; a dash after a name stands for a title that is not there. */
function blockOf([name = '', ...lines]: readonly string[]): AttorneyBlock {
  const isRole = (line: string): boolean => /^\[.*\]$/.test(line) || ending.test(line);
  return {
    name: name.replace(/,(?: -)?$/, ''),
    contact: lines.filter((line) => !isRole(line)),
    roles: lines.filter(isRole).map((line) => line.replace(/^\[(.*)\]$/, '$1')),
  };
}
