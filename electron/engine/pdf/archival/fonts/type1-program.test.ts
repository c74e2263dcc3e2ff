import { expect, test } from 'vitest';
import { FontUnreadable } from '../../fonts/font-program.ts';
import { Type1Program } from './type1-program.ts';

/** Enciphers as fonts are (Adobe Type 1 Font Format §7), behind four bytes that mean nothing. */
function enciphered(plain: Buffer, first: number): Buffer {
  let key = first;
  return Buffer.from(
    [0, 0, 0, 0, ...plain].map((byte) => {
      const secret = byte ^ (key >> 8);
      key = ((secret + key) * 52_845 + 22_719) & 0xffff;
      return secret;
    }),
  );
}

/** A letter that begins at its pen and is so wide, from -107 to 107, and ends. */
const letter = (width: number, divisor = 1) =>
  enciphered(
    Buffer.from([139, 139 + width, ...(divisor === 1 ? [] : [139 + divisor, 12, 12]), 13, 14]),
    4_330,
  );

function fontOf(
  letters: readonly (readonly [name: string, width: number, divisor?: number])[],
  head = '',
): { bytes: Buffer; clear: number; secret: number } {
  const clear = Buffer.from(
    `%!PS-AdobeFont-1.0\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\ndup 65 /${letters[0]![0]} put\ndef\ncurrentfile eexec\n`,
  );
  const parts = letters.flatMap(([name, width, divisor]) => {
    const code = letter(width, divisor);
    return [Buffer.from(`/${name} ${code.length} RD `), code, Buffer.from(' ND\n')];
  });
  const secret = enciphered(
    Buffer.concat([
      Buffer.from(`dup /Private ${head} /CharStrings 3 dict dup begin\n`),
      ...parts,
      Buffer.from('end\n'),
    ]),
    55_665,
  );
  return { bytes: Buffer.concat([clear, secret]), clear: clear.length, secret: secret.length };
}

test('letters stand in any order, and the one for missing characters is always number 0', () => {
  const { bytes, clear, secret } = fontOf([
    ['hyphen', 33],
    ['A', 72],
    ['.notdef', 25],
  ]);
  const font = new Type1Program(bytes, clear, secret);
  expect(font.glyphNamed('.notdef')).toBe(0);
  expect(font.glyphNamed('hyphen')).toBeGreaterThan(0);
  const widths = ['hyphen', 'A', '.notdef', 'B'].map((name) => {
    const glyph = font.glyphNamed(name);
    return glyph === null ? null : font.widthsOf(glyph);
  });
  expect(widths).toEqual([[33], [72], [25], null]);
  expect(font.encoding[65]).toBe('hyphen');
});

test('a font whose parts do not begin where it says is not read, nor one whose letters are not enciphered', () => {
  const { bytes, clear, secret } = fontOf([['A', 72]]);
  expect(() => new Type1Program(bytes, clear - 9, secret)).toThrow(FontUnreadable);
  expect(() => new Type1Program(bytes, clear, 0)).toThrow(FontUnreadable);
  const plain = fontOf([['A', 72]], '/lenIV -1 def');
  expect(() => new Type1Program(plain.bytes, plain.clear, plain.secret)).toThrow(FontUnreadable);
});

test('a width that is told as a fraction is also read as programs do that know whole numbers only', () => {
  const { bytes, clear, secret } = fontOf([['A', 107, 4]]);
  const font = new Type1Program(bytes, clear, secret);
  expect(font.widthsOf(font.glyphNamed('A')!)).toEqual([26.75, 26]);
});
