import { expect, test, type Page } from '@playwright/test';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog, readMenuItem } from './support/dialogs.ts';
import { callEngine, joinPorts, openMatterId, valueOf } from './support/engine.ts';
import { killProcess } from './support/faults.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';

let home: string;
let folder: string;
let app: RunningApp;
let page: Page;
let documents: MadeDocuments;

/** One start for all: each makes a matter of its own. */
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  home = createReturningHome();
  folder = createFolder();
  documents = new MadeDocuments(join(folder, 'received'));
  app = await launchApp({ home });
  ({ page } = app);
  await joinPorts(page);
});
test.afterAll(async () => {
  await app.close();
  for (const each of [home, folder]) rmSync(each, { recursive: true, force: true });
});

async function makeMatter(title: string, passphrase?: string): Promise<void> {
  await chooseInSaveDialog(app.electron, join(folder, `${title}.matter`));
  await expect.poll(async () => (await readMenuItem(app.electron, 'matter.new')).isEnabled).toBe(true);
  await chooseInMenu(app.electron, 'matter.new');
  const dialog = page.getByRole('dialog', { name: 'New matter' });
  await dialog.getByLabel('Title').fill(title);
  if (passphrase !== undefined) {
    await dialog.getByText('Protect with a passphrase').click();
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('Passphrase again').fill(passphrase);
  }
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
  await expect(page.getByRole('button', { name: `Matter: ${title}.` })).toBeVisible();
  // The keys of the areas work once the panes are there, a moment after the title is.
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: 'Evidence', level: 1 })).toBeAttached();
}

async function addEvidence(...files: readonly string[]): Promise<void> {
  await chooseInOpenDialog(app.electron, ...files);
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Add evidence', exact: true }).click();
}

/** Waits until such work is under way, not only begun. */
async function waitUntilRunning(operation: string): Promise<void> {
  await page.waitForFunction(
    (name) =>
      window.forthwithTest!.events.some(
        (event) =>
          event.name === 'job.progressed' &&
          event.job.operation === name &&
          event.job.state === 'running' &&
          event.job.done > 0,
      ),
    operation,
  );
}

