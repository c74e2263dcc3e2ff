import type { TextCollector } from '../text/extraction.ts';
import { struckOut } from '../text/struck-out.ts';
import { numberFormat, showNumber } from './number-format.ts';
import { drawingHandler, extractFigures } from './drawings.ts';
import { relationId, type OfficePackage, type XmlHandler } from './package.ts';

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
}

/** Empty cells between two that have something, up to which the gap is kept. */
const maxGap = 20;

/**
 * Reads the text of a workbook (ISO/IEC 29500 SpreadsheetML): sheet by sheet, each a section that begins with its name,
 * rows on lines, cells separated by tabs, as they are shown. Of formulas it reads the values they had when saved; one that was never
 * calculated, as programs write them, stands for itself. What is struck out is marked.
 *
 * @param areDaysIso whether a program reads the text as a table: days stand as `showNumber` says, and nothing is marked
 */
export function extractSpreadsheet(pack: OfficePackage, text: TextCollector, areDaysIso = false): void {
  if (pack.has('xl/workbook.bin')) {
    text.problem('EVIDENCE_TEXT_NOT_READ', { reason: 'a binary workbook' });
    return;
  }
  const main = pack.mainPart('xl/workbook.xml');
  const { sheets, is1904 } = readWorkbook(pack, main);
  const strings = readSharedStrings(pack, main, !areDaysIso);
  const styles = readCellStyles(pack, main);
  for (const { name, isHidden, part } of sheets) {
    text.startSection();
    text.write(`Sheet: ${name}${isHidden ? ' (hidden)' : ''}\n`);
    pack.read(part, sheetHandler(text, strings, styles, { is1904, areDaysIso }));
  }
  text.startSection();
  const persons = readPersons(pack);
  for (const part of pack.names(
    /^(?:[^/]+\/)?(?:comments\/|threadedcomments\/)?(?:threaded)?comments?\d*\.xml$/,
  ))
    pack.read(part, commentHandler(text, persons));
  for (const part of pack.names(/^(?:[^/]+\/)?drawings\/drawing\d+\.xml$/)) {
    pack.read(part, drawingHandler(text));
    extractFigures(pack, part, text);
  }
}

function readWorkbook(pack: OfficePackage, main: string): Workbook {
  const relations = pack.relations(main);
  const sheets: Sheet[] = [];
  let is1904 = false;
  pack.read(main, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const part =
        relations.get(relationId(attributes))?.target ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const isHidden = /hidden/i.test(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', isHidden, part });
    },
  });
  if (sheets.length > 0) return { sheets, is1904 };
  // A workbook whose list of sheets is lost still has its sheets.
  const found = pack.names(/^xl\/worksheets\/sheet\d+\.xml$/);
  return { sheets: found.map((part) => ({ name: part.slice(14, -4), isHidden: false, part })), is1904 };
}

/** @param isMarked whether runs that are struck out are marked, where the rest of a string is not */
function readSharedStrings(pack: OfficePackage, main: string, isMarked: boolean): string[] {
  const strings: string[] = [];
  let current = '';
  let isStruck = false;
  let isText = false;
  let phonetic = 0;
  pack.read(pack.related(main, 'sharedStrings', 'xl/sharedStrings.xml'), {
    open(name, attributes) {
      if (name === 'si') current = '';
      if (name === 'r') isStruck = false;
      if (name === 'strike') isStruck = isMarked && isOn(attributes);
      if (name === 't' && isStruck && phonetic === 0) current += struckOut.begin;
      if (name === 't') isText = true;
      if (name === 'rPh') phonetic++;
    },
    text(data) {
      if (isText && phonetic === 0) current += data;
    },
    close(name) {
      if (name === 't' && isStruck && phonetic === 0) current += struckOut.end;
      if (name === 'r') isStruck = false;
      if (name === 'si') strings.push(unescaped(current));
      if (name === 't') isText = false;
      if (name === 'rPh') phonetic--;
    },
  });
  return strings;
}

