import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createTestEngine, workIn, type TestEngine } from './temp-matter.ts';

/**
 * One engine for all tests of a file: its threads stay warm, and to start them takes longer than most tests. Each test has a
 * folder of its own, and `dispose` closes what it left open. Tests of the app's own folder, of engines that end, or of
 * threads have an engine of their own (`createTestEngine`).
 *
 * @returns what begins a test
 * @example const beginTest = shareEngine(); beforeEach(async () => { t = await beginTest(); }); afterEach(() => t.dispose());
 */
export function shareEngine(): () => Promise<TestEngine> {
  let started: TestEngine | null = null;
  afterAll(() => started?.dispose());
  return async () => {
    started ??= await createTestEngine();
    const { client, engine, folder } = started;
    const openIds = async () => (await client['matter.listOpen']({})).map(({ id }) => id);
    // A file may have work for all its tests beside a single test's.
    const others = new Set(await openIds());
    return workIn(mkdtempSync(join(folder, 'test-')), engine, async () => {
      for (const matterId of await openIds())
        if (!others.has(matterId)) await client['matter.close']({ matterId });
    });
  };
}
