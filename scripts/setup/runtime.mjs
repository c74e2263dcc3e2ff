import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, runtimeFile } from './places.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'override' | 'fallback'} source the fallback is for development and tests, never for installers
 * @property {string} dist folder of the Electron distribution
 * @property {string} exe
 * @property {string} electron version
 * @property {string} node version
 * @property {string} chrome version
 * @property {number} napi
 * @property {string | null} nativeBinding better-sqlite3 built for this runtime, where its own will not load
 */

/**
 * What the set-up found.
 *
 * @returns {Runtime}
 * @throws when the set-up has not run
 */
export function readRuntime(root) {
  const file = runtimeFile(root);
  if (!existsSync(file))
    throw new Error('Run `node scripts/bootstrap.mjs` first: nothing is set up here yet.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * How to start Electron here: as it is, or as an ordinary user where we are root, whom Chromium's sandbox refuses.
 *
 * @param {string} root
 * @param {Pick<Runtime, 'exe' | 'nativeBinding'>} runtime
 * @param {{ userHome?: string }} options the home kept between runs, where another user is needed
 * @returns {{ command: string[], env: Record<string, string> }}
 */
export function launchCommand(root, { exe, nativeBinding }, { userHome } = {}) {
  const binding = nativeBinding ? { FORTHWITH_NATIVE_BINDING: nativeBinding } : {};
  if (process.platform !== 'linux' || !isRoot) return { command: [exe], env: binding };
  if (userHome) mkdirSync(userHome, { recursive: true });
  return {
    command: [join(root, 'scripts/as-nobody.sh')],
    env: { ...binding, FORTHWITH_EXE: exe, ...(userHome && { FORTHWITH_USER_HOME: userHome }) },
  };
}
