import { expect, test, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInOpenDialog } from './support/dialogs.ts';
import { dragFiles } from './support/drop.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { shareApp, makeMatter, type Journey } from './support/shared-app.ts';

let app: Journey;
let page: Page;
let folder: string;
let documents: MadeDocuments;

const beginJourney = shareApp();

/** A matter with a folder of mixed files dropped on it. */
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  documents = new MadeDocuments(join(folder, 'From the client'));
  await makeMatter(app, join(folder, 'vault.matter'));
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: 'No evidence yet' })).toBeVisible();
});

test.afterEach(() => app.close());

const grid = () => page.locator('[role=grid][aria-label=Evidence], [role=treegrid][aria-label=Evidence]');
const row = (name: RegExp) => grid().getByRole('row', { name });
const details = () => page.getByRole('complementary', { name: 'Details' });

async function dropFolder(): Promise<void> {
  await (await dragFiles(page, [documents.folder])).drop();
  const sheet = page.getByRole('dialog', { name: /as evidence$/ });
  await sheet.getByRole('textbox', { name: 'Custodian' }).fill('Robin Okafor');
  await sheet.getByRole('textbox', { name: 'By whom' }).fill('A. Paralegal');
  await page.keyboard.press('Enter');
}

test('a folder of mixed files: what became of each, unlocking, families, tags in bulk, thumbnails', async () => {
  await documents.pdf('Letter.pdf', 2, 'Letter of suspension');
  documents.picture('Screenshot.png', await page.screenshot());
  documents.mail('Complaint.eml', 'Your suspension', { name: 'posts.csv', content: 'post,hours\n1,26\n' });
  const answer = ['From: Trust Desk <trust@northgate.example>', 'Date: Sun, 10 Jan 2021 08:30:00 -0800'];
  documents.text(
    'Answer.eml',
    [...answer, 'In-Reply-To: <Your-suspension@fairwater.example>', '', 'It stands.'].join('\r\n'),
  );
  const ticket = await documents.pdf('Ticket.pdf', 1, 'Ticket 4411');
  const zipped = {
    'Tickets/Ticket 4411.pdf': readFileSync(ticket),
    'Notes.txt': Buffer.from('Called the desk.'),
  };
  rmSync(ticket);
  await documents.zip('Tickets.zip', zipped);
  documents.damagedPdf('Torn scan.pdf');
  await documents.encryptedPdf('Payroll.pdf');
  rmSync(join(documents.folder, 'open Payroll.pdf'));
  documents.emptyFile('Empty download.pdf');
  await dropFolder();

  await test.step('each file, and what came in it, is told', async () => {
    const report = page.getByRole('dialog', { name: 'Results for each file' });
    await expect(report.getByRole('status')).toContainText('added');
    await expect(report.getByText(/protected by a password/)).toBeVisible();
    await expect(report.getByText(/is empty/)).toBeVisible();
    await report.getByText(/^All /).click();
    await expect(report.getByRole('listitem').filter({ hasText: 'posts.csv' })).toBeVisible();
    await expectAccessible(page, 'the result of a folder');
    await keepScreens(page, 'vault-intake-result');
    await report.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('a locked file is unlocked for this session', async () => {
    await row(/Payroll/).dblclick();
    const reader = page.getByRole('region', { name: 'Reader', exact: true });
    await expect(reader.getByLabel('Password', { exact: true })).toBeVisible();
    await details().getByRole('button', { name: 'Unlock…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Unlock “Payroll”' });
    await dialog.getByRole('textbox', { name: 'Password' }).fill('guess');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/does not open this file/)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Password' }).fill('secret');
    await page.keyboard.press('Enter');
    await expect(details().getByRole('button', { name: 'Unlock…' })).toHaveCount(0);
    // The other place that asked for the password has it now too.
    await expect(reader.locator('[data-drawn="true"]').first()).toBeVisible();
    await page.keyboard.press('Control+\\');
  });

  await test.step('a mail tells its claims and its family', async () => {
    await row(/Complaint|Your suspension/).click();
    await expect(details().getByRole('heading', { name: 'What the file says about itself' })).toBeVisible();
    await expect(details()).toContainText('Robin Okafor');
    await expect(details().getByRole('button', { name: 'Copy SHA-1' })).toBeVisible();
    await expectAccessible(page, 'the details of a mail');
    await keepScreens(page, 'vault-details');
    await details().getByRole('button', { name: 'Show the list by family' }).click();
    const parent = grid()
      .getByRole('row', { name: /Tickets/ })
      .first();
    await expect(parent).toHaveAttribute('aria-expanded', 'true');
    await parent.click();
    await page.keyboard.press('ArrowLeft');
    await expect(parent).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expectAccessible(page, 'evidence by family');
    await keepScreens(page, 'vault-family');
  });

  await test.step('a mail leads to the others of its conversation, and the list stands by conversations', async () => {
    await row(/Answer/).click();
    const conversation = details().getByRole('region', { name: 'Conversation' });
    await expect(conversation.getByRole('listitem')).toHaveText([
      /Robin Okafor.*Jan 9, 2021/,
      /This item.*Jan 10/,
    ]);
    await conversation.getByRole('button', { name: 'Show the list by conversation' }).click();
    await expect(
      grid()
        .getByRole('row')
        .filter({ hasText: /^Complaint/ })
        .first(),
    ).toContainText('2');
    await expectAccessible(page, 'evidence by conversation');
    await keepScreens(page, 'vault-conversation');
    await grid()
      .getByRole('row', { name: /Tickets/ })
      .click();
    await details().getByRole('button', { name: 'Show the list by family' }).click();
    await grid()
      .getByRole('row', { name: /Letter/ })
      .click();
  });

  await test.step('many items are coded with single keys, tagged, and it is undone in one step', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('scr');
    await expect(grid().locator('[aria-selected=true]')).toHaveCount(1);
    await expect(row(/Screenshot/)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('3');
    await expect(page.getByText(/items rated: Hot/)).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByText(/^Marked \d+ items as reviewed/)).toBeVisible();
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: /^Tags of/ });
    await dialog.getByRole('textbox', { name: 'New tag or issue code' }).fill('Hot document');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('checkbox', { name: 'Hot document' })).toBeChecked();
    await expectAccessible(page, 'the dialog of tags');
    await keepScreens(page, 'vault-tags');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText(/^Changed the tags of \d+ items/)).toBeVisible();
    await expect(details()).toContainText('Hot document');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText(/^Undone: tag \d+ items of evidence “Hot document”/)).toBeVisible();
    await expect(details()).not.toContainText('Hot document');
  });

  await test.step('the list is narrowed, and a chip lets go again', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('dialog', { name: 'Filter' }).getByText('CSV table').click();
    await expectAccessible(page, 'the filters');
    await keepScreens(page, 'vault-filters');
    await page.keyboard.press('Escape');
    await expect(grid().getByRole('row', { name: /posts/ })).toBeVisible();
    await expect(grid().getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'Remove filter: CSV table' }).click();
    await expect(grid().getByRole('row', { name: /Letter/ })).toBeVisible();
  });

  await test.step('thumbnails show first pages', async () => {
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('dialog', { name: 'View' }).getByText('Thumbnails', { exact: true }).click();
    await page.keyboard.press('Escape');
    const cards = page.getByRole('listbox', { name: 'Evidence' });
    await expect(cards.getByRole('option', { name: /Letter/ }).locator('[data-drawn=true]')).toBeVisible();
    await expectAccessible(page, 'thumbnails');
    await keepScreens(page, 'vault-thumbnails');
    await cards.focus();
    await page.keyboard.press('End');
    await expect(cards.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('l');
    await expect(cards.getByRole('option', { name: /Letter/ })).toHaveAttribute('aria-selected', 'true');
    await cards.getByRole('option').first().click({ button: 'right' });
    await expect(cards.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('menu', { name: 'Actions for Evidence' })).toBeVisible();
    await page.keyboard.press('Escape');
    await setWindowSize(app, 800, 600);
    await expectAccessible(page, 'thumbnails, narrow');
    await keepScreens(page, 'vault-narrow');
  });
});

