import {
  KeySet,
  MemorySink,
  PdfReference,
  rewriteEntries,
  rewriteValue,
  SourceUnreadable,
  type ByteRange,
  type PdfDict,
  type PdfObjects,
  type RewriteRules,
} from '../../objects/index.ts';
import type { PdfOutput } from './pdf-output.ts';

const lengthKey = new KeySet(['Length']);
const none = -1;

/**
 * Copies objects of one source into one output: what is reachable, each once, with references renumbered; streams byte for byte as they
 * are stored. Nothing is removed, unlike what `Carrier` carries into an assembly.
 */
export class WholeCopy {
  readonly objects: PdfObjects;
  readonly output: PdfOutput;
  /** The output's number by the source's: 0 not met yet, −1 copied nowhere. */
  readonly #ids: Int32Array;
  readonly #replacements = new Map<number, (outputId: number) => void>();
  readonly #queue: number[] = [];
  /** How references are renumbered, for what is written beside this. */
  readonly rules: RewriteRules;

  /** @param dropped entries that are left out of every dictionary */
  constructor(objects: PdfObjects, output: PdfOutput, dropped?: KeySet) {
    this.rules = { mapReference: (id) => this.reference(id), ...(dropped && { dropped }) };
    this.objects = objects;
    this.output = output;
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

  /** Whether it was said how an object is written, and it is not written yet. */
  isReplaced(id: number): boolean {
    return this.#replacements.has(id);
  }

  /** Has an object written again under another number from now on, as for a page that stands twice. */
  forget(id: number): void {
    if (id < this.#ids.length) this.#ids[id] = 0;
  }

  /** The output's number for an object of the source; null when it is not copied. It is written by `flush`. */
  reference(id: number): number | null {
    if (id <= 0 || id >= this.#ids.length) return null;
    const known = this.#ids[id]!;
    if (known !== 0) return known === none ? null : known;
    if (!this.#replacements.has(id) && !this.objects.has(id)) {
      this.#ids[id] = none;
      return null;
    }
    const outputId = this.output.allocate();
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
    rewriteEntries(dict, this.output, this.rules, except);
  }

  /** Writes a value into the output. */
  value(range: ByteRange): void {
    rewriteValue(range, this.output, this.rules);
  }

  /** Writes everything referred to so far, and what that refers to. */
  flush(): void {
    for (let id = this.#queue.pop(); id !== undefined; id = this.#queue.pop()) this.write(id, this.#ids[id]!);
  }

  /**
   * Writes all that the source's catalog leads to, and what readers start from.
   *
   * @param entries writes what stands in the catalog; left out where it is as it lies
   * @throws SourceUnreadable where there is no catalog
   */
  writeDocument(entries?: () => void): { readonly bytes: number; readonly sha256: string } {
    const { trailer } = this.objects;
    const [root, info] = [trailer.get('Root'), trailer.get('Info')];
    const rootId = root instanceof PdfReference ? root.id : 0;
    if (entries) this.replace(rootId, (outputId) => this.output.writeDict(outputId, entries));
    const catalogId = this.reference(rootId);
    if (catalogId === null) throw new SourceUnreadable('it has no catalog');
    let infoId = info instanceof PdfReference ? this.reference(info.id) : null;
    if (infoId === null) this.output.writeObject((infoId = this.output.allocate()), '<<>>');
    this.flush();
    return this.output.finish(catalogId, infoId);
  }

  /** Writes an object of the source as it was said to be, or as it lies. */
  protected write(id: number, outputId: number): void {
    const replacement = this.#replacements.get(id);
    if (!replacement) return this.writeAsItLies(id, outputId);
    this.#replacements.delete(id);
    replacement(outputId);
  }

  protected writeAsItLies(id: number, outputId: number): void {
    const object = this.objects.raw(id);
    if (!object) return this.output.writeObject(outputId, 'null');
    const { stream } = object;
    if (stream)
      return this.output.writeBody(
        outputId,
        () => this.entries(stream.dict, lengthKey),
        stream.length,
        () => this.objects.copyBody(stream, this.output),
      );
    this.output.begin(outputId);
    this.value(object);
    this.output.end();
  }
}
