import { expect, test, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, rgb } from 'pdf-lib';
import { ReaderPages } from './reader-pages.ts';
import { bundlePages, makeBundle, makeEndless, makeLong } from './reader-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { findProcess, killProcess } from './support/faults.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';
import { openMatter, shareApp } from './support/shared-app.ts';

const isFull = process.env['FORTHWITH_TIER'] === 'full';

/** The smallest picture there is: one red pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

let folder: string;
let copy: string;
let app: RunningApp;
let page: Page;

/** One matter for all journeys here, made by the command line: only reading is tested. Each reads a copy. */
test.beforeAll(async () => {
  folder = createFolder();
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
  write('Bundle.pdf', await makeBundle());
  write('Transcript.pdf', await makeLong(200));
  if (isFull) write('Endless.pdf', await makeEndless());
  const cover = await PDFDocument.create({ updateMetadata: false });
  cover.addPage([300, 300]).drawRectangle({ x: 20, y: 20, width: 200, height: 200, color: rgb(0, 0, 0.4) });
  write('open.pdf', await cover.save());
  execFileSync('qpdf', [
    '--encrypt',
    'secret',
    'owner',
    '256',
    '--',
    join(folder, 'open.pdf'),
    join(folder, 'Sealed letter.pdf'),
  ]);
  write('Damaged.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendob'));
  write('Screenshot.png', onePixel);
  write('Ledger.qbw', Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 37) % 256)));
  const matter = join(folder, 'reader.matter');
  forthwith('matter', 'create', matter, '--title', 'Reading');
  const names = ['Bundle', 'Transcript', ...(isFull ? ['Endless'] : []), 'Sealed letter', 'Damaged'].map(
    (name) => `${name}.pdf`,
  );
  try {
    forthwith(
      'evidence',
      'add',
      matter,
      ...[...names, 'Screenshot.png', 'Ledger.qbw'].map((name) => join(folder, name)),
    );
  } catch (error) {
    // 7: some are damaged or protected, which is what they are here for; they are still kept.
    if ((error as { status?: number }).status !== 7) throw error;
  }
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.beforeEach(() => {
  // Where a document was left is kept in the matter, so a copy starts fresh.
  copy = join(folder, 'copy.matter');
  rmSync(copy, { force: true });
  copyFileSync(join(folder, 'reader.matter'), copy);
  chmodSync(copy, 0o666);
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await page.screenshot({ path: info.outputPath('window.png') });
  await app.close();
});

let pages: ReaderPages;
const reader = (): Locator => pages.root;
const sheet = (number: number): Locator => pages.sheet(number);
const pageField = (): Locator => pages.pageField();
const open = (title: string): Promise<void> => pages.open(title);
const expectDrawn = (number: number): Promise<void> => pages.expectDrawn(number);

