import type { TextCollector } from '../text/extraction.ts';

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
  const all = piecesOf(table.subarray(start, start + document.readUInt32LE(0x1a6)), document);
  if (all === null) return 'damaged';
  let at = 0;
  for (const [place, heading] of partLengths) {
    const length = document.readUInt32LE(place);
    const part = readable(all.slice(at, at + length));
    at += length;
    if (part.trim() === '') continue;
    text.endLine();
    if (heading !== '') text.write(`\n${heading}\n`);
    text.write(part);
  }
  return at > all.length ? 'cut' : null;
}

/** All text of a document by its table of pieces; null where there is no table. */
function piecesOf(table: Buffer, document: Buffer): string | null {
  let at = 0;
  // Formatting that pieces refer to stands before them.
  while (at + 3 <= table.length && table[at] === 1) at += 3 + table.readUInt16LE(at + 1);
  if (at + 5 > table.length || table[at] !== 2) return null;
  const plex = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((plex.length - 4) / 12);
  const pieces: string[] = [];
  // No document has more text than bytes: pieces that share them are a trick to make it endless.
  let allowed = document.length;
  for (let piece = 0; piece < count && allowed > 0; piece++) {
    const length = Math.min(plex.readUInt32LE(piece * 4 + 4) - plex.readUInt32LE(piece * 4), allowed);
    if (length <= 0) continue;
    allowed -= length;
    const place = plex.readUInt32LE((count + 1) * 4 + piece * 8 + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const start = isNarrow ? (place & 0x3fffffff) >>> 1 : place;
    const bytes = document.subarray(start, start + (isNarrow ? length : length * 2));
    pieces.push(new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(bytes));
  }
  return pieces.join('');
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
