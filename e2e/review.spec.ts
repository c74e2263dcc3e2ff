import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { longTitle, ReviewDesk } from './review-desk.ts';
import { expectAccessible, expectAccessibleInBoth } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog, readMenuItem } from './support/dialogs.ts';
import { expectOneScrollBar, keepScreens, setZoom } from './support/screens.ts';
import { shareApp } from './support/shared-app.ts';

const passphrase = 'late notice window thirty days today';
let desk: ReviewDesk;
let page: Page;

const beginJourney = shareApp();
test.beforeEach(async () => {
  desk = await ReviewDesk.open(await beginJourney());
  page = desk.page;
});
test.afterEach(() => desk.close());

test('items are read and coded by single keys, alone and together, and each step can be taken back', async () => {
  await desk.goToReview();
  await expect(page.getByRole('heading', { name: 'Nothing to review yet' })).toBeVisible();
  await expectAccessible(page, 'review, empty');
  await keepScreens(page, 'review-empty');
  await desk.addItems();
  await desk.goToReview();
  await expect(desk.queue(/^Unread/)).toContainText('12 to read');

  await test.step('a queue begins with its first item, shown in the reader beside', async () => {
    await expect(desk.list.getByRole('row')).toHaveCount(13);
    await expect(desk.heading('Invoice 01')).toBeVisible();
    await expect(desk.panel.getByText('Item 1 of 12')).toBeVisible();
    await expect(desk.reader.getByText('Invoice 1 for hosting').first()).toBeVisible();
    await expect(desk.panel.getByText('Nobody has coded it yet.')).toBeVisible();
  });

  await test.step('ten items by keys, wherever the focus is', async () => {
    await page.keyboard.press('h');
    await expect(desk.panel.getByRole('button', { name: 'Hot', pressed: true })).toBeVisible();
    await page.keyboard.press('3');
    await expect(desk.panel.getByRole('button', { name: 'Notice', pressed: true })).toBeVisible();
    await page.keyboard.press('p');
    await page.getByRole('menuitem', { name: 'Work product' }).press('Enter');
    await expect(desk.panel.getByRole('button', { name: 'Work product', pressed: true })).toBeVisible();
    await page.keyboard.press('r');
    await expect(desk.heading('Invoice 02')).toBeVisible();
    await desk.reader.getByText('Invoice 2 for hosting').first().click();
    for (const [at, key] of ['n', 'r', 'n', 'v', 'r', 'n', 'r', 'r', 'n'].entries()) {
      await page.keyboard.press(key);
      const next = at + 3 === 12 ? longTitle : `Invoice ${String(at + 3).padStart(2, '0')}`;
      await expect(desk.heading(next)).toBeVisible();
    }
    await expect(desk.panel.getByText('Item 11 of 12')).toBeVisible();
    await expect
      .poll(() => desk.item('01'))
      .toMatchObject({
        isResponsive: true,
        relevance: 3,
        privilege: 'work_product',
        isReviewed: true,
      });
    expect(await desk.item('05')).toMatchObject({ isResponsive: null, isReviewed: true });
    await expect(desk.queue(/^Unread/)).toContainText('2 to read');
    await expect(desk.queue(/^Hot/)).toContainText('1 of 1 reviewed');
    await expect(page.getByText('10 no longer in this queue')).toBeVisible();
  });

  await test.step('keys typed into a field are no codes', async () => {
    await page.keyboard.press('p');
    await page.getByRole('menuitem', { name: 'Attorney-client privilege' }).press('Enter');
    const note = desk.panel.getByRole('textbox', { name: /What is withheld/ });
    await note.fill('r n h 1 advice on the notice');
    await expect(desk.panel.getByRole('button', { name: 'Hot', pressed: false })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByText(/Privilege description changed/)).toBeVisible();
    await expect(desk.panel.getByText('r n h 1 advice on the notice').last()).toBeVisible();
  });

  await test.step('back with K, and what is undone is shown again', async () => {
    await desk.list.focus();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await expect(desk.heading('Invoice 09')).toBeVisible();
    await page.keyboard.press('n');
    await expect(desk.heading('Invoice 10')).toBeVisible();
    await expect.poll(() => desk.item('09')).toMatchObject({ isResponsive: false });
    await page.keyboard.press('Control+z');
    await expect(desk.heading('Invoice 09')).toBeVisible();
    await expect(
      desk.panel.getByRole('button', { name: 'Responsive', exact: true, pressed: true }),
    ).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => desk.item('09')).toMatchObject({ isResponsive: false });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => desk.item('09')).toMatchObject({ isResponsive: true });
  });

  await test.step('without going on, an item keeps the place', async () => {
    await page.getByText(/^Advance after/).click();
    await desk.list.focus();
    await page.keyboard.press('r');
    await expect(desk.heading('Invoice 09')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(desk.heading('Invoice 10')).toBeVisible();
    await page.getByText(/^Advance after/).click();
  });

  await expectAccessibleInBoth(page, 'review');
  await keepScreens(page, 'review-full');

  await test.step('several at once, after a look at what would change', async () => {
    await desk.queue(/^Uncoded/).click();
    await expect(desk.panel.getByText(/Item 1 of/)).toBeVisible();
    await desk.list.focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('heading', { name: '2 items selected' })).toBeVisible();
    await desk.queue(/^Unread/).click();
    await desk.list.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('n');
    const bulk = desk.dialog(/^Code \d+ items$/);
    await expect(bulk.getByRole('status')).toContainText(/would change/);
    await bulk.getByRole('radiogroup', { name: 'Bond' }).getByText('Add').click();
    await expect(bulk.getByRole('row', { name: /Issues/ })).toBeVisible();
    await expectAccessible(page, 'coding several items');
    await keepScreens(page, 'review-bulk');
    await bulk.getByRole('button', { name: /^Code \d+ items$/ }).click();
    await expect(bulk).toBeHidden();
    await expect(page.getByText(/^Not responsive, Issue “Bond” added: \d+ items?$/)).toBeVisible();
    await expect(desk.queue(/^Bond/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(desk.queue(/^Bond/)).toHaveText('Bond0');
  });
});

