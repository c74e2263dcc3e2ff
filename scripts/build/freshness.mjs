import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Lists files and folders, a line each: files by name, size and time of change, folders by name and time of change, by
 * which a file added to one is seen without reading it.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to root; missing ones count as such
 */
export function listing(root, paths) {
  const lines = [];
  for (const path of paths) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    lines.push(lineOf(path, stat));
    if (stat?.isDirectory()) listFolder(root, path, lines);
  }
  return lines.join('\n');
}

function listFolder(root, folder, lines) {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true }).sort(byName)) {
    // Compiler output and tests are no part of what is built.
    if (entry.name === '.tsc' || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    lines.push(lineOf(path, statSync(`${root}/${path}`, { throwIfNoEntry: false })));
    if (entry.isDirectory()) listFolder(root, path, lines);
  }
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

/** The name, and after a zero what would change with it. */
function lineOf(path, stat) {
  if (!stat) return `${path}\0missing`;
  return stat.isDirectory()
    ? `${path}\0${folderMark}${stat.mtimeMs}`
    : `${path}\0${stat.size} ${stat.mtimeMs}`;
}

const folderMark = 'folder ';

/**
 * Whether nothing that a stamp lists was touched since. Every command asks this before it begins: it looks at what is
 * listed and reads no folder, in a third of the time of a new listing.
 */
export function isUntouched(root, stampFile) {
  if (!existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8')
    .split('\n')
    .every((line) => {
      const path = line.slice(0, line.indexOf('\0'));
      return line === lineOf(path, statSync(`${root}/${path}`, { throwIfNoEntry: false }));
    });
}

/** Whether `stampFile` lists the same files as `value`; a folder that only its tests or its own time changed in is the same. */
export function isFresh(stampFile, value) {
  return existsSync(stampFile) && filesIn(readFileSync(stampFile, 'utf8')) === filesIn(value);
}

const filesIn = (list) =>
  list
    .split('\n')
    .filter((line) => !line.includes(`\0${folderMark}`))
    .join('\n');

/** Remembers `value` for `isUntouched` and `isFresh`. */
export function markFresh(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, value);
}
