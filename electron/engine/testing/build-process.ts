/** Builds an exhibit set in a process of its own, for tests that kill it: build-process.ts MATTER APP SET TARGET. */
import { join } from 'node:path';
import type { ExhibitSetId } from '../../../shared/model/common.ts';
import { createEngine, createNodePlatform } from '../index.ts';
import { workerUrl } from './worker-url.ts';

const [matterPath, appDirectory, setId, target] = process.argv.slice(2);
const engine = createEngine({
  platform: createNodePlatform({
    appDirectory: appDirectory!,
    assetsDirectory: join(import.meta.dirname, '../../../assets'),
    workerUrl,
    // The same machine as the test's engine, so that it recognises a lock whose process is gone.
    machine: 'bench',
    pdfiumWasmPath: join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
    imageLibraries: join(import.meta.dirname, '../../../out/images'),
  }),
});
const { client, runJob } = engine.connect({ isTrusted: true });
const { id } = await client['matter.open']({ source: { path: matterPath! } });
await runJob(
  'exhibits.build',
  { matterId: id, setId: setId as ExhibitSetId, target: { path: target! } },
  { onProgress: ({ note, done }) => process.stdout.write(`${done} ${note}\n`) },
);
process.stdout.write('finished\n');
await engine.close();
