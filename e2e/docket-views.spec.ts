import { expect, test, type Page } from '@playwright/test';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeDocketSheet } from './made-docket-sheet.ts';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessibleInBoth } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog } from './support/dialogs.ts';
import { askOpen, callEngine, openMatterId, valueOf } from './support/engine.ts';
import { keepScreens, setWindowSize, setZoom } from './support/screens.ts';
import { shareApp, makeMatter, type Journey } from './support/shared-app.ts';

let folder: string;
let app: Journey;
let page: Page;
let documents: MadeDocuments;

/** Each journey begins with a matter into which the court's docket sheet was imported. */
const beginJourney = shareApp();
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  documents = new MadeDocuments(join(folder, 'received'));
  await resize(1440, 900);
  await makeMatter(app, join(folder, 'fairwater.matter'));
  await chooseInOpenDialog(app.electron, documents.text('docket.html', madeDocketSheet()));
  await page.keyboard.press('Control+Shift+d');
  await page
    .getByRole('dialog', { name: 'Import into the docket' })
    .getByRole('button', { name: /^Apply/ })
    .press('Enter');
  await expect(row(/^2 /)).toBeVisible();
});
test.afterEach(() => app.close());

const grid = () => page.getByRole('grid', { name: 'Docket' });
const row = (name: RegExp) => grid().getByRole('row', { name });
const tree = () => page.getByRole('treegrid', { name: 'Threads' });
const branch = (name: RegExp) => tree().getByRole('row', { name });
const details = () => page.getByRole('complementary', { name: 'Details' });

async function resize(width: number, height: number): Promise<void> {
  await setWindowSize(app, width, height);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

async function choose(filter: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Entries shown$/ }).click();
  await page.getByRole('option', { name: filter }).click();
}

/** Both appearances are looked at by axe, and kept as pictures. */
async function look(screen: string): Promise<void> {
  await expectAccessibleInBoth(page, screen);
  await keepScreens(page, screen);
}

