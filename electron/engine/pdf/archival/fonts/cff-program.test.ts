import { expect, test } from 'vitest';
import { CffProgram } from './cff-program.ts';
import { problemsOfLetter } from './testing.ts';

/** A list of byte strings, all short (Adobe TN 5176 §5). */
function index(...items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0];
  let place = 1;
  const places = [1, ...items.map((item) => (place += item.length))];
  return [0, items.length, 1, ...places, ...items.flat()];
}

/** A whole number in five bytes, so that places can be told before they are known. */
const long = (value: number) => [29, 0, 0, value >> 8, value & 255];
/** A number in digits, a point among them. */
function real(text: string): number[] {
  const nibbles = [...text].map((sign) => (sign === '.' ? 10 : Number(sign)));
  const whole = [...nibbles, 15, ...(nibbles.length % 2 === 0 ? [15] : [])];
  return whole.flatMap((nibble, i) => (i % 2 === 0 ? [nibble * 16 + whole[i + 1]!] : []));
}
const thousandth = (text: string) => [30, ...real(text)];
const matrix = (scale: string) => [...thousandth(scale), 139, 139, ...thousandth(scale), 139, 139, 12, 7];

/** A font of two glyphs, both of a common width and ten units more; with CIDs where its part has a measure of its own. */
function fontOf(common: string, { top = '', part }: { top?: string; part?: string } = {}): Buffer {
  const letters = index([149, 14], [149, 14]);
  const priv = [30, ...real(common), 21];
  const names = [0, 0, 34];
  const selects = [0, 0, 0];
  const build = (at: { names: number; letters: number; priv: number; parts: number; selects: number }) => {
    const privatePlace = [...long(priv.length), ...long(at.priv), 18];
    const isKeyed = part !== undefined;
    const topDict = [
      ...(isKeyed ? [139, 139, 139, 12, 30] : []),
      ...(top === '' ? [] : matrix(top)),
      ...long(at.names),
      15,
      ...long(at.letters),
      17,
      ...(isKeyed ? [...long(at.parts), 12, 36, ...long(at.selects), 12, 37] : privatePlace),
    ];
    const head = [1, 0, 4, 1, ...index([65]), ...index(topDict), ...index(), ...index()];
    const parts = isKeyed ? index([...(part === '' ? [] : matrix(part)), ...privatePlace]) : [];
    const places = { names: head.length, letters: 0, priv: 0, parts: 0, selects: 0 };
    places.letters = places.names + names.length;
    places.priv = places.letters + letters.length;
    places.parts = places.priv + priv.length;
    places.selects = places.parts + parts.length;
    return { places, bytes: [...head, ...names, ...letters, ...priv, ...parts, ...selects] };
  };
  return Buffer.from(build(build({ names: 0, letters: 0, priv: 0, parts: 0, selects: 0 }).places).bytes);
}

test('a width that builds on a fraction is also read as programs do that know whole numbers only', () => {
  const [exact, cut] = new CffProgram(fontOf('277.75')).widthsOf(1)!;
  expect(exact).toBeCloseTo(287.75);
  expect(cut).toBeCloseTo(287);
  expect(new CffProgram(fontOf('277')).widthsOf(1)).toEqual([287]);
});

test.each([
  ['the top', { top: '.002', part: '' }, 574],
  ['its parts', { part: '.002' }, 574],
  ['both, one of them telling nothing', { top: '.002', part: '1' }, 574],
  ['both, each telling half', { top: '.5', part: '.001' }, 143.5],
])('the measure of a font by CIDs stands in %s', (_, where, expected) => {
  expect(new CffProgram(fontOf('277', where)).widthsOf(1)![0]).toBeCloseTo(expected);
});

test.each([
  ['Type1', 288, []],
  ['Type1', 289, ['fontWidths']],
  ['TrueType', 288, ['fontIncomplete']],
])('a width of 287.75 in a font of kind %s is told as %d', async (kind, width, expected) => {
  const parts = {
    font: `/Subtype/${kind}/Encoding/WinAnsiEncoding/Widths[${width}]`,
    descriptor: '/FontFile3 7 0 R',
    program: '/Subtype/Type1C',
  };
  expect(await problemsOfLetter(parts, fontOf('277.75'))).toEqual(expected);
});
