// npm run -s forthwith -- COMMAND…: the command line from a checkout. Says nothing itself on stdout.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildParts, root } from './build/parts.mjs';
import { runtimeFile } from './setup/places.mjs';

if (!existsSync(runtimeFile(root))) {
  const setup = spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs')], {
    stdio: ['ignore', process.stderr.fd, 'inherit'],
  });
  if (setup.status !== 0) process.exit(1);
}
await buildParts(['engine']);

const cli = join(root, 'out/cli/index.js');
process.argv.splice(1, 1, cli);
const major = Number(process.versions.node.split('.')[0]);
const newerNode = join(root, 'node_modules/.bin/node');
if (major < 22 && existsSync(newerNode)) {
  // Started by an older Node than npm's scripts get: hand over to the one that came with the packages.
  const { status, signal } = spawnSync(newerNode, process.argv.slice(1), { stdio: 'inherit' });
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}
await import(cli);
