import { defineConfig } from 'vitest/config';

/** `full` runs long suites (all corpora, large binders) whole; otherwise they run on a sample. */
const tier = process.env.FORTHWITH_TIER === 'full' ? 'full' : 'sample';

/** Tests of what a process holds in all, or that replace a module that others have loaded. */
const alone = [
  'electron/engine/evidence/intake/corpora.test.ts',
  'electron/engine/{evidence/intake,pdf/assemble/files}/memory.test.ts',
  'electron/engine/exhibits/build/{held-folder,lost-file}.test.ts',
  'electron/engine/pdf/assemble/output/output-target.test.ts',
  'electron/engine/platform/{missing-drive,no-links}.test.ts',
];

export default defineConfig({
  test: {
    env: { FORTHWITH_TIER: tier },
    pool: 'forks',
    // Every core: left to itself it would keep one for the display of what is watched, half of a machine that has two.
    maxWorkers: '100%',
    allowOnly: false,
    // As with journeys: a test that passes only the second time is named in the summary, and mended.
    retry: process.env.CI ? 1 : 0,
    // Far more than any takes, for a machine that has other work too.
    testTimeout: tier === 'full' ? 3_600_000 : 180_000,
    hookTimeout: tier === 'full' ? 600_000 : 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules and screens',
          include: ['{shared,renderer}/**/*.test.{ts,tsx}'],
          // They keep nothing outside themselves, and to start a process takes longer than most of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['{electron,scripts}/**/*.test.{ts,mjs}'],
          exclude: alone,
          // Each makes what it works in. A process for each of some three hundred files would take as long as half of their tests.
          isolate: false,
          globalSetup: 'scripts/testing/worker-bundle.mjs',
        },
      },
      {
        extends: true,
        test: {
          name: 'engine, each file by itself',
          include: alone,
          globalSetup: 'scripts/testing/worker-bundle.mjs',
        },
      },
    ],
  },
});
