import { FontUnreadable, type NamedFontProgram } from '../../fonts/font-program.ts';
import { standardEncoding } from './glyph-names.ts';

const maxGlyphs = 65_536;
/** First keys of the two ciphers, and what advances each (Adobe Type 1 Font Format §7). */
const programKey = 55_665;
const charStringKey = 4_330;

/** An embedded Type 1 font. */
export class Type1Program implements NamedFontProgram {
  readonly #codes: readonly (Buffer | undefined)[];
  readonly #glyphs = new Map<string, number>();
  readonly #scale: number;
  readonly #skipped: number;
  readonly encoding: readonly (string | undefined)[];

  /**
   * @param clearLength bytes of the part that is not enciphered, as the file says
   * @param secretLength bytes of the part that is
   * @throws FontUnreadable
   */
  constructor(bytes: Uint8Array, clearLength: number, secretLength: number) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const mark = file.indexOf('eexec');
    if (mark < 0) throw new FontUnreadable('its outlines are not to be found');
    const clear = file.toString('latin1', 0, mark);
    // Other programs trust the length, so it must be right: up to the white space after the mark.
    const isRight =
      clearLength > mark + 5 && /^\s{1,4}$/.test(file.toString('latin1', mark + 5, clearLength));
    if (!isRight || secretLength <= 0) throw new FontUnreadable('its parts do not begin where it says');
    const secret = decipher(asBinary(file.subarray(clearLength, clearLength + secretLength)), programKey, 4);
    this.encoding = encodingOf(clear);
    const matrix = /\/FontMatrix\s{0,20}\[\s{0,20}([-+.\deE]{1,30})/.exec(clear);
    this.#scale = 1_000 * (Number(matrix?.[1]) || 0.001);
    const skipped = /\/lenIV\s{1,20}(-?\d{1,3})/.exec(secret.toString('latin1', 0, 100_000));
    this.#skipped = skipped ? Number(skipped[1]) : 4;
    // Other programs read such letters as if they were enciphered.
    if (this.#skipped < 0) throw new FontUnreadable('its outlines are not enciphered');
    const { names, codes } = charStringsOf(secret);
    // They stand in any order; the one for missing characters is number 0, as in other fonts.
    const missing = names.indexOf('.notdef');
    this.#codes = [codes[missing], ...codes];
    names.forEach((name, i) => this.#glyphs.set(name, i === missing ? 0 : i + 1));
  }

  get glyphs(): number {
    return this.#codes.length;
  }

  glyphNamed(name: string): number | null {
    return this.#glyphs.get(name) ?? null;
  }

  widthsOf(glyph: number): readonly number[] | null {
    const code = this.#codes[glyph];
    if (!code) return null;
    const plain = decipher(code, charStringKey, this.#skipped);
    const widths = [exactly, inWholes].map((divide) => sideBearingWidth(plain, divide) * this.#scale);
    return [...new Set(widths)];
  }
}

function asBinary(part: Buffer): Buffer {
  const isHex = part.subarray(0, 4).every((byte) => /[\da-fA-F]/.test(String.fromCharCode(byte)));
  return isHex ? Buffer.from(part.toString('latin1').replaceAll(/[^\da-fA-F]/g, ''), 'hex') : part;
}

function decipher(bytes: Buffer, first: number, skipped: number): Buffer {
  const plain = Buffer.allocUnsafe(bytes.length);
  let key = first;
  for (let i = 0; i < bytes.length; i += 1) {
    plain[i] = bytes[i]! ^ (key >> 8);
    key = ((bytes[i]! + key) * 52_845 + 22_719) & 0xffff;
  }
  return plain.subarray(skipped);
}

function encodingOf(clear: string): (string | undefined)[] {
  const at = clear.indexOf('/Encoding');
  if (at < 0 || /^\/Encoding\s{1,20}StandardEncoding/.test(clear.slice(at, at + 60)))
    return [...standardEncoding];
  const names: (string | undefined)[] = Array.from({ length: 256 });
  for (const [, code, name] of clear
    .slice(at, at + 60_000)
    .matchAll(/\bdup\s{1,9}(\d{1,3})\s{0,9}\/(\S{1,127})\s{1,9}put/g))
    names[Number(code) & 255] = name;
  return names;
}

/** `/name length RD bytes ND`, from /CharStrings on. */
function charStringsOf(secret: Buffer): { readonly names: string[]; readonly codes: Buffer[] } {
  const names: string[] = [];
  const codes: Buffer[] = [];
  let at = secret.indexOf('/CharStrings');
  if (at < 0) throw new FontUnreadable('it has no outlines');
  at += 12;
  while (names.length < maxGlyphs) {
    const slash = secret.indexOf(0x2f, at);
    if (slash < 0) break;
    const head = /^\/([^\s/]{1,127})\s{1,4}(\d{1,6})\s{1,4}(?:RD|-\||\S{1,10}) /.exec(
      secret.toString('latin1', slash, slash + 170),
    );
    if (!head) {
      // The word that ends the list, or something of another table.
      if (/\bend\b/.test(secret.toString('latin1', at, slash)) && names.length > 0) break;
      at = slash + 1;
      continue;
    }
    const start = slash + head[0].length;
    const length = Number(head[2]);
    if (start + length > secret.length) throw new FontUnreadable('its outlines are cut short');
    names.push(head[1]!);
    codes.push(secret.subarray(start, start + length));
    at = start + length;
  }
  if (names.length === 0) throw new FontUnreadable('it has no outlines');
  return { names, codes };
}

type Divide = (dividend: number, divisor: number) => number;
const exactly: Divide = (dividend, divisor) => dividend / divisor;
const inWholes: Divide = (dividend, divisor) => Math.trunc(dividend / divisor);

/** The width in hsbw or sbw, which every charstring begins with (§6.4). */
function sideBearingWidth(code: Buffer, divide: Divide): number {
  const stack: number[] = [];
  for (let at = 0; at < code.length && at < 100;) {
    const byte = code[at]!;
    at += 1;
    if (byte >= 32) {
      if (byte <= 246) stack.push(byte - 139);
      else if (byte === 255) {
        if (at + 4 > code.length) break;
        stack.push(code.readInt32BE(at));
        at += 4;
      } else {
        const next = code[at] ?? 0;
        stack.push(byte <= 250 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108);
        at += 1;
      }
    } else if (byte === 13) return stack[1] ?? NaN;
    else if (byte === 12) {
      const second = code[at];
      at += 1;
      if (second === 7) return stack[2] ?? NaN;
      if (second !== 12) break;
      const divisor = stack.pop() ?? NaN;
      stack.push(divide(stack.pop() ?? NaN, divisor));
    } else break;
  }
  throw new FontUnreadable('a glyph of it is broken');
}
