import {
  PDFArray,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import type { ObjectSink } from '../../draw/font-subset.ts';
import { SourceUnreadable } from './source-document.ts';

/** Deeper than any sane file nests arrays in dictionaries. */
const maxDepth = 200;

/** Keys that would bring whole files along, or lead back to what is not carried. */
const droppedKeys = new Set(
  ['EF', 'RF', 'AF', 'StructParent', 'StructParents'].map((key) => PDFName.of(key)),
);
const filesKey = PDFName.of('EF');
/** What stands for a document's own tree: never reached through a reference, or the whole tree would come along. */
const treeTypes = new Set(
  ['Page', 'Pages', 'Catalog', 'StructTreeRoot', 'StructElem'].map((t) => PDFName.of(t)),
);
const typeKey = PDFName.of('Type');
const lengthKey = PDFName.of('Length');
/** Data of a stream kept in another file. */
const externalKeys = new Set(['F', 'FFilter', 'FDecodeParms'].map((key) => PDFName.of(key)));

/**
 * Carries objects of one source into one output: what is reachable, each once, with references renumbered; streams byte
 * for byte as they are stored.
 */
export class Carrier {
  readonly #context: PDFContext;
  readonly #sink: ObjectSink;
  readonly #ids = new Map<PDFRef, number>();
  readonly #bodies = new Map<PDFRef, string>();
  readonly #queue: PDFRef[] = [];
  /** Embedded files met on the way and left behind. */
  droppedFiles = 0;

  constructor(context: PDFContext, sink: ObjectSink) {
    this.#context = context;
    this.#sink = sink;
  }

  /** Says that references to an object lead to one that is written elsewhere: a page. */
  place(ref: PDFRef, id: number): void {
    this.#ids.set(ref, id);
  }

  /** Says what is to be written for an object instead of the object itself. */
  replace(ref: PDFRef, body: string): void {
    this.#bodies.set(ref, body);
  }

  /** An object as written into the output; what it refers to follows with `flush`. */
  serialise(object: PDFObject | undefined, depth = 0): string {
    if (depth > maxDepth) throw new SourceUnreadable('it is nested too deeply');
    if (object === undefined) return 'null';
    if (object instanceof PDFRef) return this.reference(object);
    if (object instanceof PDFArray)
      return `[${object
        .asArray()
        .map((item) => this.serialise(item, depth + 1))
        .join(' ')}]`;
    if (object instanceof PDFDict) return `<<${this.entries(object, undefined, depth)}>>`;
    // Streams stand only as objects of their own.
    if (object instanceof PDFStream) return 'null';
    if (object instanceof PDFInvalidObject) throw new SourceUnreadable('one of its objects is broken');
    return object.toString();
  }

  /**
   * The entries of a dictionary.
   *
   * @param except keys to leave out
   */
  entries(dict: PDFDict, except?: ReadonlySet<PDFName>, depth = 0): string {
    let text = '';
    for (const [key, value] of dict.entries()) {
      if (key === filesKey) this.droppedFiles += 1;
      if (droppedKeys.has(key) || except?.has(key)) continue;
      text += `${key.toString()} ${this.serialise(value, depth + 1)}`;
    }
    return text;
  }

  /** A reference to an object of the source as one of the output. */
  reference(ref: PDFRef): string {
    let id = this.#ids.get(ref);
    if (id === undefined) {
      const target = this.#context.lookup(ref);
      if (target === undefined && !this.#bodies.has(ref)) return 'null';
      if (target instanceof PDFDict && treeTypes.has(target.get(typeKey) as PDFName)) return 'null';
      id = this.#sink.allocate();
      this.#ids.set(ref, id);
      this.#queue.push(ref);
    }
    return `${id} 0 R`;
  }

  /** Writes everything referred to so far, and what that refers to. */
  flush(): void {
    for (let ref = this.#queue.pop(); ref; ref = this.#queue.pop()) this.#write(ref, this.#ids.get(ref)!);
  }

  #write(ref: PDFRef, id: number): void {
    const body = this.#bodies.get(ref);
    if (body !== undefined) return this.#sink.writeObject(id, body);
    const object = this.#context.lookup(ref);
    if (object instanceof PDFStream) {
      const left = object.dict.has(PDFName.of('F')) ? new Set([lengthKey, ...externalKeys]) : lengthOnly;
      return this.#sink.writeStream(id, this.entries(object.dict, left), object.getContents());
    }
    this.#sink.writeObject(id, this.serialise(object));
  }
}

const lengthOnly: ReadonlySet<PDFName> = new Set([lengthKey]);
