import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { Jobs } from '../jobs/index.ts';
import { MatterRegistry } from '../matter/index.ts';
import { createNodePlatform } from '../platform/node-platform.ts';
import type { Platform } from '../platform/platform.ts';
import type { MatterSession } from '../store/session.ts';
import { workerUrl } from './worker-url.ts';

export interface TestSession {
  readonly session: MatterSession;
  readonly jobs: Jobs;
  readonly matters: MatterRegistry;
  readonly events: EngineEvent[];
  /** Closes the matter and opens it again, in a registry and with jobs of its own, as after a restart. */
  reopen(options?: { isReadOnly?: boolean }): Promise<void>;
  dispose(): Promise<void>;
}

/** An open matter without the engine around it, for tests of what lies below the operations. */
export function createTestSession(overrides: Partial<Platform> = {}): TestSession {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-'));
  const filePath = join(folder, 'x.matter');
  const platform = createNodePlatform({
    appDirectory: join(folder, 'app'),
    assetsDirectory: join(import.meta.dirname, '../../../assets'),
    workerUrl,
    pdfiumWasmPath: '',
    imageLibraries: join(import.meta.dirname, '../../../out/images'),
    account: 'tester',
    machine: 'bench',
    ...overrides,
  });
  const events: EngineEvent[] = [];
  const emit = (event: EngineEvent) => void events.push(event);
  const start = () => {
    const jobs = new Jobs(platform, emit);
    return { jobs, matters: new MatterRegistry({ platform, jobs, emit }) };
  };
  const first = start();
  const fields = { title: 'x', court: '', number: '', judge: '', timezone: 'America/New_York' };
  const test = {
    ...first,
    session: first.matters.create(filePath, fields, { passphrase: null }),
    events,
    async reopen({ isReadOnly = false } = {}) {
      await test.matters.closeAll();
      const again = start();
      test.jobs = again.jobs;
      test.matters = again.matters;
      test.session = again.matters.open(filePath, { isReadOnly });
    },
    async dispose() {
      await test.matters.closeAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}
