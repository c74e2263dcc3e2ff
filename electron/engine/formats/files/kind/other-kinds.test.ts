import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { makeZip } from '../../../testing/files/zip-files.ts';
import { inspectFile } from '../inspect.ts';
import { kindOfSource } from './kind-of-source.ts';

/** A file with its signature at a place, a byte a character, and enough zeros and ones behind it to be no text. */
function fileOf(signature: string, at = 0): Buffer {
  const bytes = Buffer.alloc(at + signature.length + 600, Uint8Array.of(0, 1));
  bytes.write(signature, at, 'latin1');
  return bytes;
}

const told = (bytes: Uint8Array, name: string) => {
  const source = bytesSource(bytes);
  expect(kindOfSource(source, name), name).toBe('native');
  return inspectFile(source, 'native', name).problems.map(({ code, message }) => `${code} ${message}`);
};

test.each([
  ['mail.pst', '!BDN\x01\x02\x03\x04SM', 0, 'an Outlook data file', 'Open Outlook Data File'],
  ['mail.ost', '!BDN\x01\x02\x03\x04SO', 0, 'the copy that Outlook keeps', 'export a .pst'],
  ['a.7z', '7z\xbc\xaf\x27\x1c', 0, 'packed with 7-Zip', 'Extract its files'],
  ['a.rar', 'Rar!\x1a\x07\x01\0', 0, 'packed with RAR', 'Extract its files'],
  ['a.tar.bz2', 'BZh91AY&SY', 0, 'packed with bzip2', 'Extract its files'],
  ['chat.db', 'SQLite format 3\0', 0, 'a database (SQLite)', 'exported'],
  ['brief.wpd', '\xffWPC\x10\0\0\0\x01\x0a', 0, 'a WordPerfect document', 'save it as a PDF'],
  ['scan.dcm', 'DICM', 128, 'a medical image (DICOM)', 'DICOM viewer'],
  ['disk.iso', 'CD001', 0x8001, 'an image of a whole disk', 'Extract its files'],
  ['IMG_1.CR3', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 0, 'a raw photo', 'save a copy as JPEG'],
  [
    '.IMG_1.HEIC.icloud',
    'bplist00\xd3_\x10\x10NSURLFileSizeKeyXNSURLNameKey',
    0,
    'a placeholder that iCloud Drive leaves',
    'Download Now',
  ],
  ['notice.lnk', 'L\0\0\0\x01\x14\x02\0', 0, 'a Windows shortcut', 'Ask the sender for that file'],
])('%s says what it is and what to do with it', (name, signature, at, what, remedy) => {
  const [problem, ...others] = told(fileOf(signature, at), name);
  expect(problem).toMatch(/^EVIDENCE_UNSUPPORTED_KIND This is .*[^.]\.$/);
  expect(problem).toContain(what);
  expect(problem).toContain(remedy);
  expect(others).toEqual([]);
});

test('a book and a document of Pages say what they are; what nobody knows has the sentence for all', async () => {
  const book = await makeZip({ mimetype: 'application/epub+zip', 'a.html': '' }, { isStored: true });
  expect(told(book, 'a.epub')[0]).toContain('This is an e-book (EPUB).');
  expect(told(await makeZip({ 'Index/Document.iwa': 'x' }), 'a.pages')[0]).toContain(
    'Pages, Numbers or Keynote',
  );
  expect(told(fileOf('\x02\x03'), 'a.bin')[0]).toContain('This kind of file is kept unaltered');
});