test('what is new is unread until it is looked at; filters count, and find what they say', async () => {
  await expect(row(/^1 Unread/)).toBeVisible();
  await look('docket-unread');
  await grid().focus();
  await page.keyboard.press('Home');
  await expect(details().getByRole('heading', { name: 'Entry 1', exact: true })).toBeVisible();
  await expect(row(/^1 Jan 11, 2021/)).toBeVisible();
  await expect(details().getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  await page.keyboard.press('Control+Shift+u');
  await expect(row(/^1 Unread/)).toBeVisible();
  // It stays so where it is chosen still when the docket is shown again, after a restart too.
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  await expect(details()).toContainText('Entry 1');

  await choose(/^Unread/);
  await expect(row(/^1 Unread/)).toBeVisible();
  await grid().focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(/^1-1 Jan/), 'what was just read stays in sight').toBeVisible();
  await choose(/^Open motions 1$/);
  await expect(grid()).toHaveAttribute('aria-rowcount', '2');
  await expect(row(/^6 .*Open MOTION to Seal/)).toBeVisible();
  await expect(page.getByText('1 of 12 entries', { exact: true })).toBeVisible();
  await choose(/^Text only/);
  await expect(row(/MINUTE ORDER/)).toBeVisible();
  await choose(/^By Northgate/);
  await expect(row(/^4 .*RESPONSE/)).toBeVisible();
  await expect(row(/^5 /)).toBeHidden();

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('seal nothing');
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all entries' }).click();
  await expect(grid()).toHaveAttribute('aria-rowcount', '13');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Mark all shown as read' }).click();
  await expect(row(/Unread/)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+F');
  await choose(/^Open motions/);
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  await expect(grid(), 'the filter is as it was left').toHaveAttribute('aria-rowcount', '2');
});

test('an entry tells everything, and what it refers to is one press away', async () => {
  await row(/^7 /).click();
  await expect(details()).toContainText('ORDER denying 2 Motion for Temporary Restraining Order');
  await look('docket-details');
  await details().getByRole('button', { name: 'Go to entry 2' }).first().click();
  await expect(row(/^2 /)).toHaveAttribute('aria-selected', 'true');
  await expect(details()).toContainText('Oral Argument Requested');
  await expect(details().getByRole('definition').filter({ hasText: 'Proposed Order' })).toBeVisible();
  await details().getByRole('button', { name: 'Go to entry 2-1' }).click();
  await expect(details().getByRole('heading', { name: 'Entry 2-1' })).toBeVisible();

  await row(/^1 /).click();
  await expect(details()).toContainText('Filing fee $402');
  await test.step('it leads out of a filter that hides what is sought', async () => {
    await choose(/^Open motions/);
    await row(/^6 /).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('7 order denying');
    await page.keyboard.press('Enter');
    await expect(row(/^7 /)).toHaveAttribute('aria-selected', 'true');
    await expect(grid()).toHaveAttribute('aria-rowcount', '13');
  });
});

test('threads are folded by arrows, and an entry is moved by hand, back, and undone', async () => {
  await page.keyboard.press('Control+Alt+2');
  await expect(branch(/^2 /)).toHaveAttribute('aria-expanded', 'true');
  await expect(branch(/^4 /)).toHaveAttribute('aria-level', '2');
  await expect(branch(/^7 /)).toHaveAttribute('aria-level', '2');
  await look('docket-threads');

  await branch(/^2 /).click();
  await page.keyboard.press('ArrowLeft');
  await expect(branch(/^2 /)).toHaveAttribute('aria-expanded', 'false');
  await expect(branch(/^4 /)).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(branch(/^2-1 /)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(branch(/^2 /)).toHaveAttribute('aria-selected', 'true');

  await branch(/^6 /).click();
  await page.keyboard.press('Control+Shift+m');
  const dialog = page.getByRole('dialog', { name: 'Move docket entry 6 under another entry' });
  await dialog.getByRole('searchbox', { name: 'Find an entry' }).fill('response northgate');
  await dialog.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Home');
  await look('docket-move');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Moved docket entry 6 under docket entry 4')).toBeVisible();
  await expect(branch(/^6 .*Moved by hand/)).toHaveAttribute('aria-level', '3');
  await details().getByRole('button', { name: 'Back to automatic' }).click();
  await expect(branch(/^6 /)).toHaveAttribute('aria-level', '1');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(branch(/^6 .*Moved by hand/)).toHaveAttribute('aria-level', '3');

  await test.step('what is sought stands under what it belongs to', async () => {
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('letter of suspension');
    await expect(branch(/^3-1 /)).toBeVisible();
    await expect(branch(/^2 /)).toBeVisible();
    await expect(branch(/^4 /)).toBeHidden();
  });
});

test('the timeline is walked by arrows, tells what each mark is, and opens it', async () => {
  await page.keyboard.press('Control+Alt+3');
  const picture = page.getByRole('group', {
    name: /^Timeline by kind: 8 entries, Jan 11, 2021 to Jan 21, 2021/,
  });
  await expect(picture).toBeVisible();
  const motion = picture.getByRole('button', {
    name: /^Entry 2, motion, Jan 11, 2021: MOTION for Temporary/,
  });
  await motion.focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture.getByRole('button', { name: /^Entry 6, open motion, Jan 15, 2021/ })).toBeFocused();
  await look('docket-timeline');
  await page.keyboard.press('Enter');
  const list = page.getByRole('grid', { name: 'Entries of the timeline' });
  await expect(list.getByRole('row', { name: /^6 / })).toHaveAttribute('aria-selected', 'true');
  await page.getByText('By filer', { exact: true }).click();
  await expect(page.getByRole('group', { name: /^Timeline by filer/ })).toBeVisible();
  const several = page.getByRole('button', { name: /^\d entries, Fairwater LLC/ }).first();
  await several.click();
  await expect(list.getByRole('row').nth(1)).toContainText('Fairwater LLC');
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
  await keepScreens(page, 'docket-timeline-filer');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(list).toHaveAttribute('aria-rowcount', '13');

  await test.step('a single entry is a picture too', async () => {
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('7 order denying');
    await expect(page.getByRole('group', { name: /^Timeline by filer: 1 entry/ })).toBeVisible();
    await look('docket-timeline-one');
  });
});

test('an entry chosen while the list is filtered is in sight, among its neighbors, once the filter is taken away', async () => {
  const entries = Array.from({ length: 300 }, (_, at) => ({
    number: 100 + at,
    text: at === 200 ? 'SUMMONS returned' : 'NOTICE',
    filedOn: '2021-02-01',
  }));
  await askOpen(page, 'docket.add', { entries });
  const filter = page.getByLabel('Filter docket');
  await filter.fill('summons');
  await row(/^300 /).click();
  await filter.fill('summons nowhere');
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
  await filter.press('Escape');
  await expect(row(/^300 /)).toBeInViewport();
  await expect(row(/^299 /)).toBeAttached();

  // Scrolled away from, it stays away.
  await grid().evaluate((element) => (element.scrollTop = 0));
  await expect(row(/^1 /)).toBeInViewport();
  await filter.fill('notice');
  await expect(row(/^1 /)).toBeHidden();
  await filter.press('Escape');
  await expect(row(/^1 /)).toBeInViewport();
});

test('the page of parties shows who is in the matter, and leads to what each filed', async () => {
  await page.keyboard.press('Control+Alt+4');
  await expect(page.getByRole('heading', { name: 'Fairwater LLC v. Northgate Hosting, Inc.' })).toBeVisible();
  await expect(page.getByText('190 Contract: Other')).toBeVisible();
  await expect(page.getByText('Orla Quill')).toBeVisible();
  await look('docket-parties');
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('brook');
  await expect(page.getByText('Orla Quill')).toBeHidden();
  await page.getByRole('button', { name: /^Show 2 filings of Northgate/ }).click();
  await expect(grid()).toHaveAttribute('aria-rowcount', '3');
  await expect(row(/^4 /)).toBeVisible();
});

test('where the sources name no parties, their page says where they come from, also while it is filtered', async () => {
  const table = 'No.,Date Filed,Docket Text\n1,01/11/2021,COMPLAINT\n';
  const file = documents.text('docket.csv', table);
  await chooseInMenu(app.electron, 'history.undo');
  await expect(page.getByRole('heading', { name: 'The docket is empty' })).toBeVisible();
  await chooseInOpenDialog(app.electron, file);
  await page.keyboard.press('Control+Shift+d');
  await page.getByRole('button', { name: /^Apply/ }).press('Enter');
  await expect(row(/COMPLAINT/)).toBeVisible();
  await page.keyboard.press('Control+Alt+4');
  const noParties = page.getByRole('heading', { name: 'No parties yet' });
  await expect(noParties).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Caption' })).toBeHidden();
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('nobody');
  await expect(page.getByLabel('Filter parties')).toHaveValue('nobody');
  await expect(noParties).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import docket…' })).toBeVisible();
});

test('the docket and its documents are written out, and the docket is handed to the printer', async () => {
  await chooseInOpenDialog(app.electron, await documents.pdf('Order.pdf', 2, 'Order denying the motion'));
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Add evidence', exact: true }).click();
  await expect(page.getByText('Added 1 item of evidence')).toBeVisible();
  await page.keyboard.press('Control+1');
  const matterId = await openMatterId(page);
  const [item] = valueOf<{ id: string }[]>(await callEngine(page, 'evidence.list', { matterId }));
  const order = valueOf<{ id: string; number: number | null }[]>(
    await callEngine(page, 'docket.list', { matterId }),
  ).find(({ number }) => number === 7);
  valueOf(await callEngine(page, 'docket.link', { matterId, id: order!.id, evidenceId: item!.id }));
  await expect(row(/^7 .*Linked/)).toBeVisible();

  const csv = join(folder, 'docket.csv');
  await chooseInSaveDialog(app.electron, csv);
  await chooseInMenu(app.electron, 'docket.export');
  const dialog = page.getByRole('dialog', { name: 'Export docket' });
  await look('docket-export');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('Exported 12 entries to “docket.csv”')).toBeVisible();
  expect(readFileSync(csv, 'utf8')).toContain('ORDER denying 2 Motion');

  const target = join(folder, 'For the judge');
  mkdirSync(target);
  chmodSync(target, 0o777);
  await chooseInOpenDialog(app.electron, target);
  await row(/^7 /).click();
  await row(/^6 /).click({ modifiers: ['Control'] });
  await details().getByRole('button', { name: 'Export documents…' }).click();
  await expect(page.getByText(/^Exported 1 document to “For the judge”\. 1 of the entries/)).toBeVisible();
  expect(readdirSync(target)).toEqual([expect.stringMatching(/^007 ORDER denying.*\.pdf$/i)]);

  await app.electron.evaluate(({ shell, app: electronApp }) => {
    shell.openPath = (path) => {
      Object.assign(electronApp, { openedPath: path });
      return Promise.resolve('');
    };
  });
  await chooseInMenu(app.electron, 'docket.print');
  await page.getByRole('dialog', { name: 'Print docket' }).getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByText(/^Handed the docket, \d+ pages?, to/)).toBeVisible();
  const opened = await app.electron.evaluate(
    ({ app: electronApp }) => (electronApp as unknown as { openedPath: string }).openedPath,
  );
  expect(opened).toMatch(/docket\.pdf$/);
});

