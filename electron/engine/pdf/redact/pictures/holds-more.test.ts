import { describe, expect, it } from 'vitest';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { PdfObjects, type PdfStream } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { loadPdfium } from '../../pdfium/index.ts';
import { bytesSource } from '../../pdf-source.ts';
import { textOfWords } from '../../reader/text/recognized-text.ts';
import { doubtFinder } from '../unseen/index.ts';
import { holdsMore } from './holds-more.ts';
import { picturesSaying, type PictureSearch } from './pictures-saying.ts';
import { faxGoesOn } from './stored-picture.ts';

const bytes = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const numbers = (...values: number[]) =>
  Buffer.concat(
    values.map((value) => Buffer.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255)),
  );
/** Bytes that may be another picture, and such that only fill a block. */
const other = Buffer.alloc(100, 0x55);
const filling = Buffer.alloc(100, 0);

/** A picture of a PDF that says to have 200 by 100 dots. */
function pictureOf(filter: string, body: Buffer, entries = ''): [PdfObjects, PdfStream] {
  const dict = `<</Subtype/Image/Width 200/Height 100/Filter/${filter}${entries}/Length ${body.length}>>`;
  const file = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 0/Kids[]>>',
    `${dict}\nstream\n${body.toString('latin1')}\nendstream`,
  ]);
  const objects = PdfObjects.open(bytesSource(file));
  return [objects, objects.object(3) as PdfStream];
}
const tells = (filter: string, body: Buffer, entries?: string) =>
  holdsMore(...pictureOf(filter, body, entries));

/** The frame of a JPEG, of so many dots, with what stands before it. */
const jpeg = (width: number, height: number, before = Buffer.alloc(0)) =>
  Buffer.concat([
    bytes('ffd8'),
    before,
    bytes('ffc0 000b 08'),
    numbers(height * 65_536 + width),
    bytes('01 011100 ffda 0008 01 0100 003f00 5555 ffd9'),
  ]);
const segment = (body: Buffer) => Buffer.concat([bytes('ffe1'), Buffer.of(0, body.length + 2), body]);

describe('a JPEG', () => {
  it.each([
    ['that is what it says to be', jpeg(200, 100), false],
    ['in blocks that reach past it', jpeg(208, 104), false],
    ['filled up', Buffer.concat([jpeg(200, 100), filling]), false],
    ['with a remark', jpeg(200, 100, segment(other)), false],
    ['with more rows', jpeg(200, 300), true],
    ['with more columns', jpeg(400, 100), true],
    ['with another picture in a remark', jpeg(200, 100, segment(jpeg(40, 20))), true],
    ['with something after its end', Buffer.concat([jpeg(200, 100), other]), true],
  ])('%s', (_, body, expected) => {
    expect(tells('DCTDecode', body)).toBe(expected);
  });
});

/** A JPEG 2000's code with one part. */
const code = (width: number, height: number) =>
  Buffer.concat([
    bytes('ff4f ff51 0029 0000'),
    numbers(width, height, 0, 0),
    Buffer.alloc(16 + 2 + 3),
    bytes('ff90 000a 0000 0000000e 00 01 ff93 ffd9'),
  ]);
const box = (kind: string, body: Buffer) =>
  Buffer.concat([numbers(body.length + 8), Buffer.from(kind), body]);
const start = Buffer.concat([
  box('jP  ', bytes('0d0a870a')),
  box('ftyp', Buffer.alloc(12)),
  box('jp2h', other),
]);

describe('a JPEG 2000', () => {
  it.each([
    ['that is what it says to be', [start, box('jp2c', code(200, 100))], false],
    ['without boxes', [code(200, 100)], false],
    ['with more rows', [start, box('jp2c', code(200, 300))], true],
    ['with another picture', [start, box('jp2c', code(200, 100)), box('jp2c', code(200, 100))], true],
    ['with data of a program', [start, box('jp2c', code(200, 100)), box('uuid', other)], true],
    ['with something after its end', [code(200, 100), other], true],
  ])('%s', (_, parts, expected) => {
    expect(tells('JPXDecode', Buffer.concat(parts))).toBe(expected);
  });
});

let at = 0;
const part = (kind: number, data: Buffer, page = 1) =>
  Buffer.concat([numbers((at += 1)), Buffer.of(kind, 0, page), numbers(data.length), data]);
const page = (width: number, height: number, number = 1) =>
  part(48, Buffer.concat([numbers(width, height, 0, 0), Buffer.alloc(3)]), number);
const region = (width: number, height: number, y: number, combines: number) =>
  part(38, Buffer.concat([numbers(width, height, 0, y), Buffer.of(combines, 1), other]));

