import { describe, expect, test } from 'vitest';
import { scanContent, type Box, type ContentResources, type FontReach } from '../index.ts';

const scan = (content: string, resources?: ContentResources, within?: Box) =>
  scanContent(Buffer.from(content, 'latin1'), resources, within);
/** An ordinary font of one byte a character, each of a width. */
const fontOf = (width: number): FontReach => ({
  widths: new Float64Array(256).fill(width),
  longest: 1,
  bytesPerCharacter: 1,
  below: 0.35,
  above: 1.1,
});
const corner: Box = [500, 20, 590, 60];
const foot: Box = [0, 0, 612, 76];

describe('scanContent', () => {
  test.each([
    ['nothing', '', true],
    ['a state saved and restored', 'q 2 0 0 2 0 0 cm Q', true],
    ['a state changed outside q', '2 0 0 2 0 0 cm', true],
    ['a state left open', 'q q Q', false],
    ['a state closed twice', 'q Q Q', false],
    ['text left open', 'BT (a) Tj', false],
    ['text in text', 'BT BT ET', false],
    ['text closed twice', 'BT ET ET', false],
    ['marked content left open', '/OC /MC0 BDC', false],
    ['marked content closed twice', 'EMC', false],
    ['a string left open', 'BT (a(b) Tj ET', false],
    ['an array left open', 'BT [(a) Tj ET', false],
    ['an array with a bracket too many', 'BT [(a)}] TJ ET', false],
    ['a misspelt number in an array', 'BT [(a) 1z2] TJ ET', true],
    ['a misspelt number', '1z2 w', false],
    ['an operator that is none', 'q foo Q', false],
    ['operators with all their operands', 'q 1 w 0 J [3] 0 d 1 0 0 RG 1 g 0 0 m 9 9 l S Q', true],
    ['a number without its number', 'q M Q', false],
    ['a dash without its start', 'q [3 2] d Q', false],
    ['a color short of a part', 'q 1 0 rg Q', false],
    ['a line’s color short of a part', 'q 1 0 RG Q', false],
    ['operators that take a name without one', 'q Do Q', false],
    ['a font without its name', 'BT 9 Tf ET', false],
    ['a string to show that is not there', 'BT /F 9 Tf Tj ET', false],
    ['marked content without its tag', 'BMC EMC', false],
    ['a point short of a coordinate', 'q 0 0 m 9 l S Q', false],
    ['operators in a string and a comment', 'BT (Q Q \\) ET) Tj % Q\nET', true],
    ['an inline image with anything in it', 'q BI /W 1 ID \x00 EI\x00Q Q ( EI Q', true],
    ['a name with a # that stands for itself', '/A#zz gs', false],
    ['a hex string with other letters', 'BT <zz> Tj [<zz>] TJ ET', false],
    ['a dictionary without a value', '/P <</A>> BDC EMC', false],
    ['a dictionary with a key twice', '/P <</A 1/A 2>> BDC EMC', false],
    ['a dictionary with all that may be in one', '/P <</A#20B[1 <0f> (x)]/C <</D/E>> >> BDC EMC', true],
    ['an inline image that does not end', 'q BI /W 1 ID \x00\x01\x02', false],
  ])('tells the balance of %s', (_, content, isBalanced) => {
    expect(scan(content).isBalanced).toBe(isBalanced);
  });

  test.each([
    ['at a Q too many', '/A BMC /B BMC Q EMC Q EMC', 2],
    ['where it is cut short', '/A BMC EMC /A BMC (EMC', 1],
    ['behind an EMC too many', 'EMC /A BMC Q', 1],
    ['nowhere in what is read to the end', '/A BMC q Q', 0],
  ])('counts the marked content that is open %s', (_, content, marks) => {
    expect(scan(content).marksAtStop).toBe(marks);
  });

  test.each([
    ['nothing', '', true],
    ['text above it', 'BT /F 12 Tf 72 700 Td (Fairwater) Tj ET', true],
    ['text on its line, before it', 'BT /F 12 Tf 72 40 Td (Fairwater) Tj ET', false],
    ['text after it', 'BT /F 12 Tf 610 40 Td (Fairwater) Tj ET', true],
    ['text that hangs into it', 'BT /F 12 Tf 72 62 Td (Fairwater) Tj ET', false],
    ['text moved to it by lines', 'BT /F 12 Tf 20 TL 72 80 Td T* T* (Fairwater) Tj ET', false],
    ['text scaled to it', 'q 10 0 0 10 0 0 cm BT /F 1 Tf 1 0 0 1 51 4 Tm (a) Tj ET Q', false],
    ['text that is not shown', 'BT /F 12 Tf 3 Tr 72 40 Td (Fairwater) Tj ET', true],
    ['text drawn back into it', 'BT /F 12 Tf 600 40 Td [(a) 5000 (b)] TJ ET', false],
    ['text drawn over it piece by piece', 'BT /F 12 Tf 300 40 Td [(a)9(b)9(c)9] TJ ET', false],
    ['text moved by what is no number', 'BT /F 12 Tf 72 700 Td [(a) /N (b)] TJ ET', false],
    ['text moved by a number misspelt', 'BT /F 12 Tf 72 700 Td [(a) 1z2 (b)] TJ ET', false],
    ['a pattern of dashes', '[3 [1 2] (a) << /A [1] >>] 0 d', true],
    ['text after very many strings', `BT /F 0.1 Tf 72 700 Td [${'()'.repeat(900)}(a)] TJ ET`, true],
    ['text of no known size', '/G gs BT 72 700 Td (a) Tj ET', false],
    ['a line through it', '0 30 m 600 30 l S', false],
    ['a line beside it', '0 10 m 600 10 l S', true],
    ['a thick line beside it', '30 w 0 10 m 600 10 l S', false],
    ['a path that is not painted', '0 30 m 600 30 l n', true],
    ['a rectangle over all', '0 0 612 792 re f', false],
    ['a white rectangle over all', '1 g 0 0 612 792 re f', true],
    ['a white rectangle with a border', '1 g 0 0 612 792 re B', false],
    ['a rectangle clipped away', 'q 0 100 612 692 re W n 0 0 612 792 re f Q', true],
    ['a rectangle after a clip that ended', 'q 0 100 612 692 re W n Q 0 0 612 792 re f', false],
    ['a curve whose points reach it', '0 0 m 550 40 600 700 0 700 c S', false],
    ['an image over it', 'q 100 0 0 100 490 0 cm /I Do Q', false],
    ['an image beside it', 'q 100 0 0 100 0 0 cm /I Do Q', true],
    ['an inline image over it', 'q 100 0 0 100 490 0 cm BI /W 1 ID \x01 EI Q', false],
    ['a form over it', '/Over Do', false],
    ['a form beside it', '/Beside Do', true],
    ['a form of which nothing is known', '/Other Do', false],
    ['a shading', '/S sh', false],
    ['numbers that are missing', '5 m 9 9 l S', false],
  ])('tells whether a corner is free of %s', (_, content, isFree) => {
    const places = new Map([
      ['Over', { box: [0, 0, 10, 10], matrix: [50, 0, 0, 5, 100, 0] } as const],
      ['Beside', { box: [0, 0, 10, 10], matrix: [1, 0, 0, 1, 100, 0] } as const],
    ]);
    const xobject = (name: string) => (name === 'I' ? 'image' : (places.get(name) ?? null));
    expect(scan(content, { xobject }).isFree(corner)).toBe(isFree);
    expect(scan(content, { xobject }, foot).isFree(corner)).toBe(isFree);
  });

  test.each([
    ['above it', 'BT /F 12 Tf 72 700 Td (a) Tj 0 -14 Td (b) Tj ET', true],
    ['down the page beside it', 'BT /F 12 Tf 0 1 -1 0 490 9 Tm (a) Tj ET', true],
    ['down the page through it', 'BT /F 12 Tf 0 1 -1 0 550 9 Tm (a) Tj ET', false],
    ['aslant', 'BT /F 12 Tf 1 1 -1 1 72 700 Tm (a) Tj ET', false],
    ['that hangs into it after some that does not', 'BT /F 12 Tf 490 90 Td (a) Tj -40 Ts (b) Tj ET', false],
    ['with a number misspelt', 'BT /F 12 Tf 72 700 Td [(a) 1z2 (b)] TJ ET', false],
    ['of no known font', 'BT 72 700 Td (a) Tj ET', false],
  ])('need not measure text %s to say whether a corner is free', (_, content, isFree) => {
    const unknown = fontOf(NaN);
    const found = scan(content, { font: () => unknown }, [500, 0, 612, 76]);
    expect(found.isFree(corner)).toBe(isFree);
  });

  test('places a string by those before it on its line, though they were passed over', () => {
    const font = () => fontOf(0.5);
    const shown = (count: number) =>
      scan(`BT /F 12 Tf 9 90 Td [(${'a'.repeat(count)})] TJ -40 Ts (b) Tj ET`, { font }, foot);
    expect([9, 90, 900].map((count) => shown(count).isFree(corner))).toEqual([true, false, true]);
  });

  test('measures text by the widths of its font', () => {
    const half = fontOf(0.5);
    const font = (name: string) => (name === 'Half' || name === 'ALongerName' ? half : null);
    expect(scan('BT /Half 12 Tf 72 40 Td (Fairwater) Tj ET', { font }).isFree(corner)).toBe(true);
    expect(scan(`BT /Half 12 Tf 72 40 Td (${'a'.repeat(80)}) Tj ET`, { font }).isFree(corner)).toBe(false);
    const apart = 'BT /Half 12 Tf 9 40 Td (a) Tj 3 0 Td (b) Tj 600 0 Td (c) Tj ET';
    expect(scan(apart, { font }).isFree(corner)).toBe(true);
    expect(scan(apart, { font }).isFree([14, 20, 16, 60])).toBe(false);
    const renamed = 'BT /Drawn 12 Tf /ALongerName 12 Tf /#48alf 12 Tf 72 40 Td (Fairwater) Tj ET';
    expect(scan(renamed, { font }).isFree(corner)).toBe(true);
    expect(scan('BT /Drawn 12 Tf 72 700 Td (a) Tj ET', { font }).isFree(corner)).toBe(false);
  });

  test('knows how far characters of a font hang below the line, and rise above it', () => {
    const brackets = { ...fontOf(0.5), below: 3, above: 2 };
    const showing = (y: number, within?: Box) =>
      scan(`BT /F 10 Tf 510 ${y} Td (a) Tj ET`, { font: () => brackets }, within).isFree(corner);
    for (const within of [undefined, foot])
      expect([91, 89, 1, -1].map((y) => showing(y, within))).toEqual([true, false, false, true]);
  });

  test('tells no more fonts apart than its bound, and says free of none where others show text', () => {
    let asked = 0;
    const font = () => {
      asked += 1;
      return fontOf(0.5);
    };
    const shownIn = (count: number) => {
      const named = Array.from({ length: count }, (_, i) => `/F${i} 12 Tf `).join('');
      return scan(`BT ${named}${named}72 700 Td (Fairwater) Tj ET`, { font }).isFree(corner);
    };
    expect(shownIn(4_096)).toBe(true);
    expect(asked).toBe(4_096);
    expect(shownIn(4_097)).toBe(false);
    expect(asked).toBe(2 * 4_096);
  });

  test('reads arrays of very many pieces to their end', () => {
    const font = () => fontOf(0.5);
    const shown = (text: string) =>
      scan(`BT /F 12 Tf 9 40 Td [${'() -9 '.repeat(90_000)}${text}] TJ ET`, { font });
    expect(['', '(a)'].map((text) => shown(text).isBalanced)).toEqual([true, true]);
    expect(shown('(a)').isFree(corner)).toBe(true);
    expect(shown('89000000 (a)').isFree(corner)).toBe(true);
    expect(shown('765000 (a)').isFree(corner)).toBe(false);
  });

  test('reads a great many operators, and says free of none past its bound', () => {
    const many = scan('0 0 m 9 9 l S 100 100 m 109 109 l S\n'.repeat(150_000));
    expect(many.isBalanced).toBe(true);
    expect(many.isFree(corner)).toBe(false);
  });
});
