import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A fingerprint of files and folders by name, size and time of change: cheap enough to take on every start.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to root; missing ones count as such
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) visit(join(root, path), path, hash);
  return hash.digest('hex');
}

function visit(file, name, hash) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return void hash.update(`${name}\0missing\n`);
  if (!stat.isDirectory()) return void hash.update(`${name}\0${stat.size}\0${stat.mtimeMs}\n`);
  for (const child of readdirSync(file).sort()) {
    // Compiler output and tests are no part of what is built.
    if (child === '.tsc' || /\.test\.tsx?$/.test(child)) continue;
    visit(join(file, child), `${name}/${child}`, hash);
  }
}

/** Whether `stampFile` holds `value`: nothing changed since it was written. */
export function isFresh(stampFile, value) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === value;
}

/** Remembers `value` for `isFresh`. */
export function markFresh(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, value);
}
