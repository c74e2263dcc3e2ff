// npm run package [-- --dir]: builds what changed and packs the app with electron-builder, for this system.
// --dir stops at the folder that an installer would hold. Installers are made from the official Electron only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, createTargets, Platform } from 'electron-builder';
import { isFresh, listing, markFresh } from './build/freshness.mjs';
import { buildParts, parts, root } from './build/parts.mjs';
import { readFuses } from './setup/fuses.mjs';
import { readRuntime } from './setup/runtime.mjs';

const production = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

const isDirectoryOnly = process.argv.includes('--dir');
const runtime = readRuntime(root);
if (runtime.source === 'fallback' && !isDirectoryOnly) {
  console.error(
    `The runtime here is the fallback, Electron ${runtime.electron}, which is for development and tests. Make ` +
      'installers where the official Electron can be downloaded; `npm run package -- --dir` packs a folder for smoke tests.',
  );
  process.exit(1);
}

await buildParts(Object.keys(parts));
const stampFile = join(root, 'dist/.fresh');
const sources = [
  'out',
  'assets',
  'electron-builder.yml',
  'package.json',
  'package-lock.json',
  'scripts',
  'LICENSE',
];
const stamp = `${runtime.exe}\n${listing(root, sources)}`;
if (isDirectoryOnly && isFresh(stampFile, stamp) && existsSync(join(root, 'dist'))) {
  console.log('The package is up to date.');
} else {
  await build({
    projectDir: root,
    targets: isDirectoryOnly
      ? createTargets([Platform.current()], 'dir')
      : createTargets([Platform.current()]),
    config: {
      electronDist: runtime.dist,
      electronVersion: runtime.electron,
      ...(isDirectoryOnly && { compression: 'store' }),
      // Where better-sqlite3's own binary does not load, the one made by the set-up goes beside the archive.
      ...(runtime.nativeBinding && {
        extraResources: [
          'LICENSE',
          'THIRD-PARTY-NOTICES.md',
          { from: runtime.nativeBinding, to: 'native/better_sqlite3.node' },
        ],
      }),
    },
  });
  if (process.platform === 'linux') checkFuses(join(root, 'dist/linux-unpacked/forthwith'));
  markFresh(stampFile, stamp);
}

/** Checks in the packed program that it cannot be run as Node, debugged, or made to load other code. */
function checkFuses(program) {
  const found = readFuses(program);
  const wrong = Object.entries(production).filter(([name, isOn]) => found[name] !== isOn);
  if (wrong.length)
    throw new Error(`Fuses are not as production needs them: ${wrong.map(([name]) => name).join(', ')}.`);
}
