import { expect, test, type Locator, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { createFolder, type RunningApp } from './support/launch.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { openMatter, shareApp } from './support/shared-app.ts';

/** The night before the hearing on the sample matter: what was promised is found, marked, read further, coded and exported. */
let folder: string;
let app: RunningApp;
let page: Page;

test.beforeAll(() => {
  folder = createFolder();
  forthwith('matter', 'sample', join(folder, 'sample.matter'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const beginJourney = shareApp();
test.beforeEach(async () => {
  app = await beginJourney();
  page = app.page;
  const copy = join(folder, 'copy.matter');
  rmSync(copy, { force: true });
  copyFileSync(join(folder, 'sample.matter'), copy);
  chmodSync(copy, 0o666);
  const person = { name: 'A. Reyes', role: 'Attorney', barNumber: '' };
  valueOf(await callEngine(page, 'settings.update', { patch: { person } }));
  await openMatter(app, copy);
  await setSize(1360, 850);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await page.screenshot({ path: info.outputPath('window.png') });
  await app.close();
});

const setSize = (width: number, height: number) => setWindowSize(app, width, height);
const area = (name: string) =>
  page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: new RegExp(`^${name}`) });
const field = () => page.getByRole('textbox', { name: 'Search evidence, docket, facts, notes and mail' });
const results = () => page.getByRole('list', { name: 'Search results' });
const reader = () => page.getByRole('region', { name: 'Reader', exact: true });
const found = () => reader().locator('mark[data-current]').first();
const mark = (name: RegExp) => reader().getByRole('button', { name });
const editor = () => page.getByRole('dialog', { name: /^Highlight/ });
const facts = () => page.getByRole('grid', { name: 'Facts' });
const deadlines = () => page.getByRole('treegrid', { name: 'Deadlines' });
const threads = () => page.getByRole('treegrid', { name: 'Threads' });
const motion = () => threads().getByRole('row', { name: /MOTION for Temporary Restraining Order/ });
const coding = () => page.getByRole('complementary', { name: 'Coding' });
const queue = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Queues' }).getByRole('button', { name });
const exportDialog = () => page.getByRole('dialog', { name: 'Export notes' });

/** Exported notes, as a spreadsheet reads them. */
const exported = (path: string) => readFileSync(path, 'utf8');

test('by mouse', async () => {
  await area('Search').click();
  await field().fill('"30 days"');
  await expect(results().getByRole('button')).toHaveCount(3);
  await results()
    .getByRole('button', { name: /^Page 1/ })
    .click();
  await expect(found()).toBeVisible();
  await expectAccessible(page, 'a hit in the agreement');
  await keepScreens(page, 'night-hit');

  await test.step('highlighted, and the highlight tagged', async () => {
    const box = (await found().boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 1, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, y, { steps: 3 });
    await page.mouse.move(box.x + box.width + 0.5, y, { steps: 3 });
    await page.mouse.up();
    const bar = page.getByRole('toolbar', { name: 'Mark selected words' });
    await bar.getByRole('button', { name: 'Highlight', exact: true }).click();
    await expect(mark(/^Highlight by A\. Reyes: “30 days”/)).toBeAttached();
    await page.mouse.click(box.x + box.width / 2, y);
    await editor().getByLabel('Note', { exact: true }).fill('Notice promised: § 7.1');
    await editor().getByRole('button', { name: 'Tags…' }).click();
    await editor().getByRole('button', { name: 'New tag or issue code…' }).click();
    await editor().getByRole('textbox', { name: 'New tag or issue code' }).fill('Notice');
    await page.keyboard.press('Enter');
    await expect(editor().getByRole('checkbox', { name: 'Notice' })).toBeChecked();
    await expectAccessible(page, 'the tags of a highlight');
    await keepScreens(page, 'night-highlight');
    await editor().getByRole('button', { name: 'Save' }).click();
    await expect(mark(/“30 days”.* — Notice promised: § 7\.1\. Tags: Notice\.$/)).toBeAttached();
  });

  await test.step('along the hits, from one area to the next and back', async () => {
    await chooseInMenu(app.electron, 'search.nextHit');
    await expect(facts().getByRole('row', { selected: true })).toContainText('30 days’ written notice');
    await chooseInMenu(app.electron, 'search.nextHit');
    await expect(deadlines().getByRole('row', { selected: true })).toContainText('30 days’ notice');
    await chooseInMenu(app.electron, 'search.nextHit');
    await expect(reader().getByText('1 of 2 hits')).toBeVisible();
    await area('Search').click();
    await expect(results().locator('[aria-current=true]')).toContainText('Page 1');
  });

  await test.step('the thread of the motion, and its document', async () => {
    await area('Docket').click();
    await page.getByRole('radio', { name: 'Threads' }).click({ force: true });
    await motion().click();
    await motion().dblclick();
    await expect(reader().getByRole('heading', { name: 'Motion for temporary restraining' })).toBeVisible();
    await expect(reader().locator('section[data-page="1"]')).toHaveAttribute('data-drawn', 'true');
    await expectAccessible(page, 'the thread of the motion');
    await keepScreens(page, 'night-thread');
  });

  await test.step('where else the agreement is', async () => {
    await area('Evidence').click();
    await page.getByRole('row', { name: /Services agreement/ }).click();
    const places = page.getByRole('list', { name: 'Where else this is' });
    // What it is filed as, marked as and like, and the two facts it shows.
    await expect(places.getByRole('button')).toHaveCount(5);
    await places.scrollIntoViewIfNeeded();
    await keepScreens(page, 'night-where-else');
    await places.getByRole('button', { name: /^Dkt\. 1-1/ }).click();
    await expect(threads().getByRole('row', { selected: true })).toContainText('Exhibit A');
  });

  await test.step('ten items coded', async () => {
    await area('Review').click();
    for (let item = 1; item <= 10; item += 1) {
      await expect(coding().getByText(`Item ${item} of 13`)).toBeVisible();
      if (item === 1) await coding().getByRole('button', { name: 'Hot' }).click();
      const name = item % 3 === 0 ? 'Not responsive' : 'Responsive';
      await coding().getByRole('button', { name, exact: true }).click();
    }
    await expect(queue(/^Unread/)).toContainText('3 to read');
    await expect(queue(/^Hot/)).toContainText('1 of 1 reviewed');
    await expectAccessible(page, 'review of the sample');
    await keepScreens(page, 'night-review');
  });

  await test.step('the notes taken along', async () => {
    await area('Notes').click();
    await page
      .getByRole('treegrid', { name: 'Notes' })
      .getByRole('row', { name: /30 days/ })
      .click();
    await expect(mark(/“30 days”/)).toBeAttached();
    await expectAccessible(page, 'the notes of the night');
    await keepScreens(page, 'night-notes');
    const target = join(folder, 'mouse.csv');
    await chooseInSaveDialog(app.electron, target);
    await chooseInMenu(app.electron, 'notes.export');
    await exportDialog().getByText('Include work product').click();
    await exportDialog().getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText('Exported 1 note to 1 file.')).toBeVisible();
    expect(exported(target)).toContain('Notice promised: § 7.1');
  });
});

/** Presses the key until the element has the focus. */
async function tabTo(there: Locator, key = 'Tab'): Promise<void> {
  const has = () => there.evaluate((element) => element.contains(document.activeElement));
  await there.first().waitFor({ state: 'attached' });
  for (let step = 0; step < 60 && !(await has()); step += 1) await page.keyboard.press(key);
  expect(await has()).toBe(true);
}

test('by keyboard alone @full', async () => {
  const press = (...keys: readonly string[]) =>
    keys.reduce((last, key) => last.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (text: string) => page.keyboard.type(text);
  await page.emulateMedia({ colorScheme: 'dark' });
  await press('Control+Shift+k');
  await expect(field()).toBeFocused();
  await type('"30 days"');
  await expect(results().getByRole('button')).toHaveCount(3);
  await press('ArrowDown');
  await expect(results().getByRole('button').first()).toBeFocused();
  await press('ArrowDown', 'ArrowDown');
  await expect(results().getByRole('button').nth(2)).toBeFocused();
  await press('Enter');
  await expect(found()).toBeVisible();
  await expectAccessible(page, 'a hit in the agreement, dark');

  await test.step('highlighted, and the highlight tagged', async () => {
    await press('F7');
    await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeVisible();
    await press('h');
    const highlight = mark(/^Highlight by A\. Reyes: “30 days”/);
    await tabTo(highlight);
    await press('Enter');
    await expect(editor().getByLabel('Note', { exact: true })).toBeFocused();
    await type('Notice promised: § 7.1');
    await tabTo(editor().getByRole('button', { name: 'Tags…' }));
    await press('Enter');
    await tabTo(editor().getByRole('button', { name: 'New tag or issue code…' }));
    await press('Enter');
    await tabTo(editor().getByRole('textbox', { name: 'New tag or issue code' }));
    await type('Notice');
    await press('Enter');
    await expect(editor().getByRole('checkbox', { name: 'Notice' })).toBeChecked();
    await expectAccessible(page, 'the tags of a highlight, dark');
    await press('Control+Enter');
    await expect(mark(/“30 days”.* — Notice promised: § 7\.1\. Tags: Notice\.$/)).toBeFocused();
  });

  await test.step('along the hits, from one area to the next and back', async () => {
    await press('F4');
    await expect(facts().getByRole('row', { selected: true })).toContainText('30 days’ written notice');
    await press('F4');
    await expect(deadlines().getByRole('row', { selected: true })).toContainText('30 days’ notice');
    await press('Shift+F4', 'Shift+F4');
    await expect(reader().getByText('1 of 2 hits')).toBeVisible();
    await expect(found()).toBeVisible();
    await press('F4', 'F4', 'F4');
    await press('Control+6');
    await expect(results().locator('[aria-current=true]')).toContainText('Page 1');
  });

  await test.step('the thread of the motion, and its document', async () => {
    await press('Control+1', 'Control+Alt+2');
    await tabTo(threads());
    await press('2', 'Enter');
    await expect(motion()).toHaveAttribute('aria-selected', 'true');
    await expect(reader().getByRole('heading', { name: 'Motion for temporary restraining' })).toBeVisible();
    await expectAccessible(page, 'the thread of the motion, dark');
  });

  await test.step('where else the motion is', async () => {
    await press('Control+Alt+e');
    const dialog = page.getByRole('dialog', { name: 'Where else this is' });
    await tabTo(dialog.getByRole('button', { name: /^Dkt\. 2 / }), 'Shift+Tab');
    await expectAccessible(page, 'where else a document is, dark');
    await keepScreens(page, 'night-where-else-reader');
    await press('Enter');
    await expect(dialog).toBeHidden();
    await expect(motion()).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('ten items coded', async () => {
    await press('Control+8');
    for (let item = 1; item <= 10; item += 1) {
      await expect(coding().getByText(`Item ${item} of 13`)).toBeVisible();
      await press(...(item === 1 ? ['h'] : []), item % 3 === 0 ? 'n' : 'r');
    }
    await expect(queue(/^Unread/)).toContainText('3 to read');
    await expect(queue(/^Hot/)).toContainText('1 of 1 reviewed');
    await expectAccessible(page, 'review of the sample, dark');
  });

  await test.step('the notes taken along', async () => {
    await press('Control+7');
    await tabTo(page.getByRole('treegrid', { name: 'Notes' }));
    await press('End', 'Enter');
    await expect(mark(/“30 days”/)).toBeFocused();
    await expectAccessible(page, 'the notes of the night, dark');
    const target = join(folder, 'keyboard.csv');
    await chooseInSaveDialog(app.electron, target);
    await press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Find a command/ })).toBeFocused();
    await type('export notes');
    await press('Enter');
    await tabTo(exportDialog().getByRole('checkbox', { name: 'Include work product' }));
    await press('Space');
    await tabTo(exportDialog().getByRole('button', { name: 'Export…' }));
    await press('Enter');
    await expect(page.getByText('Exported 1 note to 1 file.')).toBeVisible();
    expect(exported(target)).toContain('Notice promised: § 7.1');
  });

  await test.step('in a small window', async () => {
    await setSize(800, 600);
    for (const [key, name] of [
      ['Control+6', 'hits'],
      ['Control+1', 'thread'],
    ] as const) {
      await press(key);
      await expect(page.getByRole('main')).toBeVisible();
      await expectAccessible(page, `${name} in a small window`);
      await keepScreens(page, `night-narrow-${name}`);
    }
  });
});
