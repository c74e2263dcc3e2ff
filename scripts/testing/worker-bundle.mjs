// Once before all tests: the worker threads' code in one bundle, made as the app's is. Thousands of threads start in the tests,
// and each would read and strip hundreds of source files again.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildBundles, engineBundles } from '../build/bundles.mjs';

const root = resolve(import.meta.dirname, '../..');

/**
 * Vitest's global setup; tests find the bundle through electron/engine/testing/worker-url.ts. In watch mode there is
 * none, since it would not be rebuilt.
 *
 * @param {{ config: { watch: boolean } }} project
 * @returns {Promise<(() => void) | undefined>} removes the bundle again
 */
export async function setup({ config }) {
  if (config.watch) return undefined;
  const folder = `out/tests/${process.pid}`;
  const worker = engineBundles.find(({ source }) => source === 'electron/engine/worker.ts');
  const output = `${folder}/worker.js`;
  mkdirSync(join(root, folder, 'worker'), { recursive: true });
  await buildBundles(root, [{ ...worker, output }]);
  process.env.FORTHWITH_TEST_WORKER = join(root, output);
  return () => rmSync(join(root, folder), { recursive: true, force: true });
}
