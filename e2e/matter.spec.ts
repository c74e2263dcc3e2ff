import { expect, test } from '@playwright/test';
import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog, readMenuItem } from './support/dialogs.ts';
import { killProcess } from './support/faults.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';
import { shareApp } from './support/shared-app.ts';

let folder: string;
let app: RunningApp;

test.beforeEach(() => {
  folder = createFolder();
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a matter as a person does: the dialog, a title, a place. */
async function makeMatter(title: string, passphrase?: string): Promise<void> {
  const { page } = app;
  await chooseInSaveDialog(app.electron, join(folder, `${title}.matter`));
  // The menu learns a moment after the window that its commands can be used.
  await expect.poll(async () => (await readMenuItem(app.electron, 'matter.new')).isEnabled).toBe(true);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New matter' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Docket number').fill('2:21-cv-00031');
  if (passphrase !== undefined) {
    await dialog.getByText('Protect with a passphrase').click();
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('Passphrase again').fill(passphrase);
  }
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: new RegExp(`^Matter: ${title}`) })).toBeVisible();
}

test.describe('in one running app', () => {
  const beginJourney = shareApp();
  test.beforeEach(async () => {
    app = await beginJourney();
  });

  test('a court brings its clock, cited or by its code; one that brings none says that its clock is to be chosen', async () => {
    const { page } = app;
    await expect.poll(async () => (await readMenuItem(app.electron, 'matter.new')).isEnabled).toBe(true);
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'New matter' });
    const court = dialog.getByLabel('Court', { exact: true });
    await court.pressSequentially('W.D. Wash.');
    await expect(dialog.getByRole('button', { name: /^Pacific Time/ })).toBeVisible();
    await expect(dialog.getByText('Recognized as W.D. Wash.')).toBeVisible();
    await keepScreens(page, 'matter-new-court-known');
    await court.fill('Northern District of California');
    await expect(dialog.getByText('Recognized as N.D. Cal.')).toBeVisible();
    await court.fill('txwd');
    await expect(
      dialog.getByText('W.D. Tex. sits in two time zones: choose which one applies.'),
    ).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Pacific Time/ })).toBeHidden();
    await court.fill('nyds');
    await expect(dialog.getByText('Not a court known here: choose its time zone.')).toBeVisible();
    await expectAccessible(page, 'a new matter before an unknown court');
    await keepScreens(page, 'matter-new-court');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('the welcome screen says how to begin, and remembers matters', async () => {
    const { page } = app;
    await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
    await expect(page.getByText('Matters you open are listed here.')).toBeVisible();
    await expectAccessible(page, 'welcome');
    await keepScreens(page, 'welcome-empty');

    await makeMatter('Parler LLC v. Amazon Web Services, Inc.');
    await chooseInMenu(app.electron, 'matter.close');
    await expect(page.getByRole('button', { name: /^Parler LLC v\. Amazon.*2:21-cv-00031/ })).toBeVisible();
    await expectAccessible(page, 'welcome with recent matters');
    await keepScreens(page, 'welcome');
    expect(readdirSync(folder)).toHaveLength(1);
    await expect(page.getByRole('button', { name: 'New matter' })).toBeFocused();
  });

  test('an error about a file that will not open names it, leaves dialogs free, and goes with the next matter', async () => {
    const { page } = app;
    const told = page.getByRole('region', { name: 'Notifications' }).getByRole('alert');
    await makeMatter('Healthy');
    await makeMatter('Torn');
    await chooseInMenu(app.electron, 'matter.close');
    await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
    truncateSync(join(folder, 'Torn.matter'), 9_000);
    await page.getByRole('button', { name: /^Torn/ }).click();
    await expect(told).toContainText('“Torn.matter” is damaged');

    await chooseInMenu(app.electron, 'settings.open');
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    await expect(dialog).toBeVisible();
    // A dialog makes room in the frame after it appeared.
    await expect(async () => {
      const lower = await dialog.boundingBox();
      const upper = await told.getByText('is damaged').boundingBox();
      expect(lower!.y + lower!.height).toBeLessThanOrEqual(upper!.y);
    }).toPass();
    await expectAccessible(page, 'an error beside a dialog');
    await keepScreens(page, 'toast-beside-dialog');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await page.getByRole('button', { name: /^Healthy/ }).click();
    await expect(page.getByRole('button', { name: /^Matter: Healthy/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Notifications' })).not.toContainText('damaged');
    await page.getByRole('button', { name: /^Matter: Healthy/ }).press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Torn' })).toContainText('2:21-cv-00031');
  });

  test('a long title leaves room for the number, the clock and the way out, in any script', async () => {
    const { page } = app;
    const title = `${'Pneumonoultramicroscopic'.repeat(5)} 中文 한국어`;
    // What turns the direction of what follows would turn the app's name in the window's title.
    await makeMatter(`${title}\u202e`, 'correct horse');
    await expect(page).toHaveTitle(`${title} — Forthwith`);
    const about = page.getByTitle(/^2:21-cv-00031 · .*\nThe court’s clock: /);
    await expect(about).toHaveText(/^2:21-cv-00031 · /);
    expect(await about.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThan(2);
    const fonts = () =>
      page.evaluate(() =>
        [...document.fonts].flatMap(({ family, status }) =>
          family.includes('Bundled') ? [`${family.replaceAll('"', '')}: ${status}`] : [],
        ),
      );
    await expect.poll(fonts).toEqual(['Bundled Korean: loaded', 'Bundled Han: loaded']);
    await keepScreens(page, 'title-long');

    await page.keyboard.press('Control+l');
    const dialog = page.getByRole('dialog', { name: /^Unlock “Pneumono/ });
    const frame = await dialog.boundingBox();
    const close = await dialog.getByRole('button', { name: 'Close' }).boundingBox();
    expect(close!.x + close!.width).toBeLessThan(frame!.x + frame!.width);
    await keepScreens(page, 'dialog-long-title');
  });

  test('at twice the size the area gone to by key is in sight among the areas', async () => {
    const { page } = app;
    await makeMatter('Twice the size');
    await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      window.setSize(1000, 650);
      window.webContents.setZoomFactor(2);
    });
    const area = page.getByRole('navigation', { name: 'Areas' }).locator('[aria-current]');
    // Keys are handled by what is shown.
    await expect(area).toBeVisible();
    await page.keyboard.press('Control+8');
    await expect(area).toHaveText(/^Review/);
    await expect(area).toBeInViewport({ ratio: 1 });
    await keepScreens(page, 'areas-twice');
  });

  test('a new matter wants a title, and two equal passphrases', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'New matter' }).click();
    const dialog = page.getByRole('dialog', { name: 'New matter' });
    await dialog.getByText('Protect with a passphrase').click();
    await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse');
    await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
    await expect(dialog.getByText('A title is needed.')).toBeVisible();
    await expect(dialog.getByText('The two passphrases differ.')).toBeVisible();
    await expect(dialog.getByText('if it is lost, nobody can open this matter again')).toBeVisible();
    await expectAccessible(page, 'new matter');
    await keepScreens(page, 'new-matter');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  });

  test('a locked matter opens with its passphrase only, and says so at the field', async () => {
    const { page } = app;
    await makeMatter('Sealed matter', 'correct horse');
    await expect(page.getByText('Encrypted', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+l');
    const dialog = page.getByRole('dialog', { name: 'Unlock “Sealed matter”' });
    await expect(dialog.getByLabel('Passphrase')).toBeFocused();
    await page.keyboard.type('battery staple');
    await dialog.getByRole('button', { name: 'Unlock' }).click();
    await expect(dialog.getByText('That passphrase does not open this matter.')).toBeVisible();
    await expect(dialog.getByLabel('Passphrase')).toBeFocused();
    await expectAccessible(page, 'unlock');
    await keepScreens(page, 'unlock');
    // What was wrong is selected: it is typed over.
    await page.keyboard.type('correct horse');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Matter: Sealed matter/ })).toBeVisible();

    // Chosen as a file, it can be tried again too.
    await chooseInMenu(app.electron, 'matter.close');
    await chooseInOpenDialog(app.electron, join(folder, 'Sealed matter.matter'));
    await page.keyboard.press('Control+o');
    await dialog.getByLabel('Passphrase').fill('wrong');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('That passphrase does not open this matter.')).toBeVisible();
    await page.keyboard.type('correct horse');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Matter: Sealed matter/ })).toBeVisible();
  });

  test('details change, undo names the step in the menu, and brings back what was', async () => {
    const { page } = app;
    await makeMatter('Befor');
    await chooseInMenu(app.electron, 'matter.edit');
    const dialog = page.getByRole('dialog', { name: 'Matter details' });
    await dialog.getByLabel('Title').fill('Before');
    await dialog.getByLabel('Judge').fill('Barbara J. Rothstein');
    await expectAccessible(page, 'matter details');
    await keepScreens(page, 'matter-details');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Matter: Before\./ })).toBeVisible();
    await expect
      .poll(async () => (await readMenuItem(app.electron, 'history.undo')).label)
      .toMatch(/^Undo: /);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: /^Matter: Befor\./ })).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('button', { name: /^Matter: Before\./ })).toBeVisible();
  });

  test('verifying and backing up end with a readable result', async () => {
    const { page } = app;
    await makeMatter('Kept safe');
    await chooseInMenu(app.electron, 'matter.verify');
    const dialog = page.getByRole('dialog', { name: 'Verify originals' });
    await expect(dialog.getByText(/^Everything is in order/)).toBeVisible();
    await expectAccessible(page, 'verification');
    await keepScreens(page, 'verification');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Originals verified/ })).toBeVisible();

    await chooseInSaveDialog(app.electron, join(folder, 'copy.matter'));
    await chooseInMenu(app.electron, 'matter.backup');
    await expect(page.getByText('Backed up and verified: copy.matter')).toBeVisible();

    await page.keyboard.press('Control+j');
    const jobs = page.getByRole('dialog', { name: 'Work in progress' });
    await expect(jobs.getByRole('listitem')).toHaveCount(2);
    await expectAccessible(page, 'work in progress');
    await keepScreens(page, 'jobs');
    await page.keyboard.press('Escape');

    await chooseInOpenDialog(app.electron, join(folder, 'copy.matter'));
    await chooseInSaveDialog(app.electron, join(folder, 'restored.matter'));
    await chooseInMenu(app.electron, 'matter.restore');
    const restore = page.getByRole('dialog', { name: 'Restore from a backup' });
    await restore.getByRole('button', { name: 'Choose: Backup' }).click();
    await restore.getByRole('button', { name: 'Choose: Restore to' }).click();
    await expect(restore.getByText('restored.matter')).toBeVisible();
    await expectAccessible(page, 'restore');
    await keepScreens(page, 'restore');
    await restore.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByText('Restored and verified: restored.matter')).toBeVisible();
  });

  test('a passphrase is set, and a wrong present one is refused at its field', async () => {
    const { page } = app;
    await makeMatter('To be sealed');
    await chooseInMenu(app.electron, 'matter.passphrase');
    const set = page.getByRole('dialog', { name: 'Set a passphrase' });
    await set.getByLabel('Passphrase', { exact: true }).fill('first');
    await set.getByLabel('Passphrase again').fill('first');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Encrypted', { exact: true })).toBeVisible();
    await chooseInMenu(app.electron, 'matter.passphrase');
    const change = page.getByRole('dialog', { name: 'Change the passphrase' });
    await change.getByLabel('Current passphrase').fill('not it');
    await change.getByLabel('New passphrase', { exact: true }).fill('second');
    await change.getByLabel('New passphrase again').fill('second');
    await page.keyboard.press('Enter');
    await expect(change.getByText('That passphrase does not open this matter.')).toBeVisible();
    await expectAccessible(page, 'change passphrase');
    await keepScreens(page, 'passphrase');
  });

  test('the palette finds commands and matters by typing alone', async () => {
    const { page } = app;
    await makeMatter('First matter');
    await makeMatter('Second matter');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await expect(palette.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'command palette');
    await keepScreens(page, 'palette');
    await page.keyboard.type('first');
    await expect(palette.getByRole('option', { name: /First matter/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Matter: First matter/ })).toBeVisible();
  });

  test('settings keep who acts, and the dark appearance', async () => {
    const { page } = app;
    await makeMatter('Settings');
    await page.keyboard.press('Control+,');
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    await dialog.getByLabel('Name').fill('Jordan Avery');
    await dialog.getByLabel('Role').fill('Paralegal');
    await expectAccessible(page, 'settings');
    await keepScreens(page, 'settings');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Jordan Avery');
    await chooseInMenu(app.electron, 'theme.dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await chooseInMenu(app.electron, 'help.shortcuts');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await expectAccessible(page, 'shortcuts');
    await keepScreens(page, 'shortcuts');
  });

  test('F6 goes round the panes, and dividers move by keyboard', async () => {
    const { page } = app;
    await makeMatter('Panes');
    const paneOfFocus = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'));
    const seen: (string | null | undefined)[] = [];
    await expect.poll(async () => (await readMenuItem(app.electron, 'go.nextPane')).isEnabled).toBe(true);
    for (let turn = 0; turn < 4; turn += 1) {
      const before = await paneOfFocus();
      await page.keyboard.press('F6');
      // The key comes to the window by way of the menu.
      await expect.poll(paneOfFocus).not.toBe(before);
      seen.push(await paneOfFocus());
    }
    expect(new Set(seen)).toEqual(new Set(['Areas', 'Docket', 'Reader', 'Status']));
    const divider = page.getByRole('separator', { name: 'Width of the reader' });
    await divider.focus();
    const before = Number(await divider.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowLeft');
    await expect(divider).toHaveAttribute('aria-valuenow', String(before + 16));
  });
});

