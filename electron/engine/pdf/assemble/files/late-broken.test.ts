import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodePlatform } from '../../../platform/node-platform.ts';
import { workerUrl } from '../../../testing/worker-url.ts';
import { pagesOf, pdfOf } from '../../objects/testing.ts';
import { assembleFilesTask } from './task.ts';
import { assetsDirectory, pdfiumWasmPath } from '../testing.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-late-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const count = 60;
const broken = new Set(Array.from({ length: 50 }, (_, i) => i + 5));

test('files that break after their pages were counted are left out together: the others are joined once more, not once for each', async () => {
  const paths = Array.from({ length: count }, (_, i) => join(folder, `${i}.pdf`));
  for (const path of paths) writeFileSync(path, pdfOf(pagesOf(2)));
  let opened = 0;
  const target = join(folder, 'out.pdf');
  const { pages, items } = await assembleFilesTask(
    {
      files: paths.map((path) => ({ path, shownAs: path })),
      target,
      title: 'Binder',
      bates: { prefix: 'FAIR', digits: 6, suffix: '', number: 1 },
      scheme: '1',
      hasSlipSheets: true,
      hasStickers: true,
      hasIndex: true,
      hasOutline: true,
    },
    {
      platform: createNodePlatform({ assetsDirectory, pdfiumWasmPath, workerUrl }),
      pause: () => {
        opened += 1;
        // All are counted: now somebody writes over some of them.
        if (opened === count + 1) for (const at of broken) truncateSync(paths[at]!, 20);
        return Promise.resolve();
      },
    },
  );
  const bound = count - broken.size;
  expect(items.filter(({ error }) => error?.code === 'PDF_DAMAGED')).toHaveLength(broken.size);
  expect(items.map(({ batesFirst }) => batesFirst).filter((first) => first !== null)).toEqual(
    Array.from({ length: bound }, (_, i) => `FAIR${String(i * 2 + 1).padStart(6, '0')}`),
  );
  // An index, and of each file its slip sheet and its pages; labels stay those of the places.
  expect(pages).toBe(1 + bound * 3);
  expect(items[59]).toMatchObject({ label: '60', firstPage: 1 + bound * 3 - 1 });
  expect(readFileSync(target, 'latin1').match(/\/Type\/Page\//g)).toHaveLength(pages);
  // Twice to be counted, twice to be carried; once more each for those that PDFium was asked about too.
  expect(opened).toBeLessThanOrEqual(4 * count + broken.size);
});
