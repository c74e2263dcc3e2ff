import { expect, test, type Page } from '@playwright/test';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import type { RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
let app: RunningApp;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ app, page } = opened);
});

test('the keyboard is never nowhere: not after adding, going in and out, undoing and deleting', async () => {
  const sets = page.getByRole('grid', { name: 'Exhibit sets' });
  await page.getByRole('button', { name: 'New Exhibit Set…' }).last().press('Enter');
  await page.keyboard.type('TRO exhibits');
  await page.getByRole('textbox', { name: /^Prefix/ }).fill('AMZ');
  await page.keyboard.press('Enter');
  await expect(desk.grid()).toBeFocused({ timeout: 3000 });
  await page.getByRole('button', { name: 'Add Evidence…' }).last().press('Enter');
  await desk.choose('Agreement', 'Letter');
  await expect(desk.grid()).toBeFocused({ timeout: 3000 });

  await test.step('out to the sets and in again', async () => {
    await page.getByRole('button', { name: 'All exhibit sets' }).press('Enter');
    await expect(sets).toBeFocused({ timeout: 3000 });
    await expect(sets.getByRole('row', { name: /TRO exhibits/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(desk.grid()).toBeFocused({ timeout: 3000 });
  });
  await test.step('a label typed leads to its exhibit, and else a title', async () => {
    await page.keyboard.press('b');
    await expect(desk.grid().getByRole('row', { name: /Letter/ })).toHaveAttribute('aria-selected', 'true');
    // Another key ends the word that was begun.
    await page.keyboard.press('End');
    await page.keyboard.type('agr');
    await expect(desk.grid().getByRole('row', { name: /Agreement/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
  await test.step('Escape leaves that one chosen whose pages and settings are shown', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Escape');
    await expect(desk.grid().getByRole('row', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Home');
  });
  await test.step('Undo in a toast', async () => {
    await page.keyboard.press('Delete');
    await expect.poll(() => desk.labels()).toEqual(['B']);
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect.poll(() => desk.labels()).toEqual(['A', 'B']);
    await expect(desk.grid()).toBeFocused({ timeout: 3000 });
  });
  await test.step('back from the reader', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Back to exhibits' }).press('Enter');
    await expect(desk.grid()).toBeFocused({ timeout: 3000 });
  });
  await test.step('deleting the set, and taking that back', async () => {
    await page.getByRole('button', { name: 'More actions' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete Exhibit Set' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'No exhibit sets yet' })).toBeVisible();
    await expect(sets).toBeFocused({ timeout: 3000 });
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect(sets.getByRole('row', { name: /TRO exhibits/ })).toBeVisible();
    await expect(sets).toBeFocused({ timeout: 3000 });
  });
  await test.step('a new set has it, wherever it was when the set was asked for', async () => {
    await desk.goTo('Exhibits');
    await chooseInMenu(app.electron, 'exhibits.newSet');
    await expect(page.getByRole('textbox', { name: /^Name/ })).toBeFocused();
    await page.keyboard.type('Hearing');
    await page.getByRole('textbox', { name: /^Prefix/ }).fill('HRG');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid', { name: 'Exhibits: Hearing' })).toBeFocused({ timeout: 3000 });
  });
  await test.step('a head of a column lets commands and F6 through', async () => {
    const head = page.getByRole('columnheader', { name: 'Label' }).getByRole('button');
    await head.focus();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused({ timeout: 3000 });
    await page.keyboard.press('Escape');
    await expect(head).toBeFocused({ timeout: 3000 });
    await page.keyboard.press('F6');
    await expect(head).not.toBeFocused({ timeout: 3000 });
  });
});

/** Makes the window as wide as this inside; from 940 pixels on three panes are side by side, from 560 two. */
async function setWidth(width: number): Promise<void> {
  await desk.app.electron.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    window.setMinimumSize(400, 300);
    window.setContentSize(wanted, 800);
  }, width);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}
const widths = [930, 550, 930, 1280];

test('what is typed and opened in the panes stays while the window is made narrower and wider', async () => {
  await desk.makeSet('Agreement', 'Letter');
  await setWidth(1280);
  const title = desk.settings().getByRole('textbox', { name: 'Title' });
  const choice = page.getByRole('radiogroup', { name: 'Shown pane', includeHidden: true });

  await test.step('a setting that is half typed, with the keyboard in it', async () => {
    await desk
      .grid()
      .getByRole('row', { name: /Agreement/ })
      .click();
    await page.keyboard.press('F2');
    await expect(title).toBeFocused();
    await page.keyboard.type('Services agreem');
    for (const width of widths) {
      await setWidth(width);
      await expect(choice).toHaveCount(width === 1280 ? 0 : 1);
      await expect(title).toBeFocused();
      await expect(title).toHaveValue('Services agreem');
      await keepScreens(page, `exhibits-typing-${width}`);
    }
    await page.keyboard.type('ent');
    await page.keyboard.press('Enter');
    await expect(desk.grid().getByRole('row', { name: /Services agreement/ })).toBeVisible();
  });

  await test.step('a pane that goes out of sight is where it was scrolled when it comes back', async () => {
    const scroller = desk.settings().getByRole('group', { name: 'Exhibit', exact: true });
    await scroller.evaluate((element) => (element.scrollTop = 40));
    await desk.grid().focus();
    await setWidth(550);
    await expect(desk.grid()).toBeFocused();
    await expect(scroller).toBeHidden();
    await setWidth(1280);
    await expect(desk.grid()).toBeFocused();
    await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(40);
  });

  await test.step('a dialog that a pane opened, and a setting that was refused', async () => {
    await title.fill('');
    await chooseInMenu(desk.app.electron, 'exhibits.checkBrief');
    await page.getByRole('button', { name: 'Check a brief from evidence…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Check the citations of a brief' });
    const filter = dialog.getByRole('searchbox');
    await filter.fill('lett');
    for (const width of widths) {
      await setWidth(width);
      await expect(choice).toHaveCount(width === 1280 ? 0 : 1);
      await expect(filter).toBeFocused();
      await expect(filter).toHaveValue('lett');
      await expect(dialog.getByRole('row', { name: /Letter/ })).toHaveCount(1);
      await keepScreens(page, `exhibits-dialog-${width}`);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Check a brief from evidence…' })).toBeFocused();
    await expect(title).toHaveValue('');
    await expect(title).toHaveAttribute('aria-invalid', 'true');
  });
});

test('what is too long for a field stays as typed, is told of there, and is not taken', async () => {
  const told = (length: string, most = '200') => `At most ${most} characters fit; this has ${length}.`;
  await chooseInMenu(app.electron, 'exhibits.newSet');
  const form = page.getByRole('dialog', { name: 'New exhibit set' });
  const name = form.getByLabel('Name');
  const prefix = form.getByRole('textbox', { name: /^Prefix/ });
  await name.fill('x'.repeat(201));
  await prefix.fill('AMZ');
  await expect(form).toContainText(told('201'));
  await prefix.press('Enter');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('x'.repeat(201));
  await desk.expectAccessibleInBoth('a name that is too long');
  await keepScreens(page, 'exhibits-too-long');
  // Spaces around it do not count.
  await name.fill(` ${'x'.repeat(200)} `);
  await expect(form).not.toContainText('At most');
  await prefix.press('Enter');
  await expect(page.getByRole('heading', { name: 'x'.repeat(200) })).toBeVisible();

  await test.step('also where something is edited in its place', async () => {
    await desk.goTo('Evidence');
    await page.getByRole('row', { name: /Letter/ }).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    const custodian = details.getByRole('textbox', { name: 'Custodian' });
    await custodian.fill('y'.repeat(205));
    await expect(details).toContainText(told('205'));
    await custodian.press('Enter');
    await custodian.blur();
    await expect(custodian).toHaveValue('y'.repeat(205));
    await custodian.focus();
    await page.keyboard.press('Escape');
    await expect(custodian).toHaveValue('');
    await expect(details).not.toContainText('At most');
  });
});

test('a list that is closed with its dialog in one moment leaves the page to be used', async () => {
  await desk.makeSet('Agreement', 'Letter');
  const dialog = page.getByRole('dialog', { name: /^Add evidence/ });
  for (const second of ['Escape', 'Close'] as const) {
    await desk.grid().focus();
    await chooseInMenu(desk.app.electron, 'exhibits.addEvidence');
    await dialog.getByRole('button', { name: /Place/ }).click();
    await expect(page.getByRole('option', { name: 'At the end' })).toBeFocused();
    // In one task: nothing is drawn in between, and the list is still on its way out.
    await page.evaluate((then) => {
      const escape = () => {
        const key = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
        document.activeElement?.dispatchEvent(new KeyboardEvent('keyup', key));
      };
      escape();
      if (then === 'Escape') escape();
      else document.querySelector<HTMLElement>('[role=dialog] [aria-label=Close]')?.click();
    }, second);
    // Keys that come while the list goes may be passed over; the next one is not.
    await expect(async () => {
      if (await dialog.isVisible()) await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden({ timeout: 1_000 });
    }).toPass();
    await expect(page.locator('[inert]').filter({ has: desk.grid() })).toHaveCount(0);
    await expect(desk.grid()).toBeFocused();
  }
});

test('what has no room in a row is left out whole: first the state, which is the same in most', async () => {
  await desk.makeSet('Agreement', 'Letter');
  const { matterId, setId } = await desk.set();
  const [first] = valueOf<{ id: string }[]>(await callEngine(page, 'exhibits.list', { matterId, setId }));
  const fields = { pageRanges: '2-3' };
  valueOf(await callEngine(page, 'exhibits.update', { matterId, id: first!.id, fields }));
  const row = desk.grid().getByRole('row', { name: /Agreement/ });
  const mark = (name: string) => row.getByText(name, { exact: true }).last();
  await expect(mark('pp. 2-3')).toBeInViewport({ ratio: 1 });
  await expect(mark('Planned')).not.toBeInViewport();
  await keepScreens(page, 'exhibits-marks-without-room');
});
