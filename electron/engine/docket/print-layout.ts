import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import type { DocketEntry, DocketParty } from '../../../shared/model/docket.ts';
import type { DrawnPage } from '../pdf/draw/drawn-page.ts';
import { margin, Paper } from '../pdf/draw/paper.ts';
import type { Typesetter } from '../pdf/draw/typesetter.ts';

/** What a docket sheet says. */
export interface DocketSheet {
  readonly court: string;
  readonly number: string;
  readonly title: string;
  /** Label and words of each line of the head; those without words are left out. */
  readonly head: readonly (readonly [string, string])[];
  readonly parties: readonly DocketParty[];
  readonly entries: readonly DocketEntry[];
  /** The line at the foot of each page: "Printed from Forthwith on February 3, 2026". */
  readonly printed: string;
}

const columns = { filed: margin, number: margin + 66, text: margin + 116 } as const;

/**
 * Lays a docket sheet out on letter pages: head, parties with their attorneys, then the entries, each with the court's whole
 * words, broken over pages where they are long.
 *
 * @param total pages there will be, for "page 2 of 9"; lay out once to count them
 */
export function layOutSheet(sheet: DocketSheet, type: Typesetter, total: number): DrawnPage[] {
  const running = [sheet.number, sheet.title].filter((part) => part !== '').join('  ·  ');
  const paper = new Paper(type, { total, running, foot: sheet.printed });
  paper.paragraph(sheet.court, { size: 10, weight: 'regular', gap: 8 });
  paper.paragraph(sheet.title || 'Docket', { size: 16, weight: 'bold', gap: 3 });
  paper.paragraph(sheet.number, { size: 11, weight: 'regular', gap: 10 });
  for (const [label, words] of sheet.head) if (words !== '') paper.labeled(label, words);
  if (sheet.parties.length > 0) paper.heading('Parties');
  for (const party of sheet.parties) drawParty(party, paper);
  paper.heading('Docket entries');
  paper.table([
    { x: columns.filed, text: 'Filed' },
    { x: columns.number, text: 'No.' },
    { x: columns.text, text: 'Docket text' },
  ]);
  for (const entry of sheet.entries) drawEntry(entry, paper);
  if (sheet.entries.length === 0) paper.paragraph('No entries.', { size: 9.5, weight: 'regular', gap: 0 });
  return paper.finish();
}

function drawParty(party: DocketParty, paper: Paper): void {
  paper.keepTogether(39);
  const ended = party.terminatedOn === null ? '' : ` (terminated ${dayOf(party.terminatedOn)})`;
  paper.paragraph(party.name, { size: 10, weight: 'bold', gap: 0 });
  paper.paragraph(`${party.role}${ended}`, { size: 9, weight: 'regular', gap: 2, isGray: true });
  for (const line of linesOf(party.details))
    paper.paragraph(line, { size: 9, weight: 'regular', gap: 1, indent: 12 });
  for (const attorney of party.attorneys) {
    const roles = attorney.roles.length === 0 ? '' : ` · ${attorney.roles.join(', ')}`;
    paper.paragraph(`${attorney.name}${roles}`, { size: 9, weight: 'regular', gap: 0, indent: 12 });
    const contact = linesOf(attorney.contact).join(', ');
    if (contact !== '')
      paper.paragraph(contact, { size: 8.5, weight: 'regular', gap: 2, indent: 24, isGray: true });
  }
  paper.space(6);
}

function drawEntry(entry: DocketEntry, paper: Paper): void {
  const marks = [
    entry.isSealed ? 'Sealed' : '',
    entry.isRestricted ? 'Restricted' : '',
    entry.isTextOnly ? 'Text only' : '',
    entry.isGone ? 'No longer on the court’s docket' : '',
  ].filter((mark) => mark !== '');
  const isLead = entry.attachment === null;
  paper.row([
    { x: columns.filed, text: isLead ? dayOf(entry.filedOn ?? entry.enteredOn) : '' },
    { x: columns.number, text: docketNumber(entry) ?? '', weight: isLead ? 'bold' : 'regular' },
    {
      x: columns.text + (isLead ? 0 : 12),
      text: entry.text || entry.shortText,
      mark: marks.join(' · '),
    },
  ]);
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** A day as courts print it: 01/11/2026. */
export function dayOf(date: string | null): string {
  return date === null ? '' : `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}
