import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import type { DocketEntry, DocketHeader, DocketParty } from '../../../shared/model/docket.ts';
import { letter, topMargin, type DrawnPage } from '../pdf/draw/drawn-page.ts';
import { point, type Typesetter } from '../pdf/draw/typesetter.ts';
import type { Weight } from '../pdf/draw/font-shelf.ts';

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

const margin = 54;
const bottom = 64;
const right = letter.width - margin;
const columns = { filed: margin, number: margin + 66, text: margin + 116 } as const;
const gray = '0.4 g\n';
const black = '0 g\n';

/** The lines of the head that the docket gives. */
export function headLines(header: DocketHeader): (readonly [string, string])[] {
  return [
    ['Judge', header.judge],
    ['Referred to', header.referredTo],
    ['Filed', dayOf(header.filedOn)],
    ['Terminated', dayOf(header.terminatedOn)],
    ['Cause', header.cause],
    ['Nature of suit', header.natureOfSuit],
    ['Jury demand', header.juryDemand],
    ['Jurisdiction', header.jurisdiction],
    ['Demand', header.demand],
    ['Related matters', header.relatedCases.join(', ')],
    ['Flags', header.flags.join(', ')],
  ];
}

/**
 * Lays a docket sheet out on letter pages: head, parties with their attorneys, then the entries, each with the court's whole
 * words, broken over pages where they are long.
 *
 * @param total pages there will be, for "page 2 of 9"; lay out once to count them
 */
export function layOutSheet(sheet: DocketSheet, type: Typesetter, total: number): DrawnPage[] {
  const paper = new Paper(sheet, type, total);
  paper.paragraph(sheet.court, { size: 10, weight: 'regular', gap: 8 });
  paper.paragraph(sheet.title || 'Docket', { size: 16, weight: 'bold', gap: 3 });
  paper.paragraph(sheet.number, { size: 11, weight: 'regular', gap: 10 });
  for (const [label, words] of sheet.head) if (words !== '') paper.labelled(label, words);
  if (sheet.parties.length > 0) paper.heading('Parties');
  for (const party of sheet.parties) drawParty(party, paper);
  paper.heading('Docket entries');
  paper.isTable = true;
  paper.tableHead();
  for (const entry of sheet.entries) drawEntry(entry, paper);
  if (sheet.entries.length === 0) paper.paragraph('No entries.', { size: 9.5, weight: 'regular', gap: 0 });
  return paper.finish();
}

function drawParty(party: DocketParty, paper: Paper): void {
  paper.keepTogether(3);
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
  paper.entry({
    filed: entry.attachment === null ? dayOf(entry.filedOn ?? entry.enteredOn) : '',
    number: docketNumber(entry) ?? '',
    text: entry.text || entry.shortText,
    marks: marks.join(' · '),
    indent: entry.attachment === null ? 0 : 12,
  });
}

interface Style {
  readonly size: number;
  readonly weight: Weight;
  /** Free room below, in points. */
  readonly gap: number;
  readonly indent?: number;
  readonly isGray?: boolean;
}

/** Pages that fill from the top; what does not fit goes on the next. */
class Paper {
  readonly #sheet: DocketSheet;
  readonly #type: Typesetter;
  readonly #total: number;
  readonly #pages: DrawnPage[] = [];
  #content = '';
  #y = 0;
  /** Whether the table of entries goes on over the break, with its heads again. */
  isTable = false;

  constructor(sheet: DocketSheet, type: Typesetter, total: number) {
    this.#sheet = sheet;
    this.#type = type;
    this.#total = total;
    this.#begin();
  }

  paragraph(text: string, { size, weight, gap, indent = 0, isGray = false }: Style): void {
    if (text.trim() === '') return;
    const leading = size * 1.3;
    for (const line of this.#type.wrap(text, right - margin - indent, size, weight)) {
      this.#room(leading);
      this.#draw(line, margin + indent, size, weight, isGray);
      this.#y -= leading;
    }
    this.#y -= gap;
  }

