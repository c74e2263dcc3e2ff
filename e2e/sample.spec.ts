import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, readMenuItem } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens, setWindowSize, setZoom } from './support/screens.ts';

let home: string;
let app: RunningApp;
let page: Page;

/** One start for all: each of these leaves the sample as it found it, or creates it again. */
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  home = createFolder();
  app = await launchApp({ home });
  ({ page } = app);
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await app.close();
  rmSync(home, { recursive: true, force: true });
});

const grid = () => page.getByRole('grid', { name: 'Docket' });
const motion = () => grid().getByRole('row', { name: /^2 .*MOTION for Temporary Restraining Order/ });
const reader = () => page.getByRole('region', { name: 'Reader', exact: true });

test('the docket leads to its documents by keyboard alone', async () => {
  await setSize(1360, 850);
  await page.keyboard.press('Control+1');
  await grid().focus();
  await page.keyboard.press('2');
  await expect(motion()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(reader().getByText('MOTION FOR', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  await expectAccessible(page, 'docket with the reader');
  // Nothing is pointed at in the picture.
  await page.mouse.move(680, 835);
  // The picture of the README: docs/screenshot.png is a copy of docket-and-reader-light.png.
  await keepScreens(page, 'docket-and-reader', 'png');
  await page.keyboard.press('F6');
  await expect(reader().locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+F6');
  await expect(grid()).toBeFocused();
});

test('an export of diagnostics shows all it holds, and holds no title and no folder', async () => {
  await chooseInMenu(app.electron, 'help.diagnostics');
  const holds = page.getByRole('region', { name: 'What the export holds' });
  await expect(holds.getByRole('heading', { name: 'about.json' })).toBeVisible();
  const text = (await holds.textContent()) ?? '';
  for (const secret of ['Parler', 'Amazon', 'Restraining', 'Whitlock', home, '.matter"'])
    expect(text).not.toContain(secret);
  await expectAccessible(page, 'diagnostics');
  await keepScreens(page, 'diagnostics');
  await page.keyboard.press('Escape');
  await expect(holds).toBeHidden();
});

test('the system’s own colors, twice and four times the size leave everything in reach', async () => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await expectAccessible(page, 'docket in the system’s colors');
  await keepScreens(page, 'docket-forced-colors');
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  const zoomTo = (factor: number) => setZoom(app, factor);
  await zoomTo(2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
  await page.keyboard.press('Control+1');
  await expect(motion()).toBeVisible();
  // Nothing is pushed out of the window at its side.
  expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true);
  await chooseInMenu(app.electron, 'docket.add');
  const dialog = page.getByRole('dialog', { name: 'Add a docket entry' });
  await dialog.getByRole('button', { name: 'Add entry' }).scrollIntoViewIfNeeded();
  await expect(dialog.getByRole('button', { name: 'Add entry' })).toBeInViewport();
  await page.keyboard.press('Escape');
  // At four times the size the lists have room where their pane scrolls.
  await zoomTo(4);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(350);
  await motion().scrollIntoViewIfNeeded();
  await expect(motion()).toBeInViewport({ ratio: 0.5 });
  // A dialog scrolls whole: between its title and its buttons a single line would be left.
  await chooseInMenu(app.electron, 'deadlines.propose');
  await expect(page.getByText(/^What the docket’s filings/)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true);
  await zoomTo(1);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeGreaterThan(1300);
});

const desk = () => page.getByRole('region', { name: 'TRO desk' });
const agenda = () => page.getByRole('treegrid', { name: 'Deadlines' });
const deadlineDetails = () => page.getByRole('complementary', { name: 'Details' });
const setSize = (width: number, height: number) => setWindowSize(app, width, height);
const showOrHideReader = () => page.keyboard.press('Control+\\');

/** The window's clock; countdowns look at it when the window comes to the front. */
async function setClock(instant: string): Promise<void> {
  await page.evaluate((now) => {
    Date.now = () => now;
    window.dispatchEvent(new Event('focus'));
  }, Date.parse(instant));
}

test('what Tab reaches is in sight, however long the form', async () => {
  await setSize(1360, 850);
  await chooseInMenu(app.electron, 'deadlines.propose');
  const dialog = page.getByRole('dialog', { name: 'Deadlines from docket' });
  const boxes = dialog.getByRole('group', { name: 'Proposed deadlines' }).locator('label:has(input:enabled)');
  await expect(boxes.nth(5)).toBeVisible();
  await boxes.first().locator('input').focus();
  for (let at = 1; at < (await boxes.count()); at += 1) {
    await page.keyboard.press('Tab');
    await expect(boxes.nth(at).locator('input')).toBeFocused();
    await expect(boxes.nth(at)).toBeInViewport();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the TRO desk keeps the request as it was decided; with the later events taken back, the clocks run as they did that night', async () => {
  await page.keyboard.press('Control+3');
  const stage = desk().getByRole('list', { name: 'Stage of the request' }).locator('[aria-current=step]');
  await expect(stage).toContainText('Denied');
  const matterId = await openMatterId(page);
  const { events } = valueOf<{ events: { id: string; at: string }[] }>(
    await callEngine(page, 'tro.get', { matterId }),
  );
  // The night after the service, when nothing of what came later was known.
  const later = events.filter(({ at }) => at >= '2021-01-12').toReversed();
  for (const { id } of later) valueOf(await callEngine(page, 'tro.event.delete', { matterId, id }));
  await setClock('2021-01-12T10:00:00.000Z');
  await showOrHideReader();
  await expect(stage).toContainText('Served');
  await expect(desk().getByRole('timer')).toHaveText(/15\s*h\s*0\s*min\s*left/);
  await expect(desk().getByText('Court’s order, entry 3, holds').first()).toBeVisible();
  await expectAccessible(page, 'TRO desk of the sample');
  // One entry and one document are the proof of many things; a list of the links says of which.
  const ways = desk().getByRole('button', { name: /^(Go to|Open “)/ });
  const names = await ways.evaluateAll((all) => all.map((way) => way.ariaLabel));
  expect(names.length).toBeGreaterThan(2);
  expect(names).toEqual([...new Set(names)]);
  // The picture of the README: docs/tro-desk.png is a copy of tro-desk-light.png.
  await keepScreens(page, 'tro-desk', 'png');
  await showOrHideReader();
  for (const _ of later) valueOf(await callEngine(page, 'history.undo', { matterId }));
  await expect(stage).toContainText('Denied');
});

test('its deadlines are counted by rule, order and agreement; what is done has its proof, what is not needed its reason', async () => {
  await setClock(new Date().toISOString());
  await page.keyboard.press('Control+2');
  const row = (name: RegExp) => agenda().getByRole('row', { name });
  await expect(page.getByText('Nothing is due.')).toBeVisible();
  await row(/Response to the TRO motion/).click();
  const byOrder = deadlineDetails().getByRole('region', { name: 'By order' });
  await expect(byOrder.locator('s')).toHaveText('Wed, Jan 13, 2021, 5:00 PM PST');
  await expect(byOrder.locator('strong')).toHaveText('Tue, Jan 12, 2021, 5:00 PM PST');
  await row(/Earliest end of the services/).click();
  await expect(deadlineDetails()).toContainText('Counted as the agreement says, not by Rule 6.');
  await expect(deadlineDetails()).toContainText('Tue, Feb 9, 2021');

  // Two days after the order, with what could still follow from it.
  const matterId = await openMatterId(page);
  const all = valueOf<{ id: string; title: string }[]>(
    await callEngine(page, 'deadlines.list', { matterId }),
  );
  const openAgain = async (title: string) => {
    const { id } = all.find((each) => each.title === title)!;
    valueOf(await callEngine(page, 'deadlines.setStatus', { matterId, id, status: 'open' }));
  };
  await openAgain('Answer to the complaint');
  await openAgain('Notice of appeal from an injunction order');
  await setClock('2021-01-23T17:00:00.000Z');
  await setSize(1500, 900);
  await showOrHideReader();
  await expect(page.getByRole('region', { name: 'Next' }).getByRole('heading')).toHaveText(
    'Answer to the complaint',
  );
  await row(/Notice of appeal/).click();
  await expect(deadlineDetails()).toContainText('Mon, Feb 22, 2021');
  await expect(deadlineDetails()).toContainText('Saturday, February 20, 2021: on to the next day.');
  await expectAccessible(page, 'deadlines of the sample');
  await keepScreens(page, 'deadlines-agenda-sample');
  await showOrHideReader();
  await setSize(1360, 850);
  for (let step = 0; step < 2; step += 1) valueOf(await callEngine(page, 'history.undo', { matterId }));
  await expect(row(/Notice of appeal/)).toContainText('Not needed');
  await page.keyboard.press('Control+1');
});

test('its exhibits stand as they will be filed, a screenshot with its sticker where the page is free', async () => {
  await page.keyboard.press('Control+5');
  await page.getByRole('row', { name: /Exhibits to TRO Motion/ }).dblclick();
  await page
    .getByRole('grid', { name: /Exhibits/ })
    .getByRole('row', { name: /Screenshot 1/ })
    .click();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Exhibit C · page 1 of 1')).toBeVisible();
  await expectAccessible(page, 'exhibits of the sample');
  // The picture of the README: docs/exhibits.png is a copy of exhibits-sample-light.png.
  await keepScreens(page, 'exhibits-sample', 'png');
  await page.keyboard.press('Control+1');
});

test('its evidence is coded by single keys, what was decided at a glance beside the document', async () => {
  await page.keyboard.press('Control+8');
  await page
    .getByRole('navigation', { name: 'Queues' })
    .getByRole('button', { name: /^Unread/ })
    .click();
  const coding = page.getByRole('complementary', { name: 'Coding' });
  await expect(coding.getByText('Item 1 of 13')).toBeVisible();
  const matterId = await openMatterId(page);
  await page.keyboard.press('h');
  await expect(coding.getByRole('button', { name: 'Hot', pressed: true })).toBeVisible();
  for (const [at, key] of ['r', 'n', 'r', 'r'].entries()) {
    await page.keyboard.press(key);
    await expect(coding.getByText(`Item ${at + 2} of 13`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.mouse.move(680, 835);
  await expectAccessible(page, 'review of the sample');
  // The picture of the README: docs/review.png is a copy of review-sample-light.png.
  await keepScreens(page, 'review-sample', 'png');
  for (let step = 0; step < 5; step += 1) valueOf(await callEngine(page, 'history.undo', { matterId }));
  await page.keyboard.press('Control+1');
});

test('a reset makes the sample anew, and only that', async () => {
  await motion().click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Deleted 4 docket entries')).toBeVisible();
  await expect(motion()).toBeHidden();
  await chooseInMenu(app.electron, 'matter.resetSample');
  const question = page.getByRole('alertdialog', { name: 'Reset the sample matter?' });
  await expectAccessible(page, 'reset of the sample');
  await keepScreens(page, 'sample-reset');
  await question.getByRole('button', { name: 'Reset the sample' }).click();
  await expect(page.getByRole('heading', { name: 'Preparing the sample matter' })).toBeVisible();
  await expect(motion()).toBeVisible({ timeout: 60_000 });
});

test('colors, the panes’ sizes and the chosen entry are as they were left, after a restart', async () => {
  await chooseInMenu(app.electron, 'theme.dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const divider = () => page.getByRole('separator', { name: 'Width of the reader' });
  await divider().focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const width = await divider().getAttribute('aria-valuenow');
  const matterId = await openMatterId(page);
  await motion().click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('Entry 2');
  // What was entered by hand was never unread, and cannot be marked so.
  await expect(details.getByRole('button', { name: 'Mark as unread' })).toBeHidden();
  expect(await readMenuItem(app.electron, 'docket.markUnread')).toMatchObject({ isEnabled: false });
  await expect
    .poll(async () => valueOf(await callEngine(page, 'settings.view.get', { matterId, view: 'frame' })))
    .toMatchObject({ readerWidth: Number(width) });
  await app.close();
  app = await launchApp({ home });
  ({ page } = app);
  await expect(divider()).toHaveAttribute('aria-valuenow', width ?? '');
  expect(width).not.toBe('560');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(motion()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Entry 2');
});
