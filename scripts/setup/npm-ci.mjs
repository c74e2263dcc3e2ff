import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, say } from './run.mjs';

/** Whether node_modules is what package-lock.json asks for. */
export function hasPackages(root) {
  const stamp = stampFile(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root);
}

/** Installs the packages of package-lock.json, exactly. */
export function installPackages(root) {
  if (hasPackages(root)) return;
  say('Installing packages (npm ci) …');
  // No package needs its script: SQLite's binaries come with it, and npm would still ask for a compiler.
  npm(['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
  });
  writeFileSync(stampFile(root), lockHash(root));
}

const stampFile = (root) => join(root, 'node_modules/.lock-sha256');

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
