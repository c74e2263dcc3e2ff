const magic = 'bplist00';
/** Bytes of what stands at the end of a property list: how wide its numbers are, and where its table of offsets is. */
const trailerLength = 32;
/** A kind's number in the high half of an object's first byte. */
const kinds = { integer: 1, data: 4, ascii: 5, utf16: 6, dictionary: 13 } as const;

/** Whether the file is a property list in binary form, which is what Safari writes a web archive as. */
export function isPropertyList(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;
}

/**
 * The page in a web archive of Safari (.webarchive), with the address it came from, as browsers begin a page that is saved without its
 * pictures. The form is that of CFBinaryPList.c, which Apple publishes: objects, then a table of their offsets, then a trailer.
 *
 * @param bytes the whole file
 * @param decode the text of the page's bytes
 * @returns null where it is another property list, or one that ends too soon
 */
export function pageOfSafariArchive(bytes: Uint8Array, decode: (page: Uint8Array) => string): string | null {
  try {
    const list = new PropertyList(bytes);
    const archive = list.dictionaryAt(list.top);
    const resource = list.dictionaryAt(archive.get('WebMainResource'));
    const page = decode(list.bytesAt(resource.get('WebResourceData'), kinds.data));
    return `<!-- saved from url=${list.textAt(resource.get('WebResourceURL'))} -->\n${page}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Every read is of one object and follows no other, so that a list that names itself cannot make it loop. */
class PropertyList {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #referenceSize: number;
  readonly #offsetSize: number;
  readonly #offsetsAt: number;
  /** Number of the outermost object. */
  readonly top: number;

  /** @throws RangeError where it is too short, here as in every method */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const trailer = bytes.length - trailerLength;
    this.#offsetSize = this.#view.getUint8(trailer + 6);
    this.#referenceSize = this.#view.getUint8(trailer + 7);
    if (this.#offsetSize === 0 || this.#referenceSize === 0) throw new RangeError('numbers without a width');
    this.top = this.#number(trailer + 16, 8);
    this.#offsetsAt = this.#number(trailer + 24, 8);
  }

  /** Numbers of the values under their names. */
  dictionaryAt(object: number | undefined): Map<string, number> {
    const { kind, count, at } = this.#head(object);
    if (kind !== kinds.dictionary || at + 2 * count * this.#referenceSize > this.#bytes.length) {
      throw new RangeError('no dictionary');
    }
    const reference = (i: number) => this.#number(at + i * this.#referenceSize, this.#referenceSize);
    return new Map(
      Array.from({ length: count }, (_, i) => [this.textAt(reference(i)), reference(count + i)]),
    );
  }

  textAt(object: number | undefined): string {
    const { kind } = this.#head(object);
    return kind === kinds.utf16
      ? new TextDecoder('utf-16be').decode(this.bytesAt(object, kinds.utf16))
      : new TextDecoder('latin1').decode(this.bytesAt(object, kinds.ascii));
  }

  bytesAt(object: number | undefined, wanted: number): Uint8Array {
    const { kind, count, at } = this.#head(object);
    const end = at + count * (kind === kinds.utf16 ? 2 : 1);
    if (kind !== wanted || end > this.#bytes.length) throw new RangeError('no such bytes');
    return this.#bytes.subarray(at, end);
  }

  /** A count of 15 and more follows the first byte, as an integer of its own. */
  #head(object: number | undefined): { kind: number; count: number; at: number } {
    if (object === undefined) throw new RangeError('no such object');
    const start = this.#number(this.#offsetsAt + object * this.#offsetSize, this.#offsetSize);
    const first = this.#view.getUint8(start);
    const [kind, count] = [first >> 4, first & 15];
    if (count !== 15) return { kind, count, at: start + 1 };
    const integer = this.#view.getUint8(start + 1);
    if (integer >> 4 !== kinds.integer) throw new RangeError('no count');
    const width = 2 ** (integer & 15);
    return { kind, count: this.#number(start + 2, width), at: start + 2 + width };
  }

  #number(at: number, width: number): number {
    let number = 0;
    for (let i = 0; i < width; i += 1) number = number * 256 + this.#view.getUint8(at + i);
    return number;
  }
}
