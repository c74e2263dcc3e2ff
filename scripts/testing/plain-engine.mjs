// Makes a matter with the engine's source in this process, closes it, opens it again, and says what it saw.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, createNodePlatform } from '../../electron/engine/index.ts';
import { root } from '../build/parts.mjs';

const folder = join(process.argv[2], 'matters');
mkdirSync(folder);
const path = join(folder, 'plain.matter');
const startEngine = () =>
  createEngine({
    platform: createNodePlatform({
      appDirectory: join(process.argv[2], 'app'),
      assetsDirectory: join(root, 'assets'),
      workerUrl: pathToFileURL(join(root, 'electron/engine/worker.ts')),
      pdfiumWasmPath: join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
      imageLibraries: join(root, 'out/images'),
    }),
  });

const isElectronRefused = await import('electron').then(
  () => false,
  () => true,
);
const maker = startEngine();
await maker.connect({ isTrusted: true }).client['matter.create']({
  target: { path },
  fields: { title: 'Parler LLC v. Amazon Web Services, Inc.' },
});
await maker.close();
const opener = startEngine();
const { title } = await opener.connect({ isTrusted: true }).client['matter.open']({ source: { path } });
await opener.close();
process.stdout.write(JSON.stringify({ isElectronRefused, title, filesLeft: readdirSync(folder) }));
