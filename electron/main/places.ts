import { existsSync } from 'node:fs';
import { join } from 'node:path';

// Bundled, this module is in out/main.
const out = join(import.meta.dirname, '..');

/** Where the parts of the built app are, in a checkout and packaged alike. */
export const places = {
  renderer: join(out, 'renderer'),
  preload: join(out, 'preload/index.cjs'),
  engineProcess: join(out, 'utility/engine-process.js'),
  cliProcess: join(out, 'utility/cli-process.js'),
  pdfProcess: join(out, 'utility/pdf-process.js'),
  assets: join(out, '../assets'),
} as const;

/**
 * What the processes' environment says of better-sqlite3's binding. A checkout's is inherited as it is. An installed app loads the one
 * packed beside it, where its runtime needs its own, or the package's: no environment makes it load other code, as its fuses have it.
 *
 * @param resourcesPath the packaged app's resources folder; null in a checkout
 */
export function nativeBindingEnvironment(resourcesPath: string | null): Readonly<Record<string, string>> {
  if (resourcesPath === null) return {};
  const packed = join(resourcesPath, 'native/better_sqlite3.node');
  return { FORTHWITH_NATIVE_BINDING: existsSync(packed) ? packed : '' };
}
