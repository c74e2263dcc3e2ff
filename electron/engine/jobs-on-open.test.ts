import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { destroyTable } from './testing/matter-file.ts';
import { createTestEngine, type TestEngine } from './testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine({ now: () => '2021-01-11T09:00:00.000Z' });
});
afterEach(async () => {
  vi.useRealTimers();
  await t.dispose();
});

/** A closed matter with one original; returns its path. */
async function matterWithEvidence(): Promise<string> {
  const { id: matterId, fileName } = await t.createMatter();
  writeFileSync(join(t.folder, 'log.txt'), 'stopped');
  await t.runJob('evidence.add', { matterId, sources: [{ path: join(t.folder, 'log.txt') }] });
  await t.client['matter.close']({ matterId });
  return join(t.folder, fileName);
}

test('a matter opened a week after its originals were verified is verified without being asked', async () => {
  const path = await matterWithEvidence();
  const now = '2021-01-18T09:00:00.000Z';
  const later = await createTestEngine({ folder: t.folder, now: () => now, startsJobsOnOpen: true });
  const { id: matterId } = await later.client['matter.open']({ source: { path } });
  await vi.waitFor(
    async () => expect((await later.client['matter.get']({ matterId })).verifiedAt).toBe(now),
    20_000,
  );
  await later.engine.close();
});

test('a matter whose evidence cannot be read stays open, and the engine goes on', async () => {
  const path = await matterWithEvidence();
  destroyTable(path, 'text_reading');
  const later = await createTestEngine({ folder: t.folder, startsJobsOnOpen: true });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await later.client['matter.open']({ source: { path } });
  expect(() => vi.runAllTimers()).not.toThrow();
  vi.useRealTimers();
  expect(await later.client['matter.listOpen']({})).toHaveLength(1);
  await later.engine.close();
});
