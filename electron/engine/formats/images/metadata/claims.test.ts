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