/** How cells of a style show what is in them. */
interface CellStyle {
  readonly format: string;
  readonly isStruck: boolean;
}

/** The cells' styles, in their order. */
function readCellStyles(pack: OfficePackage, main: string): CellStyle[] {
  const own = new Map<number, string>();
  const fonts: boolean[] = [];
  const cells: { readonly format: number; readonly font: number }[] = [];
  let list = '';
  pack.read(pack.related(main, 'styles', 'xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs' || name === 'fonts') list = name;
      if (name === 'font' && list === 'fonts') fonts.push(false);
      if (name === 'strike' && list === 'fonts' && fonts.length > 0)
        fonts[fonts.length - 1] = isOn(attributes);
      if (name === 'xf' && list === 'cellXfs')
        cells.push({ format: Number(attributes['numFmtId'] ?? 0), font: Number(attributes['fontId'] ?? 0) });
    },
    close(name) {
      if (name === list) list = '';
    },
  });
  return cells.map(({ format, font }) => ({
    format: numberFormat(format, own),
    isStruck: fonts[font] ?? false,
  }));
}

/** Whether a property of a font without a value, or with one, is on (§18.8.35). */
function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !/^(?:0|false)$/.test(attributes['val'] ?? '');
}

const plain: CellStyle = { format: 'General', isStruck: false };

function sheetHandler(
  text: TextCollector,
  strings: readonly string[],
  styles: readonly CellStyle[],
  { is1904, areDaysIso }: { readonly is1904: boolean; readonly areDaysIso: boolean },
): XmlHandler {
  let column = 0;
  let row = 0;
  let written = 0;
  let type = '';
  let style: CellStyle = plain;
  let value: string | null = null;
  let isValue = false;
  let phonetic = 0;
  let margin: string | null = null;
  let formula: string | null = null;
  let isFormula = false;
  const hidden = new HiddenParts();
  const show = (raw: string): string => {
    if (type === 's') return strings[Number(raw)] ?? '';
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
    if (type !== '' && type !== 'n') return unescaped(raw);
    return raw.trim() === '' || Number.isNaN(Number(raw))
      ? raw
      : showNumber(Number(raw), style.format, is1904, areDaysIso);
  };
  return {
    open(name, attributes) {
      if (name === 'row') {
        column = 0;
        written = 0;
        row = Number(attributes['r'] ?? row + 1);
        if (isTrue(attributes['hidden'])) hidden.addRow(row);
      } else if (name === 'col') {
        if (isTrue(attributes['hidden']))
          hidden.addColumns(Number(attributes['min']), Number(attributes['max']));
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        type = attributes['t'] ?? '';
        style = styles[Number(attributes['s'] ?? 0)] ?? plain;
        value = null;
        formula = null;
      } else if (name === 'f') isFormula = true;
      else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'rPh') phonetic++;
      else if (margins.test(name)) margin = '';
    },
    text(data) {
      if (margin !== null) margin += data;
      else if (isFormula) formula = (formula ?? '=') + data;
      else if (isValue && phonetic === 0) value = (value ?? '') + data;
    },
    close(name) {
      if (margin !== null && margins.test(name)) {
        const words = withoutCodes(unescaped(margin));
        if (words !== '') text.write(`[page ${/header$/i.test(name) ? 'header' : 'footer'}] ${words}\n`);
        margin = null;
      }
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'f') isFormula = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'c' && (value ?? formula) !== null) {
        const gap = Math.min(maxGap, Math.max(written === 0 ? 0 : 1, column - Math.max(1, written)));
        const shown = (value === null ? unescaped(formula ?? '') : show(value)).replace(/\r?\n|\r/g, ' ');
        const isStruck = style.isStruck && !areDaysIso && shown.trim() !== '';
        text.write('\t'.repeat(gap) + (isStruck ? `${struckOut.begin}${shown}${struckOut.end}` : shown));
        written = column;
      } else if (name === 'row' && written > 0) text.write('\n');
      else if (name === 'sheetData') text.write(hidden.line());
    },
  };
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';
/** Ranges of hidden rows named; a filter hides any number of them. */
const maxHiddenNamed = 40;

