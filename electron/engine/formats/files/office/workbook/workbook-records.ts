/** A record of a binary workbook, with what continues it. */
export interface WorkbookRecord {
  readonly type: number;
  /** Where it begins in the stream. */
  readonly position: number;
  readonly body: Buffer;
  /** The bodies of the records that continue it. */
  readonly more: readonly Buffer[];
}

const continuation = 0x3c;

/** The records of a workbook's stream in their order ([MS-XLS] §2.1.4); a cut one ends them. */
export function* recordsOf(stream: Buffer): Generator<WorkbookRecord> {
  let current: { type: number; position: number; body: Buffer; more: Buffer[] } | null = null;
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    const body = stream.subarray(at + 4, end);
    if (type === continuation && current !== null) current.more.push(body);
    else {
      if (current !== null) yield current;
      current = { type, position: at, body, more: [] };
    }
    at = end;
  }
  if (current !== null) yield current;
}

/** Reads strings that may go on in the records that continue theirs ([MS-XLS] §2.5.293). */
export class StringReader {
  readonly #segments: readonly Buffer[];
  #segment = 0;
  #at: number;

  constructor(record: WorkbookRecord, start: number) {
    this.#segments = [record.body, ...record.more];
    this.#at = start;
  }

  get isAtEnd(): boolean {
    return this.#segment >= this.#segments.length - 1 && this.#at >= (this.#segments.at(-1)?.length ?? 0);
  }

  /** A string with its length in characters before it, in one byte or two. */
  read(lengthBytes: 1 | 2): string {
    let left = this.#number(lengthBytes);
    const flags = this.#number(1);
    const runs = (flags & 8) === 0 ? 0 : this.#number(2);
    const extra = (flags & 4) === 0 ? 0 : this.#number(4);
    let isWide = (flags & 1) === 1;
    let text = '';
    while (left > 0 && !this.isAtEnd) {
      if (this.#at >= this.#current.length) {
        // Characters that go on in the next record begin there with how wide they are.
        this.#next();
        isWide = (this.#number(1) & 1) === 1;
        continue;
      }
      const unit = isWide ? 2 : 1;
      const count = Math.min(left, Math.floor((this.#current.length - this.#at) / unit));
      if (count === 0) {
        this.#at = this.#current.length;
        continue;
      }
      text += this.#current.toString(isWide ? 'utf16le' : 'latin1', this.#at, this.#at + count * unit);
      this.#at += count * unit;
      left -= count;
    }
    this.#skip(runs * 4 + extra);
    return text;
  }

  get #current(): Buffer {
    return this.#segments[this.#segment]!;
  }

  #next(): void {
    this.#segment++;
    this.#at = 0;
  }

  #number(bytes: 1 | 2 | 4): number {
    if (this.#at >= this.#current.length && this.#segment < this.#segments.length - 1) this.#next();
    const end = Math.min(this.#current.length, this.#at + bytes);
    let value = 0;
    for (let at = end - 1; at >= this.#at; at--) value = value * 256 + this.#current[at]!;
    this.#at += bytes;
    return value;
  }

  #skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && !this.isAtEnd) {
      const here = Math.min(left, Math.max(0, this.#current.length - this.#at));
      this.#at += here;
      left -= here;
      if (left > 0) {
        if (this.#segment >= this.#segments.length - 1) return;
        this.#next();
      }
    }
  }
}
