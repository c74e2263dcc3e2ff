/**
 * Adds up counts of suites.
 *
 * @param {readonly import('./suites.mjs').Count[]} counts
 */
export function sum(counts) {
  const add = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/**
 * The line a test run ends with.
 *
 * @example summaryLine({ passed: 3, failed: 0, skipped: 0 }) // '3 passed, 0 failed'
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
