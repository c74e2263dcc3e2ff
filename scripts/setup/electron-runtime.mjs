import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assembleFallback } from './fallback-runtime.mjs';
import { run } from './run.mjs';

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * Finds an Electron to run: the one named in ELECTRON_OVERRIDE_DIST_PATH, else the official one, downloaded if it can
 * be, else the fallback.
 *
 * @returns {{ source: 'override' | 'official' | 'fallback', dist: string, exe: string }}
 */
export function findElectron(root, cache, env = process.env) {
  const at = (source, dist) => ({
    source,
    dist,
    exe: join(dist, executables[process.platform] ?? 'electron'),
  });
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return at('override', env.ELECTRON_OVERRIDE_DIST_PATH);
  const official = at('official', join(root, 'node_modules/electron/dist'));
  if (existsSync(official.exe) || download(root, official.exe)) return official;
  return at('fallback', assembleFallback(root, cache));
}

function download(root, exe) {
  const ownNode = join(root, 'node_modules/.bin/node');
  const installer = join(root, 'node_modules/electron/install.js');
  const { status } = run(existsSync(ownNode) ? ownNode : process.execPath, [installer], {
    mayFail: true,
    timeout: 300_000,
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: undefined },
  });
  return status === 0 && existsSync(exe);
}

/** The versions inside an Electron: `process.versions` of its Node. */
export function readVersions(exe) {
  const { stdout } = run(exe, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout);
}
