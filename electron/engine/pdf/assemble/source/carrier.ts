import type { PdfOutput } from '../output/pdf-output.ts';
import {
  KeySet,
  MemorySink,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  referenceId,
  rewriteEntries,
  rewriteValue,
  SourceUnreadable,
  type ByteRange,
  type PdfObjects,
  type PdfStream,
  type RawObject,
  type RewriteRules,
} from '../../objects/index.ts';
import { LeftFiles } from './left-files.ts';

/** The types of a document's own trees: never carried through a reference, or the whole tree would come along. */
const treeTypes = new Set(['Page', 'Pages', 'Catalog', 'StructTreeRoot', 'StructElem', 'Template']);
/** What an action does when it is not kept (ISO 32000-1 table 198). */
const actionKinds = new Set([
  'JavaScript',
  'Launch',
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'Rendition',
  'Movie',
  'Sound',
  'RichMediaExecute',
]);
/** Data of a stream kept in another file, and ties to what is not carried. */
const streamKeys = new KeySet([
  'Length',
  'F',
  'FFilter',
  'FDecodeParms',
  'AF',
  'StructParent',
  'StructParents',
]);
const annotationKeys = new KeySet(['A', 'AA', 'PA', 'Dest', 'P', 'AF', 'FS', 'StructParent']);
const fileKeys = new KeySet(['EF', 'RF']);
/** Pictures from this size on are left out where text is read back. */
const largePicture = 64 * 1024;
const fontPrograms = new Set(['Type1C', 'CIDFontType0C', 'OpenType']);
/** References where objects should be, one after the other: more means a cycle. */
const maxHops = 32;
const none = -1;

/**
 * Carries objects of one source into one output: what is reachable, each once, with references renumbered; streams byte
 * for byte as they are stored. What runs programs or holds files stays behind.
 */
export class Carrier {
  readonly #objects: PdfObjects;
  readonly #output: PdfOutput;
  readonly #isLenient: boolean;
  /** The output's number by the source's: 0 not met yet, −1 carried nowhere. */
  readonly #ids: Int32Array;
  readonly #replacements = new Map<number, (id: number) => void>();
  readonly #queue: number[] = [];
  readonly #deferred: number[] = [];
  #isFinishing = false;
  /** Actions met on the way and left behind. */
  droppedActions = 0;
  /** Files of the source, which are left behind. */
  readonly files: LeftFiles;
  /** How references are renumbered, for what is written beside this. */
  readonly rules: RewriteRules;

  /**
   * @param isLenient carries null for an object that cannot be read, instead of giving up the source
   * @param dropped entries that are left out of every dictionary
   */
  constructor(objects: PdfObjects, output: PdfOutput, isLenient: boolean, dropped?: KeySet) {
    this.rules = { mapReference: (id) => this.reference(id), ...(dropped && { dropped }) };
    this.files = new LeftFiles(objects);
    this.#objects = objects;
    this.#output = output;
    this.#isLenient = isLenient;
    this.#ids = new Int32Array(objects.size);
  }