/** Rows and columns that nobody sees who opens the sheet; what stands in them is in the text. */
class HiddenParts {
  readonly #rows: { first: number; last: number }[] = [];
  readonly #columns: string[] = [];

  addRow(row: number): void {
    const range = this.#rows.at(-1);
    if (range?.last === row - 1) range.last = row;
    else this.#rows.push({ first: row, last: row });
  }

  addColumns(first: number, last: number): void {
    this.#columns.push(rangeOf(lettersOf(first), lettersOf(last)));
  }

  /** A line that names them; empty where there are none. */
  line(): string {
    const rows = this.#rows.slice(0, maxHiddenNamed).map(({ first, last }) => rangeOf(`${first}`, `${last}`));
    if (this.#rows.length > maxHiddenNamed) rows.push('…');
    const named = [
      ...(rows.length > 0 ? [`rows ${rows.join(', ')}`] : []),
      ...(this.#columns.length > 0 ? [`columns ${this.#columns.slice(0, maxHiddenNamed).join(', ')}`] : []),
    ];
    return named.length > 0 ? `[hidden: ${named.join('; ')}]\n` : '';
  }
}

const rangeOf = (first: string, last: string) => (first === last ? first : `${first}–${last}`);

/** The letters of a column's number, the inverse of `columnOf`. @example lettersOf(28) // 'AB' */
function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

const margins = /^(?:odd|even|first)(?:Header|Footer)$/;

/** A page's header or footer without what sets its place, its letters and its numbers (ISO/IEC 29500-1 §18.3.1.39). */
function withoutCodes(margin: string): string {
  return margin
    .replace(/&(?:"[^"]{0,100}"|K(?:[0-9A-Fa-f]{6}|\d{2}[+-]\d{3})|\d{1,3}|[^&])/g, ' ')
    .replaceAll('&&', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Characters that XML cannot hold stand as their numbers (ISO/IEC 29500-1 §22.9.2.19). @example unescaped('a_x000D_') // 'a\r' */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The number of a cell's column, from 1. @example columnOf('AB12') // 28 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Names of those who wrote comments in threads, by the ids they have there. */
function readPersons(pack: OfficePackage): ReadonlyMap<string, string> {
  const persons = new Map<string, string>();
  for (const part of pack.names(/^(?:[^/]+\/)?persons\/person\d*\.xml$/))
    pack.read(part, {
      open(name, { id = '', displayName = '' }) {
        if (name === 'person') persons.set(id, displayName);
      },
    });
  return persons;
}

function commentHandler(text: TextCollector, persons: ReadonlyMap<string, string>): XmlHandler {
  let isText = false;
  const authors: string[] = [];
  let author: string | null = null;
  return {
    open(name, attributes) {
      if (name === 'author') author = '';
      if (name === 'comment' || name === 'threadedComment') {
        const by = authors[Number(attributes['authorId'])] ?? persons.get(attributes['personId'] ?? '') ?? '';
        text.endLine();
        // What stands for a thread has the thread's id in its author's place.
        const named = by === '' || by.startsWith('tc=') ? '' : `, ${by}`;
        text.write(`[comment at ${attributes['ref'] ?? '?'}${named}] `);
      }
      if (name === 't' || name === 'text') isText = true;
    },
    text(data) {
      if (author !== null) author += data;
      else if (isText && data.trim() !== '') text.write(data);
    },
    close(name) {
      if (name === 'author') {
        authors.push(author ?? '');
        author = null;
      }
      if (name === 't' || name === 'text') isText = false;
      if (name === 'comment' || name === 'threadedComment') text.endLine();
    },
  };
}
