import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { makePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { readTextAlone } from './alone.ts';

let t: TestEngine;
beforeAll(async () => {
  t = await beginTest();
  const pages = Array.from({ length: 20 }, (_, index) => ({ text: `page ${index + 1} of the lease` }));
  writeFileSync(at('lease.pdf'), await makePdf(pages));
  writeFileSync(at('words.pdf'), 'plain words');
});
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const platform = createNodePlatform({
  assetsDirectory: '',
  workerUrl,
  pdfiumWasmPath: join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
});
const going = new AbortController().signal;

/** What a reading answers, or the error it ends in, as the caller gets it. */
async function outcome(reading: Promise<unknown>): Promise<unknown> {
  try {
    return await reading;
  } catch (error) {
    if (isAppError(error)) return error.toBody();
    throw error;
  }
}

test.each([
  ['lease.pdf', undefined],
  ['lease.pdf', '19-,3'],
  ['lease.pdf', '21'],
  ['lease.pdf', '1,,2'],
  ['words.pdf', undefined],
  ['missing.pdf', undefined],
])('%s, pages %s: without an engine as with one', async (name, pages) => {
  const alone = await outcome(readTextAlone(at(name), pages, platform, going));
  expect(alone).toEqual(await outcome(t.client['pdf.text']({ source: { path: at(name) }, pages })));
});

test('what the signal stops ends as cancelled', async () => {
  const stopped = readTextAlone(at('lease.pdf'), undefined, platform, AbortSignal.abort());
  await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
});
