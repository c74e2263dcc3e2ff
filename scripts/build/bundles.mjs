import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.mjs';

// What is bundled from CommonJS packages still calls require; an ES module has none of its own.
const banner = {
  js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
};

/** Node code: every process outside the window. The oldest runtime it meets is the fallback's Node 20.18. */
const nodeOptions = { platform: 'node', format: 'esm', target: 'node20.18', banner };

/** A sandboxed preload script must be one CommonJS file; 'browser' refuses Node's modules already here. */
const preloadOptions = { platform: 'browser', format: 'cjs', target: 'chrome130' };

export const appBundles = [
  { source: 'electron/main/index.ts', output: 'out/main/index.js', options: nodeOptions },
  { source: 'electron/preload/index.ts', output: 'out/preload/index.cjs', options: preloadOptions },
  ...['engine', 'pdf', 'cli'].map((name) => ({
    source: `electron/utility/${name}-process.ts`,
    output: `out/utility/${name}-process.js`,
    options: nodeOptions,
  })),
];

export const engineBundles = [
  { source: 'electron/engine/worker.ts', output: 'out/worker.js', options: nodeOptions },
  { source: 'electron/cli/index.ts', output: 'out/cli/index.js', options: nodeOptions },
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
          outfile: output,
          bundle: true,
          external: ['electron', 'better-sqlite3'],
          // Less to read at every start; names stay, for logs.
          minifyWhitespace: true,
          minifySyntax: true,
          sourcemap: true,
          write: false,
          logLevel: 'warning',
        });
        for (const { path, contents } of outputFiles) replaceFile(path, contents);
      }),
  );
}
