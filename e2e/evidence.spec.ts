import { expect, test, type Page } from '@playwright/test';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible, expectAccessibleInBoth } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { callEngine, joinPorts } from './support/engine.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { goToArea, shareApp, makeMatter, type Journey } from './support/shared-app.ts';

let app: Journey;
let page: Page;
let folder: string;
let documents: MadeDocuments;

const beginJourney = shareApp();

/** An empty matter of its own, looked at in the Evidence area. */
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  documents = new MadeDocuments(join(folder, 'received'));
  await makeMatter(app, join(folder, 'evidence.matter'), { title: 'Evidence journeys' });
  await goToArea(page, 'Evidence');
  await expect(page.getByRole('heading', { name: 'No evidence yet' })).toBeVisible();
});

test.afterEach(() => app.close());

const grid = () => page.getByRole('grid', { name: 'Evidence' });
const row = (name: RegExp) => grid().getByRole('row', { name });

/** Adds files through the dialog, as the button does, and goes on with Enter. */
async function add(...files: readonly string[]): Promise<void> {
  await chooseInOpenDialog(app.electron, ...files);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('dialog', { name: /as evidence$/ })).toBeVisible();
  await page.keyboard.press('Enter');
}

test('an empty matter says how to begin', async () => {
  await expect(page.getByRole('button', { name: 'Add Folder of Evidence…' })).toBeVisible();
  await expectAccessible(page, 'evidence, empty');
  await keepScreens(page, 'evidence-empty');
});

test('each file of an intake is told what became of it, and failures can be tried again', async () => {
  const letter = await documents.pdf('Letter.pdf', 2, 'Letter of suspension');
  const torn = documents.damagedPdf('Torn scan.pdf');
  const payroll = await documents.encryptedPdf('Payroll.pdf');
  const empty = documents.emptyFile('Empty download.pdf');
  const refused = await documents.pdf('Refused.pdf', 1, 'Not yet to be read');
  chmodSync(refused, 0);
  await add(letter, torn, payroll, empty, refused);

  const report = page.getByRole('dialog', { name: 'Results for each file' });
  await expect(report.getByRole('status')).toHaveText('4 added (3 with a problem), 1 failed.');
  await expect(report.getByText(/protected by a password/)).toBeVisible();
  await expect(report.getByText(/is damaged and its pages cannot be shown/)).toBeVisible();
  await expectAccessible(page, 'the result of an intake');
  await keepScreens(page, 'evidence-intake-result');
  await report.getByText('Failed 1', { exact: true }).click();
  await expect(report.getByRole('list').getByRole('listitem')).toHaveCount(1);
  await expect(report.getByText(/Refused\.pdf/).first()).toBeVisible();

  await test.step('what could not be read is tried again once it can be', async () => {
    chmodSync(refused, 0o644);
    await report.getByRole('button', { name: 'Retry failed files' }).click();
    await expect(page.getByText('Added 1 item of evidence')).toBeVisible();
    await expect(grid().getByRole('row')).toHaveCount(6);
  });

  await test.step('the list marks what is wrong', async () => {
    await expect(row(/Torn scan/)).toContainText('Damaged');
    await expect(row(/Payroll/)).toContainText('Password');
    await row(/Torn scan/).click();
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
      'ask the sender for a good copy',
    );
    await expectAccessibleInBoth(page, 'evidence with problems');
    await keepScreens(page, 'evidence-problems');
  });

  await test.step('the same bytes are recognized', async () => {
    await add(letter);
    await expect(report.getByRole('status')).toHaveText('1 already here.');
    // It comes by itself, and takes the keyboard a moment later.
    await expect(report).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(report).toBeHidden();
    await expect(grid().getByRole('row')).toHaveCount(6);
  });
});

