import { expect, test, type Locator, type Page } from '@playwright/test';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeKinds, needleRow, tableRows } from './reader-kinds-files.ts';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';
import { goToArea } from './support/shared-app.ts';

// Every kind in one app: what is opened is only read, so no journey disturbs the next.
test.describe.configure({ mode: 'serial' });

let folder: string;
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  folder = createFolder();
  const names = await makeKinds(folder);
  const matter = join(folder, 'kinds.matter');
  forthwith('matter', 'create', matter, '--title', 'Kinds', '--timezone', 'America/Los_Angeles');
  forthwith('evidence', 'add', matter, ...names.map((name) => join(folder, name)));
  chmodSync(matter, 0o666);
  app = await launchApp({ home: createReturningHome(), args: [matter] });
  page = app.page;
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await page.screenshot({ path: info.outputPath('window.png') });
});
test.afterAll(async () => {
  try {
    await app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const reader = (): Locator => page.getByRole('region', { name: 'Reader', exact: true });
const find = (): Locator => reader().getByRole('textbox', { name: 'Find in document' });
const button = (name: string | RegExp): Locator => reader().getByRole('button', { name });

async function open(title: string): Promise<void> {
  await goToArea(page, 'Evidence');
  await page.getByRole('searchbox', { name: 'Filter evidence' }).fill(title);
  // The list is rebuilt after typing: what was there a moment ago may be gone.
  const heading = reader().getByRole('heading', { name: title, exact: true });
  await expect(async () => {
    // In a small window the reader has taken the list's place by the time its heading comes.
    if (!(await heading.isVisible()))
      await page.getByRole('gridcell', { name: title, exact: true }).dblclick({ timeout: 2_000 });
    await expect(heading).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

const setWidth = (width: number) => setWindowSize(app, width, 850);

async function look(words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f');
  await find().fill(words);
}

test('a hostile mail shows its words, runs nothing and asks for nothing', async () => {
  const mailAddress = /^matter:\/\/[0-9a-f-]+\/evidence\/[0-9a-f-]+\/mail$/;
  const before = app.watch.requests().filter((url) => !url.startsWith('app://bundle/assets/')).length;
  await open('Hostile');
  const message = reader().frameLocator('iframe[title="Message"]');
  await expect(message.locator('body')).toContainText('Its first words are harmless.');
  await expect(message.locator('body')).toContainText('Its last words are read.');
  await expect(message.locator('body')).toContainText('a link that would run');
  expect(app.watch.problems()).toEqual([]);
  // From here on Playwright and axe look into the frame, which tells of every script that it did not let them run.
  app.watch.expect(/^console: Blocked script execution in 'matter:.*'allow-scripts' permission is not set/);
  const left = await message.locator('body').evaluate((body) => ({
    elements: body.querySelectorAll(
      'script, iframe, object, embed, link, svg, form, input, video, audio, meta, base, style, template, [href], [src]:not([src^="data:"])',
    ).length,
    handlers: [...body.querySelectorAll('*')].flatMap(({ attributes }) =>
      [...attributes].map(({ name }) => name).filter((name) => name.startsWith('on')),
    ),
  }));
  expect(left).toEqual({ elements: 0, handlers: [] });
  expect(await page.title()).not.toContain('pwned');
  await message.getByText('a link that would leave').click();
  await expect(message.locator('body')).toContainText('Its first words are harmless.');
  // Beside what the window itself is made of, nothing but the mail's own page.
  const asked = app.watch.requests().filter((url) => !url.startsWith('app://bundle/assets/'));
  expect(asked.slice(before).filter((url) => !mailAddress.test(url))).toEqual([]);
  expect(asked.some((url) => mailAddress.test(url))).toBe(true);
});

test('a mail is a message: headers, formatted and plain text, what came with it', async () => {
  await open('Notice');
  const headers = reader().getByLabel('Message headers');
  await expect(headers).toContainText('Robin Okafor <r.okafor@fairwater.example>');
  await expect(headers).toContainText('Sat, Jan 9, 2021, 6:07 PM PST');
  await expect(headers).toContainText('as written: Sun, 10 Jan 2021 02:07:00 +0000');
  await headers.getByRole('button', { name: 'and 7 more' }).click();
  await expect(headers).toContainText('m12@fairwater.example');
  await headers.getByRole('button', { name: 'Show fewer' }).click();

  const message = reader().frameLocator('iframe[title="Message"]');
  await expect(message.getByRole('heading', { name: 'Notice' })).toBeVisible();
  await expect(message.locator('body')).toContainText('[picture not loaded: Northgate]');
  await expect(
    reader().getByText('1 item stored on other servers (such as pictures) was not loaded'),
  ).toBeVisible();
  await look('keystone');
  await expect(reader().getByRole('status')).toHaveText('2 hits');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(reader().getByRole('status')).toHaveText('2 of 2 hits');
  await expect(message.locator('#hit-2')).toBeInViewport();
  await expectAccessible(page, 'a mail in the reader');
  await keepScreens(page, 'reader-mail');
  await button('Close find').click();

  await reader().getByText('Plain text', { exact: true }).click();
  await expect(reader().getByRole('region', { name: /^Text of/ })).toContainText(
    '> You will be given thirty days of notice.',
  );
  // The bar still holds the word before; Enter does not wait for what is found of these.
  await look('thirty days');
  await page.keyboard.press('Enter');
  await expect(reader().locator('mark[data-current]')).toHaveText('thirty days');
  await expect(reader().getByRole('status')).toHaveText('1 of 1 hit');
  await keepScreens(page, 'reader-mail-plain');
  await button('Close find').click();
  await reader().getByText('Formatted', { exact: true }).click();

  await button(/^posts\.csv/).click();
  await expect(reader().getByRole('cell', { name: 'hello' })).toBeVisible();
  // A small table: axe takes a minute over thousands of cells, and they are all alike.
  await expectAccessible(page, 'a table in the reader');
  await reader().getByRole('navigation', { name: 'In:' }).getByRole('button', { name: 'Notice' }).click();
  await expect(headers).toBeVisible();
});

test('a hit in a formatted mail opens its message with the words marked', async () => {
  await page.getByRole('button', { name: /^Search/ }).click();
  await page.getByRole('textbox', { name: /^Search evidence/ }).fill('keystone subject:notice');
  const results = page.getByRole('list', { name: 'Search results' });
  await results
    .getByRole('button', { name: /keystone/ })
    .first()
    .click();
  // The frame's own words are checked in the journey above; here its page with the marks is checked.
  await expect(reader().getByRole('status')).toHaveText('1 of 2 hits');
  const asked = () => app.watch.requests().filter((url) => url.endsWith('/mail?mark=keystone'));
  await expect.poll(() => asked().length).toBeGreaterThan(0);
  await button('Close find').click();
});

test('pictures are pages: several in a TIFF, upright in a turned JPEG', async () => {
  await open('Fax');
  const sheet = (number: number) => reader().locator(`section[data-page="${number}"]`);
  await expect(sheet(1)).toHaveAttribute('aria-label', 'Page 1 of 3');
  await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
  await reader().getByRole('textbox', { name: 'Page', exact: true }).fill('3');
  await page.keyboard.press('Enter');
  await expect(sheet(3)).toHaveAttribute('data-drawn', 'true');
  await keepScreens(page, 'reader-tiff');

  await open('Turned photo');
  await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
  const { width, height } = (await sheet(1).boundingBox())!;
  expect(height).toBeGreaterThan(width);
});

test('text on a picture is recognized, found and said to be recognized, without opening it anew', async () => {
  await open('Screenshot');
  const sheet = reader().locator('section[data-page="1"]');
  await expect(sheet).toHaveAttribute('data-drawn', 'true');
  const bar = reader().getByRole('group', { name: 'Recognized text' });
  await expect(bar).toContainText('Page 1 is a picture; text on it is not recognized yet.');
  await bar.getByRole('button', { name: 'Recognize text' }).click();
  await expect(sheet).toContainText('midnight', { timeout: 40_000 });
  await expect(bar).toContainText('Recognized text: may be wrong.');
  await expect(bar.getByRole('button', { name: 'Recognize again' })).toBeVisible();
  await look('took effect at midnight');
  await expect(reader().getByRole('status').last()).toHaveText('1 hit');
  await page.keyboard.press('Enter');
  // A mark on each word: what was recognized is words with their places.
  await expect(sheet.locator('mark')).toHaveCount(4);
  await expectAccessible(page, 'a recognised picture');
  await keepScreens(page, 'reader-recognised');
  await button('Close find').click();
});

test('a long table loads as one goes, and a word deep in it is found', async () => {
  await open('Posts');
  const table = reader().getByRole('table', { name: 'Text of Posts' });
  await expect(table.getByRole('columnheader', { name: 'author' })).toBeVisible();
  await expect(table.getByText('user0', { exact: true })).toBeVisible();
  expect(await table.locator('[role=row]').count()).toBeLessThan(tableRows / 4);
  await look('needle');
  await expect(reader().getByRole('status')).toHaveText('1 hit');
  await page.keyboard.press('Enter');
  await expect(reader().locator('mark[data-current]')).toBeInViewport();
  await expect(table.locator('[role=cell]', { hasText: 'The needle, in quotation marks' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'author' })).toBeInViewport();
  await keepScreens(page, 'reader-table');
  await button('Close find').click();
  await reader().getByText('Text', { exact: true }).click();
  await expect(reader().getByRole('region', { name: 'Text of Posts' })).toContainText(
    `user${needleRow},"The needle`,
  );
  await reader().getByText('Table', { exact: true }).click();
  await expect(table).toBeVisible();
});

test('documents and texts are read as text', async () => {
  await open('Memo');
  await expect(reader().getByRole('region', { name: /^Text of Memo/ })).toContainText(
    'thirty days of notice',
  );
  await expect(reader().getByText('This is the text of the file.')).toBeVisible();
  await expectAccessible(page, 'a document in the reader');
  await keepScreens(page, 'reader-document');
  await open('Terms');
  await expect(reader().getByRole('region', { name: /^Text of Terms/ })).toContainText(
    'Either party may terminate',
  );
});

test('a recording is played, followed in its transcript, and given notes', async () => {
  await open('Call');
  const player = reader().locator('audio');
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(30, 0);
  await chooseInOpenDialog(app.electron, join(folder, 'Call.srt'));
  await reader().getByRole('tabpanel').getByRole('button', { name: 'Import transcript…' }).click();
  const line = (words: string) =>
    reader().getByRole('listitem').filter({ hasText: words }).getByRole('button');
  await line('The decision is final.').press('Enter');
  await expect(line('The decision is final.')).toHaveAttribute('aria-current', 'time');
  const at = () => player.evaluate((audio: HTMLAudioElement) => audio.currentTime);
  expect(await at()).toBeCloseTo(12, 1);
  await look('court');
  await expect(reader().getByRole('status')).toHaveText('1 hit');
  await button('Close find').click();

  await line('The decision is final.').press('n');
  const draft = reader().getByRole('textbox', { name: 'Note at 0:12' });
  await draft.fill('No reason is given here.');
  await reader().getByRole('tab', { name: 'Transcript' }).click();
  await expect(draft).toBeHidden();
  await reader().getByRole('tab', { name: 'Notes' }).click();
  await expect(draft).toHaveValue('No reason is given here.');
  await setWidth(800);
  await page.getByRole('button', { name: 'Back to evidence' }).click();
  await expect(reader()).toBeHidden();
  await setWidth(1360);
  await expect(draft).toHaveValue('No reason is given here.');
  await draft.press('Enter');
  const notes = reader().getByRole('list', { name: 'Notes' });
  await expect(notes).toContainText('No reason is given here.');
  // Another note that begins to be edited drops nothing of what is half typed in the first.
  await player.evaluate((audio: HTMLAudioElement) => (audio.currentTime = 20));
  await button(/^Add note at/).click();
  await reader().getByRole('textbox', { name: 'Note at 0:20' }).fill('Said once more.');
  await page.keyboard.press('Enter');
  const said = (at: string) => notes.getByRole('listitem').filter({ hasText: at });
  await said('No reason').getByRole('button', { name: 'Edit note' }).click();
  await draft.fill('No reason is given here, and none later.');
  await said('Said once more.').getByRole('button', { name: 'Edit note' }).click();
  const other = reader().getByRole('textbox', { name: 'Note at 0:20' });
  await other.fill('Said a second time.');
  await expect(draft).toHaveValue('No reason is given here, and none later.');
  await keepScreens(page, 'reader-recording-drafts');
  await other.press('Enter');
  await expect(notes).toContainText('Said a second time.');
  await expect(draft).toHaveValue('No reason is given here, and none later.');
  // Nor does closing the matter.
  await chooseInMenu(app.electron, 'matter.close');
  await page
    .getByRole('button', { name: /^Kinds/ })
    .first()
    .click();
  await open('Call');
  await reader()
    .getByRole('tab', { name: /^Notes/ })
    .click();
  await expect(draft).toHaveValue('No reason is given here, and none later.');
  await draft.press('Escape');
  await expect(notes).toContainText('No reason is given here.');
  await said('Said a second time.').getByRole('button', { name: 'Delete note' }).click();
  await expect(notes.getByRole('listitem')).toHaveCount(1);
  await player.evaluate((audio: HTMLAudioElement) => (audio.currentTime = 25));
  await notes.getByRole('button', { name: 'Go to 0:12' }).click();
  await expect.poll(at).toBeCloseTo(12, 1);
  await expectAccessible(page, 'a recording in the reader');
  await keepScreens(page, 'reader-recording-notes');
  await notes.getByRole('button', { name: 'Delete note' }).click();
  await expect(notes).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(notes).toContainText('No reason is given here.');
  await reader().getByRole('tab', { name: 'Transcript' }).click();
  await keepScreens(page, 'reader-recording');

  // What is being said becomes a fact, cited at the moment its line begins.
  await player.evaluate((audio: HTMLAudioElement) => (audio.currentTime = 13));
  await line('The decision is final.').press('f');
  const fact = page.getByRole('dialog', { name: 'New fact' });
  await expect(fact.getByRole('textbox', { name: 'Statement' })).toHaveValue('The decision is final.');
  await expect(fact.getByText('Call, at 0:12')).toBeVisible();
  await keepScreens(page, 'reader-recording-fact');
  await fact.getByRole('button', { name: 'Add fact' }).click();
  await expect(fact).toBeHidden();
  await player.evaluate((audio: HTMLAudioElement) => (audio.currentTime = 25));
  await page.getByRole('button', { name: /^Argument/ }).click();
  await page.getByRole('row', { name: /The decision is final/ }).click();
  const details = page.getByRole('complementary', { name: 'Details of the fact' });
  await details.getByRole('button', { name: 'Cite a page or moment…' }).click();
  const cite = page.getByRole('dialog', { name: 'Cite a page or moment' });
  await cite.getByRole('button', { name: 'Choose…' }).click();
  await page.getByRole('row', { name: 'Call', exact: true }).dblclick();
  await cite.getByRole('textbox', { name: 'Time' }).fill('0:7');
  await cite.getByRole('textbox', { name: 'Words said' }).fill('The decision is final.');
  await cite.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(cite.getByText('Enter minutes and seconds: 12:34, or 1:02:03.')).toBeVisible();
  await keepScreens(page, 'argument-cite-moment');
  await cite.getByRole('textbox', { name: 'Time' }).fill('0:27');
  await cite.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(cite).toBeHidden();
  await expect(details.getByText('Its words are said at 0:12')).toBeVisible();
  await keepScreens(page, 'argument-moment');
  await details.getByRole('button', { name: 'Open Call at 0:12' }).click();
  await expect.poll(at).toBeCloseTo(12, 1);

  // A hit leads to its moment, and to its line.
  await page.getByRole('button', { name: /^Search/ }).click();
  // What was searched last comes back a moment after the field: it may stand before what is filled in meanwhile.
  const field = page.getByRole('textbox', { name: /^Search evidence/ });
  await expect(async () => {
    await field.fill('court');
    await expect(field).toHaveValue('court', { timeout: 500 });
  }).toPass();
  await page
    .getByRole('list', { name: 'Search results' })
    .getByRole('button', { name: /go to court/ })
    .click();
  await expect.poll(at).toBeCloseTo(20, 1);
  await expect(reader().locator('mark[data-current]')).toHaveText('court');
  await expect(reader().locator('mark[data-current]')).toBeInViewport();
  await button('Close find').click();
});

test('an archive is a card of what is known and of what came in it', async () => {
  await open('Export');
  await expect(reader().getByText('Files inside it (2 items)')).toBeVisible();
  await expect(reader().getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expectAccessible(page, 'an archive in the reader');
  await keepScreens(page, 'reader-archive');
  await button(/readme/).click();
  await expect(reader().getByRole('region', { name: /^Text of readme/ })).toContainText('What was exported.');
});

test('all of it fits a small window', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(800, 600));
  await open('Notice');
  await expect(reader().getByLabel('Message headers')).toBeVisible();
  await expect(
    reader().frameLocator('iframe[title="Message"]').getByRole('heading', { name: 'Notice' }),
  ).toBeInViewport();
  await keepScreens(page, 'reader-mail-narrow');
  await open('Call');
  await expect(reader().getByRole('tab', { name: 'Transcript' })).toBeVisible();
  await keepScreens(page, 'reader-recording-narrow');
  await open('Posts');
  await expect(reader().getByRole('table')).toBeVisible();
  await keepScreens(page, 'reader-table-narrow');
});
