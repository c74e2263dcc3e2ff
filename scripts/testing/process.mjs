import { spawn } from 'node:child_process';

/** Longest time a suite may take, in ms; then it is ended and counts as failed. */
const patience = 40 * 60_000;

/**
 * Runs a program and keeps what it says.
 *
 * @param {readonly string[]} command
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} options
 * @returns {Promise<{ status: number, output: string }>} standard output and error together
 */
export function run(command, options) {
  return start(command, options, 'pipe');
}

/**
 * Runs a program and shows its output as it comes.
 *
 * @returns {Promise<number>} its exit code
 */
export async function runShown(command, options) {
  return (await start(command, options, 'inherit')).status;
}

function start([program, ...args], { env = {}, cwd, timeout = patience } = {}, output) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      timeout,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const end = (status, why = '') => resolve({ status, output: Buffer.concat(chunks).toString() + why });
    child.on('error', (error) => end(1, error.message));
    child.on('close', (status, signal) => end(status ?? 1, signal ? `Ended by ${signal}.` : ''));
  });
}