test('a phrase on a screenshot is found once its text is recognized, and the hit opens on its page', async () => {
  await documents.scan('Screenshot.png', 'The suspension took effect at midnight');
  await dropFolder();
  await expect(page.getByText('Added 1 item of evidence')).toBeVisible();
  // A double click opens its row, even if a pane appears once an item is chosen.
  await row(/Screenshot/).dblclick();
  const reader = page.getByRole('region', { name: 'Reader', exact: true });
  await expect(reader.getByRole('heading', { name: 'Screenshot', exact: true })).toBeVisible();

  await expect(details()).toContainText('has not been recognized yet');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Recognize text' }).click();
  await expect(page.getByText('Recognized text on 1 page. It may contain mistakes.')).toBeVisible({
    timeout: 40_000,
  });
  await expect(details()).not.toContainText('has not been recognized yet');

  await page.keyboard.press('Control+6');
  const field = page.getByRole('textbox', { name: 'Search evidence, docket, facts, notes and mail' });
  await field.fill('"took effect at midnight"');
  const results = page.getByRole('list', { name: 'Search results' });
  const hit = results.getByRole('button', { name: /^Page 1/ });
  await expect(hit).toContainText('Recognized text');
  await field.press('ArrowDown');
  await expect(hit).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reader.locator('section[data-page="1"] mark')).toHaveCount(4);
  await expectAccessible(page, 'a hit on a screenshot');
  await keepScreens(page, 'vault-scanned-hit');
});

