import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
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

const row = () => page.getByRole('grid', { name: 'Evidence' }).getByRole('row', { name: /Agreement/ });
const dialog = () => page.getByRole('dialog', { name: 'Redact a copy of “Agreement”' });

async function ask(): Promise<void> {
  await row().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Redact a copy…' }).click();
  await expect(dialog()).toBeVisible();
}

test('words and what is marked are removed from a copy that says what to look at', async () => {
  await ask();
  const save = dialog().getByRole('button', { name: 'Save a copy…' });
  await expect(save).toBeDisabled();
  await keepScreens(page, 'redact-empty');
  await desk.markForRedaction('Agreement', 2);
  await expect(dialog().getByRole('checkbox', { name: /1 mark on page 2/ })).toBeChecked();
  await dialog().getByRole('textbox', { name: 'Words to remove' }).fill('services\nJane Roe');
  await dialog().getByText('Personal identifiers (Rule 5.2)').click();
  await desk.expectAccessibleInBoth('what is removed from a copy');
  await keepScreens(page, 'redact-asked');

  const path = join(desk.folder, 'redacted.pdf');
  await chooseInSaveDialog(desk.app.electron, path);
  await save.click();
  const saved = page.getByRole('dialog', { name: 'Redacted copy saved' });
  await expect(saved).toContainText('5 redactions on 4 pages.');
  await expect(saved).toContainText('Proven clean');
  await expect(saved).toContainText('Not found: “Jane Roe”.');
  await expect(saved).toContainText('1 mark applied. It stays on the original');
  await desk.expectAccessibleInBoth('what was removed from a copy');
  await keepScreens(page, 'redact-saved');
  await saved.getByRole('button', { name: 'Add copy as evidence…' }).click();
  const added = page.getByRole('dialog', { name: 'Add 1 item as evidence' });
  await expect(added.getByRole('listitem')).toHaveText('redacted.pdf');
  await expect(added.getByLabel('Source')).toHaveValue('Redacted copy of “Agreement”');
  await keepScreens(page, 'redact-added');
  await added.getByRole('button', { name: 'Add evidence' }).click();
  await expect(
    page.getByRole('grid', { name: 'Evidence' }).getByRole('row', { name: /^redacted/ }),
  ).toBeVisible();
  const texts = await textsOfPdf(desk.app, path);
  expect(texts).toHaveLength(4);
  for (const text of texts) {
    expect(text).not.toMatch(/services/i);
    expect(text).toMatch(/agreement/i);
  }

  await test.step('the copy is in the custody history of the original', async () => {
    await row().click();
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('redacted.pdf');
  });
});

test('a copy that cannot be made leaves what was asked for, with the reason', async () => {
  await ask();
  await dialog().getByRole('textbox', { name: 'Words to remove' }).fill('services');
  // A folder that is gone by the time it is written to.
  const path = join(desk.folder, 'gone', 'redacted.pdf');
  await chooseInSaveDialog(desk.app.electron, path);
  await dialog().getByRole('button', { name: 'Save a copy…' }).click();
  const refusal = dialog().getByRole('alert');
  await expect(refusal).toBeVisible();
  // Once, and not in passing too.
  await expect(page.getByText(await refusal.innerText())).toHaveCount(1);
  await expect(dialog().getByRole('textbox', { name: 'Words to remove' })).toHaveValue('services');
  await keepScreens(page, 'redact-refused');
  expect(existsSync(path)).toBe(false);
});
