import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pagesOf, pdfOf } from '../../objects/testing.ts';
import { fileSource } from '../../pdf-source.ts';
import { KnownFiles } from './known-files.ts';
import { measureOriginal } from '../measure.ts';
import { openItem } from '../source/open-item.ts';
import { pdfiumWasmPath } from '../testing.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-known-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function measured(known: KnownFiles, path: string): Promise<void> {
  const source = fileSource(path);
  const { known: pdf } = await measureOriginal('pdf', source, pdfiumWasmPath);
  known.keep(path, source, pdf);
  source.close();
}

/** What the content of a page says, of a file opened with what is known of it. */
async function contentOf(known: KnownFiles, path: string, page: number): Promise<string> {
  const source = known.open(path);
  const opened = await openItem('pdf', source, pdfiumWasmPath);
  try {
    if (opened.kind !== 'pdf') throw new Error('no PDF');
    const stream = opened.objects.streamAt(opened.pages.at(page).dict, 'Contents')!;
    return String(opened.objects.body(stream, 1_000));
  } finally {
    opened.close();
    source.close();
  }
}

test.each(['table', 'stream'] as const)(
  'a PDF with a %s is read again and again by what is known of it',
  async (form) => {
    const path = join(folder, 'letter.pdf');
    writeFileSync(path, pdfOf(pagesOf(5), form));
    const known = new KnownFiles();
    await measured(known, path);
    expect(known.open(path).known?.pages).toHaveLength(5);
    expect(await contentOf(known, path, 4)).toContain('Fairwater 5');
    expect(await contentOf(known, path, 0)).toContain('Fairwater 1');
  },
);

test('a file that was changed meanwhile is read anew', async () => {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, pdfOf(pagesOf(5)));
  const known = new KnownFiles();
  await measured(known, path);
  writeFileSync(path, pdfOf(['<</Type/Catalog/Pages 2 0 R>>', ...pagesOf(9).slice(1)]));
  utimesSync(path, 1, 1);
  expect(known.open(path).known).toBeUndefined();
  expect(await contentOf(known, path, 8)).toContain('Fairwater 9');
});

test('objects that were let go are not read by mistake', async () => {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, pdfOf(pagesOf(2)));
  const known = new KnownFiles();
  await measured(known, path);
  const { objects } = known.open(path).known!;
  expect(() => objects.object(3)).toThrow('let go');
});
