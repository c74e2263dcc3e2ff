import { expect, test, type Page } from '@playwright/test';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ page } = opened);
});

test('in a low window a dialog keeps its room beside what toasts tell, and what was refused has the keyboard', async () => {
  await desk.makeSet('Agreement', 'Letter');
  await desk.app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    window.setMinimumSize(400, 300);
    window.setContentSize(720, 450);
  });
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(450);
  const told = page.getByRole('region', { name: 'Notifications' });

  await test.step('a build that cannot be written says that its numbers stay reserved', async () => {
    await chooseInOpenDialog(desk.app.electron, '/proc/nothing');
    await page.keyboard.press('Control+b');
    await page.getByRole('button', { name: 'Choose folder and build…' }).press('Enter');
    await expect(told).toContainText('the Bates numbers that were reserved stay reserved');
    await expect(desk.grid()).toContainText('AMZ000005');
  });
  await desk.grid().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(told).toContainText('Removed Exhibit B from the set');
  await keepScreens(page, 'exhibits-low-toasts');
  expect((await told.boundingBox())!.height).toBeLessThan(450 * 0.4);
  await expect(told.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 });
  // They lie on the status bar, below its words, and so on no row and no button.
  const status = (await page.getByRole('contentinfo', { name: 'Status' }).boundingBox())!;
  expect((await told.boundingBox())!.y).toBeGreaterThanOrEqual(status.y + 32);

  await chooseInMenu(desk.app.electron, 'exhibits.newSet');
  const form = page.getByRole('dialog', { name: 'New exhibit set' });
  const name = form.getByRole('textbox', { name: /^Name/ });
  await expect(name).toBeFocused();
  await keepScreens(page, 'exhibits-low-dialog');
  const dialog = (await form.boundingBox())!;
  const cards = (await told.boundingBox())!;
  expect(dialog.height).toBeGreaterThan(280);
  expect(cards.y).toBeGreaterThanOrEqual(dialog.y + dialog.height);
  await expectAccessible(page, 'a dialog over toasts in a low window');

  await page.keyboard.type('tro exhibits');
  await page.keyboard.press('Enter');
  const prefix = form.getByRole('textbox', { name: /^Prefix/ });
  await expect(prefix).toBeFocused();
  await expect(prefix).toBeInViewport();
  await page.keyboard.type('HRG');
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await expect(name).toBeInViewport();
  await expect(name).toHaveAccessibleDescription(/There is an exhibit set “TRO exhibits” already/);
  await keepScreens(page, 'exhibits-low-refused');
  await name.fill('Hearing');
  await expect(name).not.toHaveAttribute('aria-invalid');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Exhibits: Hearing' })).toBeFocused();
});
