import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './measure.mjs';
import { memoryOf, startApp } from './running-app.mjs';

/**
 * Starts the app on the sample matter again and again.
 *
 * Counted from starting the program to the window's largest contentful paint: the sample matter, on the screen. Cold
 * means that the system's file cache was dropped before, where that is allowed.
 *
 * @returns {Promise<{ warmMs: number, coldMs: number | null, idlePssMb: number, processes: number }>} medians; PSS is
 *   every process's memory with shared pages counted once, ten seconds after the start
 */
export async function benchStartUp(rounds) {
  const home = mkdtempSync(join(tmpdir(), 'forthwith-bench-home-'));
  try {
    await makeSample(home);
    const warm = [];
    for (let round = 0; round < rounds; round++) warm.push((await startOnce(home)).ms);
    const cold = [];
    for (let round = 0; round < 3 && dropCaches(); round++) cold.push((await startOnce(home)).ms);
    const { memory } = await startOnce(home, 10_000);
    return {
      warmMs: median(warm),
      coldMs: cold.length ? median(cold) : null,
      idlePssMb: memory.pssMb,
      processes: memory.processes,
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A start that is ended before the sample is complete would have the next one make it anew. */
async function makeSample(home) {
  const app = await startApp(home, ['--sample']);
  try {
    await app.page
      .getByRole('grid', { name: 'Docket' })
      .getByRole('row', { name: /VERIFIED/ })
      .waitFor();
    await wait(2_000);
  } finally {
    await app.close();
  }
}

async function startOnce(home, idleMs = 0) {
  const app = await startApp(home, ['--sample']);
  try {
    const paintedAt = await app.page.evaluate(largestPaint);
    await wait(idleMs);
    return { ms: paintedAt - app.startedAt, memory: memoryOf(app.pid) };
  } finally {
    await app.close();
  }
}

/** In the page: when the largest contentful paint was, in ms since 1970, once the page has been still for two seconds. */
function largestPaint() {
  return new Promise((resolve) => {
    let last = 0;
    let timer = 0;
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve(performance.timeOrigin + last), 2_000);
    };
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) last = Math.max(last, startTime);
      settle();
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

function dropCaches() {
  const control = '/proc/sys/vm/drop_caches';
  try {
    accessSync(control, constants.W_OK);
  } catch {
    return false;
  }
  spawnSync('sync');
  writeFileSync(control, '3');
  return true;
}
