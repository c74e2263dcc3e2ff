import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { replaceFile } from './replace-file.mjs';

/** Where the libraries that decode pictures are once built: CommonJS, loaded at run time by the threads that need them. */
const folder = 'out/images';

export const imageLibraries = [
  'sharp.cjs',
  'sharp-wasm.cjs',
  'sharp-wasm32.node.wasm',
  'libheif.cjs',
  'libheif.wasm',
  'tesseract.cjs',
  'tesseract.wasm',
  'eng.traineddata.gz',
].map((name) => `${folder}/${name}`);

/**
 * Puts sharp, libheif and Tesseract beside the bundles, as separate files: sharp's WebAssembly starts threads by the name of the
 * script it was loaded from, and nothing of either is read before a picture is. sharp's native builds, which are not
 * compatible with Electron's own libraries on Linux, are left out even where they are installed.
 *
 * @param {string} root the checkout
 */
export async function buildImageLibraries(root) {
  const { build } = await import('esbuild');
  const wasm = dirname(resolvePackage(root, '@img/sharp-wasm32'));
  const { version } = JSON.parse(readFileSync(join(wasm, 'package.json'), 'utf8'));
  const glue = join(wasm, `lib/sharp-wasm32-${version}.node.js`);
  const options = {
    absWorkingDir: root,
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
    logLevel: 'warning',
  };
  const results = await Promise.all([
    build({
      ...options,
      entryPoints: [join(dirname(resolvePackage(root, 'sharp')), 'dist/index.cjs')],
      outfile: `${folder}/sharp.cjs`,
      plugins: [wasmOnly],
    }),
    build({ ...options, entryPoints: [glue], outfile: `${folder}/sharp-wasm.cjs` }),
  ]);
  for (const { path, contents, text } of results.flatMap(({ outputFiles }) => outputFiles))
    replaceFile(
      path,
      text.includes(`sharp-wasm32-${version}.node.wasm`)
        ? text.replaceAll(`sharp-wasm32-${version}.node.wasm`, 'sharp-wasm32.node.wasm')
        : contents,
    );
  replaceFile(
    join(root, folder, 'sharp-wasm32.node.wasm'),
    readFileSync(join(wasm, `lib/sharp-wasm32-${version}.node.wasm`)),
  );
  const heif = join(dirname(resolvePackage(root, 'libheif-js')), 'libheif-wasm');
  replaceFile(join(root, folder, 'libheif.cjs'), readFileSync(join(heif, 'libheif.js')));
  replaceFile(join(root, folder, 'libheif.wasm'), readFileSync(join(heif, 'libheif.wasm')));
  copyRecognizer(root);
}

/** Puts Tesseract beside them, with the one language it reads: every supported runtime has WebAssembly SIMD. */
function copyRecognizer(root) {
  const core = join(dirname(resolvePackage(root, 'tesseract.js-core')), 'tesseract-core-simd-lstm');
  const language = join(
    dirname(resolvePackage(root, '@tesseract.js-data/eng')),
    '4.0.0_best_int/eng.traineddata.gz',
  );
  replaceFile(join(root, folder, 'tesseract.cjs'), readFileSync(`${core}.js`));
  replaceFile(join(root, folder, 'tesseract.wasm'), readFileSync(`${core}.wasm`));
  replaceFile(join(root, folder, 'eng.traineddata.gz'), readFileSync(language));
}

/** The path of a package's package.json, which the package need not export. */
function resolvePackage(root, name) {
  const require = createRequire(join(root, 'package.json'));
  for (const place of require.resolve.paths(name) ?? []) {
    try {
      return require.resolve(join(place, name, 'package.json'));
    } catch {
      // Not in this folder of packages; the next one up may have it.
    }
  }
  throw new Error(`${name} is not installed. Run npm ci.`);
}

/** Uses sharp's WebAssembly where sharp would look for a native build. */
const wasmOnly = {
  name: 'sharp-wasm-only',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/sharp\.[cm]js$/ }, ({ importer }) =>
      /[\\/]sharp[\\/]dist[\\/]/.test(importer) ? { path: './sharp-wasm.cjs', external: true } : undefined,
    );
  },
};
