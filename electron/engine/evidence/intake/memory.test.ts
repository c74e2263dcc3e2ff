import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestEngine } from '../../testing/temp-matter.ts';

const mib = 1024 * 1024;

test('memory stays flat while a large file goes in and out', async () => {
  const t = await createTestEngine();
  const path = join(t.folder, 'large.bin');
  const file = openSync(path, 'w');
  for (let i = 0; i < 100; i++) writeSync(file, Buffer.alloc(mib, i + 1));
  closeSync(file);
  const { id: matterId } = await t.createMatter();

  const before = process.memoryUsage().rss;
  let peak = before;
  const onProgress = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] }, { onProgress });
  const ids = [items[0]!.id as never];
  await t.runJob(
    'evidence.export',
    { matterId, ids, target: { path: join(t.folder, 'out') } },
    { onProgress },
  );
  onProgress();
  // Buffers, SQLite's cache and a worker thread; the file itself would be 100 MiB more.
  expect((peak - before) / mib).toBeLessThan(80);
  await t.dispose();
}, 120_000);
