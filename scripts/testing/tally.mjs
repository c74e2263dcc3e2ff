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
 * The line a suite ends with, and the whole run.
 *
 * @param {import('./suites.mjs').Count} count
 * @example summaryLine({ passed: 3, failed: 0, skipped: 0 }) // '3 passed, 0 failed'
 */
export function summaryLine({ passed, failed, skipped, flaky = [] }) {
  const unsteady = flaky.length ? `, flaky: ${flaky.join('; ')}` : '';
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${unsteady}`;
}

/**
 * The journeys that passed only when they were tried again, in Playwright's JSON report.
 *
 * @param {readonly object[]} suites the report's suites: one for each file, with others inside
 * @returns {string[]} each as file and title
 */
export function flakyJourneys(suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${file}: ${title}`),
    ...flakyJourneys(inner),
  ]);
}
