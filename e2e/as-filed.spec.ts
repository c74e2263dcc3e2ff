import { expect, test, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { dragFiles } from './support/drop.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';

let desk: ExhibitsDesk;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ page } = opened);
});

test('what came back from the court is compared with what was built, and kept with the build', async () => {
  await desk.makeSet('Agreement', 'Letter');
  await expect(desk.grid().getByRole('row', { name: /Letter/ })).toBeVisible();
  const output = await desk.chooseOutput();
  await page.getByRole('button', { name: 'Build…', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Build “TRO exhibits”' })
    .getByRole('button', { name: 'Choose Folder and Build…' })
    .click();
  await page
    .getByRole('dialog', { name: '“TRO exhibits” was built' })
    .getByRole('button', { name: 'Close' })
    .last()
    .click();
  const folder = join(output, readdirSync(output)[0]!);
  const exhibits = readdirSync(folder)
    .filter((name) => /^Exhibit .*\.pdf$/.test(name))
    .toSorted();
  const built = (name: string) => readFileSync(join(folder, name));
  const stamped = await desk.documents.courtCopy('12-1.pdf', built(exhibits[0]!), '12-1');
  const short = await desk.documents.courtCopy(
    'A very long name that a filing system gave to what came back from the court, document 12-2.pdf',
    built(exhibits[1]!),
    '12-2',
    [0, 1],
  );
  const torn = desk.documents.damagedPdf('torn.pdf');
  const other = await desk.documents.stampedPdf(
    'Order.pdf',
    1,
    'Case 2:21-cv-00031-BJR Document 13 Filed 01/13/21 Page {page} of 1',
  );
  const shown = page.getByRole('dialog', { name: '“TRO exhibits” as filed' });

  await test.step('a stamped copy is the same, and its stamp is read', async () => {
    await chooseInOpenDialog(desk.app.electron, stamped);
    await page.getByRole('button', { name: 'Check as filed…' }).click();
    await expect(shown.getByRole('status')).toHaveText('It came back as sent, but for the court’s stamp.');
    await expect(shown).toContainText('Dkt. 12-1, filed Tue, Jan 12, 2021: 5 of 5 pages the same');
    await keepScreens(page, 'as-filed-same');
    await shown.getByRole('button', { name: 'Close' }).last().click();
  });

  const kept = page.getByRole('list', { name: 'As filed' });
  await expect(kept).toContainText('Dkt. 12-1, filed Tue, Jan 12, 2021: 5 of 5 pages the same');

  await test.step('what is not the same, not of the build, or cannot be read is told, by the menu too', async () => {
    await chooseInOpenDialog(desk.app.electron, stamped, short, torn, other);
    await chooseInMenu(desk.app.electron, 'exhibits.checkAsFiled');
    await expect(shown.getByRole('status')).toHaveText(
      '1 of 4 files came back as sent, but for the court’s stamp.',
    );
    await expect(shown).toContainText('Missing: page 3 of what was sent.');
    await expect(shown.getByRole('region', { name: 'Order.pdf' })).toContainText('Not of this build');
    await expect(shown.getByRole('region', { name: 'torn.pdf' })).toContainText('Not read');
    await desk.expectAccessibleInBoth('what came back from the court');
    await keepScreens(page, 'as-filed-different');
  });

  await test.step('a page opens as it was sent', async () => {
    await shown.getByRole('button', { name: /^Page 3 of .*, as sent$/ }).click();
    await expect(shown).toBeHidden();
    await expect(page.getByRole('region', { name: /Exhibit B/ }).first()).toBeVisible();
  });

  await test.step('it is kept with the build', async () => {
    await desk.goTo('Exhibits');
    await expect(kept.getByRole('listitem')).toHaveCount(2);
    await expect(kept).toContainText('Dkt. 12-2, filed Tue, Jan 12, 2021: 2 of 3 pages the same');
    await expect(page.getByText('1 of 2 as sent')).toBeVisible();
    await desk.expectAccessibleInBoth('builds as filed');
    await keepScreens(page, 'as-filed-kept');
    await kept
      .getByRole('button', { name: /^Show how .* came back$/ })
      .first()
      .click();
    await expect(shown.getByRole('status')).toBeVisible();
    await shown.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('the time of a build keeps to its line, and no button covers what is beside it', async () => {
    await setWindowSize(desk.app, 1440, 900);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440);
    const lineOf = async (text: RegExp) => (await page.getByText(text).boundingBox())!;
    const [time, badge] = [
      await lineOf(/^\w{3} \d+, \d{4}, \d+:\d\d [AP]M$/),
      await lineOf(/^1 of 2 as sent$/),
    ];
    const button = (await page.getByRole('button', { name: 'Show in folder' }).boundingBox())!;
    expect(time.height).toBeLessThan(badge.height + button.height / 2);
    expect(badge.x + badge.width <= button.x || badge.y + badge.height <= button.y).toBe(true);
  });

  await test.step('files may be dropped on the builds, also in a narrow window', async () => {
    await desk.app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      window.setMinimumSize(400, 300);
      window.setContentSize(600, 700);
    });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(600);
    const drag = await dragFiles(page, [short], { x: 100, y: 300 });
    await expect(page.getByTestId('drop-target')).toContainText('compared with the newest build');
    await keepScreens(page, 'as-filed-drop');
    await drag.drop();
    await expect(shown.getByRole('status')).toHaveText('It did not come back as sent.');
    await keepScreens(page, 'as-filed-narrow');
    await shown.getByRole('button', { name: 'Close' }).last().click();
    await expect(kept.getByRole('listitem')).toHaveCount(2);
    await keepScreens(page, 'as-filed-kept-narrow');
  });
});
