import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp, makeMatter, type Journey } from './support/shared-app.ts';

let app: Journey;
let page: Page;
let folder: string;

const beginJourney = shareApp();

/** A matter with two letters, a note and a docket entry, all read, looked at in the Search area. */
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  const documents = new MadeDocuments(join(folder, 'received'));
  const files = [
    await documents.pdf('Letter of suspension.pdf', 3, 'Northgate suspended the hosting service.'),
    await documents.pdf('Hosting agreement.pdf', 2, 'Notice of termination: thirty days.'),
    documents.text('Call notes.txt', 'Ann Lee said the service was suspended without notice at 9:41.'),
  ];
  await makeMatter(app, join(folder, 'search.matter'));
  const matterId = await openMatterId(page);
  const entry = {
    number: 3,
    filedOn: '2021-01-08',
    text: 'MOTION for Temporary Restraining Order: service suspended',
  };
  valueOf(await callEngine(page, 'docket.add', { matterId, entries: [entry] }));
  await chooseInOpenDialog(app.electron, ...files);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('dialog', { name: /as evidence$/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const isRead = async () => {
    const query = { matterId, query: 'suspended' };
    return valueOf<{ total: number; unread: number }>(await callEngine(page, 'search.query', query));
  };
  await expect.poll(isRead, { timeout: 60_000 }).toMatchObject({ total: 5, unread: 0 });
  await page.keyboard.press('Control+6');
  await expect(field()).toBeFocused();
});

test.afterEach(() => app.close());

const field = () => page.getByRole('textbox', { name: 'Search evidence, docket, facts, notes and mail' });
const results = () => page.getByRole('list', { name: 'Search results' });
const hit = (name: RegExp) => results().getByRole('button', { name });
const summary = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const reader = () => page.getByRole('region', { name: 'Reader' });

test('what is typed is found at once, and a hit opens at its page with the words marked', async () => {
  await expect(page.getByRole('heading', { name: 'Find anything in this matter' })).toBeVisible();
  await expectAccessible(page, 'search, empty');
  await keepScreens(page, 'search-empty');

  await field().fill('suspend');
  await expect(summary('5 hits in 3 documents')).toBeVisible();
  await expect(results().locator('mark').first()).toHaveText('suspended');
  await expectAccessible(page, 'search results');
  await keepScreens(page, 'search-results');

  await field().fill('hosting kind:pdf suspended');
  await expect(summary('3 hits in 1 document')).toBeVisible();
  await field().press('ArrowDown');
  await expect(hit(/^Page 1/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(reader().locator('[data-current-page="2"]')).toBeVisible();
  await expect(reader().locator('mark[data-current]').first()).toBeVisible();
  await expect(reader().getByRole('textbox', { name: 'Find in document' })).toHaveValue(/hosting.*suspended/);
  await keepScreens(page, 'search-hit-opened');

  await page.keyboard.press('F4');
  await expect(reader().locator('[data-current-page="3"]')).toBeVisible();
  await page.keyboard.press('Shift+F4');
  await expect(reader().locator('[data-current-page="2"]')).toBeVisible();
  await hit(/^Page 2/).focus();
  await page.keyboard.press('Escape');
  await expect(field()).toBeFocused();
});

test('entries lead to the docket, a slip is put right, and a query that cannot be read says why', async () => {
  await field().fill('restrainig');
  await field().press('Enter');
  await page.getByRole('button', { name: 'restraining' }).click();
  await expect(field()).toHaveValue('restraining');
  await hit(/MOTION for Temporary/).click();
  await expect(page.getByRole('heading', { name: 'Docket', exact: true })).toBeAttached();

  await page.keyboard.press('Control+Shift+K');
  await expect(field()).toBeFocused();
  await field().fill('"without notice');
  await expect(summary('1 hit in 1 document')).toBeVisible();
  await field().press('Enter');
  await expect(page.getByRole('alert')).toContainText('the quotation mark at character 1 is not closed');
  await expectAccessible(page, 'a search that cannot be read');
  await keepScreens(page, 'search-invalid');

  await test.step('one that is too long stays as it was pasted, and is not searched for by half', async () => {
    const pasted = 'restraining '.repeat(200);
    await field().fill(pasted);
    await expect(page.getByRole('alert')).toContainText('At most 2,000 characters fit; this has 2,399.');
    await expect(field()).toHaveValue(pasted);
    await expect(results()).toBeHidden();
  });

  await field().fill('no such words');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await keepScreens(page, 'search-none');
});

test('Enter shows first what is found at once, and then the number of all there is', async () => {
  const matterId = await openMatterId(page);
  // More words that begin so than are looked for at once.
  const text = Array.from({ length: 90 }, (_, i) => `qu${String.fromCharCode(97 + (i % 26))}${i}`).join(' ');
  const entry = { number: 4, filedOn: '2021-01-09', text };
  valueOf(await callEngine(page, 'docket.add', { matterId, entries: [entry] }));
  await field().fill('qu*');
  await expect(summary('At least 1 hit in 1 document')).toBeVisible();
  await field().press('Enter');
  await expect(summary(/^1 hit in 1 document$/)).toBeVisible();
  await expect(hit(/qua0/)).toBeVisible();
});

test('filters are chosen beside the results and stand in the field; searches are saved, and that is undone', async () => {
  await field().fill('suspended');
  await page.getByRole('button', { name: /^PDF\b/ }).click();
  await expect(field()).toHaveValue('suspended kind:pdf');
  await expect(summary('3 hits in 1 document')).toBeVisible();
  await page.getByRole('button', { name: /^PDF\b/ }).click();
  await expect(field()).toHaveValue('suspended');

  await page.getByRole('button', { name: 'Saved and recent searches' }).click();
  await page.getByRole('menuitem', { name: 'Save this search…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save search' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Suspension');
  await expectAccessible(page, 'saving a search');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Saved and recent searches' }).click();
  await expect(page.getByRole('menuitem', { name: /^Suspension/ })).toBeVisible();
  await keepScreens(page, 'search-saved');
  await page.keyboard.press('Escape');
  await chooseInMenu(app.electron, 'history.undo');
  // Opened before, the menu would lose what has the keyboard in it.
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Undone');
  await page.getByRole('button', { name: 'Saved and recent searches' }).click();
  // The menu may not be there yet: then it is empty, and Escape closes nothing.
  const save = page.getByRole('menuitem', { name: 'Save this search…' });
  await expect(save).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Suspension/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(save).toBeHidden();

  await page.getByRole('button', { name: 'How to search' }).click();
  await expectAccessible(page, 'how to search');
  await keepScreens(page, 'search-help');
  await page.getByRole('button', { name: 'terminat*' }).click();
  await expect(field()).toHaveValue('terminat*');
  await expect(summary('2 hits in 1 document')).toBeVisible();

  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(800, 600));
  await expect(results()).toBeVisible();
  await keepScreens(page, 'search-narrow');
  await expectAccessible(page, 'search in a small window');
  const first = results().getByRole('button').first();
  await first.press('Enter');
  await page.getByRole('button', { name: 'Back to search' }).press('Enter');
  await expect(first).toBeFocused();
});
