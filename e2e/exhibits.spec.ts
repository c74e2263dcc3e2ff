import { expect, test, type Page } from '@playwright/test';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog, readMenuItem } from './support/dialogs.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';

let app: RunningApp;
let page: Page;
let home: string;
let folder: string;
let documents: MadeDocuments;

/** A matter of its own with four readable items of evidence, looked at in the Exhibits area. */
test.beforeEach(async () => {
  folder = createFolder();
  documents = new MadeDocuments(join(folder, 'received'));
  home = createReturningHome();
  app = await launchApp({ home });
  page = app.page;
  // The menu learns a moment after the window that its commands can be used.
  await expect.poll(async () => (await readMenuItem(app.electron, 'matter.new')).isEnabled).toBe(true);
  await chooseInSaveDialog(app.electron, join(folder, 'exhibits.matter'));
  await chooseInMenu(app.electron, 'matter.new');
  const title = page.getByRole('dialog').getByRole('textbox', { name: 'Title' });
  await title.fill('Exhibit journeys');
  await title.press('Enter');
  await expect(page.getByRole('button', { name: /Exhibit journeys/ })).toBeVisible();
  await add(
    await documents.pdf('Agreement.pdf', 4, 'Services agreement'),
    await documents.pdf('Letter.pdf', 2, 'Letter of suspension'),
    await documents.pdf('Screenshots.pdf', 3, 'Screenshots'),
    await documents.pdf('Late email.pdf', 1, 'A late e-mail'),
  );
  await expect(page.getByText('Added 4 items of evidence')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Exhibits/ })
    .click();
  await expect(page.getByRole('heading', { name: 'No exhibit sets yet' })).toBeVisible();
});

test.afterEach(async () => {
  await app.close();
  for (const each of [home, folder]) rmSync(each, { recursive: true, force: true });
});

async function add(...files: readonly string[]): Promise<void> {
  await chooseInOpenDialog(app.electron, ...files);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('dialog', { name: /as evidence$/ })).toBeVisible();
  await page.keyboard.press('Enter');
}

