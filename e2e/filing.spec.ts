import { expect, test, type Page } from '@playwright/test';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { keepScreens } from './support/screens.ts';

/** More than a list of findings shows at first. */
const numbers = Array.from({ length: 22 }, (_, at) => `SSN 219-09-${9999 - at}`);

let desk: ExhibitsDesk;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ page } = opened);
});

test('what was built is checked before it is filed: identifiers by page, and files that are gone', async () => {
  await desk.goTo('Evidence');
  await desk.add(
    await desk.documents.pdf('Statement.pdf', 2, numbers.join('\n')),
    await desk.documents.coveredPdf('Covered.pdf', 'Jane Roe'),
  );
  await page
    .getByRole('dialog', { name: 'Results for each file' })
    .getByRole('button', { name: 'Close' })
    .last()
    .click();
  await desk.goTo('Exhibits');
  await desk.makeSet('Letter', 'Statement', 'Covered');
  await expect(desk.grid().getByRole('row', { name: /Covered/ })).toBeVisible();
  const output = await desk.chooseOutput();
  await page.getByRole('button', { name: 'Build…', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Build “TRO exhibits”' });
  await form.getByRole('button', { name: 'Choose Folder and Build…' }).click();
  const result = page.getByRole('dialog', { name: '“TRO exhibits” was built' });
  await expect(result).toContainText('a build does not look for them. “Check filing” does');
  await keepScreens(page, 'filing-build-result');
  await result.getByRole('button', { name: 'Check Filing' }).click();

  const checked = page.getByRole('dialog', { name: '“TRO exhibits” before it is filed' });
  await expect(checked.getByRole('status')).toContainText(
    /files of the newest build checked\. \d+ to be fixed/,
  );
  const binder = checked.getByRole('list', { name: /Binder\.pdf$/ });
  await expect(binder).toContainText('Social Security number (…9999) on page');
  await test.step('the rest of many findings comes with the keyboard at its first', async () => {
    await expect(binder.getByRole('listitem')).toHaveCount(20);
    const file = checked.getByRole('region', { name: /Binder\.pdf$/ });
    await file.getByRole('button', { name: /^Show \d+ more/ }).press('Enter');
    await expect(binder.getByRole('listitem').nth(20).getByRole('button')).toBeFocused();
  });
  await expect(binder).toContainText('Words that look redacted can be copied all the same on page');
  await expect(checked).not.toContainText('219-09');
  await desk.expectAccessibleInBoth('what was found before filing');
  await keepScreens(page, 'filing-checked');

  await test.step('a page opens in the reader', async () => {
    const item = binder.getByRole('listitem').filter({ hasText: 'Social Security' }).first();
    await item.getByRole('button', { name: /^Page \d+ of .*Binder\.pdf$/ }).click();
    await expect(checked).toBeHidden();
    await expect(page.getByRole('region', { name: /Binder\.pdf/ }).first()).toBeVisible();
  });

  await test.step('a file that is gone is told, by the menu too', async () => {
    await desk.goTo('Exhibits');
    const folder = join(output, readdirSync(output)[0]!);
    const index = readdirSync(folder).find((name) => name.endsWith('Index.pdf'))!;
    rmSync(join(folder, index));
    await desk.menu('Check Filing');
    const missing = checked.getByRole('list', { name: index });
    await expect(missing).toContainText('It is no longer where it was built.');
    // After what is of the whole build, what must be fixed stands first.
    await expect(checked.getByRole('list').nth(1)).toHaveAccessibleName(index);
    await checked.getByRole('button', { name: 'Close' }).last().click();
    await chooseInMenu(desk.app.electron, 'exhibits.checkFiling');
    await expect(missing).toBeVisible();
  });
});
