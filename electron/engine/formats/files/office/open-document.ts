import type { TextCollector } from '../text/extraction.ts';
import { attribute, type OfficePackage, type XmlHandler } from './package.ts';

/** Repeated cells, rows and spaces that are written out; sheets are often filled to their edge with empty ones. */
const maxRepeats = 20;

/**
 * Reads the text of an OpenDocument file (OASIS OpenDocument 1.3): paragraphs, tables row by row, notes and comments;
 * each sheet and each slide is a section. What was deleted under tracking stands marked as deleted.
 *
 * @param areDaysIso whether a program reads the text as a table: days stand as 2021-01-11, and comments are left out
 */
export function extractOpenDocument(pack: OfficePackage, text: TextCollector, areDaysIso = false): void {
  if (isEncrypted(pack)) {
    text.problem('EVIDENCE_ENCRYPTED', { what: 'document' });
    return;
  }
  const isText = readContent(pack, 'content.xml', text, areDaysIso);
  if (areDaysIso) return;
  if (isText) extractMargins(pack, text);
  // Charts and other objects stand beside, each in a folder of its own.
  for (const part of pack.names(/^object[^/]*\/content\.xml$/)) {
    text.endLine();
    readContent(pack, part, text, areDaysIso);
  }
}

/** @returns whether it is a text, and no sheet or slide */
function readContent(pack: OfficePackage, part: string, into: TextCollector, areDaysIso: boolean): boolean {
  const content = new ContentText(into, areDaysIso);
  pack.read(part, content);
  return content.isText;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a part of a document into text: the paragraphs and tables of a text, the sheets of a workbook, the slides of a presentation. */
class ContentText implements XmlHandler {
  readonly #text: RowCollector;
  readonly #areDaysIso: boolean;
  isText = false;
  #isWorkbook = false;
  #slides = 0;
  #cells = 0;
  #deletions = 0;
  #paragraphs = 0;
  #annotations = 0;
  /** Paragraphs around the annotation: who wrote it and when stand in none of its own. */
  #around = 0;
  #facts = 0;
  #initials = 0;
  #style = '';
  /** Styles that hide a sheet or slide. */
  readonly #hidden = new Set<string>();

  constructor(text: TextCollector, areDaysIso: boolean) {
    this.#text = new RowCollector(text, areDaysIso);
    this.#areDaysIso = areDaysIso;
  }

  open(name: string, attributes: Attributes): void {
    const text = this.#text;
    if (name === 'spreadsheet') this.#isWorkbook = true;
    else if (name === 'text') this.isText = true;
    else if (name === 'style') this.#style = attribute(attributes, 'name') ?? '';
    else if (hidesSheetOrSlide(name, attributes)) this.#hidden.add(this.#style);
    else if (name === 'table' && this.#isWorkbook && this.#cells === 0)
      this.#startSection(`Sheet: ${attribute(attributes, 'name') ?? ''}`, attributes);
    else if (name === 'page') this.#startSection(`Slide ${++this.#slides}`, attributes);
    else if (name === 'notes' && this.#slides > 0) {
      text.endLine();
      text.write('Notes:\n');
    } else if (isCell(name)) {
      if (this.#cells++ === 0)
        text.startCell(
          repeats(attribute(attributes, 'number-columns-repeated')),
          this.#areDaysIso ? dayOf(attributes) : null,
        );
    } else if (name === 'table-row' && this.#cells === 0)
      text.startRow(repeats(attribute(attributes, 'number-rows-repeated')));
    else this.#openWords(name, attributes);
  }

  /** What stands within paragraphs, and beside their words. */
  #openWords(name: string, attributes: Attributes): void {
    const text = this.#text;
    if (name === 'p' || name === 'h') this.#paragraphs++;
    else if (name === 'tab') text.write('\t');
    else if (name === 'line-break') text.write('\n');
    else if (name === 's') text.write(' '.repeat(repeats(attribute(attributes, 'c'))));
    else if (name === 'annotation') {
      this.#annotations++;
      this.#around = this.#paragraphs;
      if (!this.#areDaysIso) text.write('[comment: ');
    } else if (this.#isFact(name)) this.#facts++;
    else if (name.endsWith('-initials')) this.#initials++;
    else if (name === 'note-body') text.write(' [note: ');
    else if (name === 'deletion') {
      this.#deletions++;
      text.write('[deleted: ');
    }
  }

  text(data: string): void {
    if ((this.#paragraphs > 0 || this.#facts > 0) && this.#initials === 0 && !this.#isLeftOut())
      this.#text.write(data.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    const text = this.#text;
    if (name === 'p' || name === 'h') {
      this.#paragraphs--;
      if (this.#cells > 0 || this.#deletions > 0) text.space();
      else text.endLine();
    } else if (isCell(name)) {
      if (--this.#cells === 0) text.endCell();
      else text.write('\t');
    } else if (name === 'table-row') {
      if (this.#cells === 0) text.endRow();
      else text.endLine();
    } else if (name.endsWith('-initials')) this.#initials--;
    else if (this.#isFact(name)) {
      this.#facts--;
      if (!this.#isLeftOut()) text.write(', ');
    } else if (name === 'annotation' || name === 'note-body') {
      if (!this.#isLeftOut()) text.write('] ');
      if (name === 'annotation') this.#annotations--;
    } else if (name === 'deletion') {
      this.#deletions--;
      text.write(']\n');
    }
  }

  #startSection(named: string, attributes: Attributes): void {
    const isHidden = this.#hidden.has(attribute(attributes, 'style-name') ?? '');
    this.#text.startSection();
    this.#text.write(`${named}${isHidden ? ' (hidden)' : ''}\n`);
  }

  #isLeftOut(): boolean {
    return this.#areDaysIso && this.#annotations > 0;
  }

  /** Whether an element says who wrote an annotation, or when. */
  #isFact(name: string): boolean {
    return (
      this.#annotations > 0 && this.#paragraphs === this.#around && (name === 'creator' || name === 'date')
    );
  }
}

/** Cells of a table, and those that a merged one covers. */
const isCell = (name: string) => name === 'table-cell' || name === 'covered-table-cell';

/** The day that a cell of a sheet holds, however it is shown; null where it holds none. */
function dayOf(attributes: Attributes): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(attribute(attributes, 'date-value') ?? '')?.[0] ?? null;
}

/** What is longer is written once: nobody repeats that much. */
const longestRepeated = 10_000;

/** How often something that repeats is written; what is empty, once. */
const timesOf = (shown: string, repeats: number): number =>
  shown === '' || shown.length > longestRepeated ? 1 : repeats;

/**
 * Holds rows of a table back until they end: a file has cells, and rows, that repeat once. Whatever stands in no table goes on at once.
 */
class RowCollector {
  readonly #text: TextCollector;
  /** Whether a cell is one line, so that a line is a row. */
  readonly #areCellsLines: boolean;
  #row: string | null = null;
  #rowRepeats = 1;
  /** The cell that is open; null between cells. */
  #cell: string | null = null;
  #cellRepeats = 1;
  #day: string | null = null;
  /** Empty cells since the last that has something. */
  #gap = 0;

  constructor(text: TextCollector, areCellsLines: boolean) {
    this.#text = text;
    this.#areCellsLines = areCellsLines;
  }

  startRow(count: number): void {
    this.#row = '';
    this.#rowRepeats = count;
    this.#gap = 0;
  }

  endRow(): void {
    const row = this.#row;
    this.#row = null;
    if (row === null) return;
    for (let left = timesOf(row, this.#rowRepeats); left > 0; left--) this.#text.write(`${row}\n`);
  }

  /** @param day what stands in the cell's place, whatever is in it */
  startCell(count: number, day: string | null): void {
    this.#cell = '';
    this.#cellRepeats = count;
    this.#day = day;
  }

  endCell(): void {
    const written = this.#day ?? this.#cell ?? '';
    const cell = this.#areCellsLines ? written.replaceAll(/[\n\t]/g, ' ') : written;
    this.#cell = null;
    if (cell === '') {
      this.#gap = Math.min(maxRepeats, this.#gap + this.#cellRepeats);
      return;
    }
    const shown = '\t'.repeat(this.#gap) + `${cell}\t`.repeat(timesOf(cell, this.#cellRepeats));
    this.#gap = 0;
    if (this.#row === null) this.#text.write(shown);
    else this.#row += shown;
  }

  startSection(): void {
    this.#text.startSection();
  }

  write(text: string): void {
    if (this.#cell === null) this.#text.write(text);
    else this.#cell += text;
  }

  endLine(): void {
    if (this.#cell === null) this.#text.endLine();
    else if (this.#cell !== '' && !this.#cell.endsWith('\n')) this.#cell += '\n';
  }

  space(): void {
    if (this.#cell === null) this.#text.space();
    else if (/\S$/.test(this.#cell)) this.#cell += ' ';
  }
}

/** Whether a style has this: sheets are hidden by theirs (OpenDocument 1.3 part 3 §20.410), and slides (§20.250). */
function hidesSheetOrSlide(name: string, attributes: Attributes): boolean {
  if (name === 'table-properties') return attribute(attributes, 'display') === 'false';
  return name === 'drawing-page-properties' && attribute(attributes, 'visibility') === 'hidden';
}

const margins = /^(header|footer)(?:-left|-first)?$/;

/** What stands above and below the pages of a text; it is among the styles. */
function extractMargins(pack: OfficePackage, text: TextCollector): void {
  let margin: string | null = null;
  let isBegun = false;
  pack.read('styles.xml', {
    open(name) {
      margin ??= margins.exec(name)?.[1] ?? null;
      if (margin !== null && name === 'tab') text.write('\t');
    },
    text(data) {
      if (margin === null || data.trim() === '') return;
      if (!isBegun) {
        text.endLine();
        text.write(`\nPage ${margin}s\n`);
      }
      isBegun = true;
      text.write(data.replace(/\s+/g, ' '));
    },
    close(name) {
      if (isBegun && name === 'p') text.endLine();
      if (!margins.test(name)) return;
      margin = null;
      isBegun = false;
    },
  });
}

function repeats(count: string | undefined): number {
  const number = Number(count ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, maxRepeats) : 1;
}

function isEncrypted(pack: OfficePackage): boolean {
  let isFound = false;
  pack.read('META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') isFound = true;
    },
  });
  return isFound;
}
