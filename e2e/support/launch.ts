import { _electron, errors, expect, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { joinDisplay } from './displays.ts';
import { keepMainAnswers } from './main-answers.ts';
import { watchApp, type Watch } from './watch.ts';

// Every journey starts its apps with what this module knows, those that spawn the app themselves with the environment.
joinDisplay();

const checkout = resolve(import.meta.dirname, '../..');
/** Chromium's sandbox refuses root: there the app runs as nobody. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const nobody = 65534;

interface Runtime {
  readonly exe: string;
  readonly nativeBinding: string | null;
}

export interface LaunchOptions {
  /** The user's folder of the app, kept between launches; a new one by default. */
  readonly home?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The running app, as a journey sees it. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  /** Collects what must not happen: console errors, refused content, requests that would leave the app. */
  readonly watch: Watch;
  /** Ends the app, and fails if anything happened that must not. */
  close(): Promise<void>;
}

/**
 * A new folder that both the test and the app may write, whoever each runs as.
 *
 * @param prefix how its name begins
 */
export function createFolder(prefix = 'forthwith-e2e-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o777);
  return folder;
}

/** Where the app is that the tests drive: the checkout, another build (`FORTHWITH_E2E_APP`), or packaged (`FORTHWITH_E2E_EXE`). */
function target(): { exe: string; args: string[]; nativeBinding: string | null } {
  const packaged = process.env['FORTHWITH_E2E_EXE'];
  if (packaged) return { exe: packaged, args: [], nativeBinding: null };
  const file = join(checkout, 'node_modules/.cache/runtime.json');
  if (!existsSync(file))
    throw new Error('Run `node scripts/bootstrap.mjs` first: there is no runtime to test with.');
  const { exe, nativeBinding } = JSON.parse(readFileSync(file, 'utf8')) as Runtime;
  return { exe, nativeBinding, args: [process.env['FORTHWITH_E2E_APP'] ?? checkout] };
}

/** How to start the app here, with its folder in `home`. */
function launchCommand(home: string, options: LaunchOptions) {
  const { exe, args, nativeBinding } = target();
  const appFolder = join(home, 'app');
  mkdirSync(appFolder, { recursive: true });
  if (isRoot) chownSync(appFolder, nobody, nobody);
  return {
    executablePath: isRoot ? join(checkout, 'scripts/as-nobody.sh') : exe,
    args: [...args, '--force-device-scale-factor=1', ...(options.args ?? [])],
    env: {
      ...(process.env as Record<string, string>),
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      FORTHWITH_EXE: exe,
      FORTHWITH_USER_HOME: join(home, 'user'),
      FORTHWITH_HOME: appFolder,
      ...(nativeBinding !== null && { FORTHWITH_NATIVE_BINDING: nativeBinding }),
      ...options.env,
    },
  };
}

/** How long a start may take, in milliseconds; a start takes about one second, on a busy machine a few. */
const launchTimeoutMs = 25_000;
/** How long an app may take to end, in milliseconds: less than a test has, or the cause of a failure would not be reported. */
const closeTimeoutMs = 60_000;

/**
 * Starts the app under the test's debugger. Seen about once in two hundred starts on a busy machine: the debugger never
 * attaches, and the app, which waits for it, never starts. That is not our bug, so such a start is retried once; an
 * app that does not start fails twice.
 */
async function attach(command: ReturnType<typeof launchCommand>): Promise<ElectronApplication> {
  // Without `chromiumSandbox` Playwright switches the sandbox off.
  const start = () => _electron.launch({ ...command, chromiumSandbox: true, timeout: launchTimeoutMs });
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    await killAll(Number(/<launched> pid=(\d+)/.exec(error.message)?.[1]));
    return start();
  }
}

/**
 * Kills an app's processes and waits until none is left: Playwright does not wait, and the next start would find the app's
 * folder and its matter in use.
 *
 * @param leader the process all others belong to
 */
async function killAll(leader: number): Promise<void> {
  const kill = () => {
    try {
      return process.kill(-leader, 'SIGKILL');
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  };
  await expect.poll(kill, { message: 'the app’s processes have ended' }).toBe(false);
}

/**
 * Starts the real app and waits for its first window.
 *
 * @example const app = await launchApp(); await app.page.getByRole('button', { name: 'Add' }).click(); await app.close();
 */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const home = options.home ?? createFolder();
  const electron = keepMainAnswers(await attach(launchCommand(home, options)));
  const page = await electron.firstWindow();
  // By default Playwright shows every page in light mode; here the app's own choice is tested.
  await page.emulateMedia({ colorScheme: null });
  const watch = await watchApp(electron, page);
  return {
    electron,
    page,
    home,
    watch,
    async close() {
      const wrong = [...watch.problems()];
      const closed = electron.close();
      // A journey that ends, or fails, with a half-filled form or amid work drops it.
      for (const shown of electron.windows())
        void shown
          .getByRole('button', { name: /and leave$/ })
          .click({ timeout: 0 })
          .catch(() => undefined);
      const hasEnded = await Promise.race([
        closed.then(() => true),
        setTimeout(closeTimeoutMs, false, { ref: false }),
      ]);
      if (!hasEnded) {
        wrong.push(`it did not end within ${closeTimeoutMs / 1000} s`);
        await killAll(electron.process().pid!);
      }
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
      if (wrong.length > 0) throw new Error(`In the app, what must not happen:\n${wrong.join('\n')}`);
    },
  };
}

/**
 * Runs the app to its end without looking inside: the command line, or a second start.
 *
 * @param withoutDisplay as on a server: no display can be reached
 */
export function runApp(
  options: LaunchOptions & { withoutDisplay?: boolean } = {},
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const { executablePath, args, env } = launchCommand(options.home ?? createFolder(), options);
  const { DISPLAY, WAYLAND_DISPLAY, ...blind } = env as Record<string, string | undefined>;
  const display = options.withoutDisplay ? {} : { DISPLAY, WAYLAND_DISPLAY };
  return new Promise((resolveRun, reject) => {
    const child = spawn(executablePath, args, {
      env: { ...blind, ...display },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolveRun({ exitCode, stdout, stderr }));
  });
}