test.describe('in one running app', () => {
  const beginJourney = shareApp();
  test.beforeEach(async () => {
    app = await beginJourney();
    page = app.page;
    pages = new ReaderPages(page);
    await openMatter(app, copy);
  });

  test('a PDF is drawn, and its words are real text that can be selected', async () => {
    await open('Bundle');
    await expectDrawn(1);
    await expect(sheet(1)).toHaveAttribute('aria-label', `Page 1 of ${bundlePages}, i`);
    await expect(sheet(1)).toContainText('Declaration in support of the motion');
    await expect(sheet(1)).toContainText('temporary restraining order');
    const selected = await page.evaluate(() => {
      const [from, to] = document.querySelectorAll('section[data-page="1"] [data-run]');
      window.getSelection()!.setBaseAndExtent(from!.firstChild!, 0, to!.firstChild!, to!.textContent.length);
      return window.getSelection()!.toString();
    });
    expect(selected.replaceAll(/\s*\n\s*/g, '\n').trim()).toBe(
      'Declaration in support of the motion\nOn January 10 the host suspended every account without the notice',
    );
    await expectAccessible(page, 'a PDF in the reader');
    await keepScreens(page, 'reader-pdf');
  });

  test('the text lies on the picture of the words', async () => {
    await open('Bundle');
    await expectDrawn(1);
    const span = sheet(1).locator('[data-run]', { hasText: 'Declaration in support' });
    await expect(span).toHaveCount(1);
    const ink = await span.evaluate((element) => {
      const canvas = element.closest('section')!.querySelector('canvas')!;
      const scale = canvas.width / canvas.getBoundingClientRect().width;
      const origin = canvas.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      const darkIn = (left: number, top: number, width: number, height: number) => {
        const { data } = canvas
          .getContext('2d')!
          .getImageData(
            (left - origin.left) * scale,
            (top - origin.top) * scale,
            width * scale,
            height * scale,
          );
        return data.filter((value, index) => index % 4 === 0 && value < 100).length;
      };
      return {
        on: darkIn(box.left, box.top, box.width, box.height),
        above: darkIn(box.left, box.top - box.height, box.width, box.height * 0.9),
        rightOf: darkIn(box.right + 2, box.top, 40, box.height),
      };
    });
    expect(ink.on).toBeGreaterThan(100);
    expect([ink.above, ink.rightOf]).toEqual([0, 0]);
  });

  test('a page is gone to by its label, and a label that is not there is said', async () => {
    await open('Bundle');
    await expectDrawn(1);
    await pageField().fill('AMZ000017');
    await pageField().press('Enter');
    await expectDrawn(8);
    await expect(pageField()).toHaveValue('AMZ000017');
    await pageField().fill('ii');
    await pageField().press('Enter');
    await expect(pageField()).toHaveValue('ii');
    await pageField().fill('ABC9');
    await pageField().press('Enter');
    await expect(reader().getByRole('alert')).toHaveText('No page “ABC9”');
  });

  test('a link is followed, and Alt+Left or the back button of a mouse comes back', async () => {
    await open('Bundle');
    await expectDrawn(1);
    await sheet(1)
      .getByRole('button', { name: `Go to Page 9 of ${bundlePages}, AMZ000018` })
      .click();
    await expectDrawn(9);
    await expect(pageField()).toHaveValue('AMZ000018');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(pageField()).toHaveValue('i');
    await reader().getByRole('button', { name: 'Forward' }).click();
    await expect(pageField()).toHaveValue('AMZ000018');
    await sheet(9).dispatchEvent('mouseup', { button: 3 });
    await expect(pageField()).toHaveValue('i');
    await sheet(1).dispatchEvent('mouseup', { button: 4 });
    await expect(pageField()).toHaveValue('AMZ000018');
  });

  test('an address is shown and never opened', async () => {
    await open('Bundle');
    await sheet(1).getByRole('button', { name: 'Address https://example.com/terms' }).click();
    await expect(page.getByText('This link goes outside Forthwith: https://example.com/terms')).toBeVisible();
    expect(app.electron.windows()).toHaveLength(1);
  });

  test('words are found on every page, marked, and stepped through', async () => {
    await open('Bundle');
    await expectDrawn(1);
    await page.keyboard.press('Control+f');
    const field = reader().getByRole('textbox', { name: 'Find in document' });
    await field.fill('keystone PARAGRAPH');
    await expect(reader().getByRole('status').filter({ hasText: 'hit' })).toHaveText('1 hit');
    await field.press('Enter');
    await expectDrawn(9);
    await expect(sheet(9).locator('mark[data-current]')).toBeVisible();
    await field.fill('restraining order');
    await expect(reader().getByRole('status').filter({ hasText: 'hit' })).toHaveText(`${bundlePages} hits`);
    await field.press('Enter');
    await expect(reader().getByRole('status').filter({ hasText: 'hit' })).toHaveText(
      new RegExp(`^\\d+ of ${bundlePages} hits$`),
    );
    await expectAccessible(page, 'find in the reader');
    await keepScreens(page, 'reader-find');
    await field.press('Shift+Enter');
    await field.fill('no such words');
    await expect(reader().getByRole('status').filter({ hasText: 'Not found' })).toBeVisible();
    await field.fill('x'.repeat(501));
    await expect(reader().getByText('At most 500 characters fit; this has 501.')).toBeVisible();
    await expect(field).toHaveValue('x'.repeat(501));
    await field.press('Escape');
    await expect(field).toBeHidden();
  });

  test('beside the pages stand small pictures, bookmarks and all hits, and each leads to its page', async () => {
    await open('Bundle');
    await expectDrawn(1);
    await page.keyboard.press('F8');
    const panel = reader().getByRole('region', { name: 'Beside the pages' });
    const small = panel.getByRole('listbox', { name: `Pages of Bundle, ${bundlePages} pages` });
    const option = small.getByRole('option', { name: `Page 3 of ${bundlePages}, AMZ000012` });
    await expect(option).toHaveAttribute('aria-posinset', '3');
    await expect(option).toHaveAttribute('aria-setsize', String(bundlePages));
    await option.click();
    await expect(pageField()).toHaveValue('AMZ000012');
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expectDrawn(4);
    await page.keyboard.press('End');
    await expectDrawn(bundlePages);
    await expect(small.getByRole('option', { selected: true })).toHaveAttribute(
      'aria-posinset',
      String(bundlePages),
    );
    const drawn = () =>
      small
        .locator('canvas')
        .evaluateAll((all) => (all as HTMLCanvasElement[]).every(({ width }) => width > 0 && width !== 300));
    await expect.poll(drawn).toBe(true);
    await expectAccessible(page, 'small pictures beside the pages');
    await keepScreens(page, 'reader-thumbnails');

    await panel.getByRole('tab', { name: 'Bookmarks' }).click();
    const bookmarks = panel.getByRole('navigation', { name: 'Bookmarks' });
    await bookmarks.getByRole('button', { name: 'Section 4, sideways' }).click();
    await expectDrawn(5);
    await expect(bookmarks.getByRole('button', { name: 'Section 4, sideways' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await expectAccessible(page, 'bookmarks in the reader');
    await keepScreens(page, 'reader-bookmarks');

    await page.keyboard.press('Control+f');
    await reader().getByRole('textbox', { name: 'Find in document' }).fill('the');
    await reader().getByRole('button', { name: 'List all hits' }).click();
    const hits = panel.getByRole('listbox', { name: /^Hits for “the”, \d+ hits$/ });
    await expect(panel.getByRole('status')).toHaveText(new RegExp(`^\\d+ hits on ${bundlePages} pages$`));
    await hits.focus();
    await page.keyboard.press('End');
    await expectDrawn(bundlePages);
    await expect(sheet(bundlePages).locator('mark[data-current]')).toBeVisible();
    await expectAccessible(page, 'all hits in the reader');
    await keepScreens(page, 'reader-hits');
    await page.keyboard.press('Home');
    await expectDrawn(1);
    await expect(sheet(1).locator('mark[data-current]')).toBeVisible();
    await expect(hits.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1');
    await reader().getByRole('button', { name: 'Hide side panel' }).click();
    await expect(panel).toBeHidden();
  });

  test('zoom goes up and down, fits the width, and keeps the place', async () => {
    await open('Bundle');
    await pageField().fill('AMZ000017');
    await pageField().press('Enter');
    await expectDrawn(8);
    const before = await sheet(8).evaluate((element) => element.clientWidth);
    await pages.pages().focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect.poll(() => sheet(8).evaluate((element) => element.clientWidth)).toBeGreaterThan(before);
    await expect(pageField()).toHaveValue('AMZ000017');
    await expectDrawn(8);
    await page.keyboard.press('0');
    await expect.poll(() => sheet(8).evaluate((element) => element.clientWidth)).toBe(before);
  });

  test('the keyboard goes through a document from end to end', async () => {
    await open('Transcript');
    await expectDrawn(1);
    await pages.pages().focus();
    await page.keyboard.press('End');
    await expectDrawn(200);
    await expect(sheet(200)).toContainText('Sheet number 200');
    await page.keyboard.press('Home');
    await expectDrawn(1);
    const scrollTop = () => pages.pages().evaluate((element) => element.scrollTop);
    await expect.poll(scrollTop).toBe(0);
    await page.keyboard.press('PageDown');
    await expect.poll(scrollTop).toBeGreaterThan(100);
    // However far one has read, only nearby pages are in the document.
    expect(await reader().locator('section[data-page]').count()).toBeLessThan(8);
  });

  test('a document opens where it was left', async () => {
    await open('Transcript');
    await pageField().fill('120');
    await pageField().press('Enter');
    await expectDrawn(120);
    await open('Bundle');
    await expectDrawn(1);
    await open('Transcript');
    await expectDrawn(120);
  });

  test('a protected PDF asks for its password, refuses a wrong one and opens with the right one', async () => {
    await open('Sealed letter');
    const field = reader().getByLabel('Password', { exact: true });
    await field.fill('guess');
    await field.press('Enter');
    await expect(
      reader().getByText('The password does not open this file. Check it and try again.'),
    ).toBeVisible();
    await expectAccessible(page, 'the password of a PDF');
    await keepScreens(page, 'reader-password');
    await reader().getByLabel('Password', { exact: true }).fill('secret');
    await reader().getByRole('button', { name: 'Open' }).click();
    await expectDrawn(1);
  });

  test('a damaged PDF says so, and the next document opens', async () => {
    await open('Damaged');
    await expect(reader().getByRole('alert')).toContainText('is damaged and cannot be opened');
    await expectAccessible(page, 'a damaged PDF');
    await keepScreens(page, 'reader-damaged');
    await open('Bundle');
    await expectDrawn(1);
  });

  test('a picture is one page, and a file that cannot be shown is kept and can be exported', async () => {
    await open('Screenshot');
    await expect(sheet(1)).toHaveAttribute('aria-label', 'Page 1 of 1');
    await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
    await open('Ledger');
    await expect(reader().getByText('This file is kept unaltered; it cannot be shown here.')).toBeVisible();
    await expect(reader().getByRole('button', { name: 'Export original…' }).first()).toBeEnabled();
    await expectAccessible(page, 'a native file in the reader');
    await keepScreens(page, 'reader-native');
  });
});

test.describe('in an app of its own', () => {
  test.beforeEach(async () => {
    app = await launchApp({ home: createReturningHome(), args: [copy] });
    page = app.page;
    pages = new ReaderPages(page);
  });

  test('when the reader is killed while paging, the page comes back by itself and the next one opens', async () => {
    await open('Transcript');
    await expectDrawn(1);
    for (let kill = 1; kill <= (isFull ? 100 : 5); kill += 1) {
      const number = ((kill * 7) % 198) + 1;
      await pageField().fill(String(number));
      await pageField().press('Enter');
      await killProcess(app.electron, 'reader');
      await expectDrawn(number);
      await expect(sheet(number)).toContainText(`Sheet number ${number}`);
      await expect(pageField()).toHaveValue(String(number));
    }
    await pageField().fill('199');
    await pageField().press('Enter');
    await expectDrawn(199);
    expect(await findProcess(app.electron, 'reader')).not.toBeNull();
  });

  test('a page that never ends is named, can be tried again, and all others are read', async () => {
    test.skip(!isFull, 'Waits until the page is given up, for fifteen seconds: in the full tier.');
    test.setTimeout(180_000);
    await open('Endless');
    await expectDrawn(1);
    await pageField().fill('3');
    await pageField().press('Enter');
    await expect(sheet(3)).toHaveAttribute('data-drawn', 'true', { timeout: 60_000 });
    await expect(sheet(3)).toContainText('Sheet number 3');
    await pageField().fill('2');
    await pageField().press('Enter');
    const failure = sheet(2).getByRole('alert');
    await expect(failure).toContainText('Page 2 of 3');
    await expect(failure).toContainText('cannot be shown');
    await expectAccessible(page, 'a page that cannot be shown');
    await keepScreens(page, 'reader-endless');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expect(failure).toBeVisible({ timeout: 60_000 });
    await pageField().fill('1');
    await pageField().press('Enter');
    await expectDrawn(1);
  });
});
