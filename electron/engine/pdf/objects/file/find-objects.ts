import { readObjectAt, type ObjectFile } from './object-at.ts';
import {
  classOf,
  digitClass,
  readWhole,
  skipSpace,
  skipValue,
  spaceClass,
  startsWith,
} from '../syntax/lexer.ts';
import { maxId, packed, plain, type ObjectTable } from './object-table.ts';
import { objectIn, type ObjectStream } from './object-streams.ts';
import { PdfDict, PdfName, PdfReference, type ByteRange } from '../syntax/values.ts';

const windowBytes = 1024 * 1024;
/** What stands before `obj`: two numbers and white space. */
const headBytes = 64;
/** A dictionary that says what it is does so within this many bytes. */
const dictBytes = 64 * 1024;

const maxRoots = 64;

/** What a search through a whole file found. */
export interface FoundObjects {
  /** Object numbers of what may be the catalog, the likeliest first. */
  readonly rootIds: readonly number[];
  /** The last trailer's dictionary, or that of a cross-reference stream. */
  readonly trailer: PdfDict | null;
  readonly isEncrypted: boolean;
}

/**
 * Finds the objects of a file by going through all its bytes: of two with the same number the later one counts. Bodies of
 * streams are passed over where their Length is right.
 *
 * @param table takes what is found
 * @param readObjectStream decodes an object stream that is in the table
 */
export function findObjects(
  file: ObjectFile,
  table: ObjectTable,
  readObjectStream: (id: number) => ObjectStream | null,
): FoundObjects {
  const search = new Search(file, table);
  search.run();
  if (!search.isEncrypted) search.openObjectStreams(readObjectStream);
  return { rootIds: search.rootIds(), trailer: search.trailer, isEncrypted: search.isEncrypted };
}

class Search {
  readonly #file: ObjectFile;
  readonly #table: ObjectTable;
  readonly #objectStreams = new Set<number>();
  /** Roots that trailers name, and catalogs seen: the last one that is there counts. */
  readonly #roots: number[] = [];
  readonly #catalogs: number[] = [];
  trailer: PdfDict | null = null;
  isEncrypted = false;

  constructor(file: ObjectFile, table: ObjectTable) {
    this.#file = file;
    this.#table = table;
  }

  run(): void {
    const { bytes } = this.#file;
    let window: Buffer = bytes.whole ?? Buffer.allocUnsafeSlow(Math.min(bytes.size, windowBytes));
    // Where the window stands in the file, and from where in it nothing was looked at.
    let from = 0;
    let at = 0;
    const moveTo = (position: number) => {
      from = Math.max(0, position - headBytes);
      at = position - from;
      window = window.subarray(0, bytes.size - from);
      bytes.readInto(from, window);
    };
    if (bytes.whole === null) moveTo(0);
    for (;;) {
      const object = window.indexOf('obj', at, 'latin1');
      const before = window.subarray(at, object < 0 ? window.length : object);
      for (
        let t = before.indexOf('trailer', 0, 'latin1');
        t >= 0;
        t = before.indexOf('trailer', t + 7, 'latin1')
      )
        this.#readTrailer(from + at + t + 7);
      let next = from + window.length;
      if (object >= 0) {
        at = object + 3;
        const head = headBefore(window, object);
        next = head === null ? 0 : this.#take(head.id, from + head.start);
        if (next <= from + at) continue;
        if (next < from + window.length) {
          at = next - from;
          continue;
        }
      }
      if (next >= bytes.size) return;
      // Half a word may stand at the window's end.
      moveTo(object < 0 ? next - 6 : next);
    }
  }

