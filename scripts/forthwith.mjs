// npm run -s forthwith -- COMMAND…: the command line from a checkout. Says nothing of its own on stdout.
import { existsSync, readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cacheDirectory, runtimeFile } from './setup/places.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!existsSync(runtimeFile(root))) {
  const setUp = await runNode(
    process.execPath,
    [join(root, 'scripts/bootstrap.mjs')],
    ['ignore', process.stderr.fd, 'inherit'],
  );
  if (setUp !== 0) process.exit(1);
}

// npm's scripts find the packages' own Node first. If that is too old, this file runs again in the project's own.
const ownNode = join(root, 'node_modules/.bin/node');
const major = Number(process.versions.node.split('.')[0]);
if (major < 22 && existsSync(ownNode)) process.exit(await runNode(ownNode, process.argv.slice(1)));

// Compiled code is cached for the next start, which saves a third of a second. What is loaded before this line is not.
const compiled = join(cacheDirectory(), 'compiled');
nodeModule.enableCompileCache(compiled);
// Worker threads look for it only here.
process.env.NODE_COMPILE_CACHE ??= compiled;
const { buildParts } = await import('./build/parts.mjs');
await buildParts(['engine', 'images']);
const { runCli, terminalIo, terminalPlatform } = await import(
  pathToFileURL(join(root, 'out/cli/index.js')).href
);
const platform = terminalPlatform({
  assetsDirectory: join(root, 'assets'),
  workerUrl: pathToFileURL(join(root, 'out/worker.js')),
  pdfiumWasmPath: join(root, 'out/pdfium.wasm'),
  appVersion: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
});
process.exitCode = await runCli(process.argv.slice(2), terminalIo(), platform);

/** Runs Node on a script to its end; returns its exit code. */
async function runNode(node, args, stdio) {
  const { handOver } = await import('./setup/hand-over.mjs');
  return handOver(node, args, stdio);
}
