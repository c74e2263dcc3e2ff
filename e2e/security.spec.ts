import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSED_BY_MAIN } from '../shared/contract/bridge.ts';
import { chooseInOpenDialog, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launchApp();
});
test.afterAll(async () => {
  await app.close();
});

/** The result of a fetch from inside the page. */
function fetchInPage(url: string, init: { method?: string; range?: string } = {}) {
  return app.page.evaluate(
    async ([address, { method = 'GET', range }]) => {
      try {
        const response = await fetch(address, { method, ...(range && { headers: { Range: range } }) });
        const bytes = new Uint8Array(await response.arrayBuffer());
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return {
          status: response.status,
          type: response.headers.get('content-type'),
          range: response.headers.get('content-range'),
          length: response.headers.get('content-length'),
          bytes: bytes.length,
          sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
        };
      } catch (error) {
        return { refused: (error as Error).name };
      }
    },
    [url, init] as const,
  );
}

test('the page runs in a sandbox, isolated, without Node', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as Electron.WebContents & {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const globals = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(globals).toEqual([]);
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the operating system’s sandbox holds the page’s process', async () => {
  test.skip(process.platform !== 'linux', 'read from /proc');
  const pid = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  // seccomp(2): mode 2 filters system calls.
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^CapEff:\s+0+$/m);
});

test('the bridge is narrow and cannot be changed', async () => {
  const names = await app.page.evaluate(() => Object.keys(window.forthwith).toSorted());
  expect(names).toEqual(
    [
      'answerLeaving',
      'appVersion',
      'chooseFolder',
      'closeReaderWindows',
      'connect',
      'grantDropped',
      'mayCloseReaderWindows',
      'notify',
      'onCommand',
      'onNotice',
      'openFiles',
      'openReaderWindow',
      'platform',
      'print',
      'ready',
      'revealBuild',
      'saveFile',
      'setFullScreen',
      'setMenuState',
      'setSize',
      'setTheme',
      'wakeReader',
    ].toSorted(),
  );
  const changed = await app.page.evaluate(() => {
    const before = window.forthwith.print;
    Reflect.set(window.forthwith, 'print', () => {});
    Reflect.set(window, 'forthwith', {});
    return window.forthwith.print !== before;
  });
  expect(changed).toBe(false);
});

test('text is never run: no eval, no inline script, no markup from a string', async () => {
  app.watch.expect(/Content Security Policy|TrustedHTML|TrustedScript|unsafe-eval/i);
  const outcomes = await app.page.evaluate(async () => {
    // What the test itself runs may eval, whatever the policy; a task of the page's own may not.
    await new Promise((resolve) => setTimeout(resolve));
    const attempt = (run: () => unknown) => {
      try {
        run();
        return 'ran';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const globals = window as unknown as Record<string, unknown>;
    const indirect = globals['eval'] as (text: string) => unknown;
    const script = document.createElement('script');
    return {
      eval: attempt(() => indirect('1 + 1')),
      function: attempt(() => Reflect.construct(Function, ['return 1'])),
      markup: attempt(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      script: attempt(() => (script.text = 'window.hacked = true')),
      policy: attempt(() =>
        (globals['trustedTypes'] as { createPolicy(name: string, rules: object): unknown }).createPolicy(
          'own',
          {},
        ),
      ),
    };
  });
  expect(outcomes).toEqual({
    eval: 'EvalError',
    function: 'EvalError',
    markup: 'TypeError',
    script: 'TypeError',
    policy: 'TypeError',
  });
});

test('the style that react-aria puts into the page is allowed by its hash, any other is not', async () => {
  app.watch.expect(/style-src/);
  const applied = await app.page.evaluate(() => {
    const add = (text: string) => {
      const style = document.createElement('style');
      style.textContent = text;
      document.head.append(style);
      const isApplied = (style.sheet?.cssRules.length ?? 0) > 0;
      style.remove();
      return isApplied;
    };
    return {
      own: add(
        '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
      ),
      foreign: add('body { display: none }'),
    };
  });
  expect(applied).toEqual({ own: true, foreign: false });
});

test('the page goes nowhere else and opens no window', async () => {
  const attempts = ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://elsewhere/'];
  app.watch.expect(/example\.com|file:|data:|elsewhere|frame-src|default-src|Not allowed to/);
  for (const url of attempts) {
    const opened = await app.page.evaluate((address) => window.open(address) === null, url);
    expect(opened, `window.open ${url}`).toBe(true);
    await app.page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }, url);
  }
  await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    return new Promise<void>((resolve) => {
      frame.addEventListener('load', () => {
        frame.remove();
        resolve();
      });
    });
  });
  // A round trip later whatever was going to happen has happened.
  await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  expect(app.page.url()).toBe('app://bundle/index.html');
  expect(app.electron.windows()).toHaveLength(1);
});

test('nothing outside the app can be fetched', async () => {
  app.watch.expect(/Content Security Policy|example\.com|file:|127\.0\.0\.1|ERR_/);
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'ws://example.com/',
  ]) {
    expect(await fetchInPage(url), url).toEqual({ refused: 'TypeError' });
  }
  // Where a page's policy does not reach, the session refuses: this is main asking on the session's behalf.
  const direct = await app.electron.evaluate(async ({ session }) => {
    const attempt = (url: string) =>
      session.defaultSession.fetch(url).then(
        () => 'fetched',
        (error: Error) => error.message,
      );
    return Promise.all([attempt('https://example.com/'), attempt('http://127.0.0.1:9/')]);
  });
  for (const outcome of direct) expect(outcome).toMatch(/ERR_BLOCKED_BY_CLIENT/);
});

