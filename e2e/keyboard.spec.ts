import { expect, test, type Page } from '@playwright/test';
import { ReviewDesk } from './review-desk.ts';
import { expectAccessible } from './support/axe.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp } from './support/shared-app.ts';

let desk: ReviewDesk;
let page: Page;

const beginJourney = shareApp();
test.beforeEach(async () => {
  desk = await ReviewDesk.open(await beginJourney());
  page = desk.page;
});
test.afterEach(() => desk.close());

/** The accelerator that stands in the system menu for a command. */
function acceleratorOf(command: string): Promise<string | null> {
  return desk.app.electron.evaluate(
    ({ Menu }, id) =>
      (Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator as string | undefined) ?? null,
    command,
  );
}

test('every key is found on one sheet, changed there, and told where it was another’s', async () => {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const find = sheet.getByRole('searchbox', { name: 'Find what a key does, or a key' });
  await desk.addItems();
  await desk.goToReview();
  await expect(desk.heading('Invoice 01')).toBeVisible();

  await test.step('a question mark opens it, and words narrow it', async () => {
    await page.keyboard.press('?');
    await expect(find).toBeFocused();
    await expect(sheet.getByRole('status')).toHaveText(/^\d+ shortcuts$/);
    await expectAccessible(page, 'sheet of keys');
    await keepScreens(page, 'keyboard-sheet');
    await page.keyboard.type('ctrl k');
    await expect(sheet.getByRole('button', { name: 'Command Palette: Ctrl+K. Change' })).toBeVisible();
    await expect(sheet.getByRole('status')).toHaveText(/^\d of \d+ shortcuts$/);
    await find.fill('go docket');
  });

  const dialog = page.getByRole('dialog', { name: 'Key of “Docket”' });
  const field = dialog.getByRole('textbox', { name: 'Press the new keys' });
  await test.step('keys of the system and of editing are refused, a conflict names both', async () => {
    const line = sheet.getByRole('button', { name: 'Docket: Ctrl+1. Change', exact: true });
    await line.press('Enter');
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+q');
    await expect(dialog.getByRole('status')).toHaveText('Ctrl+Q belongs to the system.');
    await page.keyboard.press('Control+c');
    await expect(dialog.getByRole('status')).toHaveText('Ctrl+C belongs to editing text.');
    await page.keyboard.press('d');
    await expect(dialog.getByRole('status')).toHaveText(/^Hold Ctrl/);
    await page.keyboard.press('Control+k');
    await expect(field).toHaveValue('Ctrl+K');
    await expect(dialog.getByRole('status')).toHaveText(
      'Ctrl+K is the key of “Command Palette”. “Docket” gets it, and “Command Palette” is left without one.',
    );
    await expectAccessible(page, 'key of a command, in conflict');
    await keepScreens(page, 'keyboard-conflict');
    await page.keyboard.press('F9');
    await expect(dialog.getByRole('status')).toHaveText('F9 is free.');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(sheet.getByRole('button', { name: 'Docket: F9. Change', exact: true })).toBeFocused();
  });

  await test.step('a letter of the review is changed likewise', async () => {
    await find.fill('review hot');
    await sheet.getByRole('button', { name: 'Hot: H. Change', exact: true }).click();
    const letter = page.getByRole('textbox', { name: 'Press a letter' });
    await letter.press('7');
    await expect(
      page.getByText('Only letters can be used here: digits are the keys of issues.'),
    ).toBeVisible();
    await letter.press('g');
    await letter.press('Enter');
    await expect(sheet.getByRole('button', { name: 'Hot: G. Change', exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: 'Close' }).last().click();
    await expect(sheet).toBeHidden();
  });

  await test.step('menu, palette, buttons and keyboard follow at once', async () => {
    await page.keyboard.press('h');
    await expect(desk.heading('Invoice 01')).toBeVisible();
    await expect(desk.panel.getByRole('button', { name: 'Hot', pressed: true })).toBeHidden();
    await page.keyboard.press('g');
    await expect(desk.panel.getByRole('button', { name: 'Hot', pressed: true })).toBeVisible();
    await expect(desk.panel.getByRole('button', { name: 'Hot' })).toHaveAttribute('aria-keyshortcuts', 'G');
    await expect.poll(() => acceleratorOf('go.docket')).toBe('F9');
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('button', { name: /^Review/ }).first()).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.type('go to docket');
    await expect(page.getByRole('option', { name: /Go to Docket.*F9/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F9');
    await expect(page.getByRole('button', { name: /^Docket/ }).first()).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  await test.step('settings lead there; one key and all are reset', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Keyboard Shortcuts…' }).click();
    await find.fill('review hot');
    await sheet.getByRole('button', { name: 'Hot: G. Change', exact: true }).click();
    await page.getByRole('button', { name: 'Reset to H' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByRole('button', { name: 'Hot: H. Change', exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: 'Reset All Keys…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset All Keys' }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(sheet.getByRole('button', { name: 'Reset All Keys…' })).toBeFocused();
    await expect.poll(() => acceleratorOf('go.docket')).toMatch(/\+1$/);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });
});
