import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { madeDocketSheet } from './made-docket-sheet.ts';
import { MadeDocuments } from './made-documents.ts';
import { chooseInMenu, chooseInOpenDialog, readMenuItem } from './support/dialogs.ts';
import { askOpen, callEngine, openMatterId, valueOf } from './support/engine.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp, makeMatter, type Journey } from './support/shared-app.ts';

let folder: string;
let app: Journey;
let page: Page;

const beginJourney = shareApp();
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  await makeMatter(app, join(folder, 'docket.matter'), { title: 'Parler LLC v. Amazon Web Services, Inc.' });
});
test.afterEach(() => app.close());

const grid = () => page.getByRole('grid', { name: 'Docket' });
const row = (name: RegExp) => grid().getByRole('row', { name });

async function addEntries(entries: readonly Record<string, unknown>[]): Promise<void> {
  await askOpen(page, 'docket.add', { entries });
}

test('an empty docket says how to begin; an entry is added and deleted by keyboard alone, and brought back', async () => {
  await expect(page.getByRole('heading', { name: 'The docket is empty' })).toBeVisible();
  await expectAccessible(page, 'empty docket');
  await keepScreens(page, 'docket-empty');

  await page.getByRole('button', { name: 'Add the first entry…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a docket entry' });
  await expect(dialog.getByLabel('Number')).toBeFocused();
  await expect(dialog.getByLabel('Number')).toHaveValue('1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The entry needs its text.')).toBeVisible();
  await dialog.getByLabel('Filed', { exact: true }).fill('2021-01-11');
  await dialog.getByLabel('Text of the entry').fill('COMPLAINT for injunctive relief');
  await dialog.getByLabel('Filed by').fill('Parler LLC');
  await expectAccessible(page, 'docket entry dialog');
  await keepScreens(page, 'docket-entry');
  await page.keyboard.press('Enter');
  await expect(row(/^1 Jan 11, 2021 COMPLAINT/)).toBeVisible();

  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Deleted docket entry 1')).toBeVisible();
  await expect(row(/COMPLAINT/)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row(/COMPLAINT/)).toBeVisible();
  // The button beside a step takes back that step alone, and none that was done since.
  await page.keyboard.press('Control+Shift+z');
  const told = page.getByRole('region', { name: 'Notifications' });
  await expect(told).toContainText('Done again: delete docket entry 1');
  await askOpen(page, 'matter.update', { fields: { judge: 'Barbara J. Rothstein' } });
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toContainText('Not undone: something else was done since.');
  await page.keyboard.press('Control+z');
  await expect(told).toContainText('Undone: edit matter details');
  await page.keyboard.press('Control+z');
  await expect(row(/COMPLAINT/)).toBeVisible();
  // Keys that come before the last one is answered wait for it: none is lost.
  await page.keyboard.press('Delete');
  await expect(page.getByText('Deleted docket entry 1')).toBeVisible();
  await page.evaluate(() => {
    for (const key of ['z', 'Z', 'z', 'Z'])
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey: key === 'Z', bubbles: true }),
      );
  });
  await expect(page.getByText(/^Done again: delete/)).toBeVisible();
  await expect(row(/COMPLAINT/)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(row(/COMPLAINT/)).toBeVisible();
});