test('a list of hashes is compared, tags are renamed and deleted, and the keyboard is never lost', async () => {
  const letter = await documents.pdf('Letter.pdf', 1, 'Letter of suspension');
  documents.text('Notes.txt', 'Called the desk.');
  const sha256 = createHash('sha256').update(readFileSync(letter)).digest('hex');
  await dropFolder();
  await expect(page.getByText('Added 2 items of evidence')).toBeVisible();
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await test.step('each listed hash is found or missed', async () => {
    const beside = new MadeDocuments(join(folder, 'beside'));
    await chooseInOpenDialog(
      app.electron,
      beside.text('sums.txt', `${sha256}  their letter.pdf\nnot a hash\n${'a'.repeat(64)}  other.pdf\n`),
    );
    await choose('Compare with a hash list…');
    const dialog = page.getByRole('dialog', { name: 'Compared with a hash list' });
    await expect(dialog.getByRole('status')).toHaveText('1 of 2 listed hashes are in this matter.');
    await expect(dialog.getByText('No hash could be read on line 2.')).toBeVisible();
    await expect(dialog.getByRole('list', { name: 'Matched' })).toContainText('their letter.pdf → Letter');
    await expect(dialog.getByRole('list', { name: 'In the matter, not listed' })).toHaveText('Notes');
    await expectAccessible(page, 'a comparison of hashes');
    await keepScreens(page, 'vault-hashes');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
  });

  await test.step('a tag is renamed and deleted for all that bear it', async () => {
    await row(/Letter/).click();
    await page.keyboard.press('t');
    const tags = page.getByRole('dialog', { name: 'Tags of 1 item' });
    await tags.getByRole('textbox', { name: 'New tag or issue code' }).fill('Hot');
    await page.keyboard.press('Enter');
    await expect(tags.getByRole('checkbox', { name: 'Hot' })).toBeChecked();
    await tags.getByRole('button', { name: 'Apply' }).click();
    await expect(details()).toContainText('Hot');
    await expect(grid()).toBeFocused();
    await choose('Manage tags…');
    const manage = page.getByRole('dialog', { name: 'Manage tags and issue codes' });
    await expect(manage.getByText('1 item', { exact: true })).toBeVisible();
    await manage.getByRole('textbox', { name: 'Name' }).fill('Key letter');
    await page.keyboard.press('Enter');
    await expect(manage.getByRole('button', { name: 'Delete “Key letter”' })).toBeVisible();
    await expectAccessible(page, 'managing tags');
    await keepScreens(page, 'vault-manage-tags');
    await manage.getByRole('button', { name: 'Delete “Key letter”' }).click();
    await expect(manage.getByText('None yet.')).toHaveCount(2);
    await manage.getByRole('button', { name: 'Close' }).last().click();
    await expect(details()).not.toContainText('Key letter');
    await page.keyboard.press('Control+z');
    await expect(details()).toContainText('Key letter');
  });

  await test.step('a load file that corrects a document shows what it would change, and is undone whole', async () => {
    const beside = new MadeDocuments(join(folder, 'VOL001'));
    beside.text('statement.txt', 'The outage began at noon.');
    beside.text('first.dat', 'BegBates,Custodian,Subject,NativeLink\nNH0001,J. Doe,Outage,statement.txt\n');
    beside.text('fix.dat', 'BegBates,Custodian,Subject\nNH0001,R. Roe,Outage at noon\nNH0002,R. Roe,\n');
    await (await dragFiles(page, [beside.folder])).drop();
    const sheet = page.getByRole('dialog', { name: /as evidence$/ });
    // Whose the last files were is suggested, and typed over.
    await expect(sheet.getByText(/^As for the files added last/)).toBeVisible();
    await page.keyboard.type('Northgate');
    await expect(sheet.getByRole('textbox', { name: 'Custodian' })).toHaveValue('Northgate');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog', { name: 'Results for each file' })
      .getByRole('button', { name: 'Close' })
      .last()
      .click();
    await row(/^.*fix/).click();
    await details().getByRole('button', { name: 'Show corrections…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Corrections by “fix.dat”' });
    await expect(dialog.getByRole('row', { name: 'NH0001 Custodian J. Doe R. Roe' })).toBeVisible();
    await expect(dialog.getByRole('list', { name: 'Not in this matter' })).toHaveText('NH0002 (row 3)');
    await expectAccessible(page, 'what a load file corrects');
    await keepScreens(page, 'vault-overlay');
    await dialog.getByText('Custodian (1)').click();
    await expect(dialog.getByRole('status')).toHaveText('1 item would be corrected.');
    await expect(dialog.getByRole('row', { name: 'NH0001 Custodian J. Doe R. Roe' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Correct' }).click();
    await row(/NH0001 Outage at noon/).click();
    await expect(details().getByRole('textbox', { name: 'Custodian' })).toHaveValue('J. Doe');
    await page.keyboard.press('Control+z');
    await expect(row(/NH0001 Outage at noon/)).toHaveCount(0);
    await expect(row(/NH0001 Outage/)).toBeVisible();
  });
});
