import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeWorkers, runInWorker } from '../../jobs/worker-pool.ts';
import { createNodePlatform } from '../../platform/node-platform.ts';
import type { ImageInspection } from './inspect-image.ts';
import type { ImageKind } from './open-image.ts';
import { places } from './testing.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { corpora, isFullTier } from '../../testing/corpora/corpus-files.ts';

// Real pictures that others made; see the README beside them. Nothing of them is part of the product.
const inventory = join(corpora, 'inventory/images.tsv');
/** A quick run takes one file in this many; the full one all. */
const step = isFullTier ? 1 : 6;
const limitMs = 20_000;

const platform = createNodePlatform({
  assetsDirectory: '',
  workerUrl,
  pdfiumWasmPath: '',
  ...places,
});
afterAll(() => closeWorkers(platform));

interface Row {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly status: string;
}

function rows(): Row[] {
  return readFileSync(inventory, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([path = '', , , , , width, height, , , , status = '']) => ({
      path: join(corpora, path),
      width: Number(width),
      height: Number(height),
      status,
    }))
    .filter((_row, i) => i % step === 0);
}

function kindOf(head: string): ImageKind | null {
  if (head.startsWith('\xff\xd8')) return 'jpeg';
  if (head.startsWith('\x89PNG')) return 'png';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('BM')) return 'bmp';
  if (/^(II[*+]\0|MM\0[*+])/.test(head)) return 'tiff';
  if (/^RIFF....WEBP/s.test(head)) return 'webp';
  if (/^....ftypavi[fs]/s.test(head)) return 'avif';
  return /^....ftyp/s.test(head) ? 'heic' : null;
}

test.skipIf(!existsSync(inventory))(
  'every real picture is shown at the size another reader found, or ends in a declared problem, within its time',
  async () => {
    let shown = 0;
    for (const { path, width, height, status } of rows()) {
      const kind = kindOf(readFileSync(path).toString('latin1', 0, 12));
      if (kind === null) continue;
      const reading = await runInWorker(
        platform,
        'image.inspect',
        { location: { filePath: path }, kind, name: 'x' },
        { timeoutMs: limitMs, limitCode: 'EVIDENCE_TOO_DEMANDING' },
      );
      if (reading.pages === null) {
        expect(reading.problems, path).not.toEqual([]);
        continue;
      }
      shown += 1;
      const report = reading.report as ImageInspection;
      // The inventory has stored sizes of some and upright sizes of others.
      const sizes = [report.width, report.height].toSorted((a, b) => a - b);
      if (status === 'ok') expect(sizes, path).toEqual([width, height].toSorted((a, b) => a - b));
    }
    expect(shown).toBeGreaterThan(20);
  },
  step === 1 ? 600_000 : 120_000,
);
