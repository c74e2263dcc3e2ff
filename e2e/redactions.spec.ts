import { expect, test, type Page } from '@playwright/test';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { askOpen } from './support/engine.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ page } = opened);
});

test('words that a black box only covers are told where the file is taken in, and by the build', async () => {
  const words = 'Account 4417 1234 5678 9113';
  await desk.goTo('Evidence');
  await desk.add(await desk.documents.coveredPdf('Declaration.pdf', words));
  const report = page.getByRole('dialog', { name: 'Results for each file' });
  await expect(report.getByText(/look redacted on page 1 can still be copied:/)).toBeVisible();
  await keepScreens(page, 'redaction-failed-intake');
  await report.getByRole('button', { name: 'Close' }).last().click();
  const row = page.getByRole('grid', { name: 'Evidence' }).getByRole('row', { name: /Declaration/ });
  await expect(row).toContainText('Redaction failed');
  await row.click();
  await desk.expectAccessibleInBoth('an item with a failed redaction');
  await keepScreens(page, 'redaction-failed');

  await test.step('what can be copied is told word for word, and its page opens', async () => {
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Check redactions' }).click();
    const checked = page.getByRole('dialog', { name: 'Redactions checked' });
    await expect(checked).toContainText('1 failed redaction in 1 of 1 PDF.');
    await expect(checked.getByRole('listitem')).toContainText(words);
    await desk.expectAccessibleInBoth('what was found of failed redactions');
    await keepScreens(page, 'redactions-checked');
    await checked.getByRole('button', { name: 'Page 1 of Declaration' }).click();
    await expect(checked).toBeHidden();
    await expect(page.getByRole('region', { name: /Declaration/ }).first()).toBeVisible();
  });

  await test.step('beside the problem, too; a file that cannot be read is not said to be clean', async () => {
    await desk.goTo('Evidence');
    await desk.add(desk.documents.damagedPdf('Torn.pdf'));
    await page.getByRole('dialog', { name: 'Results for each file' }).getByRole('button').last().click();
    await row.click();
    const check = page
      .getByRole('region', { name: 'Problems' })
      .getByRole('button', { name: 'Check redactions' });
    await check.click();
    const checked = page.getByRole('dialog', { name: 'Redactions checked' });
    await expect(checked.getByRole('listitem')).toContainText(words);
    await page.keyboard.press('Escape');
    await expect(check).toBeFocused();
    const torn = page.getByRole('grid', { name: 'Evidence' }).getByRole('row', { name: /Torn/ });
    await torn.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Check redactions' }).click();
    await expect(checked.getByRole('status')).toHaveText(
      '1 PDF could not be checked, or not on every page; the reasons are below.',
    );
    await keepScreens(page, 'redactions-not-checked');
    await page.keyboard.press('Escape');
  });

  await test.step('reports wait until nobody types in a dialog, come one by one, and no key that is typed then closes them', async () => {
    await row.click({ button: 'right' });
    // In one breath, before the check can end.
    await page.getByRole('menuitem', { name: 'Check redactions' }).evaluate((item: HTMLElement) => {
      item.click();
      const key = { key: 'd', code: 'KeyD', ctrlKey: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    const form = page.getByRole('dialog', { name: 'Add a deadline' });
    await expect(form).toBeVisible();
    const states = async (asked: string) => {
      const jobs = await askOpen<{ operation: string; state: string }[]>(page, 'jobs.list');
      return jobs.filter(({ operation }) => operation === asked).map(({ state }) => state);
    };
    await expect.poll(() => states('evidence.checkRedactions')).toEqual(['done', 'done', 'done', 'done']);
    const verify = page.locator('[aria-label$="Verify now"]');
    await verify.evaluate((button: HTMLElement) => button.click());
    await expect.poll(() => states('matter.verify')).toEqual(['done']);
    const checked = page.getByRole('dialog', { name: 'Redactions checked' });
    await expect(checked).toBeHidden();
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect(checked).toBeFocused();
    await page.keyboard.type(' ');
    await page.keyboard.press('Enter');
    await expect(checked.getByRole('listitem')).toContainText(words);
    // Another that is ready too comes after it, not upon it.
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await page.keyboard.press('Escape');
    const verified = page.getByRole('dialog', { name: 'Verify originals' });
    await expect(verified).toBeVisible();
    await expect(checked).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(verified).toBeHidden();
  });

  await desk.goTo('Exhibits');
  await desk.makeSet('Letter', 'Declaration');
  // Nothing can be built before the exhibits are there.
  await expect(desk.grid().getByRole('row', { name: /Declaration/ })).toBeVisible();
  await desk.chooseOutput();
  await page.getByRole('button', { name: 'Build…', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Build “TRO exhibits”' });
  await form.getByRole('button', { name: 'Choose Folder and Build…' }).click();
  const result = page.getByRole('dialog', { name: '“TRO exhibits” was built' });
  await expect(result).toContainText(
    /Must be fixed.*Exhibit B, page 1\s*Words that look redacted on page 1 can still be copied/s,
  );
  await expect(result).not.toContainText(words);
  await keepScreens(page, 'redaction-failed-build');
});
