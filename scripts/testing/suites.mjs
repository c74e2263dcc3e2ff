import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, runShown } from './process.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/**
 * A check that is one test: it passes when the program answers 0.
 *
 * @param {readonly string[]} command
 * @returns {Promise<Count>}
 */
export async function check(command, options) {
  const { status, output } = await run(command, options);
  if (status !== 0) console.log(`\n$ ${command.join(' ')}\n${output}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
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
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  );
}

/**
 * Playwright's journeys, counted from its JSON report.
 *
 * @param {readonly string[]} command how to run it
 * @returns {Promise<Count>}
 */
export async function playwright(root, command, options) {
  const report = join(root, 'test-results/e2e.json');
  rmSync(report, { force: true });
  const status = await runShown(command, options);
  return honest(status, readReport(report), ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
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
