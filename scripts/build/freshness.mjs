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
  const lines = [];
  for (const path of paths) {
    const file = join(root, path);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) lines.push(`${path}\0missing\n`);
    else if (stat.isDirectory()) listFolder(file, path, lines);
    else lines.push(lineOf(path, stat));
  }
  return createHash('sha256').update(lines.join('')).digest('hex');
}

const lineOf = (name, { size, mtimeMs }) => `${name}\0${size}\0${mtimeMs}\n`;

/** Every command does this a thousand times before it begins: paths are joined by hand. */
function listFolder(folder, name, lines) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    const child = entry.name;
    // Compiler output and tests are no part of what is built.
    if (child === '.tsc' || /\.test\.tsx?$/.test(child)) continue;
    if (entry.isDirectory()) {
      listFolder(`${folder}/${child}`, `${name}/${child}`, lines);
      continue;
    }
    const stat = statSync(`${folder}/${child}`, { throwIfNoEntry: false });
    lines.push(stat ? lineOf(`${name}/${child}`, stat) : `${name}/${child}\0missing\n`);
  }
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

/** Whether `stampFile` holds `value`: nothing changed since it was written. */
export function isFresh(stampFile, value) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === value;
}

/** Remembers `value` for `isFresh`. */
export function markFresh(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, value);
}
