import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { replaceFile } from './replace-file.mjs';

// What is bundled from CommonJS packages still calls require; an ES module has none of its own.
const banner = {
  js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
};

const hourMs = 3_600_000;

/**
 * Packages in the bundle that are initialized on first use: by the module that loads each. What fontkit
 * would unpack compressed fonts with is left out: the fonts that are shipped are not. Of zod's sentences, half of the package, the
 * English ones are kept, which are the ones used.
 */
const onDemand = {
  name: 'on demand',
  setup(build) {
    const packages = join(build.initialOptions.absWorkingDir, 'node_modules');
    build.onLoad({ filter: /[\\/]load-fontkit\.ts$/ }, () => ({
      contents: `export const loadFontkit = () => require(${JSON.stringify(join(packages, 'fontkit/dist/module.mjs'))});`,
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]brotli[\\/]decompress\.js$/ }, () => ({
      contents: "module.exports = () => { throw new Error('compressed fonts are not read'); };",
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/** Node code: every process outside the window. The oldest runtime it meets is the fallback's Node 20.18. */
const nodeOptions = { platform: 'node', format: 'esm', target: 'node20.18', banner };

/** A sandboxed preload script must be one CommonJS file; 'browser' rejects Node's modules at build time. */
const preloadOptions = { platform: 'browser', format: 'cjs', target: 'chrome130' };

export const appBundles = [
  { source: 'electron/main/index.ts', output: 'out/main/index.js', options: nodeOptions },
  { source: 'electron/preload/index.ts', output: 'out/preload/index.cjs', options: preloadOptions },
  // A window waits for the engine and the page reader: code they do not need yet is not loaded.
  ...['engine', 'pdf', 'cli'].map((name) => ({
    source: `electron/utility/${name}-process.ts`,
    output: `out/utility/${name}-process.js`,
    options: { ...nodeOptions, splitting: true, chunkNames: `${name}-process/[name]-[hash]` },
  })),
];

export const engineBundles = [
  // Each thread would load the whole bundle: split, it loads only the parts that its tasks need.
  {
    source: 'electron/engine/worker.ts',
    output: 'out/worker.js',
    options: { ...nodeOptions, splitting: true, chunkNames: 'worker/[name]-[hash]' },
  },
  // Code that a command does not need is not loaded.
  {
    source: 'electron/cli/index.ts',
    output: 'out/cli/index.js',
    options: { ...nodeOptions, splitting: true, chunkNames: 'index/[name]-[hash]' },
  },
];

/**
 * Builds bundles side by side. An entry whose source is not there yet is left out.
 *
 * @param {string} root
 * @param {typeof appBundles} bundles
 */
export async function buildBundles(root, bundles) {
  const { build } = await import('esbuild');
  await Promise.all(
    bundles
      .filter(({ source }) => existsSync(join(root, source)))
      .map(async ({ source, output, options }) => {
        const { outputFiles } = await build({
          ...options,
          absWorkingDir: root,
          entryPoints: [source],
          outdir: dirname(output),
          entryNames: basename(output, extname(output)),
          outExtension: { '.js': extname(output) },
          bundle: true,
          external: ['electron', 'better-sqlite3'],
          plugins: [onDemand],
          // Less to read at every start; names stay, for logs.
          minifyWhitespace: true,
          minifySyntax: true,
          sourcemap: true,
          write: false,
          logLevel: 'warning',
        });
        // The entry comes last, once all that it loads is there.
        for (const { path, contents } of outputFiles.toReversed()) replaceFile(path, contents);
        const parts = join(root, output.slice(0, -extname(output).length));
        if (options.splitting) removeOldParts(parts, new Set(outputFiles.map(({ path }) => path)));
      }),
  );
}

/** Parts of earlier builds stay for an hour: a process that started from one still loads them. Another build may remove them meanwhile. */
function removeOldParts(folder, current) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const mtimeMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (mtimeMs !== undefined && !current.has(path) && Date.now() - mtimeMs > hourMs)
      rmSync(path, { force: true });
  }
}
