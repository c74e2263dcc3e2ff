import { FontUnreadable } from '../../fonts/font-program.ts';

/** What the charstrings of a part of a font have in common. */
export interface PrivateWidths {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  /** Where its subroutines stand in the font; 0 for none. */
  readonly subrs: number;
}

type Subroutine = (number: number) => Uint8Array | null;

const maxDepth = 10;
const maxSteps = 10_000;
const maxStack = 192;

/**
 * The width of a glyph in its font's units: what stands before the operands of the first operator that clears the stack
 * (Adobe TN 5177 §4.1).
 *
 * @throws FontUnreadable
 */
export function readWidth(
  code: Uint8Array,
  { defaultWidth, nominalWidth }: PrivateWidths,
  local: Subroutine,
  global: Subroutine,
): number {
  const stack: number[] = [];
  let steps = 0;
  /** @returns how many operands the clearing operator takes, modulo 2 where it takes pairs; null when the code goes on */
  const run = (bytes: Uint8Array, depth: number): { readonly hasWidth: boolean } | null => {
    for (let at = 0; at < bytes.length;) {
      steps += 1;
      if (steps > maxSteps || depth > maxDepth || stack.length > maxStack)
        throw new FontUnreadable('a glyph of it is broken');
      const byte = bytes[at]!;
      at += 1;
      if (byte >= 32 || byte === 28) {
        const [value, length] = readNumber(bytes, at - 1);
        stack.push(value);
        at += length - 1;
        continue;
      }
      switch (byte) {
        case 1:
        case 3:
        case 18:
        case 19:
        case 20:
        case 23:
          return { hasWidth: stack.length % 2 === 1 };
        case 4:
        case 22:
          return { hasWidth: stack.length > 1 };
        case 21:
          return { hasWidth: stack.length > 2 };
        case 14:
          return { hasWidth: stack.length === 1 || stack.length === 5 };
        case 11:
          return null;
        case 10:
        case 29: {
          const called = (byte === 10 ? local : global)(stack.pop() ?? NaN);
          if (called === null) throw new FontUnreadable('a glyph of it is broken');
          const ended = run(called, depth + 1);
          if (ended) return ended;
          break;
        }
        default:
          // What draws before the pen is moved, or counts: no font has it first.
          throw new FontUnreadable('a glyph of it is broken');
      }
    }
    return null;
  };
  const ended = run(code, 0);
  // A glyph without an end draws nothing and has the common width.
  return ended?.hasWidth === true ? nominalWidth + stack[0]! : defaultWidth;
}

/** A number of a Type 2 charstring, and how many bytes it takes (TN 5177 §3.2). */
function readNumber(bytes: Uint8Array, at: number): readonly [value: number, length: number] {
  const first = bytes[at]!;
  const next = (i: number) => bytes[at + i] ?? 0;
  if (first === 28) return [((next(1) << 24) | (next(2) << 16)) >> 16, 3];
  if (first <= 246) return [first - 139, 1];
  if (first <= 250) return [(first - 247) * 256 + next(1) + 108, 2];
  if (first <= 254) return [-(first - 251) * 256 - next(1) - 108, 2];
  return [((next(1) << 24) | (next(2) << 16) | (next(3) << 8) | next(4)) / 65_536, 5];
}
