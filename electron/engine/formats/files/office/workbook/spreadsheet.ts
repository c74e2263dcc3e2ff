import type { TextCollector } from '../../text/extraction.ts';
import { struckOut } from '../../text/struck-out.ts';
import { numberFormat } from './number-format.ts';
import { SheetText, unescaped, type CellStyle } from './sheet.ts';
import { drawingHandler, extractFigures } from '../drawings.ts';
import { relationId, type OfficePackage, type XmlHandler } from '../package.ts';

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
}

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
    pack.read(part, new SheetText(text, { strings, styles, is1904, areDaysIso }));
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
