import type { TextCollector } from '../../text/extraction.ts';
import { charsetOf } from '../../../font-charset.ts';
import { numberFormat, showNumber } from './number-format.ts';
import { recordsOf, StringReader, type WorkbookRecord } from './workbook-records.ts';

/** Record types of [MS-XLS] §2.3 that have to do with text and numbers. */
const type = {
  formula: 0x06,
  note: 0x1c,
  date1904: 0x22,
  filePass: 0x2f,
  codePage: 0x42,
  sheet: 0x85,
  multipleNumbers: 0xbd,
  richLabel: 0xd6,
  style: 0xe0,
  strings: 0xfc,
  sharedLabel: 0xfd,
  textObject: 0x1b6,
  number: 0x203,
  label: 0x204,
  trueOrError: 0x205,
  formulaText: 0x207,
  compactNumber: 0x27e,
  format: 0x41e,
  start: 0x809,
} as const;

/** The version in which text is Unicode: Excel 97. */
const unicodeVersion = 0x600;
const unicodePage = 1200;
const maxGap = 20;
/** [MS-XLS] §2.5.10, BErr. */
const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/**
 * Reads the text of a workbook as Excel 5 to 2003 wrote it ([MS-XLS]): sheet by sheet, rows on lines, cells separated by
 * tabs, numbers and dates as they are shown, values of formulas as they were saved, and texts of comments and shapes.
 *
 * @param areDaysIso whether a program reads the text as a table: days stand as `showNumber` says, and comments and shapes are left out
 */
export function extractBinaryWorkbook(stream: Buffer, text: TextCollector, areDaysIso: boolean): void {
  const reader = new BinaryWorkbook(text, areDaysIso);
  for (const record of recordsOf(stream)) {
    if (record.type === type.filePass) {
      text.problem('EVIDENCE_ENCRYPTED', { what: 'document' });
      return;
    }
    reader.take(record);
  }
  if (!reader.hasSheet) text.problem('EVIDENCE_DAMAGED');
}

class BinaryWorkbook {
  readonly #text: TextCollector;
  readonly #areDaysIso: boolean;
  readonly #sheets = new Map<number, string>();
  readonly #strings: string[] = [];
  readonly #ownFormats = new Map<number, string>();
  readonly #styles: number[] = [];
  /** Null before the first record: sheets may claim a later version than the workbook is written in. */
  #isUnicode: boolean | null = null;
  #charset = 'windows-1252';
  #is1904 = false;
  #row = -1;
  #column = 0;
  hasSheet = false;

  constructor(text: TextCollector, areDaysIso: boolean) {
    this.#text = text;
    this.#areDaysIso = areDaysIso;
  }

  take(record: WorkbookRecord): void {
    const { body } = record;
    if (body.length < 2) return;
    if (record.type === type.start) return this.#start(record);
    if (record.type === type.date1904) this.#is1904 = body.readUInt16LE(0) === 1;
    else if (record.type === type.codePage) this.#readCodePage(body.readUInt16LE(0));
    else if (record.type === type.style && body.length >= 4) this.#styles.push(body.readUInt16LE(2));
    else if (record.type === type.format)
      this.#ownFormats.set(body.readUInt16LE(0), this.#string(record, 2, 2));
    else if (record.type === type.sheet && body.length >= 8) this.#listSheet(record);
    else if (record.type === type.strings) this.#readStrings(record);
    else if (record.type === type.formulaText) this.#text.write(oneLine(this.#string(record, 0, 2)));
    else if (record.type === type.textObject) this.#readTextObject(record);
    else if (record.type === type.note) this.#readNote(record);
    else if (body.length >= 8) this.#takeCell(record);
  }

