import { expect, test, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addNotes, makeNotesMatter } from './notes-desk.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
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
  await start();
});
test.afterEach(() => app.close());

async function start(): Promise<void> {
  app = await launchApp({ home: createReturningHome(), args: [matter] });
  page = app.page;
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
}

async function ask<T>(operation: string, input: object): Promise<T> {
  const [open] = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}));
  return valueOf<T>(await callEngine(page, operation, { matterId: open!.id, ...input }));
}

async function goTo(area: string): Promise<void> {
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await areas.getByRole('button', { name: new RegExp(`^${area}`) }).click();
}

async function beginPageNote(): Promise<void> {
  await goTo('Evidence');
  await page.getByRole('row', { name: /Bundle/ }).dblclick();
  const reader = page.getByRole('region', { name: 'Reader', exact: true });
  await expect(reader.locator('section[data-page="1"]')).toHaveAttribute('data-drawn', 'true');
  await reader.getByRole('button', { name: 'Add note to page' }).click();
  await page.getByRole('dialog').getByLabel('Note', { exact: true }).fill('half typed');
}

/** Closes the matter, with nothing wrong told about it, and opens it again. */
async function closeAndOpen(): Promise<void> {
  await chooseInMenu(app.electron, 'matter.close');
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications' }).getByRole('button')).toHaveCount(0);
  await page
    .getByRole('button', { name: /Fairwater/ })
    .first()
    .click();
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
}

const texts = async () =>
  (await ask<{ text: string }[]>('notes.list', { filter: {} })).map(({ text }) => text);

test('a half-typed note is kept when the matter is closed', async () => {
  await beginPageNote();
  await closeAndOpen();
  await expect.poll(texts).toEqual(['half typed']);
});

for (const how of ['quit', 'close its window'] as const)
  test(`a half-typed note is kept on ${how}`, async () => {
    await beginPageNote();
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    await app.electron.evaluate(({ app: main, BrowserWindow }, isQuit) => {
      setImmediate(() => (isQuit ? main.quit() : BrowserWindow.getAllWindows()[0]!.close()));
    }, how === 'quit');
    await ended;
    await start();
    await expect.poll(texts).toEqual(['half typed']);
  });

test('fields that are left by closing the matter, going to another item or area keep what was typed', async () => {
  await page.keyboard.press('Control+8');
  const items = page.getByRole('grid', { name: 'Items in review' });
  const panel = page.getByRole('complementary', { name: 'Coding' });
  await expect(panel.getByRole('button', { name: 'Reviewed' })).toBeVisible();
  const [first] = (await ask<{ ids: string[] }>('evidence.find', { filter: {} })).ids;
  await items.focus();
  await page.keyboard.press('p');
  await page.getByRole('menuitem', { name: 'Work product' }).press('Enter');
  const withheld = panel.getByRole('textbox', { name: /What is withheld/ });
  const kept = async () =>
    (await ask<{ codes: { privilegeNote: string } }>('review.codings', { evidenceId: first })).codes
      .privilegeNote;
  await withheld.fill('left by area');
  await page.keyboard.press('Control+4');
  await expect.poll(kept).toBe('left by area');
  await page.keyboard.press('Control+8');
  await withheld.fill('left by item');
  await chooseInMenu(app.electron, 'review.next');
  await expect.poll(kept).toBe('left by item');

  await goTo('Evidence');
  await page.getByRole('row', { name: /Letter/ }).click();
  await page.getByRole('textbox', { name: 'Custodian' }).fill('half typed');
  await closeAndOpen();
  await goTo('Evidence');
  await page.getByRole('row', { name: /Letter/ }).click();
  await expect(page.getByRole('textbox', { name: 'Custodian' })).toHaveValue('half typed');
});

test('a note changed in the list is kept when the matter is closed', async () => {
  const [open] = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}));
  await addNotes(page, open!.id, 'Bundle', [
    { kind: 'note', anchor: { page: 2 }, fields: { text: 'before' } },
  ]);
  await goTo('Notes');
  await page
    .getByRole('treegrid', { name: 'Notes' })
    .getByRole('row', { name: /before/ })
    .click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('half typed');
  await closeAndOpen();
  await expect.poll(texts).toEqual(['half typed']);
});
