import type { PdfOutput } from '../output/pdf-output.ts';
import { WholeCopy } from '../output/whole-copy.ts';
import {
  KeySet,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  referenceId,
  SourceUnreadable,
  type PdfObjects,
  type PdfStream,
  type RawObject,
} from '../../objects/index.ts';
import { LeftFiles } from './left-files.ts';
import { isSwollen } from './swollen.ts';

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
/** Data of a stream kept in another file, ties to what is not carried, and what a program keeps there for itself. */
const leftOfStreams = [
  'Length',
  'F',
  'FFilter',
  'FDecodeParms',
  'AF',
  'StructParent',
  'StructParents',
  'PieceInfo',
];
/** What does not come along with a stream. @param more entries that are written otherwise */
export const streamKeys = (...more: string[]): KeySet => new KeySet([...leftOfStreams, ...more]);
const plainStreamKeys = streamKeys();
const annotationKeys = new KeySet(['A', 'AA', 'PA', 'Dest', 'P', 'AF', 'FS', 'StructParent']);
const fileKeys = new KeySet(['EF', 'RF']);
/** Pictures from this size on are left out where text is read back. */
const largePicture = 64 * 1024;
const fontPrograms = new Set(['Type1C', 'CIDFontType0C', 'OpenType']);
/** References where objects should be, one after the other: more means a cycle. */
const maxHops = 32;

/** Carries objects of one source into one output. What runs programs or holds files stays behind. */
export class Carrier extends WholeCopy {
  readonly #isLenient: boolean;
  readonly #deferred: (readonly [id: number, outputId: number])[] = [];
  #isFinishing = false;
  /** Actions met on the way and left behind. */
  droppedActions = 0;
  /** Streams that no program could read to their end: an empty one stands for each. */
  swollenStreams = 0;
  /** Files of the source, which are left behind. */
  readonly files: LeftFiles;

  /**
   * @param isLenient carries null for an object that cannot be read, instead of giving up the source
   * @param dropped entries that are left out of every dictionary
   */
  constructor(objects: PdfObjects, output: PdfOutput, isLenient: boolean, dropped?: KeySet) {
    super(objects, output, dropped);
    this.files = new LeftFiles(objects);
    this.#isLenient = isLenient;
  }

  /**
   * Writes a stream as an object, with entries of ours instead of some of its own. Its bytes go as they are stored, also where
   * they are not what its filter says, as a PNG declared a JPEG: readers make of the copy what they make of the original. Those that
   * would keep a reader from all pages behind them stay behind.
   */
  stream(outputId: number, stream: PdfStream, except: KeySet = plainStreamKeys, added = ''): void {
    if (isSwollen(this.objects, stream)) {
      this.swollenStreams += 1;
      return this.output.writeStream(outputId, added, Buffer.alloc(0));
    }
    if (isUnread(stream)) this.output.noteUnread(outputId);
    this.files.addAssociated(stream.dict);
    const entries = () => {
      this.entries(stream.dict, except);
      this.output.text(`${this.#shortFilter(stream.dict)}${added}`);
    };
    this.output.writeBody(outputId, entries, stream.length, () => this.objects.copyBody(stream, this.output));
  }

  /** F where it names no file but, as in inline images, filters: some programs go by it. */
  #shortFilter(dict: PdfDict): string {
    const value = this.objects.get(dict, 'F');
    return value instanceof PdfName || value instanceof PdfArray ? `/F ${this.text(dict.range('F'))}` : '';
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
      for (const [id, outputId] of deferred)
        if (withStrays || this.isReplaced(id)) this.write(id, outputId);
        else this.output.writeObject(outputId, 'null');
      this.flush();
    }
  }

  protected override writeAsItLies(id: number, outputId: number): void {
    const object = this.#target(id);
    if (!object) {
      if (!this.#isLenient) throw new SourceUnreadable('one of its objects is broken');
      return this.output.writeObject(outputId, 'null');
    }
    if (object.stream) {
      if (nameOf(object.stream.dict, 'Type') === 'EmbeddedFile') {
        this.files.add(new PdfReference(id));
        return this.output.writeObject(outputId, 'null');
      }
      return this.stream(outputId, object.stream);
    }
    if (isDict(object)) return this.#writeDict(id, new PdfDict(object), outputId);
    this.output.begin(outputId);
    this.value(object);
    this.output.end();
  }

  /** The object of a number; where it is nothing but a reference, which the format does not allow, what that leads to. */
  #target(id: number): RawObject | null {
    let object = this.objects.raw(id);
    for (let hops = 0; object && hops < maxHops; hops += 1) {
      const next = referenceId(object.bytes, object.start, object.end);
      if (next < 0) return object;
      object = this.objects.raw(next);
    }
    return null;
  }

  #writeDict(id: number, dict: PdfDict, outputId: number): void {
    const type = nameOf(dict, 'Type');
    if (type !== null && treeTypes.has(type)) return this.output.writeObject(outputId, 'null');
    const kind = dict.get('S');
    if (kind instanceof PdfName && actionKinds.has(kind.text) && type !== 'OutputIntent') {
      this.droppedActions += 1;
      return this.output.writeObject(outputId, 'null');
    }
    let except: KeySet | undefined;
    if (dict.has('Rect') && dict.has('Subtype')) {
      // Its page may come later and say how it is written.
      if (!this.#isFinishing) {
        this.#deferred.push([id, outputId]);
        return;
      }
      except = annotationKeys;
    } else if (dict.has('EF')) {
      this.files.add(new PdfReference(id));
      except = fileKeys;
    }
    this.output.writeDict(outputId, () => this.entries(dict, except));
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
