// npm test: every suite, even if an earlier one fails; the last line sums them up.
// --full runs the long ones in full, and checks the tables in docs/ about third-party files against its results.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/parts.mjs';
import { check, playwright, vitest } from './testing/suites.mjs';
import { temporaryPlace } from './testing/temporary-place.mjs';
import { sum, summaryLine } from './testing/tally.mjs';

const isFull = process.argv.includes('--full');

// What a journey leaves behind goes in one folder, which the app's user can write to and which is emptied at the end.
const temporary = mkdtempSync(join(temporaryPlace({ isFull }), 'forthwith-tests-'));
chmodSync(temporary, 0o1777);
process.umask(0o022);
mkdirSync(join(root, 'test-results'), { recursive: true });

const options = {
  cwd: root,
  env: { FORTHWITH_TIER: isFull ? 'full' : 'sample', TMPDIR: temporary, FORCE_COLOR: undefined },
};

// The lanes run side by side, each in order: the checks use one core most of the time.
const checks = [
  [
    ['format', () => check(['oxfmt', '--check', '.'], options)],
    ['dead code', () => check(['knip', '--no-progress'], options)],
    ['lint', () => check(['oxlint'], options)],
    ['build', () => check(['node', 'scripts/build.mjs'], options)],
    ['package', () => check(['node', 'scripts/package.mjs', '--dir'], options)],
  ],
  [
    ['types', () => check(['tsc', '-b'], options)],
    ['types of the oldest runtime', () => check(['tsc', '-p', 'tsconfig.oldest.json'], options)],
  ],
];
const tests = [
  ['unit, engine, corpora', () => vitest(root, options)],
  ['journeys', () => playwright(root, options)],
];

const counts = [];
try {
  await Promise.all(checks.map(runInTurn));
  await runInTurn(tests);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

const total = sum(counts);
console.log(summaryLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

async function runInTurn(suites) {
  for (const [name, runSuite] of suites) {
    const started = performance.now();
    const count = await runSuite();
    const seconds = (performance.now() - started) / 1000;
    counts.push(count);
    console.log(`${name}: ${summaryLine(count)} (${seconds.toFixed(1)} s)`);
  }
}
