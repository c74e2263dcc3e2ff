import { expect, test, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInSaveDialog } from './support/dialogs.ts';
import { keepScreens } from './support/screens.ts';
import { textsOfPdf } from './support/written-pdf.ts';

let desk: ExhibitsDesk;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ page } = opened);
});
test.beforeEach(() => desk.goTo('Evidence'));

const reader = (): Locator => page.getByRole('region', { name: 'Reader', exact: true });
const sheet = (number: number): Locator => reader().locator(`section[data-page="${number}"]`);
const marks = (): Locator => reader().getByRole('button', { name: /^Mark for redaction \(not applied\)/ });
const row = (title: string): Locator =>
  page.getByRole('grid', { name: 'Evidence' }).getByRole('row', { name: new RegExp(title) });

async function open(title: string): Promise<void> {
  await row(title).dblclick();
  await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
}

async function askToRedact(title: string): Promise<Locator> {
  await row(title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Redact a copy…' }).click();
  const dialog = page.getByRole('dialog', { name: `Redact a copy of “${title}”` });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('places and words are marked for redaction, looked through, and applied in a copy', async () => {
  await open('Agreement');

  await test.step('a place is drawn, with its reason', async () => {
    await page.keyboard.press('Control+Alt+r');
    await expect(reader().getByRole('application', { name: 'Mark for redaction on page 1' })).toBeFocused();
    const frame = (await sheet(1).boundingBox())!;
    await page.mouse.move(frame.x + 40, frame.y + 300);
    await page.mouse.down();
    await page.mouse.move(frame.x + 240, frame.y + 360, { steps: 5 });
    await page.mouse.up();
    await expect(marks()).toBeFocused();
    await page.keyboard.press('Enter');
    const editor = page.getByRole('dialog', { name: /^Mark for redaction, / });
    await expect(editor).toContainText('Not applied');
    await editor.getByLabel('Reason or basis').fill('Privileged');
    await desk.expectAccessibleInBoth('the editor of a mark for redaction');
    await keepScreens(page, 'redaction-mark-editor');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(marks()).toHaveAccessibleName(/: Privileged$/);
  });

  await test.step('words are marked by their key, and that is undone and done again', async () => {
    await reader()
      .getByRole('region', { name: /^Pages of/ })
      .focus();
    await page.keyboard.press('F7');
    for (let word = 0; word < 2; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeVisible();
    await keepScreens(page, 'redaction-mark-words');
    await page.keyboard.press('r');
    await expect(marks()).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(marks()).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(marks()).toHaveCount(2);
    await keepScreens(page, 'redaction-marks');
    await page.emulateMedia({ forcedColors: 'active' });
    await keepScreens(page, 'redaction-marks-forced');
    await page.emulateMedia({ forcedColors: null });
  });

  await test.step('all places that words were found at are marked in one step', async () => {
    await page.keyboard.press('Control+f');
    await reader().getByRole('search').getByRole('textbox').fill('page');
    await reader()
      .getByRole('button', { name: /^Mark all \d+ hits for redaction$/ })
      .click();
    await expect(page.getByText(/^Marked \d+ places for redaction/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(marks()).toHaveCount(2);
    await page.keyboard.press('Escape');
  });

  await test.step('the copy is made from the marks, which are opened and removed here', async () => {
    await desk.goTo('Evidence');
    let dialog = await askToRedact('Agreement');
    await expect(dialog).toContainText('Remove what is marked: 2 marks on page 1');
    await dialog.getByRole('textbox', { name: 'Words to remove' }).fill('services');
    await dialog.getByRole('button', { name: 'Mark these for review' }).click();
    await expect(dialog.getByRole('status')).toContainText(/^\d places marked\./);
    await desk.expectAccessibleInBoth('what is marked for redaction');
    await keepScreens(page, 'redact-marked');
    await dialog.getByRole('button', { name: /^Remove mark on page 4/ }).click();
    await expect(dialog).not.toContainText('Page 4');
    await dialog.getByRole('button', { name: /^Open mark on page 3/ }).click();
    await expect(dialog).toBeHidden();
    await expect(sheet(3)).toHaveAttribute('data-drawn', 'true');
    await desk.goTo('Evidence');
    dialog = await askToRedact('Agreement');
    const path = join(desk.folder, 'redacted.pdf');
    await chooseInSaveDialog(desk.app.electron, path);
    await dialog.getByRole('button', { name: 'Save a copy…' }).click();
    const saved = page.getByRole('dialog', { name: 'Redacted copy saved' });
    await expect(saved).toContainText(/\d marks applied\. They stay on the original, which is unchanged\./);
    await keepScreens(page, 'redact-marks-applied');
    await saved.getByRole('button', { name: 'Close' }).last().click();
    const texts = await textsOfPdf(desk.app, path);
    expect(texts.map((text) => /services/i.test(text))).toEqual([false, false, false, true]);
  });
});

test('a binder that carries marks says that they are not applied, when it is built and before it is filed', async () => {
  await desk.markForRedaction('Agreement', 2);
  await desk.markForRedaction('Agreement', 3);
  await desk.goTo('Exhibits');
  await desk.makeSet('Letter', 'Agreement');
  await expect(desk.grid().getByRole('row', { name: /Agreement/ })).toBeVisible();
  await desk.chooseOutput();
  await page.getByRole('button', { name: 'Build…', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Build “TRO exhibits”' });
  await form.getByRole('button', { name: 'Choose Folder and Build…' }).click();
  const result = page.getByRole('dialog', { name: '“TRO exhibits” was built' });
  await expect(result).toContainText(
    /Must be fixed.*Exhibit B, page 2\s*2 marks for redaction on pages 2–3 are not applied/s,
  );
  await keepScreens(page, 'redaction-marks-built');
  await result.getByRole('button', { name: 'Check Filing' }).click();
  const checked = page.getByRole('dialog', { name: '“TRO exhibits” before it is filed' });
  await expect(checked).toContainText('Exhibit B: 2 marks for redaction on pages 2–3 are not applied');
  await desk.expectAccessibleInBoth('marks for redaction before filing');
});
