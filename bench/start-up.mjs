import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { root } from '../scripts/build/parts.mjs';
import { launchCommand, readRuntime } from '../scripts/setup/runtime.mjs';
import { median } from './measure.mjs';

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
    await startOnce(home); // Makes the sample matter.
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

async function startOnce(home, idleMs = 0) {
  const { command, env } = launchCommand(root, readRuntime(root), { userHome: home });
  const [program, ...args] = [...command, root, '--sample', '--remote-debugging-port=0'];
  const startedAt = Date.now();
  const app = spawn(program, args, {
    env: { ...process.env, ...env, FORTHWITH_HOME: join(home, 'app') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app));
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('The app has no window.');
    const paintedAt = await page.evaluate(largestPaint);
    await wait(idleMs);
    const memory = memoryOf(app.pid);
    await browser.close();
    return { ms: paintedAt - startedAt, memory };
  } finally {
    app.kill();
    await ended;
  }
}

function debuggingAddress(app) {
  return new Promise((resolve, reject) => {
    let said = '';
    app.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    app.once('exit', () => reject(new Error(`The app ended early. ${said}`)));
  });
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

/** Proportional memory of a process and all below it. */
function memoryOf(pid) {
  const tree = [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [[name, readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]]];
      } catch {
        return []; // It ended meanwhile.
      }
    });
  const collect = (id) => {
    tree.push(id);
    for (const [child, parent] of parents) if (parent === id) collect(child);
  };
  collect(String(pid));
  const kilobytes = tree.map((id) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  );
  return {
    pssMb: Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1024),
    processes: tree.length,
  };
}
