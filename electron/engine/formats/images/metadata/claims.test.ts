import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageClaims } from './claims.ts';
import { deviceOf } from './exif.ts';

const packet = (inner: string) =>
  Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${inner}</rdf:RDF></x:xmpmeta>`,
  );

test('XMP is read from attributes, elements and the first of a list', () => {
  const xmp = packet(
    `<rdf:Description xmp:CreatorTool="Darkroom 3" exif:GPSLatitude="47,36.3725N" exif:GPSLongitude="122,19.9243W">
       <xmp:CreateDate>2021-01-10T23:59:05-08:00</xmp:CreateDate>
       <dc:creator><rdf:Seq><rdf:li>Ada Marsh</rdf:li><rdf:li>Bo Marsh</rdf:li></rdf:Seq></dc:creator>
       <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Rack 4 &amp; door</rdf:li></rdf:Alt></dc:title>
     </rdf:Description>`,
  );
  expect(imageClaims({ xmp }, null)).toEqual([
    { field: 'createdAt', value: '2021-01-10T23:59:05-08:00' },
    { field: 'software', value: 'Darkroom 3' },
    { field: 'author', value: expect.stringMatching(/^Ada Marsh/) },
    { field: 'title', value: 'Rack 4 & door' },
    { field: 'location', value: '47.606208, -122.332072' },
  ]);
});

test.each([
  ['2009-09-09T17:00:00, 2009-09-09', '2009-09-09T17:00:00'],
  ['2021-01-10T23:59:05.25-08:00', '2021-01-10T23:59:05.25-08:00'],
  ['2021-01-10', '2021-01-10'],
])('of a time in XMP the first is read: %j', (stored, value) => {
  const xmp = packet(`<rdf:Description exif:DateTimeOriginal="${stored}"/>`);
  expect(imageClaims({ xmp }, null)).toEqual([{ field: 'takenAt', value }]);
});

test('a time in XMP that is none is not claimed', () => {
  const xmp = packet(
    `<rdf:Description exif:DateTimeOriginal="0000-00-00T00:00:00" xmp:ModifyDate="last week"/>`,
  );
  expect(imageClaims({ xmp }, null)).toEqual([]);
});

test('texts of a PNG are read by their keywords', () => {
  const comments = [
    { keyword: 'Author', text: 'Ada Marsh' },
    { keyword: 'Comment', text: 'not asked for' },
    { keyword: 'Description', text: 'A notice\non a door' },
  ];
  expect(imageClaims({ comments }, { width: 4, height: 3 })).toEqual([
    { field: 'author', value: 'Ada Marsh' },
    { field: 'title', value: 'A notice on a door' },
    { field: 'dimensions', value: '4 × 3' },
  ]);
});

/** An Exif block: its main directory, and the one of the photo. */
function exifBlock(image: Readonly<Record<number, Buffer>>, photo: Readonly<Record<number, Buffer>>): Buffer {
  const directory = (start: number, values: Readonly<Record<number, Buffer>>) => {
    const entries = Object.entries(values);
    let at = start + 2 + entries.length * 12 + 4;
    const fields = entries.map(([tag, value]) => {
      const field = Buffer.alloc(12);
      field.writeUInt16LE(Number(tag), 0);
      field.writeUInt16LE(value.length === 4 ? 4 : 2, 2);
      field.writeUInt32LE(value.length === 4 ? 1 : value.length, 4);
      if (value.length === 4) value.copy(field, 8);
      else field.writeUInt32LE(at, 8);
      if (value.length !== 4) at += value.length;
      return field;
    });
    const count = Buffer.alloc(2);
    count.writeUInt16LE(entries.length);
    const rest = entries.map(([, value]) => (value.length === 4 ? Buffer.alloc(0) : value));
    return Buffer.concat([count, ...fields, Buffer.alloc(4), ...rest]);
  };
  const pointer = Buffer.alloc(4);
  const measured = directory(8, { ...image, 34_665: pointer });
  pointer.writeUInt32LE(8 + measured.length);
  const head = Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1');
  return Buffer.concat([
    head,
    directory(8, { ...image, 34_665: pointer }),
    directory(8 + measured.length, photo),
  ]);
}

test.each(['2024:03:09 21:14:05\0', '2024:03:09 21:14:05\0\0', '2024-03-09T21:14:05\0'])(
  'the time a photo was taken, as cameras store it: %j',
  (stored) => {
    const exif = exifBlock({}, { 36_867: Buffer.from(stored) });
    expect(imageClaims({ exif }, null)).toEqual([{ field: 'takenAt', value: '2024-03-09T21:14:05' }]);
  },
);

test.each([
  '0000:00:00 00:00:00\0',
  '    :  :     :  :  \0',
  '2024:02:30 10:00:00\0',
  '2024:01:01 24:61:00\0',
])('a camera whose clock was never set claims no time: %j', (stored) => {
  expect(
    imageClaims({ exif: exifBlock({ 306: Buffer.from(stored) }, { 36_867: Buffer.from(stored) }) }, null),
  ).toEqual([]);
});

test('names in Exif are read with their accents, in UTF-8 and as older programs wrote them', () => {
  for (const author of [Buffer.from('José Nuñez\0'), Buffer.from('José Nuñez\0', 'latin1')])
    expect(imageClaims({ exif: exifBlock({ 315: author }, {}) }, null)).toEqual([
      { field: 'author', value: 'José Nuñez' },
    ]);
});

test('a maker is not named twice', () => {
  expect(deviceOf('Fairwater', 'Fairwater F7')).toBe('Fairwater F7');
  expect(deviceOf('FAIRWATER CORPORATION', 'Fairwater F7')).toBe('Fairwater F7');
  expect(deviceOf('Fairwater', 'F7')).toBe('Fairwater F7');
  expect(deviceOf(null, 'F7')).toBe('F7');
});

test('whatever stands where Exif or XMP should be, nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'Exif\0\0', 'II*\0', 'MM\0*'),
      (tail, head) => {
        const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
        expect(Array.isArray(imageClaims({ exif: bytes, xmp: bytes }, null))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
