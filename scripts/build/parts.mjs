import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRoot } from '../setup/places.mjs';
import { isFresh, isUntouched, listing, markFresh } from './freshness.mjs';
import { buildImageLibraries, imageLibraries } from './image-libraries.mjs';
import { replaceFile } from './replace-file.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const common = ['package-lock.json', 'scripts/build', 'shared'];

/** Parts of the build: what each is made of, and how. Each is remade only when something it is made of changed. */
export const parts = {
  engine: {
    sources: [...common, 'electron/engine', 'electron/cli'],
    outputs: ['out/pdfium.wasm'],
    async build() {
      const wasm = join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
      replaceFile(join(root, 'out/pdfium.wasm'), readFileSync(wasm));
      const { buildBundles, engineBundles } = await import('./bundles.mjs');
      await buildBundles(root, engineBundles);
    },
  },
  images: {
    sources: ['package-lock.json', 'scripts/build'],
    outputs: imageLibraries,
    build: () => buildImageLibraries(root),
  },
  app: {
    sources: [
      ...common,
      'electron/engine',
      'electron/cli',
      'electron/main',
      'electron/preload',
      'electron/utility',
    ],
    outputs: [],
    async build() {
      const { appBundles, buildBundles } = await import('./bundles.mjs');
      await buildBundles(root, appBundles);
    },
  },
  renderer: {
    sources: [...common, 'renderer', 'vite.config.ts', 'assets/fonts', 'assets/icons'],
    outputs: ['out/renderer'],
    build: buildRenderer,
  },
};

/**
 * Builds what changed.
 *
 * @param {readonly (keyof typeof parts)[]} names
 * @returns {Promise<string[]>} the parts that were built
 */
export async function buildParts(names) {
  const built = [];
  // Root's builds are run by the user nobody. Files made afterwards, such as a matter, keep the caller's umask.
  const umask = process.umask();
  if (isRoot) process.umask(0o022);
  await Promise.all(
    names.map(async (name) => {
      const part = parts[name];
      const stampFile = join(root, 'out/.fresh', name);
      const isBuilt = part.outputs.every((output) => existsSync(join(root, output)));
      if (isBuilt && isUntouched(root, stampFile)) return;
      const stamp = listing(root, part.sources);
      if (!isBuilt || !isFresh(stampFile, stamp)) {
        await part.build();
        built.push(name);
      }
      markFresh(stampFile, stamp);
    }),
  );
  process.umask(umask);
  return built;
}

async function buildRenderer() {
  if (!existsSync(join(root, 'renderer/index.html'))) return;
  const { build } = await import('vite');
  const partial = join(root, `out/renderer.${process.pid}`);
  const final = join(root, 'out/renderer');
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: partial, emptyOutDir: true },
  });
  rmSync(final, { recursive: true, force: true });
  renameSync(partial, final);
}
