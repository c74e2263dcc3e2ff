import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  createNodePlatform,
  type Engine,
  type EngineConnection,
  type EngineOptions,
  type Platform,
} from '../index.ts';
import type { Matter } from '../../../shared/model/matter.ts';
import { workerUrl } from './worker-url.ts';

export interface TestEngine extends EngineConnection {
  readonly engine: Engine;
  /** A folder of the test's own, removed by `dispose`. */
  readonly folder: string;
  createMatter(title?: string, passphrase?: string): Promise<Matter>;
  dispose(): Promise<void>;
}

/**
 * A real engine on a real folder, with outputs checked against the contract.
 *
 * @param overrides a fixed clock or ids, another folder to reopen, or options of the engine
 * @example const t = await createTestEngine(); const { id } = await t.createMatter(); …; await t.dispose();
 */
export async function createTestEngine(
  overrides: Partial<Platform> & { folder?: string } & Pick<
      EngineOptions,
      'readerHost' | 'startsJobsOnOpen'
    > = {},
): Promise<TestEngine> {
  const {
    folder = mkdtempSync(join(tmpdir(), 'forthwith-')),
    readerHost,
    startsJobsOnOpen = false,
    ...platform
  } = overrides;
  const engine = createEngine({
    checksOutput: true,
    startsJobsOnOpen,
    ...(readerHost && { readerHost }),
    platform: createNodePlatform({
      appDirectory: join(folder, 'app'),
      assetsDirectory: join(import.meta.dirname, '../../../assets'),
      workerUrl,
      pdfiumWasmPath: join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
      imageLibraries: join(import.meta.dirname, '../../../out/images'),
      account: 'tester',
      machine: 'bench',
      appVersion: '0.0.0-test',
      ...platform,
    }),
  });
  return workIn(folder, engine, () => engine.close());
}

/**
 * A new connection to an engine for work in one folder.
 *
 * @param end what `dispose` does before it removes the folder
 */
export function workIn(folder: string, engine: Engine, end: () => Promise<void>): TestEngine {
  const connection = engine.connect({ isTrusted: true });
  let count = 0;
  return {
    ...connection,
    engine,
    folder,
    createMatter: (title = 'Parler LLC v. Amazon Web Services, Inc.', passphrase) =>
      connection.client['matter.create']({
        target: { path: join(folder, `matter-${++count}.matter`) },
        fields: { title },
        ...(passphrase !== undefined && { passphrase }),
      }),
    async dispose() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
