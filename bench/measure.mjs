import { spawnSync } from 'node:child_process';

/**
 * Runs a command to its end.
 *
 * @param {readonly string[]} command
 * @returns {number} seconds from its start to its exit
 * @throws when it fails: a figure of a failed run means nothing
 */
export function time(command, options = {}) {
  const [program, ...args] = command;
  const started = performance.now();
  const { status, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${error?.message ?? stderr}`);
  return seconds;
}

/** Runs a command and reads its standard output as JSON. */
export function readJson([program, ...args]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * Runs two measurements in turn, A B A B …, after one run of each that does not count: a machine whose speed drifts
 * slows both.
 *
 * @param {number} rounds
 * @param {() => number} ours
 * @param {() => number} theirs
 * @returns {{ ours: number, theirs: number, ratio: number }} medians; the ratio is the median of the pairs' ratios
 */
export function pair(rounds, ours, theirs) {
  ours();
  theirs();
  const pairs = Array.from({ length: rounds }, () => [ours(), theirs()]);
  return {
    ours: median(pairs.map(([a]) => a)),
    theirs: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

/** The middle value. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