test('in the smallest window, and at twice the size, every view is in reach @full', async () => {
  await test.step('in one row or two, the filter keeps what is typed and the keyboard', async () => {
    const filter = page.getByRole('searchbox', { name: 'Filter docket' });
    await filter.fill('order');
    for (const isReaderHidden of [true, false]) {
      await page.keyboard.press('Control+\\');
      await expect(page.getByRole('region', { name: 'Reader' })).toHaveCount(isReaderHidden ? 0 : 1);
      await expect(filter).toBeFocused();
      await expect(filter).toHaveValue('order');
    }
    await filter.fill('');
  });
  await resize(1000, 700);
  await expect(page.getByText('Parties', { exact: true })).toBeInViewport({ ratio: 1 });
  await resize(900, 600);
  for (const [key, screen] of [
    ['1', 'list'],
    ['2', 'threads'],
    ['3', 'timeline'],
    ['4', 'parties'],
  ] as const) {
    await page.keyboard.press(`Control+Alt+${key}`);
    if (key === '1') await row(/^2 /).click();
    await expect(page.getByRole('radio', { name: screen, exact: false }).first()).toBeVisible();
    await look(`docket-${screen}-narrow`);
  }
  await setZoom(app, 2);
  await page.keyboard.press('Control+Alt+1');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(500);
  await expect(page.getByRole('button', { name: 'Add entry…' })).toBeVisible();
  await look('docket-list-twice');
  await page.keyboard.press('Control+Alt+3');
  await look('docket-timeline-twice');
});

test('a notice goes by itself, though one before it was dismissed with the mouse, and stays under the pointer', async () => {
  const told = page.getByRole('region', { name: 'Notifications' });
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
  await row(/^1 /).hover();
  await page.clock.install();
  await page.keyboard.press('Control+z');
  const notice = told.getByText(/^Undone/);
  await expect(notice).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(notice).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  const again = told.getByText(/^Done again/);
  await again.hover();
  await page.clock.fastForward('01:00');
  await expect(again).toBeVisible();
});
