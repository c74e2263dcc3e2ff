import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, runShown } from './process.mjs';
import { journeysThat, testsOf } from './tally.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[], flaky?: readonly string[] }} Count
 *   failures names the tests that failed; flaky those that passed only when they were tried again, which count as passed
 */

/**
 * A check that is one test: it passes when the program exits with 0.
 *
 * @param {readonly string[]} command
 * @returns {Promise<Count>}
 */
export async function check(command, options) {
  const { status, output } = await run(command, options);
  if (status === 0) return { passed: 1, failed: 0, skipped: 0 };
  console.log(`\n$ ${command.join(' ')}\n${output}`);
  return { passed: 0, failed: 1, skipped: 0, failures: [command.join(' ')] };
}

/**
 * Vitest's tests, counted from its JSON report.
 *
 * @returns {Promise<Count>}
 */
export async function vitest(root, options) {
  const report = join(root, 'test-results/vitest.json');
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runShown(['vitest', ...args], options);
  return honest(
    status,
    readReport(report),
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
      ...testsOf(root, testResults),
    }),
  );
}

/**
 * Playwright's journeys, counted from its JSON report. They bring their own displays (e2e/support/displays.ts).
 *
 * @returns {Promise<Count>}
 */
export async function playwright(root, options) {
  const report = join(root, 'test-results/e2e.json');
  rmSync(report, { force: true });
  const status = await runShown(['playwright', 'test'], options);
  return honest(status, readReport(report), ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: journeysThat('unexpected', suites),
    flaky: journeysThat('flaky', suites),
  }));
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A run that ends badly without a failed test to show for it (a file that does not load, no report) counts as one. */
function honest(status, report, count) {
  const counted = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
