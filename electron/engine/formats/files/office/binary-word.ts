import type { TextCollector } from '../text/extraction.ts';
import { struckOut } from '../text/struck-out.ts';

/** Where the file's information block has the lengths of the parts of the text ([MS-DOC] §2.5.4), in their order. */
const partLengths: readonly [number, string][] = [
  [0x4c, ''],
  [0x50, 'Footnotes'],
  [0x54, 'Page headers and footers'],
  [0x5c, 'Comments'],
  [0x60, 'Endnotes'],
  [0x64, 'Text boxes'],
  [0x68, 'Text boxes of headers'],
];
/** The first version whose text stands in pieces: Word 97. */
const pieceVersion = 0xc1;

/** Why a document cannot be read. */
export type BinaryWordFault = 'damaged' | 'encrypted' | 'cut';

/**
 * Reads the text of a Word document as it was written from Word 6 to 2003 ([MS-DOC]), pieces in their order, also where
 * the file was saved fast.
 *
 * @param document the stream WordDocument
 * @param tableNamed the stream with the table of pieces: 0Table or 1Table
 * @returns null when it was read; `cut` when some of its text is missing
 */
export function extractBinaryWord(
  document: Buffer,
  tableNamed: (name: string) => Buffer,
  text: TextCollector,
): BinaryWordFault | null {
  if (document.length < 0x1aa) return 'damaged';
  const flags = document.readUInt16LE(10);
  if ((flags & 0x100) !== 0) return 'encrypted';
  if (document.readUInt16LE(2) < pieceVersion) {
    const bytes = document.subarray(document.readUInt32LE(0x18), document.readUInt32LE(0x1c));
    text.write(readable(new TextDecoder('windows-1252').decode(bytes)));
    return null;
  }
  const table = tableNamed((flags & 0x200) === 0 ? '0Table' : '1Table');
  const start = document.readUInt32LE(0x1a2);
  const ranges = markedRangesIn(document, table);
  const all = piecesOf(table.subarray(start, start + document.readUInt32LE(0x1a6)), document, ranges);
  if (all === null) return 'damaged';
  let at = 0;
  for (const [place, heading] of partLengths) {
    const length = document.readUInt32LE(place);
    const part = readable(all.marked(at, at + length));
    at += length;
    if (part.trim() === '') continue;
    text.endLine();
    if (heading !== '') text.write(`\n${heading}\n`);
    text.write(part);
  }
  return at > all.length ? 'cut' : null;
}

/** What stands before text that the page does not say as it stands there; empty before the rest. */
type Mark = '' | '[deleted: ' | '[hidden: ' | typeof struckOut.begin;

/** The text of a document with what was deleted under tracking, which Word keeps within it, and what is hidden or struck out. */
class MarkedText {
  readonly #pieces: { text: string; mark: Mark }[] = [];
  length = 0;

  add(text: string, mark: Mark): void {
    this.#pieces.push({ text, mark });
    this.length += text.length;
  }

  /** Characters from one place to another, with their marks. */
  marked(from: number, to: number): string {
    let shown = '';
    let place = 0;
    let open: Mark = '';
    for (const { text, mark } of this.#pieces) {
      const part = text.slice(Math.max(0, from - place), Math.max(0, to - place));
      place += text.length;
      if (part === '') continue;
      if (mark !== open) shown += (open === '' ? '' : ']') + mark;
      open = mark;
      shown += part;
    }
    return open === '' ? shown : `${shown}]`;
  }
}

