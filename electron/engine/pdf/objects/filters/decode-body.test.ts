import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PdfDict } from '../syntax/values.ts';
import { decodeBody } from './decode-body.ts';

function decode(dict: string, body: Uint8Array | string, maxBytes = 10_000) {
  const bytes = Buffer.from(dict);
  const stored = typeof body === 'string' ? Buffer.from(body, 'latin1') : Buffer.from(body);
  const decoded = decodeBody(new PdfDict({ bytes, start: 0, end: bytes.length }), stored, maxBytes);
  return decoded && [decoded.bytes.toString('latin1'), decoded.isDamaged];
}

const words = 'Fairwater LLC v. Northgate Hosting, Inc. '.repeat(20);
const flate = deflateSync(words);

describe('decodeBody', () => {
  test.each<[string, string, Uint8Array | string, [string, boolean] | null]>([
    ['no filter', '<<>>', 'abc', ['abc', false]],
    ['Flate', '<</Filter/FlateDecode>>', flate, [words, false]],
    [
      'Flate with bytes after it',
      '<</Filter[/FlateDecode]>>',
      Buffer.concat([flate, Buffer.from('\r\nxx')]),
      [words, false],
    ],
    [
      'Flate with a wrong checksum',
      '<</Filter/Fl>>',
      Buffer.concat([flate.subarray(0, -4), Buffer.alloc(4)]),
      [words, true],
    ],
    ['hex', '<</Filter/ASCIIHexDecode>>', '61 62\n6>', ['ab`', false]],
    ['base 85', '<</Filter/ASCII85Decode>>', '87cURD_*#TDfTZ)~>', ['Hello, world', false]],
    ['base 85 of zeros', '<</Filter/A85>>', 'z~>', ['\0\0\0\0', false]],
    ['runs', '<</Filter/RunLengthDecode>>', '\x02abc\xfed\x80zz', ['abcddd', false]],
    ['a chain', '<</Filter[/AHx/Fl]>>', flate.toString('hex'), [words, false]],
    ['LZW', '<</Filter/LZWDecode>>', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', ['-----A---B', false]],
    [
      'a PNG predictor',
      '<</Filter/Fl/DecodeParms<</Predictor 15/Columns 3>>>>',
      deflateSync(Buffer.from([1, 1, 1, 1, 2, 1, 1, 1])),
      ['\x01\x02\x03\x02\x03\x04', false],
    ],
    [
      'a TIFF predictor',
      '<</Filter/Fl/DecodeParms[<</Predictor 2/Columns 3>>]>>',
      deflateSync(Buffer.from([1, 1, 1])),
      ['\x01\x02\x03', false],
    ],
    ['a picture', '<</Filter/DCTDecode>>', 'x', null],
    ['an unknown filter', '<</Filter/NoSuch>>', 'x', null],
    ['data in another file', '<</F(other)>>', 'x', null],
    ['a predictor under its short name', '<</DP<</Predictor 2>>>>', 'x', null],
    ['too many filters', `<</Filter[${'/AHx'.repeat(9)}]>>`, '', null],
    ['Flate that is none', '<</Filter/FlateDecode>>', 'not at all', null],
    [
      'a predictor that makes no sense',
      '<</Filter/Fl/DecodeParms<</Predictor 12/Columns -1>>>>',
      flate,
      null,
    ],
  ])('decodes %s', (_, dict, body, expected) => {
    expect(decode(dict, body)).toEqual(expected);
  });

  test('gives what stands before the place where Flate is cut short or spoilt', () => {
    const [cut] = decode('<</Filter/Fl>>', flate.subarray(0, flate.length - 12)) ?? [''];
    expect(words.startsWith(String(cut))).toBe(true);
    expect(String(cut).length).toBeGreaterThan(10);
  });

  test('gives nothing past the bound', () => {
    expect(decode('<</Filter/Fl>>', flate, 100)).toBeNull();
    expect(decode('<</Filter/RL>>', '\x81a'.repeat(50), 100)).toBeNull();
  });

  test('never throws, whatever the bytes', () => {
    const filter = fc.constantFrom('Fl', 'LZW', 'AHx', 'A85', 'RL');
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 3 }), fc.uint8Array({ maxLength: 300 }), (filters, body) => {
        const decoded = decode(`<</Filter[${filters.map((name) => `/${name}`).join('')}]>>`, body, 5_000);
        expect(decoded === null || String(decoded[0]).length <= 5_000).toBe(true);
      }),
    );
  });
});
