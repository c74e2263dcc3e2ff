import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { check } from './suites.mjs';
import { journeysThat, sum, summaryLine, testsOf } from './tally.mjs';
import { temporaryPlace } from './temporary-place.mjs';
import { withDisplay } from '../xvfb.mjs';

describe('the last line', () => {
  it('names skipped tests only where there are some', () => {
    expect(summaryLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(summaryLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('names what passed only at the second try', () => {
    const count = {
      passed: 3,
      failed: 0,
      skipped: 0,
      flaky: ['docket.spec.ts: a sheet', 'tro.spec.ts: a clock'],
    };
    expect(summaryLine(count)).toBe(
      '3 passed, 0 failed, flaky: docket.spec.ts: a sheet; tro.spec.ts: a clock',
    );
  });

  it('finds those in Playwright’s report, inside groups too', () => {
    const file = 'docket.spec.ts';
    const spec = (title, status) => ({ title, tests: [{ status }] });
    const group = { file, specs: [spec('inside', 'flaky'), spec('lost', 'unexpected')] };
    const report = [{ file, specs: [spec('steady', 'expected'), spec('at last', 'flaky')], suites: [group] }];
    expect(journeysThat('flaky', report)).toEqual(['docket.spec.ts: at last', 'docket.spec.ts: inside']);
    expect(journeysThat('unexpected', report)).toEqual(['docket.spec.ts: lost']);
  });

  it('finds those in Vitest’s report, and files that did not load', () => {
    const test = (status, fullName, ...failureMessages) => ({ status, fullName, failureMessages });
    const report = [
      {
        name: '/app/shared/a.test.ts',
        message: '',
        assertionResults: [
          test('passed', 'holds'),
          test('passed', 'holds at last', 'Error: once\n    at a.test.ts'),
          test('failed', 'does not', 'Error: first\n    at a.test.ts', 'Error: again'),
        ],
      },
      { name: '/app/shared/b.test.ts', message: 'SyntaxError: no', assertionResults: [] },
    ];
    expect(testsOf('/app', report)).toEqual({
      failures: ['shared/a.test.ts: does not (Error: first)', 'shared/b.test.ts (SyntaxError: no)'],
      flaky: ['shared/a.test.ts: holds at last (Error: once)'],
    });
  });

  it('names what failed', () => {
    const count = { passed: 3, failed: 1, skipped: 0, failures: ['a.test.ts: adds (Error: 3)'] };
    expect(summaryLine(count)).toBe('3 passed, 1 failed, failed: a.test.ts: adds (Error: 3)');
  });

  it('sums all suites', () => {
    const counts = [
      { passed: 1, failed: 0, skipped: 0, flaky: ['c'] },
      { passed: 10, failed: 2, skipped: 3, failures: ['a', 'b'] },
    ];
    const all = { passed: 11, failed: 2, skipped: 3, failures: ['a', 'b'], flaky: ['c'] };
    expect(sum(counts)).toEqual(all);
  });
});

describe('a check', () => {
  it('passes when its program answers 0', async () => {
    expect(await check(['node', '-e', ''], {})).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it('fails when its program does, and when there is no such program', async () => {
    expect(await check(['node', '-e', 'process.exit(2)'], {})).toMatchObject({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
    expect(await check(['no-such-program'], {})).toMatchObject({ failed: 1, failures: ['no-such-program'] });
  });
});

it('files of gibibytes, which a full run makes, go to a disk and not into memory', () => {
  expect(temporaryPlace({ isFull: true })).toBe(tmpdir());
});

it.runIf(process.platform === 'linux')(
  'without a display a command runs under Xvfb, with one as it is',
  () => {
    expect(withDisplay(['app', '-x'], { DISPLAY: ':0' })).toEqual(['app', '-x']);
    expect(withDisplay(['app', '-x'], {})[0]).toBe('xvfb-run');
    expect(withDisplay(['app', '-x'], {}).slice(-2)).toEqual(['app', '-x']);
  },
);