test('every permission is denied', async () => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const found = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(found)).map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const media = await app.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      (error: Error) => error.name,
    ),
  );
  expect(media).toMatch(/NotAllowedError|NotFoundError/);
});

test('the app’s own protocol serves the built window and nothing outside it', async () => {
  app.watch.expect(/Failed to load resource|ERR_/);
  expect(await fetchInPage('app://bundle/index.html')).toMatchObject({
    status: 200,
    type: 'text/html; charset=utf-8',
  });
  for (const path of [
    '..%2fmain/index.js',
    '%2e%2e/%2e%2e/package.json',
    '..%5cmain%5cindex.js',
    'assets/..%2f..%2f..%2fpackage.json',
    '%00',
    'missing.js',
  ])
    expect(await fetchInPage(`app://bundle/${path}`), path).toMatchObject({ status: 404 });
  expect(await fetchInPage('app://bundle/index.html', { method: 'POST' })).toMatchObject({ status: 405 });
  expect(await fetchInPage('app://elsewhere/index.html')).toEqual({ refused: 'TypeError' });
});

test('a page of ours without the policy is not served', async () => {
  const headers = await app.page.evaluate(async () => {
    const response = await fetch('app://bundle/index.html');
    return Object.fromEntries(response.headers);
  });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('main hears only our page in our window, top frame', async () => {
  const answer = await app.electron.evaluate(async ({ app: self, BrowserWindow }) => {
    // A window that main did not open, with the same preload and even the same page.
    const preload = `${self.getAppPath()}/out/preload/index.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('app://bundle/index.html');
    const said: unknown = await stranger.webContents.executeJavaScript(
      `window.forthwith.openFiles('matter').then(() => 'answered', (error) => error.message)`,
    );
    stranger.destroy();
    return said;
  });
  expect(answer).toBe(`${REFUSED_BY_MAIN}This page may not ask for that.`);
});

test('a file that script made up is granted nothing', async () => {
  const granted = await app.page.evaluate(() =>
    window.forthwith.grantDropped([new File(['x'], '/etc/passwd'), new File(['y'], 'b.pdf')]),
  );
  expect(granted).toEqual([]);
});

test('an original is served by ranges, byte for byte, and is never run', async () => {
  const folder = createFolder();
  const original = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(2_500_000, 'forthwith ')]);
  writeFileSync(join(folder, 'original.pdf'), original);
  await chooseInSaveDialog(app.electron, join(folder, 'ranges.matter'));
  await chooseInOpenDialog(app.electron, join(folder, 'original.pdf'));
  const { token } = (await app.page.evaluate(() => window.forthwith.saveFile('matter', 'ranges')))!;
  const matter = valueOf<{ id: string }>(
    await callEngine(app.page, 'matter.create', { target: { token }, fields: { title: 'Ranges' } }),
  );
  const files = await app.page.evaluate(() => window.forthwith.openFiles('evidence-files'));
  valueOf(
    await callEngine(app.page, 'evidence.add', {
      matterId: matter.id,
      sources: files.map((file) => ({ token: file.token })),
    }),
  );
  const list = async () =>
    valueOf<readonly { id: string; sha256: string }[]>(
      await callEngine(app.page, 'evidence.list', { matterId: matter.id }),
    );
  await expect.poll(async () => (await list()).length).toBe(1);
  const [item] = await list();
  const url = `matter://${matter.id}/evidence/${item!.id}`;
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  expect(await fetchInPage(url)).toMatchObject({
    status: 200,
    bytes: original.length,
    sha256: sha256(original),
  });
  expect(await fetchInPage(url, { range: 'bytes=1048570-1048585' })).toMatchObject({
    status: 206,
    range: `bytes 1048570-1048585/${original.length}`,
    sha256: sha256(original.subarray(1_048_570, 1_048_586)),
  });
  expect(await fetchInPage(url, { range: 'bytes=-10' })).toMatchObject({ status: 206, bytes: 10 });
  expect(await fetchInPage(url, { method: 'HEAD' })).toMatchObject({
    status: 200,
    bytes: 0,
    length: String(original.length),
  });
  app.watch.expect(/Failed to load resource|ERR_/);
  expect(await fetchInPage(url, { range: `bytes=${original.length}-` })).toMatchObject({ status: 416 });
  expect(await fetchInPage(`matter://${matter.id}/evidence/none`)).toMatchObject({ status: 404 });
  expect(await fetchInPage(`matter://none/evidence/${item!.id}`)).toMatchObject({ status: 404 });
  expect(await fetchInPage(url, { method: 'PUT' })).toMatchObject({ status: 405 });
});

test('in all this nothing left the app, and the watch would have seen it', async () => {
  expect(app.watch.problems()).toEqual([]);
  const other = await launchApp();
  await other.electron.evaluate(async ({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    await session.defaultSession.fetch('http://127.0.0.1:9/').catch(() => {});
  });
  await expect.poll(() => other.watch.problems()).toEqual(['request left the app: http://127.0.0.1:9/']);
  await other.electron.close();
});
