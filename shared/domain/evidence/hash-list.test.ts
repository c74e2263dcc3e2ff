import { expect, test } from 'vitest';
import { parseHashList } from './hash-list.ts';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const md5 = 'd41d8cd98f00b204e9800998ecf8427e';

const read = (text: string) =>
  parseHashList(text).hashes.map(({ algorithm, hash, name }) => [algorithm, hash, name]);

test.each([
  [
    'sha256sum',
    `${sha256}  exhibits/Letter of Jan. 8.pdf`,
    'sha256',
    sha256,
    'exhibits/Letter of Jan. 8.pdf',
  ],
  ['binary mode', `${sha1} *photo.jpg`, 'sha1', sha1, 'photo.jpg'],
  ['an escaped name', `\\${md5}  two\\nlines\\\\.txt`, 'md5', md5, 'two\nlines\\.txt'],
  ['BSD', `SHA256 (a (copy).pdf) = ${sha256}`, 'sha256', sha256, 'a (copy).pdf'],
  ['OpenSSL', `SHA2-256(a.pdf)= ${sha256}`, 'sha256', sha256, 'a.pdf'],
  ['capitals alone', md5.toUpperCase(), 'md5', md5, ''],
  ['a labelled line', `Hash      : ${sha256.toUpperCase()}`, 'sha256', sha256, ''],
  [
    'columns of spaces',
    `SHA256          ${sha256.toUpperCase()}       C:\\a.pdf`,
    'sha256',
    sha256,
    'C:\\a.pdf',
  ],
  [
    'a row of several',
    `12,${md5},${sha256},"Smith, J.; reply.eml"`,
    'sha256',
    sha256,
    'Smith, J.; reply.eml',
  ],
])('a list in the form of %s is read', (_form, text, algorithm, hash, name) => {
  // The last has a semicolon inside quotes beside commas: the separator is the sign outside them.
  expect(read(text)).toEqual([[algorithm, hash, name]]);
});

test('a table is read by its heading, whatever the order of its columns', () => {
  const text = `Custodian;MD5 Hash;File Name\r\nR. Ostrow;${md5};minutes.docx\r\nR. Ostrow;;lost.docx\r\n`;
  expect(parseHashList(text)).toEqual({
    hashes: [{ line: 2, algorithm: 'md5', hash: md5, name: 'minutes.docx' }],
    unread: [3],
  });
});

test('comments and blank lines are no lines of the list, numbers that are too long no hashes', () => {
  expect(parseHashList(`# made on Monday\n\n${sha256}0  a.pdf\n`)).toEqual({ hashes: [], unread: [3] });
});
