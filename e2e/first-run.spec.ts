import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, rmSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInOpenDialog } from './support/dialogs.ts';
import { dragFiles } from './support/drop.ts';
import { createFolder, launchApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';

test('from the first start to a binder whose index leads to Exhibit B', async () => {
  const folder = createFolder();
  const documents = new MadeDocuments(join(folder, 'received'));
  const received = [
    await documents.pdf('Hosting invoice.pdf', 3, 'Invoice for hosting in January'),
    await documents.pdf('Notice of suspension.pdf', 2, 'Notice sent on January 9'),
    await documents.pdf('Uptime log.pdf', 1, 'Hours offline'),
  ];
  const output = join(folder, 'filing');
  mkdirSync(output);
  chmodSync(output, 0o777);

  const app = await launchApp();
  const { page, electron } = app;
  const area = (name: string) =>
    page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: new RegExp(`^${name}`) });

  await test.step('the sample matter opens by itself', async () => {
    await expect(page.getByRole('button', { name: /^Matter: .*sample/ })).toBeVisible();
    await expect(
      page.getByRole('grid', { name: 'Docket' }).getByRole('row', { name: /VERIFIED/ }),
    ).toBeVisible();
    await page.keyboard.press('Control+5');
    await expect(page.getByRole('row', { name: /Exhibits to TRO Motion/ })).toBeVisible();
  });

  await test.step('three files dropped on the window become evidence', async () => {
    await page.keyboard.press('Control+4');
    const drag = await dragFiles(page, received);
    await expect(page.getByText('Drop to add as evidence')).toBeVisible();
    await keepScreens(page, 'evidence-drop');
    await drag.drop();
    const sheet = page.getByRole('dialog', { name: 'Add 3 items as evidence' });
    await sheet.getByLabel('Custodian').fill('Billing desk');
    await sheet.getByLabel('Source').fill('By e-mail from the client');
    await expectAccessible(page, 'the intake sheet');
    await sheet.getByRole('button', { name: 'Add Evidence' }).click();
    await expect(page.getByText('Added 3 items of evidence')).toBeVisible();
    await expect(page.getByRole('row', { name: /Hosting invoice/ })).toBeVisible();
    await expect(area('Evidence')).toContainText('16');
  });

  await test.step('they become Exhibits A, B and C of a new set, in the order chosen', async () => {
    await page.keyboard.press('Control+5');
    await page.getByRole('button', { name: 'New Exhibit Set…' }).click();
    const form = page.getByRole('dialog', { name: 'New exhibit set' });
    await form.getByLabel('Name').fill('Exhibits to the reply');
    await form.getByRole('textbox', { name: /^Prefix/ }).fill('AMZ');
    await expect(form.getByText('AMZ000001, AMZ000002')).toBeVisible();
    await form.getByRole('button', { name: 'Create Exhibit Set' }).click();

    await page.getByRole('button', { name: 'Add Evidence…' }).first().click();
    const picker = page.getByRole('dialog', { name: 'Add evidence to “Exhibits to the reply”' });
    for (const title of ['Notice of suspension', 'Hosting invoice', 'Uptime log']) {
      await picker.getByRole('option', { name: title }).click();
    }
    await picker.getByRole('button', { name: 'Add 3 Exhibits' }).click();
    const rows = page.getByRole('grid', { name: /^Exhibits/ }).getByRole('row');
    await expect(rows.nth(1)).toContainText(/A.*Notice of suspension.*AMZ000001–000002.*2$/);
    await expect(rows.nth(2)).toContainText(/B.*Hosting invoice.*AMZ000003–000005.*3$/);
    await expect(rows.nth(3)).toContainText(/C.*Uptime log.*AMZ000006.*1$/);
  });

  await test.step('building writes binder, index, exhibits and manifest', async () => {
    await chooseInOpenDialog(electron, output);
    await page.getByRole('button', { name: 'Build…' }).click();
    await page.getByRole('button', { name: 'Choose Folder and Build…' }).click();
    const result = page.getByRole('dialog', { name: '“Exhibits to the reply” was built' });
    await expect(result.getByRole('row', { name: /^B .*AMZ000003–AMZ000005/ })).toBeVisible();
    await expect(result.getByText('Not checked', { exact: true })).toBeVisible();
    await expectAccessible(page, 'the result of a build');
    const built = readdirSync(output, { recursive: true }).map(String);
    expect(built.filter((name) => name.endsWith('.pdf'))).toHaveLength(5);
    expect(built.some((name) => name.endsWith('manifest.json'))).toBe(true);
    await result.getByRole('button', { name: 'Open Binder' }).click();
  });

  await test.step('the link of the index lands on Exhibit B', async () => {
    const reader = page.getByRole('region', { name: 'Reader' });
    await expect(reader.getByText('Index of Exhibits')).toBeVisible();
    await expect(reader.getByRole('region', { name: /^Pages of / })).toBeFocused();
    await keepScreens(page, 'binder');
    await reader
      .getByRole('button', { name: /^Go to .*Ex\. B$/ })
      .first()
      .click();
    await expect(reader.getByRole('textbox', { name: 'Page' })).toHaveValue('Ex. B');
    // The index is one page, Exhibit A its slip sheet and two pages: the slip sheet of B is page 5.
    const slipSheet = reader.getByRole('region', { name: 'Page 5 of 10, Ex. B' });
    await expect(slipSheet).toBeInViewport({ ratio: 0.3 });
    await expect(slipSheet.getByText('Hosting invoice', { exact: true })).toBeVisible();
    await keepScreens(page, 'binder-exhibit-b');
  });

  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