test('everything is done by the keyboard: find, open, describe, undo, archive', async () => {
  await add(
    await documents.pdf('Letter.pdf', 2, 'Letter of suspension'),
    await documents.pdf('Invoice.pdf', 3, 'Invoice for hosting'),
    await documents.pdf('Log.pdf', 1, 'Hours offline'),
  );
  await expect(page.getByText('Added 3 items of evidence')).toBeVisible();

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('invo');
  await expect(grid().getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(grid()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: 'Reader' }).getByText('Invoice for hosting').first(),
  ).toBeVisible();

  const details = page.getByRole('complementary', { name: 'Details' });
  const custodian = details.getByRole('textbox', { name: 'Custodian' });
  await custodian.focus();
  await page.keyboard.type('Billing desk');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Changed the custodian of “Invoice”')).toBeVisible();
  await expect(details.getByRole('listitem').first()).toContainText('Description changed');
  await expect(details.getByRole('listitem').first()).toContainText('“Billing desk” (was not recorded)');
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect(custodian).toHaveValue('');
  // What was done and undone stays in the custody history.
  await expect(details.getByRole('listitem')).toHaveCount(3);

  await grid().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Archived 1 item')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing matches “invo”' })).toBeVisible();
  // What no title says may be inside documents: the search takes over the words.
  await page.getByRole('button', { name: 'Search inside documents' }).press('Enter');
  const search = page.getByRole('textbox', { name: 'Search evidence, docket, facts, notes and mail' });
  await expect(search).toHaveValue('invo');
  await expect(search).toBeFocused();
  await page.keyboard.press('Control+4');
  await page.getByRole('checkbox', { name: 'Show archived' }).press('Space');
  await expect(row(/Invoice/)).toContainText('Archived');
});

test('what is worked in stays in sight in a narrower window, and the list stays what it is behind the reader', async () => {
  await add(await documents.pdf('Letter.pdf', 2, 'Letter of suspension'));
  await row(/Letter/).click();
  await page.keyboard.press('Enter');
  const reader = page.getByRole('region', { name: 'Reader' });
  await expect(reader.getByText('Letter of suspension').first()).toBeVisible();
  const custodian = page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('textbox', { name: 'Custodian' });
  await custodian.focus();
  await page.keyboard.type('Billing d');
  await setWindowSize(app, 900, 700);
  await expect(reader).toBeHidden();
  await expect(custodian).toBeFocused();
  await expect(custodian).toHaveValue('Billing d');
  await keepScreens(page, 'evidence-typing-narrow');

  const tooMany = 'x'.repeat(900);
  await custodian.fill(tooMany);
  await page.keyboard.press('Control+\\');
  await expect(reader).toBeVisible();
  await expect(custodian).toBeHidden();
  await page.getByRole('button', { name: 'Back to evidence' }).click();
  await expect(custodian).toHaveValue(tooMany);
  await expect(custodian).toHaveAttribute('aria-invalid', 'true');
  await custodian.press('Escape');

  // The focused element may be hidden; then the list has the focus.
  const setWidth = (width: number) => setWindowSize(app, width, 700);
  await setWidth(1280);
  await expect(reader).toBeVisible();
  await reader.getByRole('region', { name: /^Pages of/ }).focus();
  await page.keyboard.press('Control+\\');
  await expect(grid()).toBeFocused();
  await setWidth(900);
  await expect(page.getByRole('separator', { name: 'Width of the navigation' })).toBeHidden();
  await expect(grid()).toBeFocused();
  await expect(reader).toBeHidden();
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('button', { name: /^Evidence/ })
    .focus();
  await setWidth(1280);
  await expect(grid()).toBeFocused();
});

test('words too long to be looked for stay in the filter, which says so and hides nothing', async () => {
  await add(await documents.pdf('Letter.pdf', 1, 'Letter'), await documents.pdf('Invoice.pdf', 1, 'Invoice'));
  await expect(grid().getByRole('row')).toHaveCount(3);
  const filter = page.getByRole('searchbox', { name: 'Filter evidence' });
  await filter.fill('invoice');
  await expect(grid().getByRole('row')).toHaveCount(2);
  await filter.fill('invoice '.repeat(63).trim());
  await expect(page.getByRole('alert')).toHaveText('At most 500 characters fit; this has 503.');
  await expect(filter).toHaveAttribute('aria-invalid', 'true');
  await expect(filter).toHaveValue(/^(invoice ?){63}$/);
  await expect(grid().getByRole('row')).toHaveCount(3);
  await expectAccessible(page, 'a filter that is too long');
  await keepScreens(page, 'evidence-filter-long');
  await filter.fill('letter');
  await expect(grid().getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('alert')).toBeHidden();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await palette.getByRole('combobox').fill('evidence '.repeat(63).trim());
  await expect(palette.getByRole('status')).toHaveText('At most 500 characters fit; this has 566.');
  await expect(palette.getByRole('combobox')).toHaveValue(/^(evidence ?){63}$/);
  await keepScreens(page, 'palette-long');
  await palette.getByRole('combobox').fill('evidence');
  await expect(palette.getByRole('option').first()).toBeVisible();
});

