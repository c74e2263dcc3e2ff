import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createTestEngine, workIn, type TestEngine } from './temp-matter.ts';

let started: Promise<TestEngine> | null = null;

/**
 * Begins a test in the engine that all files of this process share: its threads stay warm, and to start them takes longer
 * than most tests. Each test has a folder of its own, and `dispose` closes what it left open. Tests of the app's own folder,
 * of engines that end, or of threads have an engine of their own (`createTestEngine`).
 *
 * @example beforeEach(async () => { t = await beginTest(); }); afterEach(() => t.dispose());
 */
export async function beginTest(): Promise<TestEngine> {
  started ??= startForAll();
  const { client, engine, folder } = await started;
  const openIds = async () => (await client['matter.listOpen']({})).map(({ id }) => id);
  // A file may have work for all its tests beside a single test's.
  const others = new Set(await openIds());
  return workIn(mkdtempSync(join(folder, 'test-')), engine, async () => {
    for (const matterId of await openIds())
      if (!others.has(matterId)) await client['matter.close']({ matterId });
  });
}

/** Nothing tells a module that the last file has ended: the folder goes with the process. */
async function startForAll(): Promise<TestEngine> {
  const engine = await createTestEngine();
  process.once('exit', () => rmSync(engine.folder, { recursive: true, force: true }));
  return engine;
}
