import {
  KeySet,
  MemorySink,
  rewriteEntries,
  rewriteValue,
  type ByteRange,
  type PdfDict,
  type PdfObjects,
  type RewriteRules,
} from '../objects/index.ts';
import type { PdfOutput } from '../assemble/output/pdf-output.ts';

const lengthKey = new KeySet(['Length']);

/**
 * Copies a document as it is into another file: everything that can be reached, each object once, streams byte for byte as they
 * are stored. Nothing is removed, unlike what `Carrier` carries into an assembly.
 */
export class WholeCopy {
  readonly #objects: PdfObjects;
  readonly #output: PdfOutput;
  /** The output's number by the source's; 0 where it was not met yet. */
  readonly #ids: Int32Array;
  readonly #replacements = new Map<number, (outputId: number) => void>();
  readonly #queue: number[] = [];
  readonly #rules: RewriteRules = { mapReference: (id) => this.reference(id) };

  constructor(objects: PdfObjects, output: PdfOutput) {
    this.#objects = objects;
    this.#output = output;
    this.#ids = new Int32Array(objects.size);
  }

  /** Says how an object is written, instead of as it lies. */
  replace(id: number, write: (outputId: number) => void): void {
    this.#replacements.set(id, write);
  }

  /** Has whatever refers to an object refer to another, before anything did. That other object must be there. */
  alias(id: number, other: number): void {
    this.#ids[id] = this.reference(other)!;
  }

  /** The output's number for an object of the source; null where there is none. It is written by `flush`. */
  reference(id: number): number | null {
    if (id <= 0 || id >= this.#ids.length) return null;
    const known = this.#ids[id]!;
    if (known !== 0) return known;
    if (!this.#replacements.has(id) && !this.#objects.has(id)) return null;
    const outputId = this.#output.allocate();
    this.#ids[id] = outputId;
    this.#queue.push(id);
    return outputId;
  }

  /** A value as it is written in the output. */
  text(range: ByteRange): string {
    const sink = new MemorySink();
    rewriteValue(range, sink, this.#rules);
    return sink.written().toString('latin1');
  }

  /** Writes the entries of a dictionary into the output, without its brackets. */
  entries(dict: PdfDict, except?: KeySet): void {
    rewriteEntries(dict, this.#output, this.#rules, except);
  }

  /** Writes everything referred to so far, and what that refers to. */
  flush(): void {
    for (let id = this.#queue.pop(); id !== undefined; id = this.#queue.pop()) {
      this.#write(id, this.#ids[id]!);
    }
  }

  #write(id: number, outputId: number): void {
    const replacement = this.#replacements.get(id);
    if (replacement) return replacement(outputId);
    const object = this.#objects.raw(id);
    if (!object) return this.#output.writeObject(outputId, 'null');
    this.#output.begin(outputId);
    if (!object.stream) {
      rewriteValue(object, this.#output, this.#rules);
      return this.#output.end();
    }
    this.#output.text('<<');
    this.entries(object.stream.dict, lengthKey);
    this.#output.text(`/Length ${object.stream.length}>>`);
    this.#output.beginBody();
    this.#objects.copyBody(object.stream, this.#output);
    this.#output.endBody();
  }
}