  /** Says that references to an object lead to one that is written elsewhere; null for nowhere. */
  place(id: number, outputId: number | null): void {
    if (id < this.#ids.length) this.#ids[id] = outputId ?? none;
  }

  /** Says how an object is written, instead of as it lies: once, with the number it has in the output. */
  replace(id: number, write: (outputId: number) => void): void {
    this.#replacements.set(id, write);
  }

  /** Has an object written again under another number from now on, as for a page that stands twice. */
  forget(id: number): void {
    if (id < this.#ids.length) this.#ids[id] = 0;
  }

  /** The output's number for an object of the source; null when it is not carried. It is written by `flush`. */
  reference(id: number): number | null {
    if (id <= 0 || id >= this.#ids.length) return null;
    const known = this.#ids[id]!;
    if (known !== 0) return known === none ? null : known;
    if (!this.#replacements.has(id) && !this.#objects.has(id)) {
      this.#ids[id] = none;
      return null;
    }
    const outputId = this.#output.allocate();
    this.#ids[id] = outputId;
    this.#queue.push(id);
    return outputId;
  }

  /** A value as it is written in the output. */
  text(range: ByteRange | null): string {
    if (range === null) return 'null';
    const sink = new MemorySink();
    rewriteValue(range, sink, this.rules);
    return sink.written().toString('latin1');
  }

  /** Writes the entries of a dictionary into the output, without its brackets. */
  entries(dict: PdfDict, except?: KeySet): void {
    rewriteEntries(dict, this.#output, this.rules, except);
  }

  /** Writes a value into the output. */
  value(range: ByteRange): void {
    rewriteValue(range, this.#output, this.rules);
  }

  /**
   * Writes a stream as an object, with entries of ours instead of some of its own. Its bytes go as they are stored, also where
   * they are not what its filter says, as a PNG declared a JPEG: readers make of the copy what they make of the original.
   */
  stream(outputId: number, stream: PdfStream, except: KeySet = streamKeys, added = ''): void {
    if (isUnread(stream)) this.#output.noteUnread(outputId);
    this.files.addAssociated(stream.dict);
    this.#output.begin(outputId);
    this.#output.text('<<');
    this.entries(stream.dict, except);
    this.#output.text(`${this.#shortFilter(stream.dict)}${added}/Length ${stream.length}>>`);
    this.#output.beginBody();
    this.#objects.copyBody(stream, this.#output);
    this.#output.endBody();
  }

  /** F where it names no file but, as in inline images, filters: some programs go by it. */
  #shortFilter(dict: PdfDict): string {
    const value = this.#objects.get(dict, 'F');
    return value instanceof PdfName || value instanceof PdfArray ? `/F ${this.text(dict.range('F'))}` : '';
  }

  /** Writes everything referred to so far, and what that refers to. */
  flush(): void {
    for (let id = this.#queue.pop(); id !== undefined; id = this.#queue.pop())
      this.#write(id, this.#ids[id]!);
  }

  /**
   * Writes what was put off: annotations that belong to no page carried.
   *
   * @param withStrays whether they come along; else nothing stands in their places
   */
  finish(withStrays: boolean): void {
    this.flush();
    while (this.#deferred.length > 0) {
      const deferred = this.#deferred.splice(0);
      this.#isFinishing = true;
      for (const id of deferred)
        if (withStrays || this.#replacements.has(id)) this.#write(id, this.#ids[id]!);
        else this.#output.writeObject(this.#ids[id]!, 'null');
      this.flush();
    }
  }

  #write(id: number, outputId: number): void {
    const replacement = this.#replacements.get(id);
    if (replacement) {
      this.#replacements.delete(id);
      return replacement(outputId);
    }
    const object = this.#target(id);
    if (!object) {
      if (!this.#isLenient) throw new SourceUnreadable('one of its objects is broken');
      return this.#output.writeObject(outputId, 'null');
    }
    if (object.stream) {
      if (nameOf(object.stream.dict, 'Type') === 'EmbeddedFile') {
        this.files.add(new PdfReference(id));
        return this.#output.writeObject(outputId, 'null');
      }
      return this.stream(outputId, object.stream);
    }
    if (isDict(object)) return this.#writeDict(id, new PdfDict(object), outputId);
    this.#output.begin(outputId);
    this.value(object);
    this.#output.end();
  }

  /** The object of a number; where it is nothing but a reference, which the format does not allow, what that leads to. */
  #target(id: number): RawObject | null {
    let object = this.#objects.raw(id);
    for (let hops = 0; object && hops < maxHops; hops += 1) {
      const next = referenceId(object.bytes, object.start, object.end);
      if (next < 0) return object;
      object = this.#objects.raw(next);
    }
    return null;
  }

  #writeDict(id: number, dict: PdfDict, outputId: number): void {
    const type = nameOf(dict, 'Type');
    if (type !== null && treeTypes.has(type)) return this.#output.writeObject(outputId, 'null');
    const kind = dict.get('S');
    if (kind instanceof PdfName && actionKinds.has(kind.text) && type !== 'OutputIntent') {
      this.droppedActions += 1;
      return this.#output.writeObject(outputId, 'null');
    }
    let except: KeySet | undefined;
    if (dict.has('Rect') && dict.has('Subtype')) {
      // Its page may come later and say how it is written.
      if (!this.#isFinishing) {
        this.#deferred.push(id);
        return;
      }
      except = annotationKeys;
    } else if (dict.has('EF')) {
      this.files.add(new PdfReference(id));
      except = fileKeys;
    }
    this.#output.begin(outputId);
    this.#output.text('<<');
    this.entries(dict, except);
    this.#output.text('>>');
    this.#output.end();
  }
}

/**
 * Whether reading our own text back does not need a stream: large pictures, programs of the source's fonts (ISO 32000-1 table
 * 126) and color profiles (table 66), which take most of the time of reading a page's text.
 */
function isUnread({ dict, length }: PdfStream): boolean {
  const subtype = nameOf(dict, 'Subtype');
  if (subtype === 'Image') return length >= largePicture;
  if (subtype !== null) return fontPrograms.has(subtype);
  return dict.has('Length1') || (dict.has('N') && !dict.has('Type'));
}

function isDict({ bytes, start, end }: RawObject): boolean {
  return end - start >= 4 && bytes[start] === 0x3c && bytes[start + 1] === 0x3c;
}

function nameOf(dict: PdfDict, key: string): string | null {
  const name = dict.get(key);
  return name instanceof PdfName ? name.text : null;
}
