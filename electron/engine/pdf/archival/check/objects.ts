import { PdfDict, PdfName, type PdfStream } from '../../objects/index.ts';
import type { FileCheck } from './file-check.ts';
import { dictOf, type Located } from './located.ts';
import { filtersOf } from './picture.ts';
import { checkTokens, type TokenListener } from './read-operators.ts';

const plainFilters = new Set(
  'ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode'.split(
    ' ',
  ),
);

/** Goes through every object of a file, page after page, and looks at how each is written (ISO 19005-2 §6.1). */
export class ObjectScan {
  readonly #check: FileCheck;
  /** Objects that were looked at; pages and what holds them are never led into. */
  readonly #seen: Uint8Array;
  /** Streams that must be packed anew. */
  readonly repacked = new Set<number>();

  /** @param apart pages and nodes of their tree */
  constructor(check: FileCheck, apart: Iterable<number>) {
    this.#check = check;
    this.#seen = new Uint8Array(check.file.objects.size);
    for (const id of apart) this.#seen[id] = 1;
  }

  /** An object, and all that is reached from it and was not met before. */
  from(id: number): void {
    const queue = [id];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) this.#look(next, queue);
  }

  /** What no page led to. */
  rest(): void {
    for (let id = 1; id < this.#seen.length; id += 1)
      if (this.#seen[id] === 0 && this.#check.file.objects.has(id)) {
        this.#seen[id] = 1;
        this.from(id);
      }
  }

  #look(id: number, queue: number[]): void {
    const { objects } = this.#check.file;
    const raw = objects.raw(id);
    if (!raw) return;
    const listener: TokenListener = {
      hasHalfHex: false,
      isPastLimits: false,
      hasOddNumber: false,
      reference: (other) => {
        if (other >= this.#seen.length || this.#seen[other] !== 0) return;
        this.#seen[other] = 1;
        queue.push(other);
      },
    };
    checkTokens(raw.bytes, raw.start, raw.end, listener);
    if (listener.isPastLimits) this.#check.tell('limits');
    if (listener.hasOddNumber) this.#check.tell('numbers');
    if (raw.stream) this.#stream({ value: raw.stream, owner: id, base: raw.start });
    else this.#typed({ value: new PdfDict(raw), owner: id, base: raw.start });
  }

  #stream(stream: Located<PdfStream>): void {
    const { file } = this.#check;
    const dict = dictOf(stream);
    // A metadata stream has rules of its own, and says nothing that is shown.
    file.drop(dict, 'Metadata', 'F', 'FFilter', 'FDecodeParms');
    if (filtersOf(this.#check, dict).every((name) => plainFilters.has(name))) return;
    const decoded = this.#check.decode(stream);
    if (decoded) this.repacked.add(stream.owner);
    else this.#check.tell('filter');
  }

  #typed(dict: Located<PdfDict>): void {
    const type = dict.value.get('Type');
    if (type instanceof PdfName && type.text === 'OCG') return;
    if (dict.value.has('Metadata')) this.#check.file.drop(dict, 'Metadata');
  }
}
