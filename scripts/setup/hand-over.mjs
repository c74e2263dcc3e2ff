import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs another program in this one's place: signals sent to this process reach it, so that it is not left running alone.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 * @returns {Promise<number>} its exit code, as a shell has it where a signal ended it
 */
export function handOver(program, args, stdio = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio });
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    child.on('error', () => resolve(1));
    child.on('exit', (status, signal) => {
      for (const name of signals) process.off(name, passOn);
      resolve(status ?? 128 + constants.signals[signal]);
    });
  });
}