/** A new set with AMZ numbers, holding these items in this order. */
async function makeSet(...titles: readonly string[]): Promise<void> {
  await chooseInMenu(app.electron, 'exhibits.newSet');
  const form = page.getByRole('dialog', { name: 'New exhibit set' });
  await form.getByLabel('Name').fill('TRO exhibits');
  await form.getByLabel('Prefix', { exact: true }).fill('AMZ');
  await form.getByLabel('Prefix', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Add Evidence…' }).first().click();
  await choose(...titles);
}

/** Chooses items in the picker and adds them. */
async function choose(...titles: readonly string[]): Promise<void> {
  const picker = page.getByRole('dialog');
  for (const title of titles) await picker.getByRole('option', { name: title }).click();
  await picker.getByRole('button', { name: /^Add \d+ exhibits?$/ }).click();
  await expect(picker).toBeHidden();
}

/** A folder that the app may write, chosen in the next dialog. */
async function chooseOutput(): Promise<string> {
  const output = join(folder, 'filing');
  if (!existsSync(output)) mkdirSync(output);
  chmodSync(output, 0o777);
  await chooseInOpenDialog(app.electron, output);
  return output;
}

const grid = () => page.getByRole('grid', { name: 'Exhibits: TRO exhibits' });
const labels = () => grid().locator('[role=row] > [role=gridcell]:first-child').allInnerTexts();
const menu = async (item: string | RegExp) => {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

async function expectAccessibleInBoth(screen: string): Promise<void> {
  await expectAccessible(page, screen);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${screen}, dark`);
  await page.emulateMedia({ colorScheme: null });
}

test('a set is put in order by keys alone, and each step can be undone', async () => {
  await expectAccessibleInBoth('exhibit sets, empty');
  await page.getByRole('button', { name: 'New Exhibit Set…' }).first().press('Enter');
  await expectAccessibleInBoth('the dialog of an exhibit set');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give the set a name, up to 200 characters.')).toBeVisible();
  await page.keyboard.type('TRO exhibits');
  await page.getByLabel('Prefix', { exact: true }).focus();
  await page.keyboard.type('AMZ');
  await expect(page.getByText('AMZ000001, AMZ000002')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This set has no exhibits yet' })).toBeVisible();

  await page.getByRole('button', { name: 'Add Evidence…' }).first().press('Enter');
  await page.getByRole('searchbox', { name: 'Filter evidence' }).focus();
  for (const title of ['Letter', 'Agreement', 'Screenshots']) {
    await page.getByRole('searchbox', { name: 'Filter evidence' }).fill(title);
    await expect(page.getByRole('dialog').getByRole('option')).toHaveText([new RegExp(`^${title}`)]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('C · Screenshots')).toBeVisible();
  await expectAccessibleInBoth('the evidence picker');
  await page.getByRole('button', { name: 'Add 3 Exhibits' }).press('Enter');
  await expect.poll(labels).toEqual(['A', 'B', 'C']);

  await grid().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(labels).toEqual(['A', 'C', 'B']);
  await page.keyboard.press('Control+z');
  await expect.poll(labels).toEqual(['A', 'B', 'C']);

  await grid().focus();
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Screenshots of posts');
  await page.keyboard.press('Enter');
  await expect(grid().getByRole('row', { name: /Screenshots of posts/ })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect.poll(labels).toEqual(['A', 'B']);
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect.poll(labels).toEqual(['A', 'B', 'C']);
  await expectAccessibleInBoth('a set of exhibits');
  await keepScreens(page, 'exhibits-set');
});

test('a late exhibit goes in between and every other label stays, until labels are given anew', async () => {
  await makeSet('Agreement', 'Letter', 'Screenshots');
  await grid()
    .getByRole('row', { name: /Letter/ })
    .click();
  await menu('Insert Evidence after B…');
  const picker = page.getByRole('dialog', { name: 'Insert evidence after B' });
  await expect(picker.getByText('Every other exhibit keeps its label and its Bates numbers.')).toBeVisible();
  await expect(picker.getByRole('option', { name: /Agreement/ })).toBeDisabled();
  await choose('Late email');
  await expect.poll(labels).toEqual(['A', 'B', 'B-1', 'C']);

  await menu('Relabel in Order…');
  const preview = page.getByRole('dialog', { name: 'Relabel in order' });
  await expect(preview.getByRole('row')).toHaveText([/WasNow/, /B-1.*C.*Late email/, /C.*D.*Screenshots/]);
  await expectAccessibleInBoth('the preview of new labels');
  await preview.getByRole('button', { name: 'Relabel 2 Exhibits' }).click();
  await expect.poll(labels).toEqual(['A', 'B', 'C', 'D']);

  await test.step('a move to a position told by its number', async () => {
    await grid()
      .getByRole('row', { name: /Late email/ })
      .click();
    await menu('Move to Position…');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Position' }).fill('1');
    await page.keyboard.press('Enter');
    await expect.poll(labels).toEqual(['C', 'A', 'B', 'D']);
  });
});

test('a build reserves numbers, is marked once the set changes, and sealing makes them used', async () => {
  await makeSet('Agreement', 'Letter');
  await menu('Seal Exhibit Set…');
  await expect(page.getByText('The set has to be built first')).toBeVisible();
  await page.keyboard.press('Escape');

  await chooseOutput();
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('dialog', { name: '“TRO exhibits” was built' })).toBeVisible();
  await expectAccessibleInBoth('the result of a build');
  await keepScreens(page, 'exhibits-build-result');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('As the set stands')).toBeVisible();
  await expectAccessibleInBoth('the builds of a set');
  await keepScreens(page, 'exhibits-builds');
  await page.getByRole('tab', { name: 'Exhibits' }).click();
  await expect(grid().getByRole('row', { name: /Agreement/ })).toContainText('Reserved');

  await menu('Seal Exhibit Set…');
  const dialog = page.getByRole('alertdialog', { name: 'Seal this exhibit set?' });
  await expect(dialog).toContainText('Bates numbers AMZ000001 to AMZ000006 become used.');
  await expectAccessibleInBoth('the question before sealing');
  await keepScreens(page, 'exhibits-seal');
  await dialog.getByRole('button', { name: 'Seal for Good' }).click();
  await expect(grid().getByRole('row', { name: /Agreement/ })).toContainText('Used');
  await expect(page.getByText('Sealed', { exact: true })).toBeVisible();

  await grid()
    .getByRole('row', { name: /Agreement/ })
    .click();
  await menu('Insert Evidence after A…');
  await choose('Late email');
  await expect.poll(labels).toEqual(['A', 'A-1', 'B']);
  await expect(grid().getByRole('row', { name: /Late email/ })).toContainText('AMZ000007');
  await page.getByRole('tab', { name: 'Builds' }).click();
  await expect(page.getByText('Set changed since')).toBeVisible();

  await page.getByRole('button', { name: 'All exhibit sets' }).click();
  await expect(page.getByRole('row', { name: /TRO exhibits/ })).toContainText('Sealed');
  await page.getByRole('tab', { name: 'Bates ledger' }).click();
  await expect(page.getByText('AMZ000007', { exact: true })).toBeVisible();
  await expectAccessibleInBoth('the Bates ledger');
  await keepScreens(page, 'exhibits-ledger');
});

test('a damaged exhibit stops the build with a sentence, and nothing is left behind', async () => {
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await add(documents.damagedPdf('Torn scan.pdf'));
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Exhibits/ })
    .click();
  await makeSet('Agreement', 'Torn scan');
  await expect(grid().getByRole('row', { name: /Torn scan/ })).toContainText('Problem');
  const output = await chooseOutput();
  await page.getByRole('button', { name: 'Build…' }).click();
  await expect(page.getByRole('alert')).toContainText('Exhibit B cannot be put in the binder');
  expect(readdirSync(output)).toEqual([]);
  await keepScreens(page, 'exhibits-build-refused');
});

test('evidence goes to a set straight from its list', async () => {
  await makeSet('Agreement', 'Letter');
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await page.getByRole('row', { name: /Late email/ }).click();
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('button', { name: 'Add to Exhibit Set…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Add 1 item to an exhibit set' });
  await dialog.getByRole('button', { name: /Place/ }).click();
  await page.getByRole('option', { name: 'After A · Agreement' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText('A-1Late email');
  await expectAccessibleInBoth('adding evidence to a set');
  await dialog.getByRole('button', { name: 'Add 1 Exhibit' }).click();
  await expect(page.getByRole('row', { name: /Late email/ })).toContainText('Exhibit A-1');
});
