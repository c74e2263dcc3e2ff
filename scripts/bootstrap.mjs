// Makes a fresh checkout runnable: packages, Electron, system packages, SQLite's binding. Node 20 built-ins only, for
// it runs before there is anything else. Each step is skipped where its result exists.
// --for-tests adds the programs that the tests read PDF files with.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron, readVersions } from './setup/electron-runtime.mjs';
import { hasPackages, installPackages } from './setup/npm-ci.mjs';
import { cacheDirectory, runtimeFile } from './setup/places.mjs';
import { openToNobody } from './setup/reach.mjs';
import { say, SetupError } from './setup/run.mjs';
import { readRuntime } from './setup/runtime.mjs';
import { bindingPlace, buildBinding } from './setup/sqlite-binding.mjs';
import { installSystemPackages, missingLibraries, missingPrograms } from './setup/system-packages.mjs';
import { hasDisplay } from './xvfb.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cache = cacheDirectory();
const programs = {
  hasDisplay: hasDisplay(),
  forTests: process.argv.includes('--for-tests'),
  forCompiling: false,
};

try {
  if (!isSetUp()) setUp();
  openToNobody(root, cache);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** Whether an earlier run left all that is needed. Looks at files only, so that every start can afford it. */
function isSetUp() {
  if (!hasPackages(root) || !existsSync(runtimeFile(root))) return false;
  const { exe, dist, nativeBinding } = readRuntime(root);
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  return (
    existsSync(exe) &&
    (!override || override === dist) &&
    (nativeBinding === null || existsSync(nativeBinding)) &&
    missingPrograms(programs).length === 0
  );
}

function setUp() {
  const started = performance.now();
  // What root makes here is read by the ordinary user that runs the app.
  process.umask(0o022);
  mkdirSync(cache, { recursive: true });
  installPackages(root);
  const found = findElectron(root, cache);
  installSystemPackages([...missingLibraries(found.exe), ...missingPrograms(programs)]);
  const { electron, node, chrome, napi } = readVersions(found.exe);
  const nativeBinding = bindingPlace(root, cache, Number(napi));
  if (nativeBinding && !existsSync(nativeBinding)) {
    installSystemPackages(missingPrograms({ ...programs, forCompiling: true }));
    buildBinding(root, cache, nativeBinding);
  }
  const runtime = { ...found, electron, node, chrome, napi: Number(napi), nativeBinding };
  mkdirSync(dirname(runtimeFile(root)), { recursive: true });
  writeFileSync(runtimeFile(root), JSON.stringify(runtime, null, 2));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`Set up in ${seconds} s: Electron ${electron} (${found.source}).`);
}