test('a review copy goes out, comes back and is merged, and what differs is settled side by side', async () => {
  test.setTimeout(180_000);
  await desk.addItems();
  const first = await desk.idOf('Invoice 01');
  const second = await desk.idOf('Invoice 02');
  await desk.ask('review.code', {
    ids: [first, second],
    decision: {
      isResponsive: true,
      relevance: 3,
      privilege: 'attorney_client',
      privilegeNote: 'Advice on notice',
    },
  });
  const note = await desk.ask<{ id: string }>('notes.add', {
    evidenceId: first,
    kind: 'note',
    anchor: { page: 1 },
    fields: { text: 'Which contract does this invoice stand under?', color: 'yellow', isWorkProduct: false },
  });
  const copyFile = join(desk.folder, 'for-okafor.matter');
  await desk.goToReview();

  await test.step('a copy is made of chosen items, under a passphrase typed twice', async () => {
    await page.getByRole('button', { name: 'Make review copy…' }).click();
    const make = desk.dialog('Make review copy');
    await make.getByRole('button', { name: 'Make copy…' }).click();
    await expect(make.getByText('Name the copy, so')).toBeVisible();
    await make.getByLabel('Name of the copy').fill('R. Okafor, second review');
    await make.getByLabel('Passphrase', { exact: true }).fill('secret');
    await expect(make.getByText(/^Weak:/)).toBeVisible();
    await make.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await expect(make.getByText('Strong.')).toBeVisible();
    await make.getByLabel('Passphrase again').fill('another');
    await expect(make.getByText('The two passphrases differ.')).toBeVisible();
    await make.getByText('Notes marked as work product too').click();
    await expect(make.getByText(/thoughts of counsel/)).toBeVisible();
    await expectAccessible(page, 'making a review copy');
    await keepScreens(page, 'review-copy-make');
    await make.getByText('Notes marked as work product too').click();
    await make.getByLabel('Passphrase again').fill(passphrase);
    await make.getByText(/^All evidence/).click();
    await make.getByText('Coding of these items').click();
    await chooseInSaveDialog(desk.app.electron, copyFile);
    await make.getByRole('button', { name: 'Make copy…' }).click();
    const made = desk.dialog('Review copy made');
    await expect(made.getByText('“for-okafor.matter” holds 12 items.')).toBeVisible();
    await expect(made.getByText('1 note included.')).toBeVisible();
    await made.getByRole('button', { name: 'Close' }).last().click();
    await chooseInMenu(desk.app.electron, 'review.copies');
    await expect(desk.dialog('Review copies').getByRole('row', { name: /Okafor/ })).toContainText('Not yet');
    await expectAccessible(page, 'review copies');
    await page.keyboard.press('Escape');
  });

  await test.step('the copy says what it is, and only notes and coding can be added', async () => {
    await desk.openOther(copyFile, passphrase);
    await expect(
      page.getByRole('note').filter({ hasText: 'Review copy “R. Okafor, second review”.' }),
    ).toContainText('You can read and code items and add notes; nothing else can be changed.');
    await expect
      .poll(async () => (await readMenuItem(desk.app.electron, 'evidence.add')).isEnabled)
      .toBe(false);
    expect((await readMenuItem(desk.app.electron, 'review.makeCopy')).isEnabled).toBe(false);
    await expect(desk.ask('evidence.archive', { ids: [first], isArchived: true })).rejects.toThrow(
      'REVIEW_COPY_ONLY',
    );
    await desk.actAs('R. Okafor');
    await desk.goToReview();
    await desk.queue(/^Hot/).click();
    await expect(desk.heading('Invoice 01')).toBeVisible();
    await expect(desk.panel.getByText('A. Reyes')).toBeVisible();
    await page.keyboard.press('n');
    await expect(desk.heading('Invoice 02')).toBeVisible();
    await page.keyboard.press('s');
    await expect.poll(() => desk.item('Invoice 02')).toMatchObject({ relevance: 1 });
    await expectAccessible(page, 'a review copy');
    await keepScreens(page, 'review-copy-open');
    await desk.ask('notes.update', {
      ids: [note.id],
      fields: { text: 'Under the agreement of June 11: see section 7.2' },
    });
    await desk.ask('notes.add', {
      evidenceId: second,
      kind: 'note',
      anchor: { page: 1 },
      fields: { text: 'Paid on time', color: 'green' },
    });
  });

  await test.step('what came back is told, and told again as nothing new', async () => {
    await desk.openOther(desk.matterFile);
    await desk.actAs('A. Reyes');
    await desk.ask('notes.update', {
      ids: [note.id],
      fields: { text: 'Which contract? Ask the billing desk.', color: 'red' },
    });
    await chooseInMenu(desk.app.electron, 'review.mergeCopy');
    const merge = desk.dialog('Merge review copy');
    await merge.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(merge.getByText('Choose the file your colleague returned.')).toBeVisible();
    await chooseInOpenDialog(desk.app.electron, copyFile);
    await merge.getByRole('button', { name: 'Choose file…' }).click();
    await expect(merge.getByText('for-okafor.matter')).toBeVisible();
    await merge.getByLabel('Passphrase of the copy').fill('not it');
    await merge.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(merge.getByText('That passphrase does not open')).toBeVisible();
    await expectAccessible(page, 'merging a review copy');
    // The file is chosen already: only the passphrase is put right.
    await merge.getByLabel('Passphrase of the copy').fill(passphrase);
    await merge.getByRole('button', { name: 'Merge', exact: true }).click();
    const merged = desk.dialog('Review copy merged');
    await expect(merged.getByRole('row', { name: /^Notes/ })).toHaveText(/Notes\s*1\s*0\s*0\s*0\s*1/);
    await expect(merged.getByText('3 conflicts to settle.')).toBeVisible();
    await merged.getByRole('button', { name: 'Go to conflicts' }).click();
    await expect(desk.conflicts.getByRole('row')).toHaveCount(4);
    await expect(desk.queue(/^Conflicts/)).toHaveAttribute('aria-current', 'true');
  });

  await test.step('reviewers are compared field by field', async () => {
    await expect(desk.reader.getByText('Invoice 1 for hosting').first()).toBeVisible();
    await expectAccessible(page, 'conflicts');
    await keepScreens(page, 'review-conflicts');
    await desk.conflicts.getByRole('row', { name: /Invoice 01.*Responsive/ }).dblclick();
    const settle = desk.dialog('Settle coding');
    await expect(settle.getByRole('row', { name: /^Responsive/ })).toContainText('Differs');
    await expect(settle.getByRole('row', { name: /^Relevance/ })).not.toContainText('Differs');
    await settle.getByRole('button', { name: 'Take all codes of R. Okafor' }).click();
    await settle.getByRole('radio', { name: /^Relevance: A\. Reyes/ }).click();
    await expectAccessible(page, 'settling coding');
    await keepScreens(page, 'review-settle-coding');
    await settle.getByRole('button', { name: 'Settle', exact: true }).click();
    await expect(desk.conflicts.getByRole('row')).toHaveCount(3);
    expect(await desk.item('Invoice 01')).toMatchObject({ isResponsive: false, relevance: 3 });
    await page.keyboard.press('Control+z');
    await expect(desk.conflicts.getByRole('row')).toHaveCount(4);
    await page.keyboard.press('Control+Shift+z');
    await expect(desk.conflicts.getByRole('row')).toHaveCount(3);
  });

  await test.step('two versions of a note stand beside each other in full, and both can be kept', async () => {
    await desk.conflicts.getByRole('row', { name: /Changed in both places/ }).dblclick();
    const settle = desk.dialog('Settle note');
    await expect(settle.getByRole('region', { name: 'Here' })).toContainText('Ask the billing desk.');
    await expect(settle.getByRole('region', { name: /^In review copy/ })).toContainText('see section 7.2');
    await settle.getByText('Both, as two notes').click();
    await expectAccessible(page, 'settling a note');
    await keepScreens(page, 'review-settle-note');
    await settle.getByRole('button', { name: 'Settle', exact: true }).click();
    await expect(desk.conflicts.getByRole('row')).toHaveCount(2);
    expect(await desk.ask<object[]>('notes.list', { filter: { evidenceIds: [first] } })).toHaveLength(2);
    await chooseInMenu(desk.app.electron, 'review.mergeCopy');
    await desk.mergeCopy(copyFile, passphrase);
    await expect(
      desk.dialog('Review copy merged').getByText('Everything in this copy was already here.'),
    ).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('the privilege log names what is incomplete, and leads to it', async () => {
    const target = join(desk.folder, 'log.csv');
    await desk.ask('review.code', { ids: [second], decision: { privilegeNote: '' } });
    await page.getByRole('button', { name: 'Privilege log…' }).click();
    const log = desk.dialog('Privilege log');
    await expect(log.getByText('2 items withheld.')).toBeVisible();
    await expectAccessible(page, 'the privilege log');
    await chooseInSaveDialog(desk.app.electron, target);
    await log.getByRole('button', { name: 'Save log…' }).click();
    await expect(log.getByText('2 entries written to “log.csv”.')).toBeVisible();
    const csv = readFileSync(target, 'utf8');
    expect(csv).toContain('Attorney-client privilege');
    expect(csv).toContain('Advice on notice');
    expect(csv).not.toContain('Invoice');
    await log.getByRole('button', { name: 'Go to “Invoice 02”' }).click();
    await expect(desk.queue(/^Privileged/)).toHaveAttribute('aria-current', 'true');
    await expect(desk.heading('Invoice 02')).toBeVisible();
  });

  await test.step('what is half typed stays while the window is made narrower and wider', async () => {
    const note = desk.panel.getByRole('textbox', { name: 'What is withheld, for the privilege log' });
    await note.fill('Advice on not');
    for (const width of [800, 1360]) {
      await desk.setSize(width, 900);
      await expect(page.getByRole('button', { name: /Queue$/ })).toHaveCount(width === 800 ? 1 : 0);
      await expect(note).toBeFocused();
      await expect(note).toHaveValue('Advice on not');
    }
    await page.keyboard.press('Escape');
    await expect(note).toHaveValue('');
  });

  await test.step('in a narrow window and at twice the size everything is within reach', async () => {
    await desk.queue(/^Unread/).click();
    await desk.list.getByRole('row', { name: /Letter of January 9/ }).click();
    await keepScreens(page, 'review-long');
    await desk.setSize(800, 600);
    await expect(page.getByRole('button', { name: /Queue$/ })).toBeVisible();
    await expect(desk.reader.getByText('Letter of suspension').first()).toBeVisible();
    await desk.list.focus();
    await page.keyboard.press('h');
    await expect.poll(() => desk.item('Letter of January')).toMatchObject({ relevance: 3 });
    await expectAccessible(page, 'review, narrow');
    await keepScreens(page, 'review-narrow');
    await desk.setSize(1360, 900);
    await setZoom(desk.app, 2);
    await expect(desk.panel.getByRole('button', { name: 'Read' })).toBeVisible();
    await expect(desk.panel.getByRole('button', { name: /^Responsive/ })).toBeInViewport();
    await expectOneScrollBar(desk.list);
    await keepScreens(page, 'review-twice-the-size');
    await desk.panel.getByRole('button', { name: 'Read' }).click();
    await expect(desk.reader.getByText('Letter of suspension').first()).toBeVisible();
  });
});