describe('a JBIG2', () => {
  it.each([
    ['that is what it says to be', [page(200, 100), region(200, 100, 0, 0)], false],
    ['in stripes', [page(200, 0xffffffff), region(200, 50, 0, 0), region(200, 50, 50, 0)], false],
    ['that takes nothing away', [page(200, 100), region(200, 100, 0, 2)], false],
    ['with more rows', [page(200, 300), region(200, 100, 0, 0)], true],
    ['with a place beyond its page', [page(200, 100), region(200, 100, 200, 0)], true],
    [
      'with a place that another replaces',
      [page(200, 100), region(200, 100, 0, 0), region(200, 100, 0, 4)],
      true,
    ],
    ['with another page', [page(200, 100), region(200, 100, 0, 0), page(200, 100, 2)], true],
  ])('%s', (_, parts, expected) => {
    expect(tells('JBIG2Decode', Buffer.concat(parts))).toBe(expected);
  });
});

it('a fax with columns or rows past those of its picture', () => {
  expect(tells('CCITTFaxDecode', other, '/DecodeParms<</Columns 200>>')).toBe(false);
  expect(tells('CCITTFaxDecode', other, '/DecodeParms<</Columns 400>>')).toBe(true);
  expect(tells('CCITTFaxDecode', other, '/DecodeParms<</Columns 200/Rows 300>>')).toBe(true);
});

it.each([
  ['RunLengthDecode', Buffer.of(0, 65, 128)],
  ['ASCIIHexDecode', Buffer.from('41>')],
  ['ASCII85Decode', Buffer.from('5l~>')],
  ['FlateDecode', bytes('789c 7304 0000 4200 42')],
  ['LZWDecode', bytes('80106020')],
])('what %s does not read is told, but for what fills it up', (filter, body) => {
  const doubtOf = doubtFinder({ terms: ['Zanzibar'], hasIdentifiers: false });
  const doubt = (rest: Buffer) => doubtOf(...pictureOf(filter, Buffer.concat([body, rest])));
  expect(doubt(Buffer.alloc(0))).toBeNull();
  expect(doubt(filling)).toBeNull();
  expect(doubt(other)).toBe('bytes after the end of a part of it are left');
});

it('such a picture is told whatever it shows, so that its page is drawn anew', async () => {
  const search = { find: () => [], open: new Set(), own: new Set() } as unknown as PictureSearch;
  const [objects] = pictureOf('DCTDecode', jpeg(200, 300, segment(other)));
  expect(await picturesSaying(objects, search)).toEqual(new Set([3]));
});

it('a stream that has the size of a picture, and does not say to be one, is looked at as one', async () => {
  const samples = '\x00\xff'.repeat(5_000);
  const objects = PdfObjects.open(
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 0/Kids[]>>',
        `<</Width 100/Height 100/BitsPerComponent 8/Length ${samples.length}>>\nstream\n${samples}\nendstream`,
      ]),
    ),
  );
  const search = {
    find: (text: string) => (text.includes('Jane') ? [{ kind: 'term', start: 0, end: 4 }] : []),
    recognize: () => Promise.resolve(textOfWords([['Jane', 0, 0, 9, 9, 90, 1]], 0)),
    open: new Set(),
    own: new Set(),
  } as unknown as PictureSearch;
  expect(await picturesSaying(objects, search)).toEqual(new Set([3]));
});

/** Rows of a fax of 200 columns, each of whole bytes (ITU-T T.4 §4.1, codes of runs): white, and with 50 black dots. */
const [whiteRow, inkedRow] = ['01011110011', '1101100010101' + '000001010010' + '01010011'].map((bits) =>
  Buffer.from(
    bits
      .padEnd(Math.ceil(bits.length / 8) * 8, '0')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  ),
) as [Buffer, Buffer];
const rows = (count: number, row: Buffer) => Buffer.concat(Array.from({ length: count }, () => row));
/** What ends a fax (T.4 §4.1.2). */
const endOfFax = bytes('001001001001001001');

it.each([
  ['that ends where it says', [rows(60, whiteRow), rows(40, inkedRow)], false],
  ['that says that it ends', [rows(100, inkedRow), endOfFax], false],
  ['that goes on without ink', [rows(60, inkedRow), rows(200, whiteRow)], false],
  ['that goes on with ink', [rows(100, whiteRow), rows(100, inkedRow)], true],
  ['that goes on with ink far below', [rows(2_000, whiteRow), rows(20, inkedRow)], true],
])('a fax %s', async (_, parts, expected) => {
  const [objects, stream] = pictureOf(
    'CCITTFaxDecode',
    Buffer.concat(parts),
    '/DecodeParms<</K 0/Columns 200/Rows 100/EncodedByteAlign true>>/ColorSpace/DeviceGray/BitsPerComponent 1',
  );
  const pdfium = await loadPdfium(pdfiumWasmPath);
  expect(holdsMore(objects, stream)).toBe(false);
  expect(faxGoesOn(pdfium, objects, stream)).toBe(expected);
});
