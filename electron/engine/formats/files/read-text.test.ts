import { expect, test } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { makeXlsx } from '../../testing/files/office-files.ts';
import { makeZip } from '../../testing/files/zip-files.ts';
import { readText } from './read-text.ts';

const row = (number: number) =>
  `<row r="${number}"><c r="A${number}"><v>${number}</v></c><c r="B${number}" t="str"><v>Überweisung ${(number * 7_919) % 10_007}</v></c></row>`;
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1)).join('');

function readAll(bytes: Uint8Array, maxCharacters: number) {
  const batches: number[] = [];
  const pages: { readonly text: string; readonly problem?: { readonly code: string } }[] = [];
  for (let from: number | null = 1; from !== null;) {
    const batch = readText(bytesSource(bytes), 'spreadsheet', from, maxCharacters);
    batches.push(batch.pages.length);
    pages.push(...batch.pages);
    from = batch.next;
  }
  return { batches, text: pages.map(({ text }) => text).join(''), problem: pages.at(-1)?.problem?.code };
}

test('a workbook is read alike in one batch and in many, its blank and its last sheet too', async () => {
  const blank = `<row r="1"><c r="A1" t="str"><v>${' '.repeat(90_000)}</v></c></row>`;
  const book = await makeXlsx({ Payments: rows(20_000), Blank: blank, Last: row(7) });
  const whole = readAll(book, 20_000_000);
  expect(whole.batches).toHaveLength(1);
  expect(whole.text.match(/Überweisung/g)).toHaveLength(20_001);
  const many = readAll(book, 100_000);
  expect(many.batches.length).toBeGreaterThan(3);
  expect(many.text).toBe(whole.text);
  expect(many.problem).toBeUndefined();
});

test('a sheet larger than is held in memory is read from its beginning', async () => {
  const book = await makeXlsx({ Ledger: rows(60_000) + ' '.repeat(130 * 1024 * 1024) });
  const { pages, next } = readText(bytesSource(book), 'spreadsheet', 1, 100_000);
  expect(pages[0]!.text).toMatch(/^Sheet: Ledger\n1\tÜberweisung 7919\n2\tÜberweisung 5831\n/);
  expect(next).toBe(pages.length + 1);
});

test('a large sheet whose checksum does not fit is read, and told', async () => {
  const packed = Buffer.from(await makeXlsx({ Payments: rows(60_000) }));
  // The name stands in the directory too, 46 bytes after the entry's beginning; the checksum is 16 after that.
  packed[packed.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16]! ^= 1;
  const { text, problem } = readAll(packed, 20_000_000);
  expect(text.match(/Überweisung/g)).toHaveLength(60_000);
  expect(problem).toBe('EVIDENCE_MEMBER_DAMAGED');
});

test.each<[string, string, BufferEncoding]>([
  ['one line', ' ', 'utf8'],
  ['one line in UTF-16', ' ', 'utf16le'],
  ['lines of old Macintosh', '\r', 'utf8'],
])('a long text of %s is cut after whole words', (_what, parting, encoding) => {
  const text = (encoding === 'utf8' ? '' : '\ufeff') + `terminated${parting}`.repeat(8_000);
  const { pages } = readText(bytesSource(Buffer.from(text, encoding)), 'text', 1, 1_000_000);
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(page.text).toMatch(/^(?:terminated\s)+$/);
});

test('a sheet in UTF-16 is read, however its pieces meet', async () => {
  const sheet = Buffer.from(`\ufeff<worksheet><sheetData>${rows(60_000)}</sheetData></worksheet>`, 'utf16le');
  const book = await makeZip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Wide"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': sheet,
  });
  expect(readAll(book, 20_000_000).text.match(/Überweisung/g)).toHaveLength(60_000);
});
