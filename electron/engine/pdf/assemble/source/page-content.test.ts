import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contentResources, listPages, PdfObjects, scanContent, type Box } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { PageContent } from './page-content.ts';

/** A page of these operators over Helvetica as F. @param entries of their stream, besides its length */
function open(operators: string, entries = '') {
  const objects = PdfObjects.open(
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>>>',
        '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
        `<</Length ${operators.length}${entries}>>\nstream\n${operators}\nendstream`,
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ]),
    ),
  );
  const page = listPages(objects).at(0);
  const resources = contentResources(objects, page.resources);
  return { page, resources, contentOf: () => new PageContent(objects, page, resources) };
}

const flate = '/Filter/FlateDecode';
const foot: Box = [0, 0, 612, 76];
const line: Box = [480, 18, 594, 30];
const places: readonly Box[] = [
  line,
  [18, 18, 140, 30],
  [18, 40, 594, 52],
  foot,
  [440, 60, 594, 104],
  [440, 700, 594, 744],
  [18, 700, 170, 744],
  [200, 300, 320, 344],
  [0, 0, 612, 792],
];

/** The same places, beginning with each of them, forwards and backwards. */
const orders = places.flatMap((_, i) => {
  const turned = [...places.slice(i), ...places.slice(0, i)];
  return [turned, turned.toReversed()];
});

describe('what a page’s operators leave free', () => {
  test.each([
    ['text above its foot', 'BT /F 12 Tf 72 700 Td (Fairwater) Tj 0 -14 Td [(v) -20 (Northgate)] TJ ET'],
    ['a footer', 'BT /F 9 Tf 500 20 Td (Page 1) Tj ET BT /F 12 Tf 72 700 Td (Fairwater) Tj ET'],
    ['a line that sinks into its foot', 'BT /F 12 Tf 72 90 Td (Fairwater LLC) Tj -60 Ts (Northgate) Tj ET'],
    ['text down its edge', 'BT /F 12 Tf 0 1 -1 0 600 9 Tm (Fairwater LLC) Tj ET'],
    ['text aslant', 'BT /F 12 Tf .9 .4 -.4 .9 72 20 Tm (Fairwater LLC) Tj ET'],
    [
      'text in a space turned over',
      'q 1 0 0 -1 0 792 cm BT /F 12 Tf 1 0 0 -1 490 770 Tm (Fairwater) Tj ET Q',
    ],
    ['text in a corner above its foot', 'BT /F 12 Tf 500 90 Td (Exhibit) Tj 0 630 Td (A) Tj ET'],
    ['a field of grey', '.9 g 400 60 212 60 re f'],
  ])('is told the same in whatever order places are asked about: %s', (_, operators) => {
    const { resources, contentOf } = open(operators);
    const whole = scanContent(Buffer.from(operators), resources);
    const expected = new Map(places.map((place) => [place, whole.isFree(place)]));
    expect(new Set(expected.values()).size).toBe(2);
    for (const order of orders) {
      const content = contentOf();
      expect(new Map(order.map((place) => [place, content.isFree(place)]))).toEqual(expected);
      expect(content.state()).toBe('tidy');
      expect(content.isFree(line)).toBe(expected.get(line));
    }
  });

  test('is told the same after it was asked whether they are balanced', () => {
    const { contentOf } = open('q BT /F 12 Tf 480 20 Td (Fairwater) Tj 0 600 Td (Northgate) Tj ET');
    const content = contentOf();
    expect(content.state()).toBe('untidy');
    expect(places.slice(0, 2).map((place) => content.isFree(place))).toEqual([false, true]);
    expect(content.isFree([480, 610, 594, 640])).toBe(false);
  });

  test('is nothing where there are too many to read', () => {
    const content = open(deflateSync('0 0 m '.repeat(12e6)).toString('latin1'), flate).contentOf();
    expect(places.some((place) => content.isFree(place))).toBe(false);
    expect([content.state(), content.whole()]).toEqual(['unknown', null]);
  });
});

const packed = deflateSync('q 1 0 0 1 9 9 cm Q\n'.repeat(500));

test.each([
  ['nothing wrong', packed, flate, 'tidy'],
  [
    'a wrong checksum, which loses nothing,',
    Buffer.concat([packed.subarray(0, -4), Buffer.alloc(4)]),
    flate,
    'untidy',
  ],
  ['an end that is missing', packed.subarray(0, -20), flate, 'damaged'],
  ['a filter that nobody knows', packed, '/Filter/NoSuch', 'damaged'],
  ['bytes that their filter did not write', Buffer.alloc(20, 0x81), flate, 'damaged'],
  ['text that their filter did not write', Buffer.from('q 1 0 0 1 9 9 cm Q'), flate, 'untidy'],
])('operators with %s are told as such', (_, stored, entries, state) => {
  const content = open(stored.toString('latin1'), entries).contentOf();
  expect([content.state(), content.whole() === null]).toEqual([state, state === 'damaged']);
});

test('a comment that ends one stream of a page goes on in the next, as programs read it', () => {
  const [one, other] = ['0 0 9 9 re f % ground', '9 9 90 90 re f'];
  const objects = PdfObjects.open(
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
        '<</Type/Page/Parent 2 0 R/Contents[4 0 R 5 0 R]>>',
        ...[one, other].map((each) => `<</Length ${each.length}>>\nstream\n${each}\nendstream`),
      ]),
    ),
  );
  const page = listPages(objects).at(0);
  const content = new PageContent(objects, page, contentResources(objects, page.resources));
  expect(content.whole()?.toString()).toBe(`${one} ${other} `);
  expect([content.isFree([0, 0, 9, 9]), content.isFree([20, 20, 80, 80])]).toEqual([false, true]);
});
