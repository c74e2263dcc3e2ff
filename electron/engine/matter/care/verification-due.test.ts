import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createEngine, createNodePlatform } from '../../index.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { createTestEngine } from '../../testing/temp-matter.ts';

test('a matter opened a week after its originals were verified is verified by itself', async () => {
  let now = '2021-01-11T09:00:00.000Z';
  const t = await createTestEngine({ now: () => now });
  try {
    const { id: matterId } = await t.createMatter();
    writeFileSync(join(t.folder, 'log.txt'), 'stopped');
    await t.runJob('evidence.add', { matterId, sources: [{ path: join(t.folder, 'log.txt') }] });
    await t.engine.close();

    const openAt = async (instant: string) => {
      now = instant;
      const engine = createEngine({
        worksUnasked: true,
        platform: createNodePlatform({
          appDirectory: join(t.folder, 'app'),
          assetsDirectory: '',
          workerUrl,
          pdfiumWasmPath: '',
          account: 'tester',
          machine: 'bench',
          now: () => now,
        }),
      });
      const { client } = engine.connect({ isTrusted: true });
      const { id } = await client['matter.open']({ source: { path: join(t.folder, 'matter-1.matter') } });
      return { engine, client, id };
    };

    const late = await openAt('2021-01-18T09:00:00.000Z');
    await vi.waitFor(
      async () =>
        expect((await late.client['matter.get']({ matterId: late.id })).verifiedAt).toBe(
          '2021-01-18T09:00:00.000Z',
        ),
      20_000,
    );
    await late.engine.close();
  } finally {
    await t.dispose();
  }
});