  labelled(label: string, words: string): void {
    const lines = this.#type.wrap(words, right - margin - 96, 9.5, 'regular');
    for (const [at, line] of lines.entries()) {
      this.#room(13);
      if (at === 0) this.#draw(label, margin, 9.5, 'regular', true);
      this.#draw(line, margin + 96, 9.5, 'regular');
      this.#y -= 13;
    }
  }

  heading(text: string): void {
    this.space(14);
    this.#room(60);
    this.#draw(text, margin, 12, 'bold');
    this.#y -= 18;
  }

  tableHead(): void {
    this.#draw('Filed', columns.filed, 8.5, 'bold');
    this.#draw('No.', columns.number, 8.5, 'bold');
    this.#draw('Docket text', columns.text, 8.5, 'bold');
    this.#rule(this.#y - 5, 0.75, '0 G');
    this.#y -= 19;
  }

  entry(cells: { filed: string; number: string; text: string; marks: string; indent: number }): void {
    const [size, leading] = [9.5, 12.5];
    const x = columns.text + cells.indent;
    const lines = this.#type.wrap(cells.text, right - x, size, 'regular');
    const marked = cells.marks === '' ? lines : [null, ...lines];
    // Two lines at least stand together at the foot of a page.
    this.#room(leading * Math.min(2, Math.max(1, marked.length)));
    for (let at = 0; at < Math.max(1, marked.length); at += 1) {
      this.#room(leading);
      if (at === 0) {
        this.#draw(cells.filed, columns.filed, size, 'regular');
        this.#draw(cells.number, columns.number, size, cells.indent === 0 ? 'bold' : 'regular');
      }
      const line = marked[at];
      if (line === null) this.#draw(cells.marks, x, 8.5, 'bold', true);
      else if (line !== undefined) this.#draw(line, x, size, 'regular');
      this.#y -= leading;
    }
    this.#rule(this.#y + leading - 5, 0.4, '0.8 G');
    this.#y -= 6;
  }

  keepTogether(lines: number): void {
    this.#room(lines * 13);
  }

  space(points: number): void {
    this.#y -= points;
  }

  finish(): DrawnPage[] {
    this.#end();
    return this.#pages;
  }

  #begin(): void {
    this.#content = black;
    this.#y = letter.height - topMargin - 12;
    if (this.#pages.length === 0) return;
    const { number, title } = this.#sheet;
    const head = [number, title].filter((part) => part !== '').join('  ·  ');
    const [line] = this.#type.wrap(head, right - margin, 8.5, 'regular');
    if (line) this.#draw(line, margin, 8.5, 'regular', true);
    this.#y -= 22;
    if (this.isTable) this.tableHead();
  }

  #end(): void {
    const page = `Page ${this.#pages.length + 1} of ${this.#total}`;
    this.#y = 38;
    this.#draw(this.#sheet.printed, margin, 8.5, 'regular', true);
    this.#draw(page, right - this.#type.width(page, 8.5, 'regular'), 8.5, 'regular', true);
    this.#pages.push({ ...letter, content: this.#content, links: [] });
  }

  #room(height: number): void {
    if (this.#y - height + 12 >= bottom) return;
    this.#end();
    this.#begin();
  }

  #draw(text: string, x: number, size: number, weight: Weight, isGray = false): void {
    if (text === '') return;
    const drawn = this.#type.draw(text, x, this.#y, size, weight);
    this.#content += isGray ? `${gray}${drawn}${black}` : drawn;
  }

  #rule(y: number, width: number, color: string): void {
    this.#content += `${color} ${width} w ${margin} ${point(y)} m ${right} ${point(y)} l S\n`;
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** A day as courts print it: 01/11/2026. */
function dayOf(date: string | null): string {
  return date === null ? '' : `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}
