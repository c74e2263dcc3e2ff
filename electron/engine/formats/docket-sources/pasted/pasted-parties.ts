import { escaped, rowOfCells } from '../pdf-print/line-text.ts';
import { isCounselRole } from '../sheet/attorneys.ts';

/** The type that tells names, parts and roles apart is lost in a text: a party's part is known by its words. */
export const partyRole =
  /^(?:[\w./'’-]+ ){0,3}(?:plaintiff|defendant|petitioner|respondent|movant|intervenor|debtor|trustee|creditor|creditor committee|claimant|appell(?:ant|ee)|amicus(?: curiae)?|in re|interested party|party in interest|objector|garnishee|receiver|mediator|special master|relator|interpleader|notice|miscellaneous|counsel|custodian|victim|witness|surety|taxpayer)s?(?: \(\d+\))?$/i;
/** Where a line break ends the party's cell, no tab stands before it. */
const represented = /\t[ \u00a0]*represented\s+by\b|^[ \u00a0]*represented\s+by[ \u00a0]*(?=\t)/i;
const versus = /^v(?:s|ersus)?\.?$/i;
/** What stands below a defendant of a criminal case. */
const counts =
  /^(?:pending counts|terminated counts|complaints?|highest offense level|citations?)\b|^\S.*\tdisposition\b/i;
const dashes = /^-{3,}$/;

interface PastedParty {
  readonly role: string;
  readonly lines: string[];
  /** Lines of each attorney. */
  readonly attorneys: string[][];
}

/**
 * The table of a docket's parties as courts print it, from a text in which tabs part the columns: role, party, "represented by", attorneys
 * with an empty line between them. Empty where no tab stands before a "represented by": columns then cannot be told apart.
 *
 * @param lines from the first party on
 */
export function partiesOfText(lines: readonly string[]): string {
  if (lines.some((line) => /\brepresented\s+by\b/i.test(line) && !represented.test(line))) return '';
  const rows = partiesIn(lines).flatMap(({ role, lines: [name = '', ...details], attorneys }) => {
    if (name === '') return [];
    const own = inBlock([name, ...details]);
    const counsel = attorneys.map(inBlock).join('<br>');
    const beside = attorneys.length === 0 ? [] : ['represented by', counsel];
    return [rowOfCells([`<b><u>${escaped(role)}</u></b>`]), rowOfCells([own, ...beside])];
  });
  return `<table>${rows.join('\n')}</table>`;
}

/** Lines below a name in bold type. */
function inBlock([name = '', ...others]: readonly string[]): string {
  return [`<b>${escaped(name)}</b>`, ...others.map(escaped)].join('<br>');
}

function partiesIn(lines: readonly string[]): PastedParty[] {
  const parties: PastedParty[] = [];
  let isOpen = false;
  let isApart = true;
  const open = (role: string): PastedParty => {
    const party = { role, lines: [], attorneys: [] };
    parties.push(party);
    isOpen = true;
    return party;
  };
  for (const printed of lines) {
    const by = represented.exec(printed);
    const left = by === null ? undefined : printed.slice(0, by.index);
    const first = by === null ? '' : printed.slice(by.index + by[0].length);
    const line = (left ?? printed).trim();
    const party = isOpen ? parties.at(-1) : undefined;
    const attorney = party?.attorneys.at(-1);
    if (line === '' && left === undefined) {
      isApart = true;
      continue;
    }
    if (left !== undefined) {
      // A part that is not known was taken for the last line of an attorney.
      const own = party === undefined || attorney !== undefined ? open(attorney?.pop() ?? '') : party;
      if (line !== '') own.lines.push(line);
      own.attorneys.push(first.trim() === '' ? [] : [first.trim()]);
    } else if (partyRole.test(line) && party?.lines.length !== 0) open(line);
    else if (versus.test(line) || counts.test(printed.trim())) isOpen = false;
    else if (party !== undefined && !dashes.test(line)) {
      // Below an empty line stands no detail of a party but the part of the next, in words that are not known.
      if (attorney === undefined && isApart && party.lines.length > 0) open(line);
      else if (attorney === undefined) party.lines.push(line);
      else if (isApart && attorney.length > 0 && !isCounselRole(line)) party.attorneys.push([line]);
      else attorney.push(line);
    }
    isApart = false;
  }
  return parties;
}
