import { homedir } from 'node:os';
import { join } from 'node:path';

/** The set-up runs as root: in a container, most often. */
export const isRoot = process.getuid?.() === 0;

/**
 * What every checkout on this machine shares: runtimes and native builds. Root's home is not readable by the ordinary user
 * that root's tests run as, hence another place for root.
 */
export function cacheDirectory(env = process.env) {
  if (env.FORTHWITH_CACHE) return env.FORTHWITH_CACHE;
  if (isRoot) return '/var/cache/forthwith';
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'forthwith');
}

/** Where the set-up records what it found, for start, tests and packaging. */
export function runtimeFile(root) {
  return join(root, 'node_modules/.cache/runtime.json');
}
