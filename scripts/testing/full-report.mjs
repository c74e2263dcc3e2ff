import { summaryLine } from './tally.mjs';

/**
 * The page docs/test-full.md: what the last full run found.
 *
 * @param {readonly { name: string, count: import('./suites.mjs').Count, seconds: number }[]} suites
 * @param {{ date: string, electron: string, node: string, total: import('./suites.mjs').Count }} run
 */
export function fullReport(suites, { date, electron, node, total }) {
  const rows = suites.map(
    ({ name, count, seconds }) =>
      `| ${name} | ${count.passed} | ${count.failed} | ${count.skipped} | ${seconds.toFixed(0)} s |`,
  );
  return [
    '# The last full test run',
    '',
    '`npm run test:full` runs the long suites whole, where `npm test` takes a sample of them, and writes this page.',
    '',
    `${date}, Electron ${electron}, Node ${node}: ${summaryLine(total)}.`,
    '',
    '| suite | passed | failed | skipped | time |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
