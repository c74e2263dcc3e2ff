/** By the next sixteen bits: a code's value in the upper bits, its length in the lower five; 0 where there is no such code. */
export function readCodes(segment: Uint8Array, dcTables: Uint16Array[], acTables: Uint16Array[]): boolean {
  for (let at = 0; at < segment.length;) {
    const tables = segment[at]! >> 4 === 0 ? dcTables : acTables;
    const table = new Uint16Array(65_536);
    let value = at + 17;
    let code = 0;
    for (let length = 1; length <= 16; length += 1, code <<= 1)
      for (let left = segment[at + length] ?? 0; left > 0; left -= 1, code += 1, value += 1) {
        const first = code << (16 - length);
        if (first >= 65_536 || value >= segment.length) return false;
        table.fill((segment[value]! << 5) | length, first, first + (1 << (16 - length)));
      }
    tables[segment[at]! & 15] = table;
    at = value;
  }
  return true;
}

/** Bits that are looked at in one step past coefficients that nobody wants. */
const stepBits = 14;
const stepMask = (1 << stepBits) - 1;

/**
 * By the next bits, the whole coefficients in them: how many bits these take in the lower five, how many places of the block in the next
 * seven, and above whether the block ends with them; 0 where there is not one whole.
 */
export function stepsOf(codes: Uint16Array): Uint16Array {
  const steps = new Uint16Array(1 << stepBits);
  for (let window = 0; window < steps.length; window += 1) {
    const ahead = window << (16 - stepBits);
    let bits = 0;
    let places = 0;
    let isEnd = false;
    while (!isEnd) {
      const entry = codes[(ahead << bits) & 0xffff]!;
      const code = entry >>> 5;
      const length = code & 15;
      isEnd = length === 0 && code !== 0xf0;
      const isWhole = entry !== 0 && bits + (entry & 31) + length <= stepBits;
      const next = isEnd ? places : places + (code >> 4) + 1;
      if (!isWhole || next > 64) {
        isEnd = false;
        break;
      }
      bits += (entry & 31) + length;
      places = next;
    }
    steps[window] = bits | (places << 5) | (isEnd ? 1 << 12 : 0);
  }
  return steps;
}

/** The entropy-coded bits (T.81 §F.2.2), 0 past their end. */
export class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;
  /** Bits returned past the end. */
  #missing = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Whether all bits that were taken were there. */
  get isWhole(): boolean {
    return this.#missing <= this.#count;
  }

  /** The next code's value; -1 where there is no such code. */
  code(table: Uint16Array): number {
    if (this.#count < 16) this.#fill();
    const entry = table[(this.#held >>> (this.#count - 16)) & 0xffff]!;
    if (entry === 0) return -1;
    this.#count -= entry & 31;
    return entry >>> 5;
  }

  /** The next number of so many bits, at most sixteen, as differences and coefficients are stored (T.81 §F.1.2). */
  value(bits: number): number {
    if (bits === 0) return 0;
    if (this.#count < bits) this.#fill();
    this.#count -= bits;
    const stored = (this.#held >>> this.#count) & ((1 << bits) - 1);
    return stored < 1 << (bits - 1) ? stored - (1 << bits) + 1 : stored;
  }

  /**
   * Passes over the coefficients of a block from a place on, many in a step; false where there is no such code.
   *
   * @param steps `stepsOf` the table
   */
  passOver(table: Uint16Array, steps: Uint16Array, place: number): boolean {
    let held = this.#held;
    let count = this.#count;
    for (let at = place; at < 64;) {
      if (count < 16) {
        this.#count = count;
        this.#fill();
        held = this.#held;
        count = this.#count;
      }
      const step = steps[(held >>> (count - stepBits)) & stepMask]!;
      const isEnd = step >>> 12;
      const next = at + ((step >>> 5) & 127);
      if (step !== 0 && next + isEnd <= 64) {
        count -= step & 31;
        if (isEnd === 1) break;
        at = next;
        continue;
      }
      this.#count = count;
      const code = this.code(table);
      if (code < 0) return false;
      this.value(code & 15);
      held = this.#held;
      count = this.#count;
      if ((code & 15) === 0 && code !== 0xf0) break;
      at += (code >> 4) + 1;
    }
    this.#count = count;
    return true;
  }

  /** Goes past a restart marker; false where there is none. */
  restart(): boolean {
    this.#held = 0;
    this.#count = 0;
    this.#missing = 0;
    const bytes = this.#bytes;
    const isThere = bytes[this.#at] === 0xff && (bytes[this.#at + 1]! & 0xf8) === 0xd0;
    this.#at += 2;
    return isThere;
  }

  #fill(): void {
    const bytes = this.#bytes;
    if (this.#at + 1 < bytes.length) {
      const first = bytes[this.#at]!;
      const second = bytes[this.#at + 1]!;
      if (first !== 0xff && second !== 0xff) {
        this.#held = (this.#held << 16) | (first << 8) | second;
        this.#count += 16;
        this.#at += 2;
        return;
      }
    }
    while (this.#count <= 16) {
      let byte = bytes[this.#at] ?? 0xff;
      if (byte === 0xff && bytes[this.#at + 1] !== 0) {
        // A marker, or the end.
        byte = 0;
        this.#missing += 8;
      } else this.#at += byte === 0xff ? 2 : 1;
      this.#held = (this.#held << 8) | byte;
      this.#count += 8;
    }
  }
}
