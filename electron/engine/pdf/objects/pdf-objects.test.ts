import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../pdf-source.ts';
import { listPages, PdfDict, PdfObjects, PdfStream, PdfString, SourceUnreadable } from './index.ts';
import { pagesOf, pdfOf, type Form } from './testing.ts';

const open = (bytes: Uint8Array, wholeBytes = 1_000_000) => PdfObjects.open(bytesSource(bytes), wholeBytes);

/** The content of each page, as text. */
function contents(objects: PdfObjects): string[] {
  return [...listPages(objects)].map(({ dict }) => {
    const stream = objects.streamAt(dict, 'Contents');
    return stream ? (objects.decode(stream, 10_000)?.bytes.toString('latin1') ?? '') : '';
  });
}

const two = ['BT (Fairwater 1) Tj ET', 'BT (Fairwater 2) Tj ET'];
const text = (bytes: Buffer) => bytes.toString('latin1');
const latin = (value: string) => Buffer.from(value, 'latin1');

describe('PdfObjects', () => {
  test.each<[Form, boolean]>([
    ['table', false],
    ['stream', false],
    ['hybrid', false],
    ['none', true],
  ])('reads a file whose cross-references are a %s, whole and in blocks', (form, isRebuilt) => {
    for (const wholeBytes of [0, 1_000_000]) {
      const objects = open(pdfOf(pagesOf(2), form), wholeBytes);
      expect(contents(objects)).toEqual(two);
      expect(objects.isRebuilt).toBe(isRebuilt);
      expect(objects.isEncrypted).toBe(false);
      expect(objects.version).toBe('1.7');
    }
  });

  const file = text(pdfOf(pagesOf(2)));
  const shifted = (value: string, by: number) =>
    value.replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) + by}`);
  const streamFile = text(pdfOf(pagesOf(2), 'stream'));

  test.each<[string, string, boolean]>([
    [
      'has bytes before its header that positions do not count',
      text(pdfOf(pagesOf(2), 'table', 'junk\n')),
      false,
    ],
    [
      'has bytes before its header and a cross-reference stream',
      text(pdfOf(pagesOf(2), 'stream', 'HTTP\r\n\r\n')),
      false,
    ],
    ['has no startxref', file.replace('startxref', 'startxxxx'), true],
    ['has a startxref without a number', file.replace(/startxref\n\d+/, 'startxref\nfoo'), true],
    ['has a startxref past its end', file.replace(/startxref\n\d+/, 'startxref\n99999999'), true],
    ['has a startxref a few bytes too high', shifted(file, 3), true],
    ['has a startxref at white space before the table', shifted(file, -1), false],
    ['ends in much white space', file + ' \r\n'.repeat(300), false],
    ['ends in more than the tail that is looked at', file + '\n'.repeat(9_000), true],
    ['has a table of lines ending in one byte', file.replaceAll(/( \d{5} [nf]) \n/g, '$1\n'), false],
    ['has a table that counts one entry too many', file.replace('xref\n0 7', 'xref\n0 8'), false],
    ['has a table that counts from one', file.replace('xref\n0 7', 'xref\n1 7'), false],
    ['has letters in its table', file.replace(/\d{10} 00000 n/, 'xxxxxxxxxx 00000 n'), true],
    ['has no trailer', file.replace('trailer', 'nothing'), true],
    ['has a trailer that is not closed', file.replace('/Root 1 0 R>>', '/Root 1 0 R  '), true],
    ['has a trailer without a catalogue', file.replace('/Root 1 0 R', '/Rout 1 0 R'), true],
    ['names a catalogue that is none', file.replace('/Root 1 0 R', '/Root 4 0 R'), true],
    ['names a catalogue that is not there', file.replace('/Root 1 0 R', '/Root 99 0 R'), true],
    [
      'has a Prev that leads to its own table',
      file.replace('/Root', `/Prev ${/startxref\n(\d+)/.exec(file)![1]}/Root`),
      false,
    ],
    ['has a Prev that leads to nothing', file.replace('/Root', '/Prev 5/Root'), true],
    ['has a Prev that is a reference', file.replace('/Root', '/Prev 5 0 R/Root'), true],
    ['has a stream with a Length too short', file.replace('/Length 22', '/Length  5'), false],
    ['has a stream with a Length too long', file.replace('/Length 22', '/Length 99'), false],
    ['has a stream without Length', file.replace('/Length 22', '/Longth 22'), false],
    ['has a Length that refers to itself', file.replace('/Length 22', '/Length 4 0 R'), true],
    ['has no header', file.replace('%PDF-1.7', '%XXX-1.7'), false],
    ['is cut off after its objects', file.slice(0, file.indexOf('xref')), true],
    ['has a cross-reference stream with odd widths', streamFile.replace('/W[1 3 1]', '/W[9 9 9]'), true],
    ['has a cross-reference stream without widths', streamFile.replace('/W[1 3 1]', '/V[1 3 1]'), true],
    [
      'has a cross-reference stream with a spoilt body',
      streamFile.replace(
        '/Size 9/W[1 3 1]/Root 1 0 R/Filter/FlateDecode',
        '/Size 9/W[1 3 1]/Root 1 0 R/Filter/OtherDecode',
      ),
      true,
    ],
  ])('reads a file that %s', (_, value, isRebuilt) => {
    for (const wholeBytes of [0, 1_000_000]) {
      const objects = open(latin(value), wholeBytes);
      expect(contents(objects)).toEqual(two);
      expect(objects.isRebuilt).toBe(isRebuilt);
    }
  });

  test('finds an object that is not where the table says, and says so', () => {
    const place = String(file.indexOf('5 0 obj')).padStart(10, '0');
    const objects = open(latin(file.replace(place, '0000000011')));
    expect(contents(objects)).toEqual(two);
    expect(objects.isRebuilt).toBe(true);
    expect(objects.problems).toContain('one of its objects is not where it should be');
  });

  test('reads a file without a header, in which an object stands at the first byte', () => {
    const from = file.indexOf('1 0 obj');
    const bare = file.slice(from);
    const recounted = bare
      .replaceAll(/(\d{10})(?= 00000 n)/g, (at) => String(Number(at) - from).padStart(10, '0'))
      .replace(/(?<=startxref\n)\d+/, (at) => String(Number(at) - from));
    for (const value of [bare, recounted, bare.replace('startxref', 'startxxxx')])
      expect(contents(open(latin(value)))).toEqual(two);
  });

  test('takes numbers without a place, as macOS writes them, for no objects, unless the file has them', () => {
    const spare = file.replace('xref\n0 7', 'xref\n0 8').replace('trailer', '0000000000 00000 n \ntrailer');
    const objects = open(latin(spare));
    expect(contents(objects)).toEqual(two);
    expect(objects.object(7)).toBeUndefined();
    expect([objects.isRebuilt, objects.problems]).toEqual([false, []]);

    const place = String(file.indexOf('5 0 obj')).padStart(10, '0');
    const lost = open(latin(file.replace(place, '0000000000')));
    expect(contents(lost)).toEqual(two);
    expect(lost.isRebuilt).toBe(true);
    expect(lost.problems).toEqual(['one of its objects is not where it should be']);
  });

  test('takes the later of two objects with one number when it searches', () => {
    const later = '4 0 obj\n<</Length 5>>\nstream\nlater\nendstream\nendobj\n';
    expect(
      contents(open(latin(file.replace('xref\n0', `${later}xrfe\n0`).replace('startxref', 'start')))),
    ).toEqual(['later', two[1]]);
  });

  test('takes the newest of two sections, and leaves what it frees', () => {
    const at = file.length;
    const start = /startxref\n(\d+)/.exec(file)![1];
    const body = '4 0 obj\n<</Length 5>>\nstream\nnewer\nendstream\nendobj\n';
    const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \n6 1\n0000000000 00001 f \ntrailer\n<</Size 7/Root 1 0 R/Prev ${start}>>\nstartxref\n${at + body.length}\n%%EOF`;
    const objects = open(latin(file + body + table));
    expect(contents(objects)).toEqual(['newer', '']);
    expect(objects.has(6)).toBe(false);
    expect(objects.isRebuilt).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['no PDF', 'Fairwater LLC v. Northgate Hosting, Inc.'],
    ['a header only', '%PDF-1.4\n'],
    ['no catalogue', '%PDF-1.4\n1 0 obj\n<</Type/Font>>\nendobj\n'],
    ['a catalogue without pages', '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer <</Root 1 0 R>>'],
  ])('refuses a file with %s', (_, value) => {
    expect(() => open(latin(value))).toThrow(SourceUnreadable);
  });

  test('says that a file is encrypted, also where its objects must be searched for', () => {
    const encrypted = file.replace('/Root', '/Encrypt 9 0 R/Root');
    expect(open(latin(encrypted)).isEncrypted).toBe(true);
    const searched = open(latin(encrypted.replace('startxref', 'start')));
    expect(searched.isEncrypted).toBe(true);
    expect(() => listPages(searched)).toThrow(SourceUnreadable);
  });

  test('follows references in a circle to nothing', () => {
    const objects = open(pdfOf([...pagesOf(1), '6 0 R', '5 0 R', '<</A 5 0 R/B 99 0 R/C null/D(x)>>']));
    const dict = objects.object(7);
    expect(dict).toBeInstanceOf(PdfDict);
    if (!(dict instanceof PdfDict)) return;
    expect(['A', 'B', 'C', 'E'].map((key) => objects.get(dict, key))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(objects.get(dict, 'D')).toBeInstanceOf(PdfString);
  });

  test('gives null and a problem for an object that is not closed', () => {
    const objects = open(pdfOf([...pagesOf(1), '<</A [1 2']));
    expect(objects.raw(5)).toBeNull();
    expect(objects.problems).toContain('one of its objects is broken');
  });

  test('has the body of a large stream copied from where it lies', () => {
    const body = 'a'.repeat(3_000_000);
    const bytes = pdfOf([...pagesOf(1), `<</Length ${body.length}>>\nstream\n${body}\nendstream`]);
    const objects = open(bytes, 0);
    const stream = objects.object(5);
    expect(stream).toBeInstanceOf(PdfStream);
    if (!(stream instanceof PdfStream)) return;
    const parts: number[] = [];
    objects.copyBody(stream, {
      bytes: (_, a, z) => parts.push(z - a),
      copy: (source, at, length) => parts.push(source.sizeBytes, at, length),
    });
    expect(parts).toEqual([bytes.length, stream.position, body.length]);
    expect(objects.body(stream, 100)).toBeNull();
    expect(objects.decode(stream, 100)).toBeNull();
  });

  test('answers the same for any number of pages in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const expected = contents(open(pdfOf(pagesOf(count))));
        expect(expected).toHaveLength(count);
        for (const form of ['stream', 'hybrid', 'none'] as const)
          for (const wholeBytes of [0, 1_000_000])
            expect(contents(open(pdfOf(pagesOf(count), form), wholeBytes))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('reads or refuses any damage, and never throws anything else', () => {
    const bytes = pdfOf(pagesOf(3), 'hybrid');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (changes) => {
          const damaged = Buffer.from(bytes);
          for (const [at, byte] of changes) damaged[at] = byte;
          try {
            contents(open(damaged));
          } catch (error) {
            expect(error).toBeInstanceOf(SourceUnreadable);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('what says in which language words are is none of them', () => {
  const wide = Buffer.from('\ufeff\u001ben\u001bJane\u001bfrCA\u001b Roe', 'utf16le');
  expect(new PdfString(wide).text).toBe('Jane Roe');
  expect(new PdfString(wide.swap16()).text).toBe('Jane Roe');
});
