import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { drawnBytes } from './drawn-bytes.ts';
import { FontShelf } from './font-shelf.ts';

const root = join(import.meta.dirname, '../../../..');

async function readBack(shelf: FontShelf, text: string): Promise<string> {
  const { bytes } = drawnBytes(shelf, 'x', (type) => [
    { width: 612, height: 792, pictures: [], content: type.draw(text, 72, 400, 12, 'bold') },
  ]);
  const document = openPdf(
    await loadPdfium(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm')),
    bytesSource(bytes),
  );
  try {
    return document.withPage(0, (page) => page.text());
  } finally {
    document.close();
  }
}

test('a letter that was embedded before as a part of another still reads as itself', async () => {
  const shelf = new FontShelf(join(root, 'assets/fonts'));
  expect(await readBack(shelf, 'Ü é ñ')).toBe('Ü é ñ');
  expect(await readBack(shelf, 'FILED UNDER SEAL, one')).toBe('FILED UNDER SEAL, one');
});

test.each([
  ['Devanagari, whose vowel signs may stand before their letter', 'निरोधक आदेश के लिए'],
  ['Thai, one of whose vowels is drawn in two parts', 'คำแถลงพยาน'],
])('words in %s read as they were written', async (_, words) => {
  expect(await readBack(new FontShelf(join(root, 'assets/fonts')), words)).toBe(words);
});
