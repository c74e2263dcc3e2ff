import { expect, test, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu, chooseInOpenDialog, readMenuItem } from './support/dialogs.ts';
import { dragFiles } from './support/drop.ts';
import { askOpen, callEngine, openMatterId, valueOf } from './support/engine.ts';
import { createFolder } from './support/launch.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { openMatter, shareApp, type Journey } from './support/shared-app.ts';

const sample = resolve(import.meta.dirname, '../assets/sample');
const sheetFile = join(sample, 'docket-sheet.html');

let app: Journey;
let page: Page;
let shared: string;
let folder: string;
let documents: MadeDocuments;

const beginJourney = shareApp();
test.beforeAll(() => {
  shared = createFolder();
  forthwith('matter', 'sample', join(shared, 'sample.matter'));
});
test.afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** Each journey begins with the unchanged sample matter, made once and copied, its docket in view. */
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  documents = new MadeDocuments(join(folder, 'received'));
  const copy = join(folder, 'sample.matter');
  copyFileSync(join(shared, 'sample.matter'), copy);
  chmodSync(copy, 0o666);
  await openMatter(app, copy);
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible();
  await resize(1360, 850);
});
test.afterEach(() => app.close());

const preview = () => page.getByRole('dialog', { name: 'Import into the docket' });
const summary = () => preview().getByRole('heading', { level: 3 }).first();
const redline = () => preview().getByRole('grid', { name: 'Changes' });

async function resize(width: number, height: number): Promise<void> {
  await setWindowSize(app, width, height);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

async function importFiles(...files: readonly string[]): Promise<void> {
  await chooseInOpenDialog(app.electron, ...files);
  await page.keyboard.press('Control+Shift+d');
  await expect(preview()).toBeVisible();
}

interface Entry {
  readonly number: number | null;
  readonly attachment: number | null;
  readonly text: string;
  readonly evidenceTitle: string | null;
  readonly pageCount: number | null;
}
async function docket(): Promise<readonly Entry[]> {
  return askOpen<Entry[]>(page, 'docket.list');
}
const withNumber = async (number: number) => (await docket()).filter((entry) => entry.number === number);

test('the sample’s docket sheet is looked at as a redline, applied as one step, undone and done again', async () => {
  const before = await docket();
  await chooseInMenu(app.electron, 'docket.importSample');
  await expect(summary()).toHaveText('2 new entries, 21 changed.');
  await expect(summary()).toBeFocused();
  await expect(preview().getByText(/^Docket sheet · 2 new/)).toBeVisible();
  await expectAccessible(page, 'the preview of an import');
  await keepScreens(page, 'docket-import-preview');

  await test.step('what differs is marked in the text itself', async () => {
    await preview()
      .getByText(/^Changed \d+$/)
      .click();
    const motion = redline().getByRole('row', { name: /^2, changed: MOTION/ });
    await expect(motion.locator('ins').filter({ hasText: 'Oral Argument Requested' })).toBeVisible();
    await expect(motion.locator('del').first()).toBeVisible();
    await redline().getByRole('row').first().focus();
    await page.keyboard.type('5');
    const appearance = redline().getByRole('row', { name: /^5, changed: NOTICE of Appearance/ });
    await expect(appearance).toContainText('Entered: Jan 12, 2021');
    await expect(appearance.locator('ins').filter({ hasText: 'Jan 13, 2021' })).toBeVisible();
    await preview().getByText('New 2', { exact: true }).click();
    await expect(redline().getByRole('row')).toHaveCount(2);
    await expect(
      redline()
        .getByRole('row')
        .filter({ hasText: /^.*MINUTE ENTRY .*telephone conference/ }),
    ).toBeVisible();
  });

  await test.step('the list is gone through by arrows, and Enter there applies nothing', async () => {
    await preview()
      .getByText(/^All \d+$/)
      .click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(redline().getByRole('row').nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await expect(redline().getByRole('row', { name: /^34, changed: ORDER/ })).toBeFocused();
    await expect(preview()).toBeVisible();
    expect(await docket()).toEqual(before);
  });

  await test.step('at the smallest window it is all in reach', async () => {
    await resize(900, 600);
    await redline().scrollIntoViewIfNeeded();
    await expect(preview().getByRole('button', { name: /^Apply/ })).toBeInViewport();
    await expectAccessible(page, 'the preview of an import in a narrow window');
    await keepScreens(page, 'docket-import-preview-narrow');
    await resize(1360, 850);
  });

  await preview()
    .getByRole('button', { name: /^Apply \d+ changes$/ })
    .press('Enter');
  await expect(page.getByText('Imported the docket: 2 entries added, 21 changed')).toBeVisible();
  await expect(preview()).toBeHidden();
  expect(await docket()).toHaveLength(before.length + 2);
  const [stipulation] = await withNumber(8);
  expect(stipulation?.text).toMatch(/^STIPULATION re page limits/);
  const [motion] = await withNumber(2);
  expect(motion?.evidenceTitle, 'what was linked stays linked').not.toBeNull();
  await keepScreens(page, 'docket-imported');

  await expect
    .poll(async () => (await readMenuItem(app.electron, 'history.undo')).label)
    .toBe('Undo: import “docket-sheet.html”');
  await chooseInMenu(app.electron, 'history.undo');
  await expect.poll(async () => (await docket()).length).toBe(before.length);
  expect((await docket()).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  await chooseInMenu(app.electron, 'history.redo');
  await expect.poll(async () => (await withNumber(8)).length).toBe(1);

  await test.step('the same sheet again changes nothing', async () => {
    await importFiles(sheetFile);
    await expect(preview().getByText(/^Nothing to change/)).toBeVisible();
    await expect(preview().getByRole('button', { name: /^(Apply|Keep)/ })).toHaveCount(0);
    await expectAccessible(page, 'an import without changes');
    await keepScreens(page, 'docket-import-nothing');
    await preview().getByRole('button', { name: 'Close' }).last().click();
    await expect(preview()).toBeHidden();
  });
});

test('a notice first, the sheet later and the attachment page last make one entry each', async () => {
  for (const file of ['notice.eml', 'docket-sheet.html', 'attachments.html']) {
    await importFiles(join(sample, file));
    await preview()
      .getByRole('button', { name: /^Apply/ })
      .click();
    await expect(preview()).toBeHidden();
  }
  expect(await withNumber(8)).toHaveLength(1);
  const response = await withNumber(6);
  expect(response.map(({ attachment }) => attachment)).toEqual([null, 1, 2, 3, 4, 5]);
  expect(response.map(({ pageCount }) => pageCount)).toEqual([7, 2, 2, 1, 1, 1]);

  await chooseInMenu(app.electron, 'docket.sources');
  const sources = page.getByRole('dialog', { name: 'Imported sources' });
  await expect(sources.getByRole('rowheader')).toHaveText([
    'attachments.html',
    'docket-sheet.html',
    'notice.eml',
  ]);
  await expectAccessible(page, 'imported sources');

  await test.step('and the sources come out as they came in', async () => {
    await chooseInOpenDialog(app.electron, folder);
    await sources.getByRole('button', { name: 'Save as they came…' }).click();
    await expect(page.getByText(/^Saved 3 sources in “.+”, byte for byte$/)).toBeVisible();
    for (const name of ['notice.eml', 'docket-sheet.html', 'attachments.html'])
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(sample, name)))).toBe(true);
  });
  await page.keyboard.press('Escape');
});

