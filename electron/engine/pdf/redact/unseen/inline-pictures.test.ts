import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bytesSource } from '../../pdf-source.ts';
import { PdfObjects } from '../../objects/index.ts';
import { pdfOf } from '../../objects/testing.ts';
import { doubtFinder } from './object-words.ts';

const doubtOf = doubtFinder({ terms: ['Jane Whittaker'], hasIdentifiers: false });
const said = 'by Jane Whittaker';
const hex = (text: string) => `${Buffer.from(text, 'latin1').toString('hex')}>`;
const packed = (text: string) => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
const size = (width: number, height: number) => `/W ${width}/H ${height}/BPC 8/CS/G`;
/** A JPEG of 8 by 40 dots, as far as its head says it. */
const jpeg = (remark: string) =>
  `\xff\xd8\xff\xfe\x00${String.fromCharCode(remark.length + 2)}${remark}\xff\xc0\x00\x0b\x08\x00\x28\x00\x08\x01\x01\x11\x00\xff\xda`;

function doubtOfContent(head: string, data: string): string | null {
  const content = `q 9 0 0 9 72 72 cm\nBI ${head} ID ${data}\nEI\nQ\n`;
  const objects = PdfObjects.open(
    bytesSource(
      pdfOf([
        '<</Type/Catalog/Pages<</Type/Pages/Count 0/Kids[]>>>>',
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ]),
    ),
  );
  return doubtOf(objects, objects.object(2));
}

it.each([
  ['its samples in hexadecimal digits', `${size(17, 1)}/F/AHx`, hex(said), 'bytes in a picture say it'],
  ['its packed samples', `${size(17, 1)}/F[/Fl]`, packed(said), 'bytes in a picture say it'],
  ['a remark of its JPEG', `${size(8, 40)}/F[/AHx/DCT]`, hex(jpeg(said)), 'remarks in a picture say it'],
  [
    'a JPEG with more rows than are shown',
    `${size(8, 8)}/F[/AHx/DCT]`,
    hex(jpeg('x')),
    'a picture in it holds more than it shows',
  ],
  [
    'rows past those that are shown',
    `${size(8, 8)}/F/Fl`,
    packed('\x80'.repeat(8 * 40)),
    'a picture in it holds more than it shows',
  ],
])('a picture within a content is read as others are: %s', (_, head, data, doubt) => {
  expect(doubtOfContent(head, data)).toBe(doubt);
});

it.each([
  ['the bits of a letter', '/W 32/H 40/IM true/BPC 1/D[1 0]', '\x0f\xf0\x00\x01'.repeat(40)],
  ['samples in a space of the page’s own', '/W 8/H 8/BPC 8/CS/Own', '\x10'.repeat(8 * 8 * 3)],
  ['packed samples', `${size(8, 8)}/F/Fl`, packed('\x80'.repeat(64))],
])('%s are no reason to doubt', (_, head, data) => {
  expect(doubtOfContent(head, data)).toBeNull();
});
