import type { TextCollector } from '../../text/extraction.ts';
import { struckOut } from '../../text/struck-out.ts';
import type { XmlHandler } from '../package.ts';
import { showNumber } from './number-format.ts';

/** How cells of a style show what is in them. */
export interface CellStyle {
  readonly format: string;
  readonly isStruck: boolean;
}

const plain: CellStyle = { format: 'General', isStruck: false };

/** Empty cells between two that have something, up to which the gap is kept. */
const maxGap = 20;

/** What a workbook's sheets have in common. */
interface SheetContext {
  /** Those that cells name by their number. */
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Whether days are counted from 1904. */
  readonly is1904: boolean;
  /** Whether a program reads the text as a table: days stand as `showNumber` says, and nothing is marked. */
  readonly areDaysIso: boolean;
}

/** A cell while it is read. */
interface Cell {
  readonly type: string;
  readonly style: CellStyle;
  value: string | null;
  formula: string | null;
}

/** Reads one sheet into text: rows on lines, cells separated by tabs, as they are shown, and what stands above and below its pages. */
export class SheetText implements XmlHandler {
  readonly #text: TextCollector;
  readonly #context: SheetContext;
  readonly #hidden = new HiddenParts();
  #row = 0;
  #column = 0;
  /** The last column of the row that has something; 0 for none. */
  #written = 0;
  #cell: Cell = { type: '', style: plain, value: null, formula: null };
  #isValue = false;
  #isFormula = false;
  #phonetic = 0;
  #margin: string | null = null;

  constructor(text: TextCollector, context: SheetContext) {
    this.#text = text;
    this.#context = context;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#column = 0;
      this.#written = 0;
      this.#row = Number(attributes['r'] ?? this.#row + 1);
      if (isTrue(attributes['hidden'])) this.#hidden.addRow(this.#row);
    } else if (name === 'col') {
      if (isTrue(attributes['hidden']))
        this.#hidden.addColumns(Number(attributes['min']), Number(attributes['max']));
    } else if (name === 'c') {
      this.#column = columnOf(attributes['r']) ?? this.#column + 1;
      const style = this.#context.styles[Number(attributes['s'] ?? 0)] ?? plain;
      this.#cell = { type: attributes['t'] ?? '', style, value: null, formula: null };
    } else if (name === 'f') this.#isFormula = true;
    else if (name === 'v' || name === 't') this.#isValue = true;
    else if (name === 'rPh') this.#phonetic++;
    else if (margins.test(name)) this.#margin = '';
  }

  text(data: string): void {
    const cell = this.#cell;
    if (this.#margin !== null) this.#margin += data;
    else if (this.#isFormula) cell.formula = (cell.formula ?? '=') + data;
    else if (this.#isValue && this.#phonetic === 0) cell.value = (cell.value ?? '') + data;
  }

  close(name: string): void {
    if (this.#margin !== null && margins.test(name)) {
      const words = withoutCodes(unescaped(this.#margin));
      if (words !== '') this.#text.write(`[page ${/header$/i.test(name) ? 'header' : 'footer'}] ${words}\n`);
      this.#margin = null;
    }
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'f') this.#isFormula = false;
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'c') this.#writeCell();
    else if (name === 'row' && this.#written > 0) this.#text.write('\n');
    else if (name === 'sheetData') this.#text.write(this.#hidden.line());
  }

  #writeCell(): void {
    const { value, formula, style } = this.#cell;
    if ((value ?? formula) === null) return;
    const least = this.#written === 0 ? 0 : 1;
    const gap = Math.min(maxGap, Math.max(least, this.#column - Math.max(1, this.#written)));
    const shown = (value === null ? unescaped(formula ?? '') : this.#show(value)).replace(/\r?\n|\r/g, ' ');
    const isStruck = style.isStruck && !this.#context.areDaysIso && shown.trim() !== '';
    this.#text.write('\t'.repeat(gap) + (isStruck ? `${struckOut.begin}${shown}${struckOut.end}` : shown));
    this.#written = this.#column;
  }

  #show(raw: string): string {
    const { type, style } = this.#cell;
    const { strings, is1904, areDaysIso } = this.#context;
    if (type === 's') return strings[Number(raw)] ?? '';
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
    if (type !== '' && type !== 'n') return unescaped(raw);
    return raw.trim() === '' || Number.isNaN(Number(raw))
      ? raw
      : showNumber(Number(raw), style.format, is1904, areDaysIso);
  }
}

/** XFD, the last column there is; a file may name one without end. */
const lastColumn = 16_384;

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
    this.#columns.push(rangeOf(lettersOf(first), lettersOf(Math.min(last, lastColumn))));
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
export function unescaped(text: string): string {
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
