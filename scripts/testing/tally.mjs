import { relative } from 'node:path';

/**
 * Adds up counts of suites.
 *
 * @param {readonly import('./suites.mjs').Count[]} counts
 */
export function sum(counts) {
  const add = (key) => counts.reduce((total, count) => total + count[key], 0);
  const all = (key) => counts.flatMap((count) => count[key] ?? []);
  return {
    passed: add('passed'),
    failed: add('failed'),
    skipped: add('skipped'),
    failures: all('failures'),
    flaky: all('flaky'),
  };
}

/**
 * The line a suite ends with, and the whole run.
 *
 * @param {import('./suites.mjs').Count} count
 * @example summaryLine({ passed: 3, failed: 0, skipped: 0 }) // '3 passed, 0 failed'
 */
export function summaryLine({ passed, failed, skipped, failures = [], flaky = [] }) {
  const named = (word, tests) => (tests.length ? `, ${word}: ${tests.join('; ')}` : '');
  const skips = skipped ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skips}${named('failed', failures)}${named('flaky', flaky)}`;
}

/**
 * The journeys that ended in one way, in Playwright's JSON report.
 *
 * @param {'unexpected' | 'flaky'} ending flaky: passed only when tried again
 * @param {readonly object[]} suites the report's suites: one for each file, with others inside
 * @returns {string[]} each as file and title
 */
export function journeysThat(ending, suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === ending))
      .map(({ title }) => `${file}: ${title}`),
    ...journeysThat(ending, inner),
  ]);
}

/**
 * The tests that failed, and those that passed only when tried again, in Vitest's JSON report: such a test has
 * passed but still has a failure's message.
 *
 * @param {string} root the folder that file names are relative to
 * @param {readonly object[]} files the report's `testResults`
 * @returns {{ failures: string[], flaky: string[] }} each as file, title and the first line of what was wrong
 */
export function testsOf(root, files) {
  const wrong = files.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length || !message
      ? assertionResults
          .filter(({ failureMessages }) => failureMessages.length)
          .map(({ status, fullName, failureMessages }) => ({
            isFlaky: status === 'passed',
            line: `${relative(root, name)}: ${fullName} (${firstLine(failureMessages[0])})`,
          }))
      : [{ isFlaky: false, line: `${relative(root, name)} (${firstLine(message)})` }],
  );
  const lines = (isFlaky) => wrong.filter((test) => test.isFlaky === isFlaky).map(({ line }) => line);
  return { failures: lines(false), flaky: lines(true) };
}

function firstLine(text) {
  return text.trim().split('\n', 1)[0];
}
