import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeWorkers } from '../../../jobs/worker-pool.ts';
import type { WorkerContext } from '../../../jobs/worker-thread.ts';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { makeScan } from '../../../testing/scans.ts';
import { workerUrl } from '../../../testing/worker-url.ts';
import { assemble } from '../assemble.ts';
import { assembleAlone } from '../files/alone.ts';
import type { PagePicture } from '../marks/index.ts';
import { assetsDirectory, itemOf, pdfiumWasmPath, testOptions, testTools } from '../testing.ts';
import type { DrawAhead } from './look-ahead.ts';
import { planMarksTask } from './plan-task.ts';
import { workElsewhere, type Elsewhere } from './work-elsewhere.ts';

const asked = (index: number) => ({ index, plainJpegs: [] });

describe('work in other threads', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-ahead-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const platformWith = (worker: URL) =>
    createNodePlatform({ assetsDirectory, pdfiumWasmPath, workerUrl: worker });
  const nobody = pathToFileURL('/nowhere/worker.js');
  const contextOf = (): WorkerContext => ({
    platform: platformWith(nobody),
    progress: () => {},
    openMatter: () => expect.unreachable(),
  });

  /** Pages of which every third has a block at its foot, and every fifth one to its left; counted from `first`. */
  async function writeScan(pages: number, name = 'scan.pdf', first = 0): Promise<string> {
    const path = join(folder, name);
    const [width, height] = [612, 792];
    const papers = Array.from({ length: pages }, (_, i) => {
      const at = first + i;
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
      await workElsewhere(platform, () => null).drawPages({ filePath }, [2, 0].map(asked), told);
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
      await workElsewhere(platform, () => null).drawPages({ filePath: '5' }, [3, 5, 6].map(asked), (index) =>
        seen.push(index),
      );
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
    const draw: DrawAhead = (pages, tell) => {
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
        elsewhere: {
          locationOf: () => ({ bytes }),
          drawPages: (_, pages, tell) => draw(pages, tell),
          planMarks: () => Promise.resolve(null),
        },
        progress: (done) => order.push(`written ${done}`),
      },
    );
    const drawn = order.filter((step) => step.startsWith('draw'));
    expect(drawn.toSorted()).toEqual(Array.from({ length: 40 }, (_, index) => `draw ${index}`).toSorted());
    // Those beyond the 24 that are surveyed are drawn while the first are written.
    expect(order.indexOf('draw 30')).toBeLessThan(order.indexOf('written 1'));
  });

  const shortScans = 12;
  const writeShortScans = () =>
    Promise.all(Array.from({ length: shortScans }, (_, i) => writeScan(3, `${i + 10}.pdf`, i * 3)));

  /** Assembles short scans of three pages, of which all are looked at; other threads place what `planMarks` answers. */
  async function assembleShortScans(planMarks: Elsewhere['planMarks']) {
    const sources = (await writeShortScans()).map((path) => readFileSync(path));
    const items = await Promise.all(sources.map((bytes, at) => itemOf(bytes, at, 1 + at * 3)));
    const volume = { title: 'Binder', from: 0, to: shortScans, path: join(folder, 'out.pdf') };
    return assemble(
      items,
      { ...testOptions, marks: { ...testOptions.marks, looksAtEveryPage: true } },
      {
        ...testTools(sources, items, [volume]),
        elsewhere: {
          locationOf: (at) => ({ bytes: sources[at]! }),
          drawPages: () => Promise.resolve(),
          planMarks,
        },
      },
    );
  }

  it('is asked for each of the exhibits to come, once two dozen pages were looked at here', async () => {
    const asked: string[] = [];
    await assembleShortScans((_, { label }) => {
      asked.push(label);
      return Promise.resolve(null);
    });
    expect(asked).toEqual(['10', '11', '12']);
  });

  it('decides where the marks of an exhibit stand', async () => {
    const { items } = await assembleShortScans(async (location, item, style) => {
      const planned = await planMarksTask({ location, item, style }, contextOf());
      return {
        ...planned!,
        plans: planned!.plans.map((plan) => ({ ...plan, findings: ['numbersOverContent'] })),
      };
    });
    const overContent = items.map(({ findings }) =>
      findings.some(({ code }) => code === 'BATES_NUMBER_COVERS_CONTENT'),
    );
    expect(overContent.map((isOver, at) => (isOver ? at + 1 : 0)).filter(Boolean)).toEqual([10, 11, 12]);
  });

  it('leaves what has to be rewritten, and what has other pages than were counted, to whoever asks', async () => {
    const bytes = readFileSync(await writeScan(2));
    const item = await itemOf(bytes, 0, 1);
    const style = testOptions.marks;
    const cut = bytes.subarray(0, bytes.length - 40);
    expect(await planMarksTask({ location: { bytes: cut }, item, style }, contextOf())).toBeNull();
    const longer = { ...item, original: { ...item.original!, pageCount: 3 } };
    expect(await planMarksTask({ location: { bytes }, item: longer, style }, contextOf())).toBeNull();
    const told = await planMarksTask({ location: { bytes }, item, style }, contextOf());
    expect(told?.states).toEqual(['tidy', 'tidy']);
  });

  it.each([
    ['one of 70 pages', () => writeScan(70).then((path) => [path])],
    ['a dozen of three', writeShortScans],
  ])('gives the same bytes as work here: %s', async (_, writeScans) => {
    const paths = await writeScans();
    const digestWith = async (worker: URL) => {
      const target = join(folder, 'out.pdf');
      const { items } = await assembleAlone(
        {
          files: paths.map((path) => ({ path, shownAs: path })),
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
      return { bytes, findings: items.flatMap(({ findings }) => findings ?? []) };
    };
    const [elsewhere, here] = [await digestWith(workerUrl), await digestWith(nobody)];
    expect(elsewhere.findings.map(({ code }) => code)).toContain('BATES_NUMBER_MOVED');
    expect(elsewhere.findings).toEqual(here.findings);
    expect(elsewhere.bytes.equals(here.bytes)).toBe(true);
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(paths);
  });
});