test('originals come out as they went in', async () => {
  const letter = await documents.pdf('Letter.pdf', 2, 'Letter of suspension');
  const log = await documents.pdf('Log.pdf', 1, 'Hours offline');
  await add(letter, log);
  await expect(page.getByText('Added 2 items of evidence')).toBeVisible();

  await test.step('choosing a row moves none', async () => {
    const place = await row(/Letter/).boundingBox();
    await row(/Letter/).click();
    await expect(page.getByRole('group', { name: 'Selected items' })).toContainText('1 selected');
    // The button that lets go of the selection cannot keep the keyboard: the list has it.
    await page.getByRole('button', { name: 'Clear selection' }).press('Enter');
    await expect(page.getByRole('grid', { name: 'Evidence' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByRole('group', { name: 'Selected items' })).toContainText('1 selected');
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
    expect(await row(/Letter/).boundingBox()).toEqual(place);
  });

  const target = join(folder, 'For opposing counsel');
  mkdirSync(target);
  chmodSync(target, 0o777);
  await chooseInOpenDialog(app.electron, target);
  await grid().focus();
  await page.keyboard.press('Control+a');
  await chooseInMenu(app.electron, 'evidence.export');
  await expect(page.getByText('Exported 2 originals to “For opposing counsel”')).toBeVisible();
  expect(readdirSync(target).toSorted()).toEqual(['Letter.pdf', 'Log.pdf']);
  for (const source of [letter, log]) {
    expect(readFileSync(join(target, source.slice(source.lastIndexOf('/') + 1)))).toEqual(
      readFileSync(source),
    );
  }

  await test.step('what is archived as a whole is not called missing', async () => {
    await grid().focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('heading', { name: 'All evidence is archived' })).toBeVisible();
    await page.getByRole('button', { name: 'Show archived' }).click();
    await expect(row(/Letter/)).toContainText('Archived');
  });
});

test('an intake under way is shown, can be cancelled, gone on with, paused and let go', async () => {
  const files: string[] = [];
  for (let index = 0; index < 400; index += 1) {
    files.push(documents.filler(`Production ${index}.bin`, 400_000, index));
  }
  await add(...files);
  const cancel = page
    .getByRole('region', { name: 'Evidence' })
    .getByRole('button', { name: 'Cancel', exact: true });
  // Canceled while the files are still being found, nothing of it would be kept.
  const taken = page.getByRole('region', { name: 'Evidence' }).getByText(/\d+ of 400: Production/);
  await expect(taken.first()).toBeVisible();
  await cancel.first().click();
  await expect(page.getByText(/^Canceled\./)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Adding evidence' })).toHaveCount(0);
  await joinPorts(page);
  const reply = await callEngine(page, 'matter.listOpen', {});
  expect(reply.ok).toBe(true);

  const left = page.getByRole('note').filter({ hasText: 'of 400 files' });
  await expect(left).toContainText(/^Canceled: \d+ of 400 files were not added/);
  await expectAccessible(page, 'evidence, with an intake that was cancelled');
  await keepScreens(page, 'evidence-intake-left');
  await left.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(left).toContainText(/^Paused: \d+ of 400 files/);
  const report = page.getByRole('dialog', { name: 'Results for each file' });
  await expect(report.or(page.getByText(/^Added \d+ items? of evidence/)).first()).toBeVisible();
  if (await report.isVisible()) await page.keyboard.press('Escape');
  await left.getByRole('button', { name: 'Dismiss' }).click();
  await expect(left).toHaveCount(0);
});