/** That the interruption is reported once, and that the matter works and is intact. */
async function expectInterrupted(title: string): Promise<void> {
  await expect(page.getByText('The engine stopped and was restarted.')).toBeVisible();
  await expect(page.getByText(`“${title}” was interrupted`)).toHaveCount(1);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const jobs = page.getByRole('dialog', { name: 'Work in progress' });
  const job = jobs.getByRole('listitem').filter({ hasText: title }).first();
  await expect(job.getByText('Interrupted', { exact: true })).toBeVisible();
  await expect(job).toContainText('What was finished is stored; start it again for the rest.');
  await expectAccessible(page, 'interrupted work');
  await keepScreens(page, 'jobs-interrupted');
  await page.keyboard.press('Escape');
  await chooseInMenu(app.electron, 'matter.verify');
  const dialog = page.getByRole('dialog', { name: 'Verify originals' });
  await expect(dialog.getByText(/^Everything is in order/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('killed in the middle of adding a big file, the engine comes back and nothing stored before is lost', async () => {
  await makeMatter('Big file');
  await addEvidence(await documents.pdf('Letter.pdf', 1, 'Letter of suspension'));
  await expect(page.getByText('Added 1 item of evidence')).toBeVisible();
  const big = documents.filler('Server image.bin', 1, 1);
  truncateSync(big, 1024 ** 3);
  await addEvidence(big);
  await page.waitForFunction(() =>
    window.forthwithTest!.events.some(
      (event) => event.name === 'job.progressed' && event.job.state === 'running' && event.job.total > 1e9,
    ),
  );
  await test.step('its window does not close over it without asking', async () => {
    await app.electron.evaluate(
      ({ BrowserWindow }) => void setImmediate(() => BrowserWindow.getAllWindows()[0]!.close()),
    );
    const question = page.getByRole('alertdialog', { name: 'Work is still in progress' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toBeHidden();
  });
  await killProcess(app.electron, 'engine');
  await expectInterrupted('Add evidence');
  const rows = page.getByRole('grid', { name: 'Evidence' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('Letter');
});

test('killed in the middle of a build, it leaves no half binder and the set can be built again', async () => {
  await makeMatter('Binder');
  await addEvidence(await documents.pdf('Ledger.pdf', 2_000, 'Ledger of the account'));
  await expect(page.getByText('Added 1 item of evidence')).toBeVisible();
  const matterId = await openMatterId(page);
  const [item] = valueOf<{ id: string }[]>(await callEngine(page, 'evidence.list', { matterId }));
  const fields = { name: 'Exhibits' };
  const set = valueOf<{ id: string }>(await callEngine(page, 'exhibits.set.create', { matterId, fields }));
  valueOf(await callEngine(page, 'exhibits.add', { matterId, setId: set.id, evidenceIds: [item!.id] }));
  await page.keyboard.press('Control+5');
  const row = page.getByRole('row', { name: /^Exhibits / });
  await row.dblclick();
  const output = join(folder, 'filing');
  mkdirSync(output);
  chmodSync(output, 0o777);
  await chooseInOpenDialog(app.electron, output);
  await page.getByRole('button', { name: 'Build…' }).click();
  await page.getByRole('button', { name: 'Choose Folder and Build…' }).click();
  await waitUntilRunning('exhibits.build');
  await killProcess(app.electron, 'engine');
  await expectInterrupted('Build exhibits');
  expect(readdirSync(output, { recursive: true }).filter((name) => String(name).endsWith('.pdf'))).toEqual(
    [],
  );
  await page.getByRole('button', { name: 'Build…' }).click();
  await page.getByRole('button', { name: 'Choose Folder and Build…' }).click();
  await expect(page.getByRole('dialog', { name: '“Exhibits” was built' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
});

test('an encrypted matter asks for its passphrase at once when the engine comes back', async () => {
  await makeMatter('Sealed', 'correct horse');
  await killProcess(app.electron, 'engine');
  const dialog = page.getByRole('dialog', { name: 'Unlock “Sealed”' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'unlock after a restart of the engine');
  await keepScreens(page, 'unlock-after-restart');
  await dialog.getByLabel('Passphrase').fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Matter: Sealed.' })).toBeVisible();
});

/** A non-text file, so that its bytes are in the matter as the original and nowhere else. */
function binaryFile(name: string, seed: number): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.alloc(4_000, '\0\x01\xff', 'latin1'),
      Buffer.from(`filler ${seed} `.repeat(4_000)),
    ]),
  );
  chmodSync(path, 0o644);
  return path;
}

test('one altered byte in an original is found, and the item is named', async () => {
  await makeMatter('Tampered');
  await addEvidence(binaryFile('Untouched.bin', 1), binaryFile('Server log.bin', 2));
  await expect(page.getByRole('dialog', { name: 'Results for each file' })).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseInMenu(app.electron, 'matter.close');
  const recent = page.getByRole('button', { name: /^Tampered/ });
  await expect(recent).toBeVisible();
  const path = join(folder, 'Tampered.matter');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('filler 2 filler 2 ');
  expect(at).toBeGreaterThan(0);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(path, bytes);

  await recent.click();
  await expect.poll(async () => (await readMenuItem(app.electron, 'matter.verify')).isEnabled).toBe(true);
  await chooseInMenu(app.electron, 'matter.verify');
  const dialog = page.getByRole('dialog', { name: 'Verify originals' });
  await expect(dialog.getByText(/^1 problem found\. Do not rely on this copy/)).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveText([/“Server log”/]);
  await expectAccessible(page, 'verification with a problem');
  await keepScreens(page, 'verification-problem');
  await page.keyboard.press('Escape');
});

test('a matter whose folder is renamed says so, loses no typed word, and can be backed up and closed from there', async () => {
  const place = join(folder, 'Case');
  mkdirSync(place);
  chmodSync(place, 0o777);
  await makeMatter('Case/Moved');
  renameSync(place, join(folder, 'Case, renamed'));
  const told = page.getByRole('alert').filter({ hasText: 'is no longer where it was opened' });
  await expect(told).toBeVisible();
  await expectAccessible(page, 'moved matter');
  await keepScreens(page, 'matter-moved');
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'Add entry…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a docket entry' });
  await dialog.getByLabel(/^Text of the entry/).fill('Order');
  await dialog.getByRole('button', { name: 'Add entry' }).press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('nothing more is saved in it');
  // The keyboard stays on the button that was pressed, disabled meanwhile: with it nowhere, Escape would not be heard.
  await expect(dialog.getByRole('button', { name: 'Add entry' })).toBeFocused();
  await expect(dialog.getByLabel(/^Text of the entry/)).toHaveValue('Order');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toBeHidden();
  await chooseInSaveDialog(app.electron, join(folder, 'Moved backup.matter'));
  await told.getByRole('button', { name: 'Back up…' }).click();
  await expect(page.getByText('Backed up and verified: Moved backup.matter')).toBeVisible();
  await told.getByRole('button', { name: 'Close matter' }).click();
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
});
