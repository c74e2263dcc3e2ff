import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpora, hasCorpora } from '../../testing/corpora/corpus-files.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { failedRedactions } from './failed-redactions.ts';

const wasm = join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const folder = join(corpora, 'legal/x-ray');
/** A name was replaced by typing over a white box: x-ray, whose file it is, wants it told and misses it. */
const withHiddenWords = 'hidden_text_on_visible_text.pdf';

async function wordsIn(path: string): Promise<string[]> {
  const pdfium = await loadPdfium(wasm);
  const document = openPdf(pdfium, bytesSource(readFileSync(path)));
  try {
    return Array.from({ length: document.pageCount }, (_, index) =>
      document.withPage(index, (page) => failedRedactions(pdfium, page).map(({ text }) => text)),
    ).flat();
  } finally {
    document.close();
  }
}

describe.skipIf(!hasCorpora)('files that were redacted by others', () => {
  const files = hasCorpora ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];

  test.each(files.filter((name) => name !== withHiddenWords))('%s has no failed redaction', async (name) => {
    expect(await wordsIn(join(folder, basename(name)))).toEqual([]);
  });

  test('words beneath words that were typed over them are told', async () => {
    expect((await wordsIn(join(folder, withHiddenWords))).join(' ')).toContain('TROOPPER');
  });
});
