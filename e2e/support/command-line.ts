import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../scripts/forthwith.mjs');

/**
 * Runs the command line, which quickly makes what is not part of the journey; returns its output, and fails as it does, with its
 * exit code.
 *
 * @example forthwith('matter', 'sample', join(folder, 'sample.matter'))
 */
export function forthwith(...args: readonly string[]): string {
  const options = { stdio: 'pipe', encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return execFileSync('node', [program, ...args], options);
}