test('a number that is taken is refused at its field', async () => {
  await addEntries([{ number: 12, text: 'ORDER' }]);
  // The number is suggested from the list as it is shown.
  await expect(row(/^12 /)).toBeVisible();
  await chooseInMenu(app.electron, 'docket.add');
  const dialog = page.getByRole('dialog', { name: 'Add a docket entry' });
  await expect(dialog.getByLabel('Number')).toHaveValue('13');
  // It is typed over.
  await page.keyboard.type('12');
  await dialog.getByLabel('Text of the entry').fill('Another');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog.getByText('There is already a docket entry 12.')).toBeVisible();
  await keepScreens(page, 'docket-number-taken');
  await dialog.getByLabel('Number').fill('14');
  await dialog.getByLabel('Text of the entry').press('Control+Enter');
  await expect(row(/^14 /)).toHaveAttribute('aria-selected', 'true');

  await test.step('what is entered in a form is asked about before Escape or its close button drops it', async () => {
    await chooseInMenu(app.electron, 'docket.add');
    const text = dialog.getByLabel('Text of the entry');
    const question = page.getByRole('alertdialog', { name: 'Discard what you entered?' });
    await text.fill('half typed');
    await page.keyboard.press('Escape');
    await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await expectAccessible(page, 'a question about what was typed');
    await page.keyboard.press('Escape');
    await expect(text).toHaveValue('half typed');
    await expect(text).toBeFocused();
    // What was typed and taken out again is no loss.
    await text.fill('');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await chooseInMenu(app.electron, 'docket.add');
    await text.fill('half typed');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await question.getByRole('button', { name: 'Discard' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(grid()).toBeFocused();
  });
});

test('the list filters as you type, sorts by its headers, and finds by first letters', async () => {
  await addEntries([
    { number: 1, text: 'COMPLAINT', filer: 'Parler LLC', filedOn: '2021-01-11' },
    { number: 2, text: 'MOTION for Temporary Restraining Order', filer: 'Parler LLC', filedOn: '2021-01-11' },
    { number: 2, attachment: 1, text: 'Proposed Order', filer: 'Parler LLC', filedOn: '2021-01-11' },
    {
      number: 10,
      text: 'RESPONSE',
      filer: 'Amazon Web Services, Inc.',
      filedOn: '2021-01-12',
      isSealed: true,
    },
    {
      number: null,
      text: 'MINUTE ORDER setting hearing',
      filer: 'Court',
      filedOn: '2021-01-13',
      isTextOnly: true,
    },
  ]);
  await expect(grid()).toHaveAttribute('aria-rowcount', '6');
  await expect(row(/^2-1 /)).toBeVisible();
  await expectAccessible(page, 'docket');
  await keepScreens(page, 'docket');

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('order parler');
  await expect(grid()).toHaveAttribute('aria-rowcount', '3');
  await page.keyboard.type(' nothing');
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
  await expectAccessible(page, 'docket without matches');
  await keepScreens(page, 'docket-no-match');
  await page.getByRole('button', { name: 'Show all entries' }).click();
  await expect(grid()).toHaveAttribute('aria-rowcount', '6');

  // Beside the reader the text has the room of this column.
  await chooseInMenu(app.electron, 'view.toggleReader');
  await page.getByRole('button', { name: 'Filed by' }).click();
  await expect(page.getByRole('columnheader', { name: 'Filed by' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(grid().getByRole('row').nth(1)).toContainText('Amazon');
  await page.getByRole('button', { name: 'No.', exact: true }).click();
  await grid().focus();
  await page.keyboard.type('10');
  await expect(row(/^10 /)).toHaveAttribute('aria-selected', 'true');
  await chooseInMenu(app.electron, 'view.toggleReader');
});

test('the row’s menu opens by keyboard, with what can be done', async () => {
  await addEntries([{ number: 1, text: 'COMPLAINT' }]);
  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await row(/COMPLAINT/).click({ button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Link to evidence…' })).toBeVisible();
  await expectAccessible(page, 'docket row menu');
  await keepScreens(page, 'docket-menu');
  await menu.getByRole('menuitem', { name: 'Add an attachment…' }).click();
  await expect(page.getByRole('dialog', { name: 'Add a docket entry' }).getByLabel('Number')).toHaveValue(
    '1-1',
  );
});

test('ten thousand entries scroll without drawing them all, and the keyboard reaches the last', async () => {
  await addEntries(
    Array.from({ length: 10_000 }, (_, index) => ({
      number: index + 1,
      text: `NOTICE number ${index + 1} ${'of a long and patient litigation '.repeat(6)}`,
      filer: 'Parler LLC',
      filedOn: '2021-01-11',
    })),
  );
  await expect(grid()).toHaveAttribute('aria-rowcount', '10001');
  expect(await grid().getByRole('row').count()).toBeLessThan(80);
  await grid().focus();
  await page.keyboard.press('End');
  await expect(row(/^10000 /)).toBeInViewport();
  await expect(row(/^10000 /)).toHaveAttribute('aria-rowindex', '10001');

  await test.step('who comes back from another area is where they were, and goes on by key', async () => {
    const comeBack = async () => {
      const top = await grid().evaluate((element) => element.scrollTop);
      expect(top).toBeGreaterThan(10_000);
      await page.keyboard.press('Control+2');
      await expect(grid()).toBeHidden();
      await page.keyboard.press('Control+1');
      await expect(grid()).toBeFocused();
      expect(Math.abs((await grid().evaluate((element) => element.scrollTop)) - top)).toBeLessThan(2);
    };
    await comeBack();
    await expect(row(/^10000 /)).toBeInViewport();
    await page.keyboard.press('ArrowUp');
    await expect(row(/^9999 /)).toHaveAttribute('aria-selected', 'true');
    await grid().evaluate((element) => (element.scrollTop = 20_000));
    await comeBack();
  });
  await page.keyboard.press('Home');
  await expect(row(/^1 Jan/)).toBeInViewport();
  await keepScreens(page, 'docket-long');

  for (const [key, list] of [
    ['2', page.getByRole('treegrid', { name: 'Threads' })],
    ['3', page.getByRole('grid', { name: 'Entries of the timeline' })],
  ] as const) {
    await page.keyboard.press(`Control+Alt+${key}`);
    await expect(list).toHaveAttribute('aria-rowcount', '10001');
    expect(await list.getByRole('row').count()).toBeLessThan(80);
  }
  await expect(page.getByRole('button', { name: /^10,000 entries, Notices, Jan 11, 2021/ })).toBeVisible();
  await expectAccessible(page, 'timeline of ten thousand entries');
  await keepScreens(page, 'docket-timeline-long');
});

test('the first click in a list that was scrolled chooses the row under it, and an undo shows what it brought back', async () => {
  await addEntries(
    Array.from({ length: 80 }, (_, index) => ({
      number: index + 1,
      text: `NOTICE number ${index + 1}`,
      filedOn: '2021-01-11',
    })),
  );
  await expect(grid()).toHaveAttribute('aria-rowcount', '81');
  await grid().evaluate((element) => (element.scrollTop = 2_400));
  await expect(row(/^56 /)).toBeInViewport();
  await row(/^56 /).click();
  await expect(row(/^56 /)).toHaveAttribute('aria-selected', 'true');
  await expect(row(/^56 /)).toBeInViewport();

  await page.keyboard.press('Delete');
  await expect(row(/^56 /)).toBeHidden();
  await page.keyboard.press('Home');
  await expect(row(/^1 /)).toBeInViewport();
  await page.keyboard.press('Control+z');
  await expect(row(/^56 /)).toHaveAttribute('aria-selected', 'true');
  await expect(row(/^56 /)).toBeInViewport();
});

test('a document is linked from the picker, read by keyboard, unlinked, and each step undone by its name in the menu', async () => {
  const documents = new MadeDocuments(join(folder, 'received'));
  await chooseInOpenDialog(
    app.electron,
    await documents.pdf('Motion.pdf', 2, 'Motion for a temporary restraining order'),
    await documents.pdf('Letter.pdf', 1, 'Letter of suspension'),
  );
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Add evidence', exact: true }).click();
  await expect(page.getByText('Added 2 items of evidence')).toBeVisible();
  await page.keyboard.press('Control+1');
  await addEntries([{ number: 2, text: 'MOTION', filer: 'Parler LLC', filedOn: '2021-01-11' }]);

  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Link to evidence…' }).press('Enter');
  const picker = page.getByRole('dialog', { name: 'Link docket entry 2 to its document' });
  await expect(picker.getByRole('row', { name: /^Letter/ })).toBeVisible();
  await expectAccessible(page, 'evidence picker of the docket');
  await keepScreens(page, 'docket-link');
  await picker.getByRole('searchbox').fill('motion');
  await expect(picker.getByRole('row', { name: /^Letter/ })).toBeHidden();
  await picker.getByRole('searchbox').press('ArrowDown');
  await expect(picker.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(row(/^2 .*Linked/)).toBeVisible();
  await expect
    .poll(() => readMenuItem(app.electron, 'history.undo'))
    .toEqual({ label: 'Undo: link docket entry 2', isEnabled: true });

  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const reader = page.getByRole('region', { name: 'Reader', exact: true });
  await expect(reader.getByText('Motion for a temporary restraining order').first()).toBeVisible();
  await page.keyboard.press('F6');
  await expect(reader.locator(':focus')).toHaveCount(1);

  // A document that becomes an exhibit says so at its entry: with its label, and how many more it has.
  const matterId = await openMatterId(page);
  const ask = async <T>(operation: string, input: object): Promise<T> =>
    valueOf<T>(await callEngine(page, operation, { matterId, ...input }));
  const { ids } = await ask<{ ids: string[] }>('evidence.find', { filter: { words: 'motion' } });
  for (const [name, label] of [
    ['TRO', 'Ex. A'],
    ['Reply', 'Ex. A +1'],
  ] as const) {
    const { id: setId } = await ask<{ id: string }>('exhibits.set.create', { fields: { name } });
    await ask('exhibits.add', { setId, evidenceIds: ids });
    await expect(row(/^2 /).getByText(label, { exact: true })).toBeVisible();
  }
  await keepScreens(page, 'docket-exhibits');
  await page.keyboard.press('Control+z');
  await expect(row(/^2 /).getByText('Ex. A', { exact: true })).toBeVisible();

  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Unlink the document' }).press('Enter');
  await expect(row(/^2 .*Linked/)).toBeHidden();
  await expect.poll(async () => (await readMenuItem(app.electron, 'history.undo')).label).toMatch(/unlink/i);
  await chooseInMenu(app.electron, 'history.undo');
  await expect(row(/^2 .*Linked/)).toBeVisible();
  await expect.poll(async () => (await readMenuItem(app.electron, 'history.redo')).label).toMatch(/unlink/i);
  await chooseInMenu(app.electron, 'history.redo');
  await expect(row(/^2 .*Linked/)).toBeHidden();
});

test('the keyboard is back where it was after an import, and a page of another case is told by its case', async () => {
  const documents = new MadeDocuments(join(folder, 'received'));
  const preview = page.getByRole('dialog', { name: 'Import into the docket' });
  const importSheet = async (sheet: string) => {
    await chooseInOpenDialog(app.electron, documents.text('docket.html', sheet));
    await page.keyboard.press('Control+Shift+d');
    await expect(preview.getByRole('progressbar')).toBeHidden();
    await expect(preview).toBeVisible();
  };
  // A new matter has the focus in its docket, and so has one whose first import replaced the placeholder that offered it.
  await expect(grid()).toBeFocused();
  await chooseInOpenDialog(app.electron, documents.text('docket.html', madeDocketSheet()));
  await page.getByRole('button', { name: 'Import docket…' }).press('Enter');
  await preview.getByRole('button', { name: /^Apply/ }).press('Enter');
  await expect(preview).toBeHidden();
  await expect(row(/COMPLAINT/).first()).toBeVisible();
  await expect(grid()).toBeFocused();
  await chooseInMenu(app.electron, 'history.undo');
  await expect(row(/COMPLAINT/)).toBeHidden();

  await addEntries([{ number: 1, text: 'COMPLAINT', filedOn: '2021-01-11' }]);
  await expect(row(/COMPLAINT/)).toBeVisible();
  await grid().focus();
  await importSheet(madeDocketSheet());
  await preview.getByRole('button', { name: /^Apply/ }).press('Enter');
  await expect(preview).toBeHidden();
  await expect(grid()).toBeFocused();

  await importSheet(madeDocketSheet());
  await expect(preview.getByText(/^Nothing to change/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid()).toBeFocused();

  await importSheet(madeDocketSheet().replaceAll('2:21-cv-09001', '2:22-cv-01234'));
  await expect(preview.getByRole('status')).toHaveText(/about another case/);
  await expect(preview.getByText(/is about 2:22-cv-01234/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid()).toBeFocused();
});

test('at the smallest window everything is still reached', async () => {
  await addEntries([{ number: 1, text: 'COMPLAINT', filer: 'Parler LLC', filedOn: '2021-01-11' }]);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(900, 600));
  await expect(page.getByRole('separator', { name: 'Width of the reader' })).toBeHidden();
  await grid().focus();
  await page.keyboard.press('Control+\\');
  // The list that had the keyboard is out of sight.
  await expect(page.getByRole('region', { name: 'Reader' })).toBeFocused();
  await page.getByRole('button', { name: 'Back to docket' }).click();
  await expect(row(/COMPLAINT/)).toBeVisible();
  await expectAccessible(page, 'narrow docket');
  await keepScreens(page, 'docket-narrow');

  await page.keyboard.press('Control+\\');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(row(/COMPLAINT/)).toBeVisible();
});
