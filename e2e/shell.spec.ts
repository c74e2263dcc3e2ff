import { expect, test } from '@playwright/test';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forthwith } from './support/command-line.ts';
import { answerMessageBoxes, chooseInMenu, chooseInSaveDialog, readMenuItem } from './support/dialogs.ts';
import { callEngine, callReader, joinPorts, valueOf } from './support/engine.ts';
import { findProcess, killProcess } from './support/faults.ts';
import { createFolder, launchApp, runApp, type RunningApp } from './support/launch.ts';
import { createReturningHome } from './support/seed.ts';
import { shareApp } from './support/shared-app.ts';

interface OpenedMatter {
  readonly id: string;
  readonly title: string;
}

let app: RunningApp;
let folder: string;

test.beforeEach(() => {
  folder = createFolder();
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a matter as the window does: a save dialog, a token, a request. */
async function createMatter(title: string, passphrase?: string): Promise<OpenedMatter> {
  await chooseInSaveDialog(app.electron, join(folder, 'case.matter'));
  const target = await app.page.evaluate(() => window.forthwith.saveFile('matter', 'case'));
  expect(target).toEqual({ name: 'case.matter', token: expect.stringMatching(/^[0-9a-f]{32}$/) });
  return valueOf(
    await callEngine(app.page, 'matter.create', {
      target: { token: target!.token },
      fields: { title },
      ...(passphrase !== undefined && { passphrase }),
    }),
  );
}

async function listOpen(): Promise<readonly OpenedMatter[]> {
  return valueOf(await callEngine(app.page, 'matter.listOpen', {}));
}

test.describe('in one running app', () => {
  const beginJourney = shareApp();
  test.beforeEach(async () => {
    app = await beginJourney();
    await joinPorts(app.page);
  });

  test('the window speaks to the engine and to the reader over its ports', async () => {
    expect(await listOpen()).toEqual([]);
    const unknown = await callEngine(app.page, 'matter.noSuch', {});
    expect(unknown).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
    const reply = await callReader(app.page, 'reader.close', { documentId: 'none' });
    expect(reply.ok === true || typeof reply.error.code === 'string').toBe(true);
  });

  test('a window cannot name a path, and a token serves once', async () => {
    const byPath = await callEngine(app.page, 'matter.create', {
      target: { path: join(folder, 'by-path.matter') },
      fields: { title: 'By path' },
    });
    expect(byPath).toMatchObject({ ok: false, error: { code: 'FILE_REFERENCE_EXPIRED' } });
    await createMatter('Once');
    expect(readdirSync(folder)).toContain('case.matter');
    expect(readdirSync(folder)).not.toContain('by-path.matter');
  });

  test('messages that are no requests are refused, and the engine goes on', async () => {
    const before = await findProcess(app.electron, 'engine');
    await callReader(app.page, 'reader.close', { documentId: 'none' });
    await app.page.evaluate(async () => {
      const caught: MessagePort[] = [];
      const both = new Promise<readonly MessagePort[]>((resolve) =>
        window.addEventListener('message', ({ ports }) => {
          caught.push(...ports);
          if (caught.length === 2) resolve(caught);
        }),
      );
      window.forthwith.connect();
      const [engine, reader] = await both;
      const buffer = new ArrayBuffer(8);
      for (const port of [engine!, reader!])
        for (const message of [null, 1, 'x', [], {}, { id: 'a', operation: 1 }]) port.postMessage(message);
      engine!.postMessage(buffer, [buffer]);
    });
    expect(await listOpen()).toEqual([]);
    expect(await findProcess(app.electron, 'engine')).toBe(before);
  });

  test('the page may be loaded again and has its ports again', async () => {
    await createMatter('Reloaded');
    await app.page.reload();
    await joinPorts(app.page);
    expect(await listOpen()).toMatchObject([{ title: 'Reloaded' }]);
  });

  test('a cancelled dialog gives nothing', async () => {
    await chooseInSaveDialog(app.electron, null);
    expect(await app.page.evaluate(() => window.forthwith.saveFile('backup', 'x'))).toBeNull();
  });

  test('the menu shows what can be undone and what cannot be used now', async () => {
    const state = { undo: 'relabel Exhibit C', redo: null, disabled: ['reader.print'], shortcuts: {} };
    // The page reports its own state when it changes; the latest report is shown.
    await expect(async () => {
      await app.page.evaluate((told) => window.forthwith.setMenuState(told), state);
      expect(await readMenuItem(app.electron, 'history.undo')).toEqual({
        label: 'Undo: relabel Exhibit C',
        isEnabled: true,
      });
      expect(await readMenuItem(app.electron, 'history.redo')).toEqual({ label: 'Redo', isEnabled: false });
      expect(await readMenuItem(app.electron, 'reader.print')).toMatchObject({ isEnabled: false });
    }).toPass();
  });

  test('a menu command reaches the window', async () => {
    await app.page.evaluate(() => {
      const commands: string[] = [];
      Object.assign(window, { commands });
      window.forthwith.onCommand((command) => commands.push(command));
    });
    await chooseInMenu(app.electron, 'help.shortcuts');
    await expect
      .poll(() => app.page.evaluate(() => (window as unknown as { commands: string[] }).commands))
      .toContain('help.shortcuts');
  });

  test('in a text field Undo acts on the text', async () => {
    await app.page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'undo-test';
      field.setAttribute('aria-label', 'Undo test');
      document.body.prepend(field);
    });
    const field = app.page.locator('#undo-test');
    await field.click();
    await field.pressSequentially('abc');
    await expect
      .poll(() => readMenuItem(app.electron, 'history.undo'))
      .toEqual({ label: 'Undo', isEnabled: true });
    await chooseInMenu(app.electron, 'history.undo');
    await expect(field).not.toHaveValue('abc');
  });
});

