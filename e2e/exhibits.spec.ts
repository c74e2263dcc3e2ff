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
const settings = () => page.getByRole('region', { name: 'Settings', exact: true });
/** The page that is shown as a build would write it, once it is drawn. */
const shownPage = (name: string) => page.locator(`section[aria-label="${name}"][data-drawn=true]`);
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
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Exhibits to$/ })
    .press('Enter');
  await page.getByRole('option', { name: 'A declaration' }).press('Enter');
  await page.getByLabel('Declarant').fill('Jane Smith');
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
  await expect(page.getByRole('dialog').getByRole('table', { name: 'Was and now' })).toContainText(
    /new.*A.*Letter.*new.*B.*Agreement.*new.*C.*Screenshots/s,
  );
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
  await expect(settings().getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Screenshots of posts');
  await page.keyboard.press('Enter');
  await expect(grid().getByRole('row', { name: /Screenshots of posts/ })).toBeVisible();
  await test.step('its pages are turned as they will be filed, the slip sheet first', async () => {
    await expect(shownPage('Slip sheet of Exhibit C')).toContainText('Screenshots of posts');
    await expect(shownPage('Slip sheet of Exhibit C')).toContainText('Declaration of Jane Smith');
    await page.getByRole('region', { name: 'Slip sheet of Exhibit C' }).first().focus();
    await page.keyboard.press('PageDown');
    await expect(shownPage('Exhibit C, page 1')).toContainText('AMZ000007');
    await expectAccessibleInBoth('a page of an exhibit');
    await keepScreens(page, 'exhibits-page');
    await page.keyboard.press('F6');
    await expect(settings().locator(':focus')).toHaveCount(1);
  });
  await test.step('what cannot be stored stays as typed, with the reason under it', async () => {
    await settings().getByRole('textbox', { name: 'Pages of the item' }).fill('2-9');
    await page.keyboard.press('Enter');
    await expect(settings().getByText(/has no page|the item ends at page 3/)).toBeVisible();
    await keepScreens(page, 'exhibits-setting-refused');
    await page.keyboard.press('Escape');
  });
  await grid().focus();
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
  await expect(picker.getByRole('option', { name: /Agreement/ })).toContainText('Already A');
  await picker.getByRole('option', { name: 'Late email' }).click();
  await picker.getByText('Move the others up').click();
  const plan = picker.getByRole('table', { name: 'Was and now' });
  await expect(plan.getByRole('row')).toHaveText([/WasNow/, /new.*C.*Late email/, /C.*D.*Screenshots/]);
  await picker.getByText('In between').click();
  await expect(plan.getByRole('row')).toHaveText([/WasNow/, /new.*B-1.*Late email/]);
  await keepScreens(page, 'exhibits-insertion');
  await picker.getByRole('button', { name: 'Add 1 Exhibit' }).click();
  await expect(picker).toBeHidden();
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
  await test.step('what labels were is kept', async () => {
    await menu('History of Labels…');
    await expect(page.getByRole('dialog').getByRole('row', { name: /B-1.*C.*Late email/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('labels are kept for what is to come, filled, and withdrawn', async () => {
    await menu('Reserve Labels…');
    const reserve = page.getByRole('dialog', { name: 'Reserve labels' });
    await reserve.getByRole('textbox', { name: 'How many' }).fill('2');
    await reserve.getByRole('button', { name: /Place/ }).click();
    await page.getByRole('option', { name: 'At the end' }).click();
    await expectAccessibleInBoth('reserving labels');
    await reserve.getByRole('button', { name: 'Reserve 2 Labels' }).click();
    await expect.poll(labels).toEqual(['C', 'A', 'B', 'D', 'E', 'F']);
    await grid().getByRole('row').nth(5).click();
    await expect(page.getByText('E is kept for an exhibit to come')).toBeVisible();
    await menu('Put Evidence Behind This Label…');
    await page.getByRole('dialog').getByRole('option', { name: 'Agreement' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put Behind This Label' }).click();
    await expect(shownPage('Slip sheet of Exhibit E')).toBeVisible();
    await menu('Withdraw…');
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Reason' })
      .fill('Stands in the set already.');
    await page.keyboard.press('Enter');
    await expect(grid().getByRole('row').nth(5)).toContainText('Withdrawn');
    await keepScreens(page, 'exhibits-marks');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(grid().getByRole('row').nth(5)).not.toContainText('Withdrawn');
  });
  await test.step('a part stands under its exhibit', async () => {
    await grid()
      .getByRole('row', { name: /Letter/ })
      .click();
    await menu('Add a Part of B…');
    await choose('Screenshots');
    await expect.poll(labels).toEqual(['C', 'A', 'B', 'B-1', 'D', 'E', 'F']);
  });
  await test.step('in a small window one pane stands beside the list, in a tiny one alone', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(800, 600));
    await expect(page.getByRole('radiogroup', { name: 'Shown pane' })).toBeVisible();
    await expectAccessibleInBoth('a set in a small window');
    await keepScreens(page, 'exhibits-small');
    await page.getByRole('radio', { name: 'Settings' }).click({ force: true });
    await expect(settings().getByRole('tab', { name: 'Evidence law' })).toBeVisible();
  });
});

test('a build reserves numbers, is marked once the set changes, and sealing makes them used', async () => {
  await makeSet('Agreement', 'Letter');
  await menu('Seal Exhibit Set…');
  await expect(page.getByText('The set has to be built first')).toBeVisible();
  await page.keyboard.press('Escape');

  await chooseOutput();
  await page.keyboard.press('Control+b');
  const result = page.getByRole('dialog', { name: '“TRO exhibits” was built' });
  await expect(result).toContainText('Privacy identifiers: not checked yet.');
  await expectAccessibleInBoth('the result of a build');
  await keepScreens(page, 'exhibits-build-result');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('As the set stands')).toBeVisible();
  await expectAccessibleInBoth('the builds of a set');
  await keepScreens(page, 'exhibits-builds');
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
  await page.getByRole('button', { name: 'Open binder' }).click();
  await expect(page.getByRole('region', { name: /^Pages of/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to exhibits' }).click();
  await expect(page.getByRole('tab', { name: 'Builds' })).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: 'All exhibit sets' }).click();
  await expect(page.getByRole('row', { name: /TRO exhibits/ })).toContainText('Sealed');
  await page.getByRole('tab', { name: 'Bates ledger' }).click();
  await expect(page.getByText('AMZ000007', { exact: true })).toBeVisible();
  await expectAccessibleInBoth('the Bates ledger');
  await keepScreens(page, 'exhibits-ledger');

  await page.getByRole('button', { name: 'Import Numbers…' }).click();
  const numbers = page.getByRole('dialog', { name: 'Import Bates numbers used elsewhere' });
  await numbers.getByRole('textbox', { name: 'Ranges' }).fill('AMZ000100-AMZ000200, first production');
  await expectAccessibleInBoth('importing numbers');
  await numbers.getByRole('button', { name: 'Import 1 Range' }).click();
  await expect(page.getByText('AMZ000201', { exact: true })).toBeVisible();
  await page.getByRole('row', { name: /AMZ000001/ }).click();
  await page.getByRole('button', { name: 'Make Void…' }).click();
  const dialogOfVoid = page.getByRole('dialog', { name: 'Make Bates numbers void?' });
  await dialogOfVoid.getByRole('textbox', { name: 'Numbers' }).fill('AMZ000002');
  await dialogOfVoid.getByRole('textbox', { name: 'Reason' }).fill('Page clawed back.');
  await dialogOfVoid.getByRole('button', { name: 'Make Void for Good' }).click();
  await expect(page.getByRole('row', { name: /AMZ000002.*Void/ })).toContainText('Page clawed back.');
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
  await expect(page.getByRole('alert').getByText(/Exhibit B cannot be put in the binder/)).toBeVisible();
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
  await expect(dialog.getByRole('row', { name: /new.*A-1.*Late email/ })).toBeVisible();
  await expectAccessibleInBoth('adding evidence to a set');
  await dialog.getByRole('button', { name: 'Add 1 Exhibit' }).click();
  await expect(page.getByRole('row', { name: /Late email/ })).toContainText('Exhibit A-1');
});

test('a brief is held against the set, and leads to its pages and to the exhibits', async () => {
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await add(await documents.pdf('Motion.pdf', 1, 'See Ex. A at 2; Ex. A at 9; Ex. Q'));
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Exhibits/ })
    .click();
  await makeSet('Agreement', 'Letter');
  await page.getByRole('tab', { name: 'Citations' }).click();
  await page.getByRole('button', { name: 'Check a Brief from Evidence…' }).click();
  await page.getByRole('dialog').getByRole('option', { name: 'Motion' }).click();
  await page.getByRole('button', { name: 'Check Citations' }).click();
  const found = page.getByRole('grid', { name: /^Citations in/ });
  await expect(found.getByRole('row', { name: /Ex\. Q/ })).toContainText('Not in the set');
  await expect(found.getByRole('row', { name: /Ex\. A at 9/ })).toContainText('Page out of range');
  await expect(page.getByRole('region', { name: '1 exhibit never cited' })).toContainText('Letter');
  await expectAccessibleInBoth('citations of a brief');
  await keepScreens(page, 'exhibits-citations');
  await found.getByRole('row', { name: /Ex\. Q/ }).dblclick();
  await expect(page.getByRole('region', { name: /^Pages of Motion/ })).toBeVisible();
});