test.describe('in an app of its own', () => {
  let home: string;
  test.beforeEach(async () => {
    home = createReturningHome();
    app = await launchApp({ home });
    await expect(app.page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
  });
  test.afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('after the engine stopped the window says so calmly and goes on', async () => {
    const { page } = app;
    await makeMatter('Survivor');
    await killProcess(app.electron, 'engine');
    const told = 'The engine stopped and was restarted. Nothing stored was lost.';
    await expect(page.getByText(told)).toBeVisible();
    await chooseInMenu(app.electron, 'matter.edit');
    const details = page.getByRole('dialog', { name: 'Matter details' });
    await expect(details.getByLabel('Title')).toHaveValue('Survivor');
  });

  test('the matter left open is open again next time, where it was left', async () => {
    const { page } = app;
    await makeMatter('Left open');
    await page.getByRole('button', { name: /^Evidence/ }).click();
    await expect(page.getByRole('button', { name: /^Evidence/ })).toHaveAttribute('aria-current', 'page');
    await app.close();
    app = await launchApp({ home });
    await expect(app.page.getByRole('button', { name: /^Matter: Left open/ })).toBeVisible();
    await expect(app.page.getByRole('button', { name: /^Evidence/ })).toHaveAttribute('aria-current', 'page');
  });

  test('a matter that is open elsewhere is offered to read only, and then cannot be changed', async () => {
    await makeMatter('Shared');
    const otherHome = createReturningHome();
    const other = await launchApp({ home: otherHome });
    try {
      const { page } = other;
      await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
      await chooseInOpenDialog(other.electron, join(folder, 'Shared.matter'));
      await page.keyboard.press('Control+o');
      const dialog = page.getByRole('alertdialog', { name: 'Open read-only?' });
      await expect(dialog).toContainText('This matter is open elsewhere');
      await expectAccessible(page, 'matter in use');
      await keepScreens(page, 'matter-in-use');
      await dialog.getByRole('button', { name: 'Open read-only' }).click();
      await expect(page.getByText('This matter is open read-only. It can be read')).toBeVisible();
      const add = page.getByRole('button', { name: 'Add entry…' });
      await expect(add).toBeDisabled();
      await expect(add).toHaveAccessibleDescription(/^This matter is open read-only/);
      await expectAccessible(page, 'read-only matter');
      await keepScreens(page, 'matter-read-only');
      await page.keyboard.press('Control+4');
      await expect(page.getByText('open read-only, so evidence cannot be added here.')).toBeVisible();
    } finally {
      await other.close();
      rmSync(otherHome, { recursive: true, force: true });
    }
  });
});
