import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeWorkers } from '../../../jobs/worker-pool.ts';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { makeScan } from '../../../testing/scans.ts';
import { workerUrl } from '../../../testing/worker-url.ts';
import { assembleAlone } from '../files/alone.ts';
import type { PagePicture } from '../marks/index.ts';
import { assemble } from '../assemble.ts';
import { assetsDirectory, itemOf, pdfiumWasmPath, testOptions, testTools } from '../testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { drawElsewhere } from './draw-elsewhere.ts';
import { LookAhead, type DrawPages } from './look-ahead.ts';

const location = { filePath: 'scan.pdf' };
const pictureOf = (index: number): PagePicture => ({ width: index, height: 1, rgba: new Uint8Array(4) });
const asked = (index: number) => ({ index, plainJpegs: [] });

describe('pages that are drawn before their turn', () => {
  it('are handed on by four in the order they were asked for, and the rest when one of them is waited for', async () => {
    const batches: number[][] = [];
    const draw: DrawPages = (_, pages, tell) => {
      batches.push(pages.map(({ index }) => index));
      for (const { index } of pages) tell(index, pictureOf(index));
      return Promise.resolve();
    };
    const ahead = new LookAhead(location, draw);
    for (const index of [7, 3, 9, 1, 4, 3]) ahead.ask(asked(index));
    expect(batches).toEqual([[7, 3, 9, 1]]);
    expect(await ahead.take(9)).toEqual(pictureOf(9));
    expect(batches).toEqual([[7, 3, 9, 1], [4]]);
    expect(await ahead.take(4)).toEqual(pictureOf(4));
  });

  it('are told from those that cannot be drawn and those that nobody drew', async () => {
    const draw: DrawPages = (_, [first], tell) => {
      tell(first!.index, null);
      return Promise.resolve();
    };
    const ahead = new LookAhead(location, draw);
    for (const index of [0, 1]) ahead.ask(asked(index));
    expect([await ahead.take(0), await ahead.take(1), await ahead.take(2)]).toEqual([
      null,
      undefined,
      undefined,
    ]);
  });
});

describe('drawing elsewhere', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-ahead-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const platformWith = (worker: URL) =>
    createNodePlatform({ assetsDirectory, pdfiumWasmPath, workerUrl: worker });
  const nobody = pathToFileURL('/nowhere/worker.js');

  /** Pages of which every third has a block at its foot, and every fifth one to its left. */
  async function writeScan(pages: number): Promise<string> {
    const path = join(folder, 'scan.pdf');
    const [width, height] = [612, 792];
    const papers = Array.from({ length: pages }, (_, at) => {
      const pixels = new Uint8Array(width * height).fill(255);
      const inkRows = (column: number) => {
        for (let y = 735; y < 785; y += 1) pixels.fill(0, y * width + column, y * width + column + 150);
      };
      if (at % 3 === 0) inkRows(440);
      if (at % 5 === 0) inkRows(20);
      return { image: { width, height, pixels } };
    });
    writeFileSync(path, await makeScan(papers));
    return path;
  }

  it('draws each page in another thread', async () => {
    const platform = platformWith(workerUrl);
    const seen: number[] = [];
    const told = (index: number, picture: PagePicture | null) => {
      expect(picture).toMatchObject({ width: 425, height: 550 });
      seen.push(index);
    };
    try {
      const filePath = await writeScan(3);
      await drawElsewhere(platform)({ filePath }, [2, 0].map(asked), told);
    } finally {
      await closeWorkers(platform);
    }
    expect(seen).toEqual([2, 0]);
  });

  it('goes on without a thread that ends: what it did not draw is drawn by whoever asks', async () => {
    const platform = platformWith(
      new URL('../../../testing/processes/page-losing-worker.ts', import.meta.url),
    );
    const seen: number[] = [];
    try {
      await drawElsewhere(platform)({ filePath: '5' }, [3, 5, 6].map(asked), (index) => seen.push(index));
    } finally {
      await closeWorkers(platform);
    }
    expect(seen).toEqual([3]);
  });

  it('is asked once for each page whose number has no certain place, before its turn', async () => {
    const path = await writeScan(40);
    const bytes = readFileSync(path);
    const item = await itemOf(bytes, 0, 1, { hasSticker: false, sheet: null });
    const order: string[] = [];
    const draw: DrawPages = (_, pages, tell) => {
      for (const { index } of pages) {
        order.push(`draw ${index}`);
        tell(index, null);
      }
      return Promise.resolve();
    };
    const volume = { title: 'Binder', from: 0, to: 1, path: join(folder, 'out.pdf') };
    await assemble(
      [item],
      { ...testOptions, marks: { ...testOptions.marks, looksAtEveryPage: true } },
      {
        ...testTools([bytes], [item], [volume]),
        original: () => ({ ...bytesSource(bytes), location: { bytes }, close: () => {} }),
        drawPages: draw,
        progress: (done) => order.push(`written ${done}`),
      },
    );
    const drawn = order.filter((step) => step.startsWith('draw'));
    expect(drawn.toSorted()).toEqual(Array.from({ length: 40 }, (_, index) => `draw ${index}`).toSorted());
    // Those beyond the 24 that are surveyed are drawn while the first are written.
    expect(order.indexOf('draw 30')).toBeLessThan(order.indexOf('written 1'));
  });

  it('gives the same bytes as drawing here', async () => {
    const path = await writeScan(70);
    const digestWith = async (worker: URL) => {
      const target = join(folder, 'out.pdf');
      const { items } = await assembleAlone(
        {
          files: [{ path, shownAs: path }],
          target,
          bates: 'FAIR000001',
          labels: 'A',
          hasSlipSheets: false,
          hasStickers: true,
          hasIndex: false,
          hasOutline: false,
          looksAtEveryPage: true,
        },
        platformWith(worker),
        new AbortController().signal,
      );
      const bytes = readFileSync(target);
      rmSync(target);
      return { bytes, findings: items[0]!.findings };
    };
    const [elsewhere, here] = [await digestWith(workerUrl), await digestWith(nobody)];
    expect(elsewhere.findings?.map(({ code }) => code)).toContain('BATES_NUMBER_MOVED');
    expect(elsewhere.findings).toEqual(here.findings);
    expect(elsewhere.bytes.equals(here.bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['scan.pdf']);
  });
});
