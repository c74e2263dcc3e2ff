import { filtersOf } from '../../assemble/pictures/picture-entries.ts';
import { parseValue, PdfArray, PdfDict, type PdfStream } from '../../objects/index.ts';
import type { FileCheck } from './file-check.ts';
import { dictOf, type Located } from './located.ts';
import { checkTokens, type TokenListener } from './read-operators.ts';

const plainFilters = new Set(
  'ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode'.split(
    ' ',
  ),
);

/** Values within values; what is nested deeper is not written. */
const maxDepth = 200;

/** Goes through every object of a file, page after page, and looks at how each is written (ISO 19005-2 §6.1). */
export class ObjectScan {
  readonly #check: FileCheck;
  /** Objects that were looked at; pages and the nodes above them are never followed. */
  readonly #seen: Uint8Array;
  /** Streams that must be packed again. */
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
    const head = raw.bytes.subarray(raw.start, raw.end);
    // Most objects name none, which is faster to see than to read them; a name may be written with `#`.
    if (!head.includes('/Metadata') && !head.includes('#')) return;
    const value = raw.stream ? raw.stream.dict : parseValue(raw.bytes, raw.start, raw.end);
    this.#dropMetadata({ value, owner: id, base: raw.start });
  }

  #stream(stream: Located<PdfStream>): void {
    const { file } = this.#check;
    const dict = dictOf(stream);
    file.drop(dict, 'F', 'FFilter', 'FDecodeParms');
    if (filtersOf(file.objects, dict.value)?.every((name) => plainFilters.has(name))) return;
    const decoded = this.#check.decode(stream);
    if (decoded) this.repacked.add(stream.owner);
    else this.#check.tell('filter');
  }

  /** Metadata has rules of its own (ISO 19005-2 §6.6.2.3), and says nothing that is shown: no dictionary keeps its own, wherever in the object. */
  #dropMetadata({ value, owner, base }: Located, depth = 0): void {
    if (depth > maxDepth) return;
    const { file } = this.#check;
    if (value instanceof PdfArray)
      for (const item of value) this.#dropMetadata({ value: item, owner, base }, depth + 1);
    if (!(value instanceof PdfDict)) return;
    const dict = { value, owner, base };
    const metadata = file.stream(dict, 'Metadata');
    // Names of resources are free, and this may be that of one.
    if (metadata && file.name(dictOf(metadata), 'Type') === 'Metadata') file.drop(dict, 'Metadata');
    for (const key of value.keys()) {
      const item = value.get(key);
      if (item !== undefined) this.#dropMetadata({ value: item, owner, base }, depth + 1);
    }
  }
}