  /** Notes an object. @returns where in the file it ends, if that is sure; else 0 */
  #take(id: number, position: number): number {
    if (id > maxId) return 0;
    this.#objectStreams.delete(id);
    this.#table.set(id, plain, position, 0);
    const object = readObjectAt(this.#file, position, id);
    if (typeof object === 'string') return 0;
    if (!startsWith(object.bytes, object.start, object.end, '<<')) return 0;
    if (object.end - object.start <= dictBytes)
      this.#describe(id, object.stream?.dict ?? new PdfDict(object));
    const { stream } = object;
    return stream === null || stream.isMended ? 0 : stream.position + stream.length;
  }

  #describe(id: number, dict: PdfDict): void {
    const type = dict.get('Type');
    if (!(type instanceof PdfName)) return;
    if (type.text === 'Catalog') this.#catalogs.push(id);
    else if (type.text === 'ObjStm') this.#objectStreams.add(id);
    else if (type.text === 'XRef') this.#takeTrailer(dict);
  }

  #readTrailer(position: number): void {
    const view = this.#file.bytes.view(position, dictBytes);
    const start = skipSpace(view.bytes, view.start, view.end);
    if (!startsWith(view.bytes, start, view.end, '<<')) return;
    const end = skipValue(view.bytes, start, view.end);
    if (end >= 0) this.#takeTrailer(new PdfDict({ bytes: view.bytes, start, end }));
    else this.#file.spend(view.end - start);
  }

  #takeTrailer(dict: PdfDict): void {
    const encryption = dict.get('Encrypt');
    if (encryption instanceof PdfReference || encryption instanceof PdfDict) this.isEncrypted = true;
    const root = dict.get('Root');
    if (root instanceof PdfReference) {
      this.#roots.push(root.id);
      this.trailer = dict.detached();
    } else this.trailer ??= dict.detached();
  }

  openObjectStreams(read: (id: number) => ObjectStream | null): void {
    const inOrder = [...this.#objectStreams].toSorted((a, b) => this.#table.place(a) - this.#table.place(b));
    for (const id of inOrder) {
      const stream = read(id);
      if (stream === null) continue;
      const position = this.#table.place(id);
      const isRootKnown = this.#roots.length > 0 || this.#catalogs.length > 0;
      stream.ids.forEach((member, index) => {
        // An object written after the stream replaces the one in it.
        const isLater = this.#table.kind(member) === plain && this.#table.place(member) > position;
        if (isLater || member > maxId || this.#objectStreams.has(member)) return;
        this.#table.set(member, packed, id, index);
        if (!isRootKnown && isCatalog(objectIn(stream, member, index))) this.#catalogs.push(member);
      });
    }
  }

  /** What the last trailer names comes first, then the catalog that comes last. */
  rootIds(): readonly number[] {
    const ids = new Set([...this.#roots.toReversed(), ...this.#catalogs.toReversed()]);
    return [...ids].slice(0, maxRoots);
  }
}

function isCatalog(range: ByteRange | null): boolean {
  if (range === null || !startsWith(range.bytes, range.start, range.end, '<<')) return false;
  const type = new PdfDict(range).get('Type');
  return type instanceof PdfName && type.text === 'Catalog';
}

/** The number of the object whose `obj` stands at a place, and where it begins; null when that is no object's head. */
function headBefore(window: Buffer, keyword: number): { readonly id: number; readonly start: number } | null {
  const generationEnd = skipSpaceBack(window, keyword);
  const generation = skipDigitsBack(window, generationEnd);
  const idEnd = skipSpaceBack(window, generation);
  const start = skipDigitsBack(window, idEnd);
  if (generationEnd === keyword || generation === generationEnd || idEnd === generation || start === idEnd)
    return null;
  const id = readWhole(window, start, idEnd);
  return id <= 0 ? null : { id, start };
}

function skipSpaceBack(bytes: Buffer, from: number): number {
  let at = from;
  while (at > 0 && classOf[bytes[at - 1]!] === spaceClass) at -= 1;
  return at;
}

function skipDigitsBack(bytes: Buffer, from: number): number {
  let at = from;
  while (at > 0 && classOf[bytes[at - 1]!] === digitClass) at -= 1;
  return at;
}
