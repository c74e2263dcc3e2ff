import { spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRoot } from './places.mjs';
import { say } from './run.mjs';

/**
 * Lets the user nobody reach a checkout of root's: as root the app is started as nobody, for Chromium's sandbox refuses
 * root. Folders above it become passable (not listable), its own files readable. Nothing to do for ordinary users.
 *
 * @param {string} root of the checkout
 * @param {string} cache where the runtime is
 */
export function openToNobody(root, cache) {
  if (!isRoot || process.platform !== 'linux') return;
  for (const folder of [...ancestors(root), ...ancestors(cache)]) {
    const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
    if (mode === undefined || mode & 0o001) continue;
    say(`As root, the app is run as the user nobody, who is let through ${folder} (chmod o+x).`);
    chmodSync(folder, (mode & 0o7777) | 0o001);
  }
  // A strict umask made the checkout's files private: they are as public as the repository.
  const isPrivate = ['package.json', 'scripts/as-nobody.sh'].some(
    (name) => !(statSync(join(root, name)).mode & 0o004),
  );
  if (isPrivate) spawnSync('chmod', ['-R', 'a+rX', root]);
}

function ancestors(folder) {
  const above = dirname(folder);
  return above === folder ? [folder] : [...ancestors(above), folder];
}
