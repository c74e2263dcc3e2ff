import { chromium, expect, test } from '@playwright/test';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createFolder } from './support/launch.ts';

// The packed app, as an installer would put it on a disk: production fuses, so no debugger of Node's may attach and the
// window is driven over Chromium's own debugging port.

const checkout = resolve(import.meta.dirname, '..');
const packed = join(checkout, 'dist/linux-unpacked/forthwith');
const isRoot = process.getuid?.() === 0;
const program = isRoot ? join(checkout, 'scripts/as-nobody.sh') : packed;

let folder: string;
let environment: NodeJS.ProcessEnv;

test.skip(process.platform !== 'linux', 'the folder of the packed app is looked for where Linux has it');

test.beforeEach(() => {
  expect(existsSync(packed), 'Run `npm run package -- --dir` first.').toBe(true);
  folder = createFolder('forthwith-packed-');
  environment = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    FORTHWITH_EXE: packed,
    FORTHWITH_USER_HOME: join(folder, 'home'),
    FORTHWITH_NATIVE_BINDING: '',
  };
  delete environment['NODE_OPTIONS'];
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the installed app's command line. */
async function cli(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['--cli', ...args], { env: environment });
  return stdout;
}

/** Where Chromium's debugging port is, once it is. */
function debuggingAddress(app: ChildProcess): Promise<string> {
  const { promise, resolve: found, reject } = Promise.withResolvers<string>();
  let said = '';
  app.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address) found(address);
  });
  app.once('exit', () => reject(new Error(`The packed app ended early. ${said}`)));
  return promise;
}

test('the packed app opens the sample matter in its sandboxed window', async () => {
  const app = spawn(program, ['--sample', '--remote-debugging-port=0'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((done) => app.once('exit', done));
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app));
    const context = browser.contexts()[0]!;
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await expect(page.getByText('Parler LLC v. Amazon Web Services, Inc.').first()).toBeVisible({
      timeout: 45_000,
    });
    expect(page.url()).toBe('app://bundle/index.html');
    expect(await page.evaluate(() => ['require', 'process'].filter((name) => name in window))).toEqual([]);
    expect(errors).toEqual([]);
    await browser.close();
  } finally {
    app.kill();
    await ended;
  }
});

test('the packed app is its own command line: it makes a matter, takes evidence in and gives it back', async () => {
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
  expect((await cli('--version')).trim()).toBe(version);

  const matter = join(folder, 'packed.matter');
  expect(JSON.parse(await cli('matter', 'create', matter, '--title', 'Packed', '--json'))).toMatchObject({
    title: 'Packed',
  });
  const picture = join(checkout, 'assets/icons/128x128.png');
  const { items } = JSON.parse(await cli('evidence', 'add', matter, picture, '--json')) as {
    items: { id: string; status: string; kind: string }[];
  };
  expect(items).toMatchObject([{ status: 'added', kind: 'png' }]);
  const out = join(folder, 'out');
  const { files } = JSON.parse(
    await cli('evidence', 'export', matter, items[0]!.id, '--out', out, '--json'),
  ) as {
    files: { path: string }[];
  };
  expect(readFileSync(files[0]!.path).equals(readFileSync(picture))).toBe(true);
  expect(JSON.parse(await cli('matter', 'verify', matter, '--json'))).toMatchObject({ ok: true });
});

test('no switch or variable turns the packed app into a bare Node', async () => {
  const environmentOfNode = {
    ...environment,
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nonexistent.js',
  };
  const { stdout } = await promisify(execFile)(program, ['--cli', '--version'], { env: environmentOfNode });
  expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});
