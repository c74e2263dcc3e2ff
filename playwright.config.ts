import { defineConfig } from '@playwright/test';
import { journeysAtOnce } from './e2e/support/displays.ts';

/** Journeys in the real app. Focus is one of the things they look at, so no two apps share a display. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/displays.ts',
  workers: journeysAtOnce,
  // A journey that passes only at the second try is named in the summary (scripts/testing/suites.mjs), to be mended.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  // Long journeys whose ways others go in part: only in `npm run test:full`.
  ...(process.env['FORTHWITH_TIER'] !== 'full' && { grepInvert: /@full/ }),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
