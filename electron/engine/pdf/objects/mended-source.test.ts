import { expect, test } from 'vitest';
import type { ByteSource } from '../byte-source.ts';
import { bytesSource } from '../pdf-source.ts';
import { listPages } from './list-pages.ts';
import { mendSource } from './mended-source.ts';
import { PdfObjects } from './pdf-objects.ts';
import { pdfOf, type Form } from './testing.ts';

const page = (parent: number) => `<</Type/Page/Parent ${parent} 0 R/Annots[99 0 R]>>`;

/** Three pages under two nodes. */
const tree = (top: string, second: string, kids = '4 0 R 5 0 R') => [
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages${top}/Kids[3 0 R 6 0 R]/MediaBox[0 0 9 9]>>`,
  `<</Type/Pages/Parent 2 0 R${second}/Kids[${kids}]>>`,
  page(3),
  page(3),
  page(2),
];

function bytesOf(source: ByteSource): Buffer {
  const bytes = Buffer.alloc(source.sizeBytes);
  source.readAt(0, bytes);
  return bytes;
}

test.each<[string, Form, string, string, string?]>([
  ['too many pages', 'table', '/Count 7', '/Count 2'],
  ['too few, in a branch', 'stream', '/Count 3', '/Count 1'],
  ['nothing', 'hybrid', '', '/Count null'],
  ['too many, behind other bytes', 'table', '/Count 7', '/Count 9', 'From: a scanner\n\n'],
])('a tree that counts %s counts what it has, and nothing else changes', (_, form, top, second, before) => {
  const given = pdfOf(tree(top, second), form, before);
  const mended = mendSource(bytesSource(given));
  expect(bytesOf(mended!).subarray(0, given.length)).toEqual(given);
  const objects = PdfObjects.open(mended!);
  const pages = listPages(objects);
  expect(pages.isSuspicious || objects.isRebuilt).toBe(false);
  expect([...pages].map(({ id, mediaBox }) => [id, mediaBox[2]])).toEqual([4, 5, 6].map((id) => [id, 9]));
});

test.each<[string, string, string[], string?]>([
  ['null', 'null 4 0 R 5 0 R null', []],
  ['objects that are null', '7 0 R 4 0 R 7 0 R 5 0 R', ['null']],
  ['null, and counts it', '4 0 R null 5 0 R', [], '/Count 3'],
])('a tree with %s among its kids has the pages without it', (_, kids, more, second = '/Count 2') => {
  const given = pdfOf([...tree('/Count 3', second, kids), ...more]);
  const objects = PdfObjects.open(mendSource(bytesSource(given))!);
  const pages = listPages(objects);
  expect(pages.isSuspicious || objects.isRebuilt).toBe(false);
  expect([...pages].map(({ id }) => id)).toEqual([4, 5, 6]);
});

test.each([
  ['has lost a page', tree('/Count 3', '/Count 2', '4 0 R 77 0 R')],
  ['has a page twice', tree('/Count 3', '/Count 2', '4 0 R 4 0 R')],
])('a tree that %s is left alone', (_, bodies) => {
  expect(mendSource(bytesSource(pdfOf(bodies)))).toBeNull();
});

test('a file whose objects had to be searched for is left alone where it refers to what is not found', () => {
  expect(mendSource(bytesSource(pdfOf(tree('/Count 7', '/Count 2'), 'none')))).toBeNull();
});

test.each<[string, Form, string]>([
  ['no header', 'table', ''],
  ['no header, and objects in streams', 'stream', ''],
  ['its header too far on', 'table', '%PDF-1.7\n'.padStart(3_000, '.')],
])('a file with %s gets one, and its objects are where its new table says', (_, form, before) => {
  const bodies = tree('/Count 3', '/Count 2').map((body) => body.replace('[99 0 R]', '[]'));
  const own = pdfOf(bodies, form);
  const given = Buffer.concat([Buffer.from(before), own.subarray('%PDF-1.7\n'.length)]);
  const mended = mendSource(bytesSource(given));
  expect(bytesOf(mended!).toString('latin1')).toMatch(/^%PDF-1\.7\n/);
  const objects = PdfObjects.open(mended!);
  expect([...listPages(objects)].map(({ id }) => id)).toEqual([4, 5, 6]);
  expect([objects.isRebuilt, objects.problems]).toEqual([false, []]);
});

test('a PDF within a file of another format is not taken for the file', () => {
  const own = pdfOf(tree('/Count 3', '/Count 2').map((body) => body.replace('[99 0 R]', '[]')));
  const database = Buffer.from('SQLite format 3\0'.padEnd(3_000, '.'), 'latin1');
  expect(mendSource(bytesSource(Buffer.concat([database, own])))).toBeNull();
});