test('two sheets of different days are compared', async () => {
  // The sample leaves out numbers 9 to 33; a list with such a gap is not taken for the whole docket.
  const earlier = readFileSync(sheetFile, 'utf8').replace('>34</a>', '>9</a>');
  const later = earlier
    .replace('01/22/2021 09:12:33', '01/25/2021 16:40:00')
    .replace('(14 pages)', '(14 pages) (Modified on 1/25/2021 to correct the event)')
    .replace(/<tr>\s*<td[^>]*>01\/19\/2021<\/td>[^]*?<\/tr>/, '');
  await importFiles(documents.text('docket 2021-01-22.html', earlier));
  await preview()
    .getByRole('button', { name: /^Apply/ })
    .click();
  await expect(preview()).toBeHidden();
  await importFiles(documents.text('docket 2021-01-25.html', later));
  await expect(redline().getByRole('row', { name: /^8, no longer listed: / })).toBeVisible();
  const order = redline().getByRole('row', { name: /^9, changed: / });
  await expect(order.locator('ins')).toHaveText('(Modified on 1/25/2021 to correct the event)');
  await preview().getByRole('button', { name: 'Apply 2 changes' }).click();
  await expect(preview()).toBeHidden();

  await chooseInMenu(app.electron, 'docket.sources');
  const sources = page.getByRole('dialog', { name: 'Imported sources' });
  await expect(sources.getByText(/^1 changed, 1 no longer listed, \d+ unchanged\.$/)).toBeVisible();
  await expect(sources.getByRole('grid').getByRole('row')).toHaveCount(2);
  await expectAccessible(page, 'two sources compared');
  await keepScreens(page, 'docket-sources');
  await sources.getByRole('button', { name: /Later source/ }).click();
  await page.getByRole('option', { name: /^docket 2021-01-22/ }).click();
  await expect(sources.getByText(/one and the same source/)).toBeVisible();
});

