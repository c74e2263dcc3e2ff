import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something the person at the terminal can fix; its message says how. */
export class SetupError extends Error {}

/** Says to the person at the terminal what takes time. Standard error, so that commands may be piped. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a program quietly; its output is shown only when it fails.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, timeout?: number, mayFail?: boolean }} options
 *   env is added to ours, undefined takes out; timeout in ms
 * @throws SetupError when it fails, unless it may
 */
export function run(program, args, { env = {}, mayFail = false, ...options } = {}) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    env: { ...process.env, ...env },
  });
  if (result.status !== 0 && !mayFail) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    const why = result.error?.message ?? result.signal ?? `exit code ${result.status}`;
    throw new SetupError(`${program} ${args[0] ?? ''} did not succeed (${why}). Its output stands above.`);
  }
  return result;
}

/** Runs npm: the one that started us, where one did. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args], options) : run('npm', args, options);
}

/** Whether a program is on the PATH. */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