/** All text of a document by its table of pieces; null where there is no table. */
function piecesOf(table: Buffer, document: Buffer, ranges: readonly Range[]): MarkedText | null {
  let at = 0;
  // Formatting that pieces refer to stands before them.
  while (at + 3 <= table.length && table[at] === 1) at += 3 + table.readUInt16LE(at + 1);
  if (at + 5 > table.length || table[at] !== 2) return null;
  const plex = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((plex.length - 4) / 12);
  const text = new MarkedText();
  // No document has more text than bytes: pieces that share them are a trick to make it endless.
  let allowed = document.length;
  for (let piece = 0; piece < count && allowed > 0; piece++) {
    const length = Math.min(plex.readUInt32LE(piece * 4 + 4) - plex.readUInt32LE(piece * 4), allowed);
    if (length <= 0) continue;
    allowed -= length;
    const place = plex.readUInt32LE((count + 1) * 4 + piece * 8 + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const start = isNarrow ? (place & 0x3fffffff) >>> 1 : place;
    const end = Math.min(document.length, start + (isNarrow ? length : length * 2));
    const add = (from: number, to: number, mark: Mark) => {
      const bytes = document.subarray(from, to);
      text.add(new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(bytes), mark);
    };
    let at = start;
    for (const range of ranges) {
      if (range.end <= at || range.start >= end) continue;
      add(at, Math.max(at, range.start), '');
      add(Math.max(at, range.start), Math.min(end, range.end), range.mark);
      at = Math.min(end, range.end);
    }
    add(at, end, '');
  }
  return text;
}

/** Bytes of the stream WordDocument. */
interface Range {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

const pageBytes = 512;
/** Bytes of the operands of formatting, by the upper three bits of its number ([MS-DOC] §2.2.5.1); 0 where the first byte says. */
const operandBytes = [1, 1, 2, 4, 2, 2, 0, 3];
/** Formatting that marks text (§2.6.1: sprmCFRMarkDel, sprmCFVanish, sprmCFStrike, sprmCFDStrike); of several the first here counts. */
const markings: readonly (readonly [number, Exclude<Mark, ''>])[] = [
  [0x0800, '[deleted: '],
  [0x083c, '[hidden: '],
  [0x0837, struckOut.begin],
  [0x2a53, struckOut.begin],
];

/**
 * Where the characters stand that were deleted under tracking, are hidden or struck out: the pages of character formatting say so ([MS-DOC]
 * §2.4.6.2), in the order of the stream. A page that is spoiled marks nothing.
 */
function markedRangesIn(document: Buffer, table: Buffer): Range[] {
  const start = document.readUInt32LE(0xfa);
  const plex = table.subarray(start, start + document.readUInt32LE(0xfe));
  const count = Math.max(0, Math.floor((plex.length - 4) / 8));
  const ranges: Range[] = [];
  for (let entry = 0; entry < count; entry++) {
    const place = (plex.readUInt32LE((count + 1 + entry) * 4) & 0x3fffff) * pageBytes;
    const page = document.subarray(place, place + pageBytes);
    const runs = page[pageBytes - 1] ?? 0;
    for (let run = 0; run < runs && (runs + 1) * 5 < pageBytes; run++) {
      const properties = page[(runs + 1) * 4 + run]! * 2;
      const formatting = page.subarray(properties + 1, properties + 1 + page[properties]!);
      const mark = properties === 0 ? '' : markOf(formatting);
      if (mark === '') continue;
      ranges.push({ start: page.readUInt32LE(run * 4), end: page.readUInt32LE(run * 4 + 4), mark });
    }
  }
  return ranges.toSorted((one, other) => one.start - other.start);
}

function markOf(formatting: Buffer): Mark {
  const asked = new Set<number>();
  for (let at = 0; at + 3 <= formatting.length;) {
    const number = formatting.readUInt16LE(at);
    if (formatting[at + 2] === 1) asked.add(number);
    at += 2 + (operandBytes[number >> 13]! || 1 + formatting[at + 2]!);
  }
  return markings.find(([number]) => asked.has(number))?.[1] ?? '';
}

/** Marks of the format as people read them ([MS-DOC] §2.4.1); codes of fields are left out, their results stay. */
function readable(text: string): string {
  let shown = '';
  let codes = 0;
  const waiting: boolean[] = [];
  for (const piece of text.split(/([\u0013-\u0015])/)) {
    if (piece === '\u0013') {
      waiting.push(true);
      codes++;
    } else if (piece === '\u0014') {
      if (waiting.at(-1)) codes--;
      if (waiting.length > 0) waiting[waiting.length - 1] = false;
    } else if (piece === '\u0015') {
      if (waiting.pop()) codes--;
    } else if (codes === 0) shown += piece;
  }
  return shown
    .replace(/\u0007\u0007/g, '\n')
    .replaceAll('\u0007', '\t')
    .replace(/[\r\u000b\u000c]/g, '\n')
    .replaceAll('\u001e', '-')
    .replace(/[\u0000-\u0008\u000e-\u001f]/g, '');
}