test('a log-in page saved by mistake is refused by what it is, and what could be read beside it goes on', async () => {
  const login = documents.text(
    'docket.html',
    `<html><head><title>CM/ECF Login</title></head><body><h1>PACER Login</h1><form action="/csologin/login.jsf" method="post">
     <label>Username <input type="text" name="loginForm:loginName"></label>
     <label>Password <input type="password" name="loginForm:password"></label><button>Login</button></form></body></html>`,
  );
  await importFiles(login);
  await expect(preview().getByRole('status')).toHaveText('None of the files could be read as a docket.');
  await expect(preview().getByText(/“docket.html” is the court’s log-in page, not a docket/)).toBeVisible();
  await expectAccessible(page, 'refused sources');
  await keepScreens(page, 'docket-import-refused');
  await preview().getByRole('button', { name: 'Close' }).last().click();
  await expect(preview()).toBeHidden();

  await importFiles(login, join(sample, 'notice.eml'));
  await expect(preview().getByText(/is the court’s log-in page/)).toBeVisible();
  await expect(preview().getByText(/^Notice of electronic filing · 1 new/)).toBeVisible();
  await preview().getByRole('button', { name: 'Cancel' }).click();
  await expect(preview()).toBeHidden();
  expect(await withNumber(8), 'cancelled: nothing was imported').toHaveLength(0);
});

test('two rows that may be one entry are asked about, and the preview follows the answer', async () => {
  const minutes = (name: string, text: string) =>
    documents.text(
      name,
      readFileSync(join(sample, 'notice.eml'), 'utf8')
        .replace(/<a href="[^"]*doc1[^"]*">8<\/a>/, '(No document attached)')
        .replace(/<br><strong>STIPULATION[^]*?<\/strong>/, `<br><strong>${text}</strong>`)
        .replace(/<p>The following document[^]*/, ''),
    );
  await importFiles(
    minutes(
      'Minutes.eml',
      'MINUTE ENTRY for proceedings: telephone conference on the schedule held before the Court.',
    ),
    minutes(
      'Minutes again.eml',
      'MINUTE ENTRY for proceedings: status conference on the schedule held before the Court.',
    ),
  );
  const question = preview().getByRole('region', { name: '1 question' });
  await expect(question.getByText(/differ in a few words/)).toBeVisible();
  await expect(redline().getByRole('row')).toHaveCount(2);
  await expect(preview().getByRole('button', { name: /^Apply/ })).toBeDisabled();
  await expectAccessible(page, 'an import with a question');
  await keepScreens(page, 'docket-import-question');
  await question.getByText('Same entry').click();
  await expect(redline().getByRole('row')).toHaveCount(1);
  await question.getByText('Two entries').click();
  await expect(redline().getByRole('row')).toHaveCount(2);
  await question.getByText('Same entry').click();
  const before = (await docket()).length;
  await preview().getByRole('button', { name: 'Apply 1 change' }).click();
  await expect(preview()).toBeHidden();
  expect(await docket()).toHaveLength(before + 1);
});

test('reading many sources is shown, and cancelled leaves nothing', async () => {
  const sheet = readFileSync(sheetFile, 'utf8');
  const files = Array.from({ length: 1_500 }, (_, index) => documents.text(`docket ${index}.html`, sheet));
  await importFiles(...files);
  await expect(preview().getByRole('progressbar', { name: 'Reading 1,500 files' })).toBeVisible();
  await expect(preview().getByText(/Reading “docket \d+\.html”/)).toBeVisible();
  await expectAccessible(page, 'sources being read');
  await keepScreens(page, 'docket-import-reading');
  await preview().getByRole('button', { name: 'Cancel' }).click();
  await expect(preview()).toBeHidden();
  await expect(page.getByText(/^Canceled\./)).toBeVisible();
  await chooseInMenu(app.electron, 'docket.sources');
  const sources = page.getByRole('dialog', { name: 'Imported sources' });
  await expect(sources.getByRole('heading', { name: 'Nothing was imported yet' })).toBeVisible();
  await expectAccessible(page, 'no imported sources');
  await keepScreens(page, 'docket-sources-none');
});

test('an entry changed while its import is looked at is previewed anew', async () => {
  await importFiles(sheetFile);
  await expect(redline()).toBeVisible();
  const matterId = await openMatterId(page);
  valueOf(
    await callEngine(page, 'docket.add', {
      matterId,
      entries: [{ number: 8, text: 'Typed meanwhile', filedOn: '2021-01-19' }],
    }),
  );
  await expect(preview().getByText(/The docket was changed since this preview was made/)).toBeVisible();
  await expect(summary()).toHaveText(/^1 new entry, /);
  await preview()
    .getByRole('button', { name: /^Apply/ })
    .click();
  await expect(preview()).toBeHidden();
  expect(await withNumber(8)).toHaveLength(1);
});

