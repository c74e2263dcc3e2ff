/** An element of BER or DER (ITU-T X.690): its tag byte, and where its content stands. */
export interface DerElement {
  readonly tag: number;
  readonly isConstructed: boolean;
  readonly content: Buffer;
  /** From its tag to its end. */
  readonly whole: Buffer;
}

const maxDepth = 40;
const maxElements = 200_000;

/**
 * The elements that stand one after another in some bytes; those of indefinite length included. What is broken ends the list.
 *
 * @example elementsOf(certificate)[0]?.tag // 0x30, a SEQUENCE
 */
export function elementsOf(bytes: Buffer): DerElement[] {
  const found: DerElement[] = [];
  const budget = { left: maxElements };
  for (let at = 0; at < bytes.length;) {
    const element = readElement(bytes, at, 0, budget);
    if (element === null || element.tag === 0) break;
    found.push(element);
    at += element.whole.length;
  }
  return found;
}

/** Content of an octet string, joined where it is sent in pieces. */
export function octetsOf(element: DerElement, depth = 0): Buffer {
  if (!element.isConstructed || depth > maxDepth) return element.content;
  return Buffer.concat(elementsOf(element.content).map((piece) => octetsOf(piece, depth + 1)));
}

/** An object identifier as numbers with dots. */
export function oidOf({ content }: DerElement): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content.subarray(0, 40)) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (numbers.length === 0)
      numbers.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else numbers.push(value);
    value = 0;
  }
  return numbers.join('.');
}

function readElement(bytes: Buffer, at: number, depth: number, budget: { left: number }): DerElement | null {
  budget.left -= 1;
  if (at + 2 > bytes.length || depth > maxDepth || budget.left < 0) return null;
  const tag = bytes[at]!;
  let start = at + 1;
  // A tag of more than one byte: none of ours, but it must be passed over.
  if ((tag & 0x1f) === 0x1f) while (start < bytes.length && bytes[start++]! & 0x80);
  const first = bytes[start];
  if (first === undefined) return null;
  start += 1;
  const isConstructed = (tag & 0x20) !== 0;
  if (first === 0x80) {
    let end = start;
    for (;;) {
      if (end + 1 < bytes.length && bytes[end] === 0 && bytes[end + 1] === 0) break;
      const inner = readElement(bytes, end, depth + 1, budget);
      if (inner === null) break;
      end += inner.whole.length;
    }
    return {
      tag,
      isConstructed: true,
      content: bytes.subarray(start, end),
      whole: bytes.subarray(at, Math.min(bytes.length, end + 2)),
    };
  }
  let length = first;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count > 5 || start + count > bytes.length) return null;
    length = count === 0 ? 0 : bytes.readUIntBE(start, count);
    start += count;
  }
  const end = Math.min(bytes.length, start + length);
  return { tag, isConstructed, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}
