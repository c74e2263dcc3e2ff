import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestEngine } from '../../testing/temp-matter.ts';

const mib = 1024 * 1024;
const sizeMib = process.env['FORTHWITH_TIER'] === 'full' ? 2_048 : 192;
/**
 * 70 was measured, most of it the second thread and the buffers of staging. Where chunks that were read are left to the
 * collector it is 240, where the whole file is held more than its size.
 */
const limitMib = 140;

test('memory stays flat while a large file goes in and out', async () => {
  const t = await createTestEngine();
  const path = join(t.folder, 'large.bin');
  // A hole takes no place on the disk and is as long to read and write as any other bytes.
  writeFileSync(path, 'a recording of the hearing');
  truncateSync(path, sizeMib * mib);
  const { id: matterId } = await t.createMatter();

  // The threads that read files are there for any file; what they weigh is not the large file's doing.
  writeFileSync(join(t.folder, 'small.txt'), 'a note');
  await t.runJob('evidence.add', { matterId, sources: [{ path: join(t.folder, 'small.txt') }] });
  const before = process.memoryUsage.rss();
  let peak = before;
  const onProgress = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const sampling = setInterval(onProgress, 20);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] }, { onProgress });
  const ids = [items[0]!.id as never];
  await t.runJob('evidence.verify', { matterId }, { onProgress });
  await t.runJob(
    'evidence.export',
    { matterId, ids, target: { path: join(t.folder, 'out') } },
    { onProgress },
  );
  onProgress();
  clearInterval(sampling);
  expect((peak - before) / mib).toBeLessThan(limitMib);
  await t.dispose();
}, 600_000);
