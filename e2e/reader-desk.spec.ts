import { expect, test, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePages, makeBundle, makeLong } from './reader-documents.ts';
import { ReaderPages } from './reader-pages.ts';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { createFolder, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { openMatter, shareApp } from './support/shared-app.ts';

let folder: string;
let copy: string;
let app: RunningApp;
let page: Page;
let reader: ReaderPages;

test.beforeAll(async () => {
  folder = createFolder();
  writeFileSync(join(folder, 'Bundle.pdf'), await makeBundle());
  writeFileSync(join(folder, 'Transcript.pdf'), await makeLong(30));
  writeFileSync(join(folder, 'Letter.pdf'), await makeLong(2));
  const matter = join(folder, 'desk.matter');
  forthwith('matter', 'create', matter, '--title', 'Reading');
  const files = ['Bundle', 'Transcript', 'Letter'].map((name) => join(folder, `${name}.pdf`));
  forthwith('evidence', 'add', matter, ...files);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const beginJourney = shareApp();
test.beforeEach(async () => {
  copy = join(folder, 'copy.matter');
  rmSync(copy, { force: true });
  copyFileSync(join(folder, 'desk.matter'), copy);
  chmodSync(copy, 0o666);
  app = await beginJourney();
  page = app.page;
  reader = new ReaderPages(page);
  await openMatter(app, copy);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await page.screenshot({ path: info.outputPath('window.png') });
  await app.close();
});

async function idOf(title: string): Promise<{ matterId: string; evidenceId: string }> {
  const matterId = await openMatterId(page);
  const items = valueOf<{ id: string; title: string }[]>(
    await callEngine(page, 'evidence.list', { matterId }),
  );
  return { matterId, evidenceId: items.find((item) => item.title === title)!.id };
}

test('pages stand one below the other, alone, or two beside each other, as the person likes them', async () => {
  await reader.open('Bundle');
  await reader.expectDrawn(1);
  await chooseInMenu(app.electron, 'reader.viewTwo');
  await reader.goTo('AMZ000013');
  await reader.expectDrawn(4);
  // The first page is a cover by itself, so the fourth is on the left.
  await expect.poll(async () => (await reader.box(4)).x < (await reader.box(5)).x).toBe(true);
  await expect(reader.pageField()).toHaveValue('AMZ000013');
  await chooseInMenu(app.electron, 'reader.coverAlone');
  await expect.poll(async () => (await reader.box(3)).x < (await reader.box(4)).x).toBe(true);
  await chooseInMenu(app.electron, 'reader.fitPage');
  await expect
    .poll(async () => (await reader.box(4)).height <= (await reader.pages().boundingBox())!.height)
    .toBe(true);
  await expectAccessible(page, 'two pages in the reader');
  await keepScreens(page, 'reader-two-pages');

  await chooseInMenu(app.electron, 'reader.viewSingle');
  await reader.expectDrawn(4);
  await expect(reader.root.locator('section[data-page]:not([inert])')).toHaveCount(1);
  await reader.pages().focus();
  await page.keyboard.press('PageDown');
  await reader.expectDrawn(5);
  await page.keyboard.press('ArrowLeft');
  await reader.expectDrawn(4);
  await page.mouse.move((await reader.box(4)).x + 60, (await reader.box(4)).y + 60);
  await page.mouse.wheel(0, 200);
  await reader.expectDrawn(5);
  await page.keyboard.press('End');
  await reader.expectDrawn(bundlePages);

  // Turned by a quarter the page lies on its side, and its words with it.
  const upright = await reader.box(bundlePages);
  await page.keyboard.press('Control+Shift+r');
  await expect
    .poll(async () => {
      const { width, height } = await reader.box(bundlePages);
      return width > height;
    })
    .toBe(upright.width < upright.height);
  await reader.expectDrawn(bundlePages);
  const run = await reader.sheet(bundlePages).locator('[data-run]').first().boundingBox();
  expect(run!.height).toBeGreaterThan(run!.width);
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Control+Shift+r');

  // Kept for the person: another document comes the same way.
  await reader.open('Transcript');
  await reader.expectDrawn(1);
  await expect(reader.root.locator('section[data-page]:not([inert])')).toHaveCount(1);
  await page.keyboard.press('Control+0');
  await chooseInMenu(app.electron, 'reader.viewContinuous');
  await expect(reader.root.locator('section[data-page]:not([inert])')).not.toHaveCount(1);
});

test('documents lie in tabs and on two sides, and are there again the next time', async () => {
  await reader.open('Bundle');
  await reader.goTo('AMZ000017');
  await reader.expectDrawn(8);
  await reader.open('Transcript', ['Control']);
  await reader.expectDrawn(1);
  await expect(reader.tab('Transcript')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('row', { name: /Letter/ }).click({ button: 'middle' });
  await expect(reader.tab('Letter')).toHaveAttribute('aria-selected', 'true');
  await expect(reader.root.getByRole('tab')).toHaveCount(3);
  await expectAccessible(page, 'tabs in the reader');

  // By keys alone: round the tabs, and the first one comes back on the page it was left on.
  await reader.expectDrawn(1);
  await reader.pages().focus();
  await page.keyboard.press('Control+Tab');
  await expect(reader.tab('Bundle')).toHaveAttribute('aria-selected', 'true');
  await reader.expectDrawn(8);
  await expect(reader.pages()).toBeFocused();
  await page.keyboard.press('Control+Shift+Tab');
  await page.keyboard.press('Control+w');
  await expect(reader.root.getByRole('tab')).toHaveCount(2);
  await expect(reader.tab('Letter')).toHaveCount(0);

  // Beside each other: what opens next opens where the keyboard is.
  await reader.tab('Bundle').click();
  await chooseInMenu(app.electron, 'reader.splitBeside');
  const [first, second] = [
    page.getByRole('group', { name: 'First document' }),
    page.getByRole('group', { name: 'Second document' }),
  ];
  await expect(second.getByRole('tab', { name: 'Bundle' })).toBeVisible();
  await reader.open('Letter');
  await expect(second.getByRole('tab')).toHaveText(['Letter']);
  await expect(first.getByRole('tab')).toHaveText(['Bundle', 'Transcript']);
  await new ReaderPages(page, second).expectDrawn(1);
  await new ReaderPages(page, first).expectDrawn(8);
  // Keys go to the side with the keyboard.
  await first.getByRole('region', { name: /^Pages of/ }).click({ position: { x: 5, y: 200 } });
  await page.keyboard.press('Control+f');
  await expect(first.getByRole('search')).toBeVisible();
  await expect(second.getByRole('search')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'a split reader');
  await keepScreens(page, 'reader-split');
  await chooseInMenu(app.electron, 'reader.splitBelow');
  await expect
    .poll(async () => ((await second.boundingBox())?.y ?? 0) > ((await first.boundingBox())?.y ?? 0) + 50)
    .toBe(true);
  await keepScreens(page, 'reader-split-below');

  // The next time the matter is opened everything is as it was left.
  await chooseInMenu(app.electron, 'matter.close');
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
  await openMatter(app, copy);
  await expect(second.getByRole('tab')).toHaveText(['Letter']);
  await expect(first.getByRole('tab')).toHaveText(['Bundle', 'Transcript']);
  await new ReaderPages(page, first).expectDrawn(8);
  await chooseInMenu(app.electron, 'reader.join');
  await expect(reader.root.getByRole('tab')).toHaveText(['Bundle', 'Transcript', 'Letter']);
});

test('words are taken up with their cite, by keys alone, and a passage is called out', async () => {
  const { matterId, evidenceId } = await idOf('Bundle');
  const set = valueOf<{ id: string }>(
    await callEngine(page, 'exhibits.set.create', { matterId, fields: { name: 'Hearing' } }),
  );
  valueOf(await callEngine(page, 'exhibits.add', { matterId, setId: set.id, evidenceIds: [evidenceId] }));
  await reader.open('Bundle');
  await reader.goTo('AMZ000018');
  await reader.expectDrawn(9);
  await page.keyboard.press('Control+f');
  const field = reader.root.getByRole('textbox', { name: 'Find in document' });
  await field.fill('keystone paragraph');
  await expect(reader.root.getByRole('status').filter({ hasText: 'hit' })).toHaveText('1 hit');
  await field.press('Enter');
  await expect(reader.sheet(9).locator('mark[data-current]')).toBeVisible();
  await page.keyboard.press('F7');
  const selection = () => page.evaluate(() => window.getSelection()!.toString());
  await expect.poll(selection).toBe('keystone paragraph');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(async () => (await selection()).trim()).toBe('keystone paragraph stands');

  const copied = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.addEventListener('copy', (event) => resolve(event.clipboardData!.getData('text/plain')), {
          once: true,
        });
      }),
  );
  await page.keyboard.press('Control+Shift+c');
  expect(await copied).toMatch(/^“keystone paragraph stands” \((Ex|Exhibit)\.? A at 9\)$/);
  await expect(page.getByText(/^Copied with its cite: /)).toBeVisible();

  await page.keyboard.press('Control+Shift+e');
  const callOut = page.getByRole('dialog', { name: /^Passage called out/ });
  await expect(callOut).toHaveAttribute('data-call-out', 'drawn');
  await expect(callOut.getByRole('img', { name: /keystone paragraph stands/ })).toBeVisible();
  await expect(callOut).toContainText(/A at 9/);
  await expectAccessible(page, 'a passage called out');
  await keepScreens(page, 'reader-call-out');
  await page.keyboard.press('Escape');
  await expect(callOut).toBeHidden();

  // An area, by keys: the frame is moved and sized, and shown.
  await page.evaluate(() => window.getSelection()!.removeAllRanges());
  await page.keyboard.press('Control+Shift+e');
  const frame = page.getByRole('application', { name: /^Choose an area/ });
  await expect(frame).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await expectAccessible(page, 'choosing an area of a page');
  await keepScreens(page, 'reader-area');
  await page.keyboard.press('Enter');
  await expect(callOut).toHaveAttribute('data-call-out', 'drawn');
  await callOut.getByRole('button', { name: 'Close passage' }).click();
  await expect(callOut).toBeHidden();
});

test('a document fills the screen, and goes into a window of its own that closes with the matter', async () => {
  await reader.open('Bundle');
  await reader.goTo('AMZ000017');
  await reader.expectDrawn(8);
  await page.keyboard.press('F5');
  const presentation = page.getByRole('dialog', { name: 'Presentation of Bundle' });
  await expect(presentation.getByRole('button', { name: 'Find in document' })).toHaveCount(0);
  await new ReaderPages(page, presentation).expectDrawn(8);
  await page.keyboard.press('ArrowRight');
  await new ReaderPages(page, presentation).expectDrawn(9);
  await expectAccessible(page, 'a presentation');
  await keepScreens(page, 'reader-presenting');
  await page.keyboard.press('Escape');
  await expect(presentation).toBeHidden();
  await reader.expectDrawn(9);

  const opened = app.electron.waitForEvent('window');
  await chooseInMenu(app.electron, 'reader.newWindow');
  const other = await opened;
  const problems: string[] = [];
  other.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  other.on('pageerror', (error) => problems.push(error.message));
  const second = new ReaderPages(other, other.getByRole('main', { name: 'Reader' }));
  await second.expectDrawn(9);
  await expect(other).toHaveTitle(/Bundle — Reading/);
  // What is set while it is open holds in it too.
  valueOf(await callEngine(page, 'settings.update', { patch: { sizePercent: 150 } }));
  await expect.poll(() => other.evaluate(() => devicePixelRatio)).toBe(1.5);
  valueOf(await callEngine(page, 'settings.update', { patch: { sizePercent: 100 } }));
  await expect.poll(() => other.evaluate(() => devicePixelRatio)).toBe(1);
  // The same restrictions: no Node, no bridge but ours, ports of its own.
  expect(
    await other.evaluate(() => ({
      hasNode: 'require' in window || 'process' in window,
      origin: location.origin,
      bridge: typeof window.forthwith.openReaderWindow,
    })),
  ).toEqual({ hasNode: false, origin: 'app://bundle', bridge: 'function' });
  await second.pages().focus();
  await other.keyboard.press('Home');
  await second.expectDrawn(1);
  await reader.expectDrawn(9);
  await expectAccessible(other, 'a window for one document');
  await keepScreens(other, 'reader-window');
  expect(problems).toEqual([]);

  const closed = other.waitForEvent('close');
  await page.keyboard.press('Control+Shift+w');
  await closed;
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
});
