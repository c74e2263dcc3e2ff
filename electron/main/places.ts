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
 * better-sqlite3's binding, for the processes' environment: named from outside, or packed beside the app where the
 * runtime needs its own. Empty where the package's own binding loads.
 *
 * @param resourcesPath the packaged app's resources folder; null in a checkout
 */
export function nativeBindingEnvironment(resourcesPath: string | null): Readonly<Record<string, string>> {
  const named = process.env['FORTHWITH_NATIVE_BINDING'];
  if (named) return { FORTHWITH_NATIVE_BINDING: named };
  const packed = resourcesPath && join(resourcesPath, 'native/better_sqlite3.node');
  return packed && existsSync(packed) ? { FORTHWITH_NATIVE_BINDING: packed } : {};
}
