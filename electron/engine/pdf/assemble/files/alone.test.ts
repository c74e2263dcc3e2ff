import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { writePdf } from '../../../testing/pdf-files.ts';
import { makeScan } from '../../../testing/scans.ts';
import { pdfOf } from '../../objects/testing.ts';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { archivalDraft } from '../../archival/archival-draft.ts';
import { assembleAlone } from './alone.ts';
import { publishAssembly } from './publish-assembly.ts';
import { assembleFilesTask } from './task.ts';
import { assetsDirectory, pdfiumWasmPath } from '../testing.ts';

const platform = createNodePlatform({
  assetsDirectory,
  pdfiumWasmPath,
  workerUrl: pathToFileURL('/nowhere/worker.js'),
});

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-alone-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const request = (paths: readonly string[]) => ({
  files: paths.map((path) => ({ path, shownAs: path })),
  target: join(folder, 'out.pdf'),
  bates: 'FAIR000001',
  labels: undefined,
  hasSlipSheets: true,
  hasStickers: true,
  hasIndex: true,
  hasOutline: true,
});

it('joins files without a thread of its own', async () => {
  const path = join(folder, 'in.pdf');
  await writePdf(path, 'first', 'second');
  const assembly = await assembleAlone(request([path]), platform, new AbortController().signal);
  expect(assembly).toMatchObject({ pages: 4, items: [{ input: path, label: 'A', firstPage: 3 }] });
  expect(existsSync(join(folder, 'out.pdf'))).toBe(true);
});

it('stops when it is told to, and leaves nothing', async () => {
  const path = join(folder, 'in.pdf');
  await writePdf(path, 'first');
  const work = assembleAlone(request([path]), platform, AbortSignal.abort());
  await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder)).toEqual(['in.pdf']);
});

it('leaves nothing of work that ends while it writes PDF/A, as a thread may at any time', async () => {
  const work = publishAssembly(request([]), platform.newId, ({ target }) => {
    for (const path of [target, archivalDraft(target)]) writeFileSync(path, 'half');
    return Promise.reject(new AppError('CANCELLED'));
  });
  await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder)).toEqual([]);
});

it('is heard while it makes the result PDF/A, and leaves nothing', async () => {
  const path = join(folder, 'in.pdf');
  const square = '<</Length 11>>\nstream\n0 0 9 9 re f\nendstream';
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>>';
  writeFileSync(
    path,
    pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', page, square]),
  );
  const isBeingRead = (target: string) => existsSync(target) && readFileSync(target).includes('%%EOF');
  const isBeingWritten = (target: string) => existsSync(archivalDraft(target));
  for (const isDue of [isBeingRead, isBeingWritten]) {
    const work = publishAssembly({ ...request([path]), isArchival: true }, platform.newId, (input) =>
      assembleFilesTask(input, {
        platform,
        pause: () => (isDue(input.target) ? Promise.reject(new AppError('CANCELLED')) : Promise.resolve()),
      }),
    );
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readdirSync(folder)).toEqual(['in.pdf']);
  }
});

it('looks at every page of a scan when asked to, is heard before each, and leaves nothing', async () => {
  const path = join(folder, 'scan.pdf');
  const image = { width: 612, height: 792, pixels: new Uint8Array(612 * 792).fill(200) };
  writeFileSync(path, await makeScan(Array.from({ length: 30 }, () => ({ image }))));
  const pausesOf = async (looksAtEveryPage: boolean, most = Infinity) => {
    let pauses = 0;
    await publishAssembly({ ...request([path]), looksAtEveryPage }, platform.newId, (input) =>
      assembleFilesTask(input, {
        platform,
        pause: () => {
          pauses += 1;
          return pauses > most ? Promise.reject(new AppError('CANCELLED')) : Promise.resolve();
        },
      }),
    );
    rmSync(join(folder, 'out.pdf'));
    return pauses;
  };
  expect((await pausesOf(true)) - (await pausesOf(false))).toBeGreaterThanOrEqual(25);
  await expect(pausesOf(true, 20)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder)).toEqual(['scan.pdf']);
});