test.describe('in an app of its own', () => {
  let home: string;
  test.beforeEach(async () => {
    home = createReturningHome();
    app = await launchApp({ home });
    await joinPorts(app.page);
  });
  test.afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('the window opens at a usable size and shows its page', async () => {
    expect(app.page.url()).toBe('app://bundle/index.html');
    await expect(app.page).toHaveTitle(/Forthwith/);
    const window = await app.electron.browserWindow(app.page);
    const { size, smallest, isVisible } = await window.evaluate((each: Electron.BrowserWindow) => ({
      size: each.getSize(),
      smallest: each.getMinimumSize(),
      isVisible: each.isVisible(),
    }));
    expect(isVisible).toBe(true);
    expect(smallest).toEqual([900, 600]);
    expect(size[0]).toBeGreaterThanOrEqual(900);
  });

  test('when the engine is killed the window is told and the same matter can be used again', async () => {
    const { id } = await createMatter('Parler LLC v. Amazon Web Services, Inc.');
    const draft = { matterId: id, fields: { title: 'Kept' } };
    valueOf(await callEngine(app.page, 'matter.update', draft));

    await killProcess(app.electron, 'engine');
    await expect
      .poll(() => app.page.evaluate(() => window.forthwithTest!.notices))
      .toContainEqual({ name: 'engine.restarted' });

    expect(await listOpen()).toMatchObject([{ id, title: 'Kept' }]);
    valueOf(
      await callEngine(app.page, 'matter.update', { matterId: id, fields: { title: 'Kept and changed' } }),
    );
    expect(await listOpen()).toMatchObject([{ id, title: 'Kept and changed' }]);
  });

  test('after the engine was killed an encrypted matter comes back locked, not open', async () => {
    const { id } = await createMatter('Sealed', 'correct horse');
    await killProcess(app.electron, 'engine');
    await expect
      .poll(() => app.page.evaluate(() => window.forthwithTest!.events))
      .toContainEqual({ name: 'matter.locked', matterId: id });
    expect(await listOpen()).toEqual([]);
  });

  test('when the reader is killed the window is told and the matter still closes into one file', async () => {
    const { id } = await createMatter('Readers come and go');
    await callReader(app.page, 'reader.close', { documentId: 'none' });
    await killProcess(app.electron, 'reader');
    await expect
      .poll(() => app.page.evaluate(() => window.forthwithTest!.notices))
      .toContainEqual({ name: 'reader.restarted' });
    valueOf(await callEngine(app.page, 'matter.close', { matterId: id }));
    expect(readdirSync(folder)).toEqual(['case.matter']);
  });

  test('an engine that keeps dying is given up with a sentence, not started for ever', async () => {
    const said = await answerMessageBoxes(app.electron, 1);
    await app.electron.evaluate(({ app: self }) => {
      // The answer is Quit; the app stays for the test to look at.
      self.quit = () => {};
    });
    for (let kill = 0; kill < 3; kill += 1) await killProcess(app.electron, 'engine');
    const last = await findProcess(app.electron, 'engine');
    await app.electron.evaluate((_electron, pid) => void process.kill(pid!, 'SIGKILL'), last);
    await expect.poll(said).toEqual(['Forthwith cannot work with your matters at the moment.']);
    expect(await findProcess(app.electron, 'engine')).toBeNull();
    await app.electron.evaluate(({ app: self }) => self.exit(0)).catch(() => {});
  });

  test('quitting leaves each matter as one file', async () => {
    await createMatter('One file');
    expect(readdirSync(folder).length).toBeGreaterThan(1);
    await app.electron.close();
    expect(readdirSync(folder)).toEqual(['case.matter']);
  });

  test('what the user brings is granted by token, taken in, and can be printed', async () => {
    writeFileSync(join(folder, 'letter.pdf'), '%PDF-1.4');
    await app.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'brought';
      document.body.append(input);
    });
    await app.page.locator('#brought').setInputFiles(join(folder, 'letter.pdf'));
    const granted = await app.page.evaluate(() =>
      window.forthwith.grantDropped([...document.querySelector<HTMLInputElement>('#brought')!.files!]),
    );
    expect(granted).toEqual([{ name: 'letter.pdf', token: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
    const { id } = await createMatter('Granted');
    const job = valueOf<{ jobId: string }>(
      await callEngine(app.page, 'evidence.add', { matterId: id, sources: [{ token: granted[0]!.token }] }),
    );
    const readJob = async () =>
      valueOf<{ state: string }>(await callEngine(app.page, 'jobs.get', { matterId: id, jobId: job.jobId }))
        .state;
    await expect.poll(readJob).toBe('done');
    const list = valueOf<readonly unknown[]>(await callEngine(app.page, 'evidence.list', { matterId: id }));
    expect(list).toHaveLength(1);

    // The original goes to the system's own viewer as it is, from a private place, and is gone after the app has ended.
    const [item] = list as readonly { id: string }[];
    await app.electron.evaluate(({ shell }) => {
      shell.openPath = (path) => {
        Object.assign(shell, { opened: path });
        return Promise.resolve('');
      };
    });
    await app.page.evaluate((source) => window.forthwith.print(source), {
      matterId: id,
      evidenceId: item!.id,
    });
    const printed = await app.electron.evaluate(
      ({ shell }) => (shell as unknown as { opened: string }).opened,
    );
    expect(readFileSync(printed, 'utf8')).toBe('%PDF-1.4');
    expect(statSync(printed).mode & 0o077).toBe(0);
    await app.electron.close();
    expect(existsSync(printed)).toBe(false);
  });

  test('where the window stood is remembered', async () => {
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 60, y: 50, width: 1000, height: 650 }),
    );
    const bounds = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
    await expect.poll(bounds).toMatchObject({ width: 1000, height: 650 });
    await app.electron.close();
    const kept = JSON.parse(readFileSync(join(home, 'app/window.json'), 'utf8'));
    expect(kept.bounds).toMatchObject({ width: 1000, height: 650 });
    app = await launchApp({ home });
    expect(await bounds()).toMatchObject({ width: 1000, height: 650 });
  });

  test('a matter given on the command line opens, and a second start hands its own over', async () => {
    await createMatter('Given by argument');
    await app.electron.close();
    app = await launchApp({ home, args: [join(folder, 'case.matter')] });
    // Checked first: once the harness listens, it receives the page's messages.
    await expect(app.page.getByRole('button', { name: /^Matter: Given by argument/ })).toBeVisible();
    expect(await listOpen()).toMatchObject([{ title: 'Given by argument' }]);

    // The first start keeps the folder to itself; the second tells it what it was given, and ends.
    await joinPorts(app.page);
    const second = await runApp({ home, args: [join(folder, 'other.matter')] });
    expect(second.exitCode).toBe(0);
    const picture = await runApp({ home, args: [`--screenshot=${join(folder, 'window.png')}`] });
    expect(picture.exitCode).toBe(1);
    expect(picture.stderr).toContain('Forthwith is open already');
    await expect
      .poll(() => app.page.evaluate(() => window.forthwithTest!.notices))
      .toContainEqual({
        name: 'matter.requested',
        file: { name: 'other.matter', token: expect.any(String) },
      });
  });

  test('of matters that are chosen one right after the other the last is shown, and it alone is open', async () => {
    const [first, second, last] = ['First', 'Second', 'Last'].map((title) => {
      const path = join(folder, `${title}.matter`);
      forthwith('matter', 'create', path, '--title', title);
      chmodSync(path, 0o666);
      return path;
    });
    await app.electron.evaluate(
      ({ app: main }, paths) => {
        for (const path of paths) main.emit('open-file', { preventDefault: () => {} }, path);
      },
      [first, second, first, last],
    );
    const titles = async () => (await listOpen()).map(({ title }) => title);
    const shown = app.page.getByRole('button', { name: /^Matter: Last/ });
    await expect(shown).toBeVisible();
    await expect.poll(titles).toEqual(['Last']);
    await expect(shown).toBeVisible();
    await expect(app.page.getByRole('region', { name: 'Notifications' }).getByRole('button')).toHaveCount(0);
  });

  test('the log says what happened and names no folder', async () => {
    await createMatter('Secret title');
    await app.electron.close();
    const log = readFileSync(join(home, 'app/logs/forthwith.log'), 'utf8');
    expect(log).toContain('app started');
    expect(log).not.toContain('Secret title');
    expect(log).not.toContain(folder);
    expect(statSync(join(home, 'app/logs/forthwith.log')).mode & 0o077).toBe(0);
  });
});
