/** Not named anywhere. */
export const absent = 0;
/** Named as unused. */
export const free = 1;
/** At a position of the file. */
export const plain = 2;
/** In an object stream. */
export const packed = 3;

/** The highest object number there may be (ISO 32000-1 annex C). */
export const maxId = 8_388_607;
/** Decoded size of one object stream or cross-reference stream; what goes past it makes a source unreadable. */
export const maxDecodedBytes = 256 * 1024 * 1024;

/** Where each object of a source stands: 13 bytes an object. */
export class ObjectTable {
  #kinds = new Uint8Array(0);
  /** Position in the file, or number of the object stream. */
  #places = new Float64Array(0);
  /** Position in the object stream. */
  #indices = new Int32Array(0);
  #size = 0;

  /** One more than the highest number that was set. */
  get size(): number {
    return this.#size;
  }

  kind(id: number): number {
    return id < this.#size ? this.#kinds[id]! : absent;
  }

  place(id: number): number {
    return id < this.#size ? this.#places[id]! : 0;
  }

  index(id: number): number {
    return id < this.#size ? this.#indices[id]! : 0;
  }

  /** @param id at most `maxId` */
  set(id: number, kind: number, place: number, index: number): void {
    if (id >= this.#size) this.#grow(id + 1);
    this.#kinds[id] = kind;
    this.#places[id] = place;
    this.#indices[id] = index;
  }

  /** The same, unless the object is known already. */
  add(id: number, kind: number, place: number, index: number): void {
    if (this.kind(id) === absent) this.set(id, kind, place, index);
  }

  #grow(size: number): void {
    if (size > maxId + 1) throw new RangeError(`no object may have the number ${size - 1}`);
    if (size > this.#kinds.length) {
      const capacity = Math.min(maxId + 1, Math.max(1_024, size, this.#kinds.length * 2));
      const kinds = new Uint8Array(capacity);
      const places = new Float64Array(capacity);
      const indices = new Int32Array(capacity);
      kinds.set(this.#kinds);
      places.set(this.#places);
      indices.set(this.#indices);
      this.#kinds = kinds;
      this.#places = places;
      this.#indices = indices;
    }
    this.#size = size;
  }
}