test('stamped documents dropped on the docket file themselves; what does not fit is asked about', async () => {
  const reply = await documents.stampedPdf(
    'Reply as filed.pdf',
    2,
    'Case 2:21-cv-00031-BJR   Document 7   Filed 01/13/21   Page {page} of 2',
  );
  const order = await documents.stampedPdf(
    'Order as filed.pdf',
    2,
    'Case 2:21-cv-00031-BJR   Document 34   Filed 01/21/21   Page {page} of 14',
  );
  const stipulation = await documents.stampedPdf(
    'Stipulation as filed.pdf',
    1,
    'Case 2:21-cv-00031-BJR   Document 8   Filed 01/19/21   Page {page} of 1',
  );
  const foreign = await documents.stampedPdf(
    'Order elsewhere.pdf',
    1,
    'Case 2:20-cv-00107-RA   Document 3   Filed 02/03/20   Page {page} of 1',
  );
  const plain = await documents.pdf('Letter.pdf', 1, 'A letter that no court stamped');
  const drag = await dragFiles(page, [reply, order, stipulation, foreign, plain]);
  const target = page.getByTestId('drop-target');
  await expect(target.getByText('Drop to import into the docket')).toBeVisible();
  await expect(target.getByText('Drop to add as evidence')).toBeVisible();
  await keepScreens(page, 'docket-drop');
  await drag.drop();
  await page
    .getByRole('dialog', { name: 'Add 5 items as evidence' })
    .getByRole('button', { name: 'Add evidence' })
    .click();

  const conflicts = page.getByRole('dialog', { name: 'Stamped documents to look at' });
  await expect(conflicts.getByText('The stamp says 14 pages, and the file has 2.')).toBeVisible();
  await expect(
    conflicts.getByText(/The stamp says 2:20-cv-00107-RA, and this matter is 2:21-cv-00031/),
  ).toBeVisible();
  await expect(conflicts.getByText('Stays evidence only')).toBeVisible();
  await expect(conflicts.getByText('Letter')).toBeHidden();
  await expect(page.getByText('Filed 2 documents under their entries')).toBeVisible();
  await expect.poll(async () => (await withNumber(7))[0]?.evidenceTitle).toBe('Reply as filed');
  expect((await withNumber(8)).map(({ evidenceTitle }) => evidenceTitle)).toEqual(['Stipulation as filed']);
  expect((await withNumber(34))[0]?.evidenceTitle, 'never filed in silence').toBeNull();
  await expect(conflicts.getByRole('button', { name: 'File', exact: true })).toBeDisabled();
  await expectAccessible(page, 'stamped documents that do not fit');
  await keepScreens(page, 'docket-stamp-conflicts');
  await conflicts.getByText('File anyway').click();
  await conflicts.getByRole('button', { name: 'File 1 document' }).click();
  await expect.poll(async () => (await withNumber(34))[0]?.evidenceTitle).toBe('Order as filed');

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await withNumber(34))[0]?.evidenceTitle).toBeNull();
  await chooseInMenu(app.electron, 'docket.fileStamped');
  const review = page.getByRole('dialog', { name: 'Stamped documents to look at' });
  await expect(review.getByText('Order as filed')).toBeVisible();
  await review.getByRole('button', { name: 'Leave all' }).click();
  await expect(review).toBeHidden();
});

test('on the docket’s half a notice is imported, on the other half it is evidence', async () => {
  const notice = documents.text('Notice.eml', readFileSync(join(sample, 'notice.eml'), 'utf8'));
  await (await dragFiles(page, [notice], { x: 900, y: 300 })).drop();
  await page
    .getByRole('dialog', { name: 'Add 1 item as evidence' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await (await dragFiles(page, [notice], { x: 300, y: 300 })).drop();
  await expect(preview().getByText(/^Notice of electronic filing · 1 new/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview()).toBeHidden();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('grid', { name: 'Evidence' })).toBeVisible();
  const drag = await dragFiles(page, [notice], { x: 300, y: 300 });
  await expect(page.getByText('Drop to add as evidence')).toBeVisible();
  await expect(page.getByText('Drop to import into the docket')).toBeHidden();
  await drag.drop();
  await expect(page.getByRole('dialog', { name: 'Add 1 item as evidence' })).toBeVisible();
});
