/**
 * Builds an exhibit set, or compares a build, in a process of its own, which kills itself, without any chance to tidy up, once a
 * file is being written, or a folder has got its name: build-process.ts MATTER APP SET|MANIFEST TARGET written|renamed. A comparison
 * writes into the process's temporary folder, which must be TARGET. A test that watched it might come too late.
 */
import fs, { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { ExhibitSetId } from '../../../../shared/model/common.ts';
import { createEngine, createNodePlatform } from '../../index.ts';
import { workerUrl } from '../worker-url.ts';

const [matterPath, appDirectory, source, target, killedOnce] = process.argv.slice(2);
const engine = createEngine({
  platform: createNodePlatform({
    appDirectory: appDirectory!,
    assetsDirectory: join(import.meta.dirname, '../../../../assets'),
    workerUrl,
    // The same machine as the test's engine, so that it recognizes a lock whose process is gone.
    machine: 'bench',
    pdfiumWasmPath: join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
    imageLibraries: join(import.meta.dirname, '../../../../out/images'),
  }),
});
const { client, runJob } = engine.connect({ isTrusted: true });
const { id } = await client['matter.open']({ source: { path: matterPath! } });
const kill = () => process.kill(process.pid, 'SIGKILL');
const watch = () => {
  if (readdirSync(target!, { recursive: true }).some((name) => `${name}`.endsWith('.pdf'))) kill();
  setImmediate(watch);
};
if (killedOnce === 'written') watch();
const { rename } = fs.promises;
fs.promises.rename = async (...names) => {
  await rename(...names);
  kill();
};
syncBuiltinESMExports();
if (source!.endsWith('.json'))
  await runJob('exhibits.compare', { matterId: id, manifest: { path: source! } });
else
  await runJob('exhibits.build', { matterId: id, setId: source as ExhibitSetId, target: { path: target! } });
await engine.close();
process.exit();
