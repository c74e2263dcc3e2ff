import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import { bytesSource, loadPdfium, openPdf } from '../../../pdf/index.ts';
import { makeDocx } from '../../../testing/files/office-files.ts';
import { makeWave } from '../../../testing/files/recordings.ts';
import { drawNative } from './draw-native.ts';
import { drawText } from './draw-text.ts';
import { renderFile } from './render-file.ts';

const assets = join(import.meta.dirname, '../../../../../assets');
const shelf = new FontShelf(join(assets, 'fonts'));
const wasm = join(import.meta.dirname, '../../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const about = { fileName: 'log.txt', kind: 'text', sha256: 'ab'.repeat(32), appVersion: '1.2' } as const;

/** Texts of the pages, as another program than ours reads them, lines joined. */
async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const document = openPdf(await loadPdfium(wasm), bytesSource(pdf), { name: 'x' });
  try {
    return Array.from({ length: document.pageCount }, (_, at) =>
      document.withPage(at, (page) => page.text().replace(/\s+/g, ' ')),
    );
  } finally {
    document.close();
  }
}

test('a text stands on paper line by line, over pages, each of which says what it was made from', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => `line ${at}\tstopped`);
  const { bytes, pages, problems } = drawText([lines.join('\n')], about, shelf);
  const texts = await textsOf(bytes);
  expect(problems).toEqual([]);
  expect(texts).toHaveLength(pages);
  expect(pages).toBeGreaterThan(2);
  for (const [at] of lines.entries()) expect(texts.join(' ')).toContain(`line ${at} stopped`);
  for (const text of texts) {
    expect(text).toContain(`Rendition of log.txt, SHA-256 ${about.sha256}, made by Forthwith 1.2.`);
    expect(text).toContain('The original is kept unaltered.');
  }
});

test('the same text gives the same bytes', () => {
  const draw = () => drawText(['Día 1 — 日本語 שלום\n'], about, shelf).bytes;
  expect(draw().equals(draw())).toBe(true);
});

test('a long line is cut and loses nothing; a line that a part ends within stays whole', async () => {
  const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join('');
  const [text] = await textsOf(drawText([`${long}\nbegin`, 'ning\n'], about, shelf).bytes);
  expect(text!.replaceAll(' ', '')).toContain(long);
  expect(text).toContain('beginning');
});

test('characters that no font has are boxes, and that is said', () => {
  expect(drawText(['\u{1f9ff}\n'], about, shelf).problems).toMatchObject([
    { code: 'EVIDENCE_GLYPHS_MISSING' },
  ]);
});

test('a recording is stood for by a page that says what it is', async () => {
  const claims = [{ field: 'durationMs', value: '3725400' }] as const;
  const { bytes, pages } = drawNative(
    { ...about, fileName: 'call.wav', kind: 'audio', sizeBytes: 12_345, claims },
    shelf,
  );
  const [text] = await textsOf(bytes);
  expect(pages).toBe(1);
  for (const words of ['Produced in native form', 'call.wav', '12,345 bytes', '1:02:05', about.sha256])
    expect(text).toContain(words);
});

test('of a document into which pictures were put it is said that the PDF has its words alone', async () => {
  const problemsOf = (bytes: Uint8Array, kind: 'word' | 'text' = 'word') =>
    renderFile(bytesSource(bytes), { ...about, kind, sizeBytes: bytes.length, claims: [] }, assets).problems;
  const body = '<w:p><w:r><w:t>See the picture.</w:t></w:r></w:p>';
  expect(problemsOf(await makeDocx(body))).toEqual([]);
  expect(problemsOf(await makeDocx(body, { 'word/media/image1.png': 'x' }))).toMatchObject([
    { code: 'EVIDENCE_PART_LEFT_OUT' },
  ]);
  expect(problemsOf(Buffer.from('<svg><text>Plan</text></svg>'), 'text')).toMatchObject([
    { code: 'EVIDENCE_PART_LEFT_OUT' },
  ]);
});

test('each kind is drawn as it can be: documents as text, what has none as a page that stands for it', async () => {
  const render = (bytes: Uint8Array, kind: 'word' | 'audio' | 'text') =>
    renderFile(bytesSource(bytes), { ...about, kind, sizeBytes: bytes.length, claims: [] }, assets).bytes;
  const docx = await makeDocx('<w:p><w:r><w:t>Dear counsel,</w:t></w:r></w:p>');
  expect((await textsOf(render(docx, 'word'))).join(' ')).toContain('Dear counsel,');
  for (const [bytes, kind] of [
    [makeWave(100), 'audio'],
    [Buffer.from(' \n'), 'text'],
    [docx.subarray(0, 40), 'word'],
  ] as const)
    expect((await textsOf(render(bytes, kind))).join(' ')).toContain('Produced in native form');
});