  #start({ body, position }: WorkbookRecord): void {
    this.#isUnicode ??= body.readUInt16LE(0) >= unicodeVersion;
    const name = this.#sheets.get(position);
    if (name === undefined) return;
    this.hasSheet = true;
    this.#text.startSection();
    this.#text.write(`Sheet: ${name}\n`);
    this.#row = -1;
  }

  #readCodePage(page: number): void {
    const charset = page === unicodePage ? '' : charsetOf(page);
    if (charset !== '') this.#charset = charset;
  }

  #listSheet(record: WorkbookRecord): void {
    const isHidden = (record.body[4]! & 3) !== 0;
    const name = this.#string(record, 6, 1);
    this.#sheets.set(record.body.readUInt32LE(0), isHidden ? `${name} (hidden)` : name);
  }

  #readStrings(record: WorkbookRecord): void {
    const reader = new StringReader(record, 8);
    const count = record.body.length >= 8 ? record.body.readUInt32LE(4) : 0;
    while (this.#strings.length < count && !reader.isAtEnd) this.#strings.push(reader.read(2));
  }

  /** A text object's characters stand in the record that continues it. */
  #readTextObject({ body, more }: WorkbookRecord): void {
    const first = more[0];
    if (first === undefined || body.length < 12 || this.#areDaysIso) return;
    const isWide = (first[0]! & 1) === 1;
    const characters = first.toString(
      isWide ? 'utf16le' : 'latin1',
      1,
      1 + body.readUInt16LE(10) * (isWide ? 2 : 1),
    );
    this.#text.endLine();
    this.#text.write(`[note] ${characters}\n`);
  }

  /** Before Excel 97 a comment's characters stand in its own record. */
  #readNote(record: WorkbookRecord): void {
    if (this.#isUnicode || record.body.length < 6 || this.#areDaysIso) return;
    this.#text.endLine();
    this.#text.write(`[note] ${this.#string(record, 4, 2)}\n`);
  }

  #takeCell(record: WorkbookRecord): void {
    const { body } = record;
    const [row, column] = [body.readUInt16LE(0), body.readUInt16LE(2)];
    switch (record.type) {
      case type.sharedLabel:
        if (body.length >= 10) this.#cell(row, column, this.#strings[body.readUInt32LE(6)] ?? '');
        break;
      case type.label:
      case type.richLabel:
        this.#cell(row, column, this.#string(record, 6, 2));
        break;
      case type.number:
        if (body.length >= 14)
          this.#cell(row, column, this.#show(body.readDoubleLE(6), body.readUInt16LE(4)));
        break;
      case type.compactNumber:
        if (body.length >= 10) this.#cell(row, column, this.#show(compact(body, 6), body.readUInt16LE(4)));
        break;
      case type.multipleNumbers:
        for (let at = 4, next = column; at + 8 <= body.length; at += 6, next++)
          this.#cell(row, next, this.#show(compact(body, at + 2), body.readUInt16LE(at)));
        break;
      case type.trueOrError:
        this.#cell(row, column, body[7] === 0 ? trueOrFalse(body[6]!) : errorOf(body[6]!));
        break;
      case type.formula:
        if (body.length >= 14) this.#formula(row, column, body);
        break;
    }
  }

  /** [MS-XLS] §2.5.133: a value that is no number has 0xFFFF in its last bytes, and its sort in the first. */
  #formula(row: number, column: number, body: Buffer): void {
    if (body.readUInt16LE(12) !== 0xffff)
      return this.#cell(row, column, this.#show(body.readDoubleLE(6), body.readUInt16LE(4)));
    const sort = body[6];
    // If it is text, the value follows in a record of its own.
    const shown = sort === 1 ? trueOrFalse(body[8]!) : sort === 2 ? errorOf(body[8]!) : '';
    this.#cell(row, column, shown);
  }

  #show(value: number, style: number): string {
    const format = numberFormat(this.#styles[style] ?? 0, this.#ownFormats);
    return showNumber(value, format, this.#is1904, this.#areDaysIso);
  }

  #cell(row: number, column: number, shown: string): void {
    if (row !== this.#row) {
      this.#text.endLine();
      this.#row = row;
      this.#column = 0;
    }
    this.#text.write('\t'.repeat(Math.min(maxGap, Math.max(0, column - this.#column))) + oneLine(shown));
    this.#column = column;
  }

  #string(record: WorkbookRecord, at: number, lengthBytes: 1 | 2): string {
    if (this.#isUnicode) return new StringReader(record, at).read(lengthBytes);
    const { body } = record;
    const isShort = lengthBytes === 1 || record.type === type.format;
    if (at + 2 > body.length) return '';
    const length = isShort ? body[at]! : body.readUInt16LE(at);
    const start = at + (isShort ? 1 : 2);
    return new TextDecoder(this.#charset).decode(body.subarray(start, start + length));
  }
}

/** A number in 30 bits: a whole one, or the upper half of a double, perhaps a hundredth of it ([MS-XLS] §2.5.217). */
function compact(body: Buffer, at: number): number {
  const bits = body.readInt32LE(at);
  let value: number;
  if ((bits & 2) !== 0) value = bits >> 2;
  else {
    const wide = Buffer.alloc(8);
    wide.writeInt32LE(bits & ~3, 4);
    value = wide.readDoubleLE(0);
  }
  return (bits & 1) === 0 ? value : value / 100;
}

function trueOrFalse(byte: number): string {
  return byte === 0 ? 'FALSE' : 'TRUE';
}

function errorOf(byte: number): string {
  return errors[byte] ?? '#ERROR';
}

function oneLine(text: string): string {
  return text.replace(/\r?\n|\t/g, ' ');
}
