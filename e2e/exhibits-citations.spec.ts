import { expect, test, type Page } from '@playwright/test';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu } from './support/dialogs.ts';
import type { RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
let app: RunningApp;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ app, page } = opened);
});

test('a brief is checked against the set, and leads to its pages and to the exhibits', async () => {
  await desk.goTo('Evidence');
  await desk.add(await desk.documents.pdf('Motion.pdf', 1, 'See Ex. A at 2; Ex. A at 9; Ex. Q'));
  await desk.goTo('Exhibits');
  await desk.makeSet('Agreement', 'Letter');
  await page.getByRole('tab', { name: 'Citations' }).click();
  await page.getByRole('button', { name: 'Check a Brief from Evidence…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('row', { name: /Motion/ })
    .click();
  await desk.expectAccessibleInBoth('choosing a brief');
  await page.getByRole('button', { name: 'Check Citations' }).click();
  const found = page.getByRole('grid', { name: /^Citations in/ });
  await expect(page.getByRole('status').filter({ hasText: '3 citations on 1 page.' })).toBeAttached();
  await expect(page.getByRole('region', { name: 'Citations of the exhibits' })).toBeFocused();
  await expect(found.getByRole('row', { name: /Ex\. Q/ })).toContainText('Not in the set');
  await expect(found.getByRole('row', { name: /Ex\. A at 9/ })).toContainText('Out of range');
  await expect(page.getByRole('region', { name: '1 exhibit never cited' })).toContainText('Letter');
  await desk.expectAccessibleInBoth('citations of a brief');
  await keepScreens(page, 'exhibits-citations');
  await test.step('what the brief cites is removed or withdrawn with the citations in sight, by keys alone', async () => {
    const lost = page.getByRole('dialog').getByRole('region', { name: '2 citations would lead nowhere' });
    await desk.grid().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('dialog', { name: 'Remove Exhibit A from the set?' })).toBeVisible();
    await expect(lost).toContainText('Motion, p. 1: “Ex. A at 9” cites A');
    await desk.expectAccessibleInBoth('taking out what a brief cites');
    await keepScreens(page, 'exhibits-lost-citations');
    await page.keyboard.press('Escape');
    await expect(desk.grid()).toBeFocused();
    await chooseInMenu(app.electron, 'exhibits.withdraw');
    await expect(lost).toBeVisible();
    await page.keyboard.type('Not authentic');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('note').filter({ hasText: 'since this brief was checked' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('note').filter({ hasText: 'since this brief was checked' })).toBeHidden();
    // Nobody cites B: it goes at once.
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    await expect.poll(() => desk.labels()).toEqual(['A']);
  });
  await test.step('the keyboard goes to the citations, to a title and back', async () => {
    await chooseInMenu(app.electron, 'exhibits.checkBrief');
    await expect(page.getByRole('region', { name: 'Citations of the exhibits' })).toBeFocused();
    await desk.grid().focus();
    await page.keyboard.press('F2');
    await expect(desk.settings().getByRole('textbox', { name: 'Title' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(desk.grid()).toBeFocused();
  });
  await found.getByRole('row', { name: /Ex\. Q/ }).dblclick();
  await expect(page.getByRole('region', { name: /^Pages of Motion/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to exhibits' }).press('Enter');
  await expect(found.getByRole('row', { name: /Ex\. Q/ })).toHaveAttribute('aria-selected', 'true');
  await expect(found).toBeFocused();
  await test.step('in a small window no row is wider than the list', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      window.setMinimumSize(400, 300);
      window.setContentSize(800, 600);
    });
    await expect(found.getByRole('columnheader', { name: 'Exhibit' })).toBeHidden();
    await expect.poll(() => found.evaluate((grid) => grid.scrollWidth - grid.clientWidth)).toBe(0);
    // A citation's result is not cut off either.
    const cut = () =>
      found
        .locator('[role=row] .truncate')
        .evaluateAll((texts) =>
          texts.filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent),
        );
    await expect.poll(cut).toEqual([]);
    await keepScreens(page, 'exhibits-citations-small');
  });
});
