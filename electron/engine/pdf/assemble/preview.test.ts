import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeScan } from '../../testing/scans.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { assemble } from './assemble.ts';
import { previewPage } from './preview.ts';
import { assetsDirectory, itemOf, pdfiumWasmPath, testOptions, testTools } from './testing.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-preview-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pages = 30;
const options = { ...testOptions, marks: { ...testOptions.marks, looksAtEveryPage: true } };

/** Scanned pages of which those named have ink where numbers usually stand. */
function scanWithFeet(inked: ReadonlySet<number>): Promise<Uint8Array> {
  const [width, height] = [612, 792];
  return makeScan(
    Array.from({ length: pages }, (_, at) => {
      const pixels = new Uint8Array(width * height).fill(255);
      if (inked.has(at)) for (let y = 735; y < 785; y += 1) pixels.fill(0, y * width + 440, y * width + 590);
      return { image: { width, height, pixels } };
    }),
  );
}

async function drawn(pdf: Uint8Array, page: number): Promise<Buffer> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(pdf));
  try {
    return document.withPage(page, (each) => Buffer.from(each.render(1).rgba));
  } finally {
    document.close();
  }
}

it('shows numbers where a build that looks at every page puts them, in whatever order pages are asked for', async () => {
  const bytes = await scanWithFeet(new Set([0, 1, 2, 3, 9, 17, 21, 28]));
  const item = await itemOf(bytes, 0, 1, { hasSticker: false, sheet: null });
  const path = join(folder, 'out.pdf');
  const tools = testTools([bytes], [item], [{ title: 'Binder', from: 0, to: 1, path }]);
  await assemble([item], options, { ...tools, drawIndex: null });
  const whole = readFileSync(path);
  const preview = (page: number) =>
    previewPage(item, page, options, {
      assetsDirectory,
      pdfiumWasmPath,
      original: () => ({ ...bytesSource(bytes), close: () => {} }),
      originalKey: 'feet',
    });
  const asked = [28, 0, 12, 28, 17];
  const shown = await Promise.all(asked.map(preview));
  for (const [i, page] of asked.entries()) {
    expect((await drawn(shown[i]!, 0)).equals(await drawn(whole, page))).toBe(true);
  }
});
