import { expect, test, type Locator, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeNotesMatter } from './notes-desk.ts';
import { forthwith } from './support/command-line.ts';
import { answerMessageBoxes, chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { findProcess, killProcess } from './support/faults.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { createReturningHome } from './support/seed.ts';

let folder: string;
let matter: string;
let app: RunningApp;
let page: Page;
test.beforeAll(async () => {
  folder = await makeNotesMatter();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.beforeEach(async ({}, info) => {
  matter = join(folder, `${info.testId}.matter`);
  copyFileSync(join(folder, 'notes.matter'), matter);
  chmodSync(matter, 0o666);
  app = await launchApp({ home: createReturningHome(), args: [matter] });
  page = app.page;
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
});
test.afterEach(() => app.close());

/** Shows the bundle in a window of its own, with a tag begun in the form of a note, which nothing would keep. */
async function beginTagInWindow(): Promise<{ shown: Page; name: Locator }> {
  const matterId = await openMatterId(page);
  const input = { matterId, filter: { words: 'Bundle' } };
  const { ids } = valueOf<{ ids: string[] }>(await callEngine(page, 'evidence.find', input));
  const opened = app.electron.waitForEvent('window');
  await page.evaluate((source) => window.forthwith.openReaderWindow(source, 1), {
    matterId,
    evidenceId: ids[0],
  });
  const shown = await opened;
  await expect(shown.locator('section[data-page="1"]')).toHaveAttribute('data-drawn', 'true');
  // As in half-typed.spec.ts: a pointer event may not arrive in a window that has just opened.
  await shown.getByRole('button', { name: 'Add note to page' }).dispatchEvent('click');
  await shown.getByRole('button', { name: 'Tags…' }).dispatchEvent('click');
  await shown.getByRole('button', { name: 'New tag or issue code…' }).dispatchEvent('click');
  const name = shown.getByRole('textbox', { name: 'New tag or issue code' });
  await name.fill('Urgent');
  return { shown, name };
}

const openMatters = async () => valueOf<unknown[]>(await callEngine(page, 'matter.listOpen', {}));

test('what is typed in a document’s own window is asked about before its matter closes, is left for another or for a new one', async () => {
  const other = matter.replace('.matter', '-other.matter');
  forthwith('matter', 'create', other, '--title', 'Another');
  chmodSync(other, 0o666);
  const { shown, name } = await beginTagInWindow();
  const question = shown.getByRole('alertdialog', { name: 'What you typed in a field is not saved' });
  await chooseInOpenDialog(app.electron, other);
  for (const keys of ['Control+Shift+W', 'Control+O', 'Control+N']) {
    await page.keyboard.press(keys);
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toBeHidden();
    await expect(name).toHaveValue('Urgent');
  }
  await expect(page.getByRole('button', { name: /^Matter: Fairwater/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await openMatters()).toHaveLength(1);

  await page.keyboard.press('Control+Shift+W');
  const gone = shown.waitForEvent('close');
  // The window goes with the click on it.
  await question.getByRole('button', { name: 'Discard and leave' }).dispatchEvent('click');
  await gone;
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
});

for (const isKeptOpen of [true, false])
  test(`an app whose engine has given up ${isKeptOpen ? 'does not start again at a later quit where its restart was called off' : 'starts again once its windows may go'}`, async () => {
    const relaunched = `${matter}.relaunched`;
    await app.electron.evaluate(({ app: main }, mark) => {
      main.relaunch = () => process.getBuiltinModule('fs').writeFileSync(mark, '');
    }, relaunched);
    await page.keyboard.press('Control+1');
    await chooseInMenu(app.electron, 'docket.add');
    const text = page.getByRole('textbox', { name: 'Text of the entry' });
    await text.fill('half typed');
    const said = await answerMessageBoxes(app.electron, 0);
    for (let kill = 0; kill < 3; kill += 1) await killProcess(app.electron, 'engine');
    const last = await findProcess(app.electron, 'engine');
    await app.electron.evaluate((_electron, pid) => void process.kill(pid!, 'SIGKILL'), last);
    const question = page.getByRole('alertdialog', { name: 'A form is partly filled in' });
    await expect(question).toBeVisible();
    expect(await said()).toHaveLength(1);
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    if (isKeptOpen) {
      await question.getByRole('button', { name: 'Stay' }).click();
      await expect(question).toBeHidden();
      await expect(text).toHaveValue('half typed');
      await app.electron.evaluate(({ app: main }) => void setImmediate(() => main.quit()));
    }
    // The window goes with the click on it.
    await question.getByRole('button', { name: 'Discard and leave' }).dispatchEvent('click');
    await ended;
    expect(existsSync(relaunched)).toBe(!isKeptOpen);
  });
