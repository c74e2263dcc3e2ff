import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../scripts/build/parts.mjs';
import { launchCommand, readRuntime } from '../scripts/setup/runtime.mjs';

/**
 * Starts the app and looks into its window.
 *
 * @param {string} home the user's folder, kept between starts
 * @param {readonly string[]} options given to the app
 * @param {string} folder what Electron is to run; the app by itself
 * @returns {Promise<{ page: import('@playwright/test').Page, pid: number, startedAt: number, close(): Promise<void> }>}
 *   `startedAt` in milliseconds since 1970
 */
export async function startApp(home, options, folder = root) {
  const { command, env } = launchCommand(root, readRuntime(root), { userHome: home });
  const [program, ...args] = [...command, folder, ...options, '--remote-debugging-port=0'];
  const startedAt = Date.now();
  const app = spawn(program, args, {
    env: { ...process.env, ...env, FORTHWITH_HOME: join(home, 'app') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  const close = async () => {
    app.kill();
    await ended;
  };
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app));
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('The app has no window.');
    return { page, pid: app.pid, startedAt, close: () => browser.close().then(close) };
  } catch (error) {
    await close();
    throw error;
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

/** Proportional memory of a process and all below it: pages they share are counted once. */
export function memoryOf(pid) {
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
