import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { keepScreens, setZoom } from './support/screens.ts';
import { wordsOfPdf } from './support/written-pdf.ts';

let desk: ExhibitsDesk;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ page } = opened);
});
test.beforeEach(() => desk.goTo('Evidence'));

const grid = () => page.getByRole('grid', { name: 'Evidence' });

test('the custody report of an item, and the certificate of several, are made from their menu', async () => {
  const { electron } = desk.app;
  const reportPath = join(desk.folder, 'custody.pdf');
  const letter = grid().getByRole('row', { name: /Letter/ });
  await letter.click({ button: 'right' });
  await keepScreens(page, 'authenticity-menu');
  await chooseInSaveDialog(electron, reportPath);
  await page.getByRole('menuitem', { name: 'Custody report…' }).click();
  await expect(
    page.getByText('Saved the custody report, 2 pages, as “custody.pdf”. Every original is unaltered.'),
  ).toBeVisible();
  await keepScreens(page, 'authenticity-custody-saved');
  const report = await wordsOfPdf(desk.app, reportPath);
  for (const said of ['Letter.pdf', 'The original is unaltered.', 'The custody record is whole.', 'Received'])
    expect(report).toContain(said);

  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('group', { name: 'Selected items' })).toContainText('4 selected');
  const dialog = page.getByRole('dialog', { name: 'Certificate of authenticity' });
  const open = async () => {
    await letter.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Certificate of authenticity…' }).click();
    await expect(dialog).toContainText('about 4 items');
  };
  await open();
  await dialog.getByText('902(11): business records').click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Zoë Ōtani');
  await dialog.getByLabel('Title or role').fill('Records custodian');
  await desk.expectAccessibleInBoth('the certificate of authenticity');
  await keepScreens(page, 'authenticity-certificate');

  await test.step('what is there is not written over, and that is said in the dialog', async () => {
    await chooseInSaveDialog(electron, reportPath);
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('custody.pdf');
    await keepScreens(page, 'authenticity-certificate-refused');
    expect(await wordsOfPdf(desk.app, reportPath)).toBe(report);
  });

  const certificatePath = join(desk.folder, 'certificate.pdf');
  await chooseInSaveDialog(electron, certificatePath);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  const drafted = page.getByRole('dialog', { name: 'The certificate was drafted' });
  await expect(drafted.getByText('The certifier’s organization is blank.')).toBeVisible();
  await desk.expectAccessibleInBoth('what a draft leaves blank');
  await keepScreens(page, 'authenticity-drafted');
  await drafted.getByRole('button', { name: 'Close' }).last().click();
  const certificate = await wordsOfPdf(desk.app, certificatePath);
  for (const said of [
    'DRAFT – to be reviewed and signed by a qualified person',
    'My name is Zoë Ōtani.',
    'Fed. R. Evid. 803(6)(A)–(C)',
    'Agreement.pdf',
    'Late email.pdf',
    'I declare under penalty of perjury that the foregoing is true and correct.',
  ])
    expect(certificate).toContain(said);

  await test.step('who signs is remembered in the matter', async () => {
    await open();
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Zoë Ōtani');
    await expect(dialog.getByRole('radio', { name: /902\(11\)/ })).toBeChecked();
    await chooseInSaveDialog(electron, null);
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  });
});

test('a summary of several items is looked through, described and drafted from their menu', async () => {
  const { electron } = desk.app;
  const dialog = page.getByRole('dialog', { name: 'Summary (FRE 1006)' });
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('group', { name: 'Selected items' })).toContainText('4 selected');
  const letter = grid().getByRole('row', { name: /Letter/ });
  const open = async () => {
    await letter.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Summary (FRE 1006)…' }).click();
    await expect(dialog.getByRole('cell', { name: 'Letter', exact: true })).toBeVisible();
  };
  await open();
  await expect(dialog.getByText('1–4 of 4 items')).toBeVisible();
  await expect(dialog.getByText('10, in 4 items with pages')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('What was sent in January 2021');
  await dialog.getByRole('checkbox', { name: 'From' }).press('Space');
  await expect(dialog.getByRole('columnheader', { name: 'From' })).toBeHidden();
  await dialog.getByText('PDF', { exact: true }).click();
  const shows = dialog.getByRole('textbox', { name: 'What “Letter” shows' });
  await shows.fill('Suspension from midnight, with no day on which it ends');
  await shows.press('Enter');
  await desk.expectAccessibleInBoth('the summary');
  await keepScreens(page, 'authenticity-summary');

  const path = join(desk.folder, 'summary.pdf');
  await chooseInSaveDialog(electron, path);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  const drafted = page.getByRole('dialog', { name: 'The summary was drafted' });
  await expect(drafted.getByText('What it shows is not typed for 3 of 4 items.')).toBeVisible();
  await desk.expectAccessibleInBoth('what a summary leaves to people');
  await keepScreens(page, 'authenticity-summary-drafted');
  await drafted.getByRole('button', { name: 'Close' }).last().click();
  const summary = await wordsOfPdf(desk.app, path);
  for (const said of [
    'DRAFT – for counsel to confirm',
    'What was sent in January 2021',
    'Suspension from midnight',
    'Schedule of the underlying items',
    'Late email.pdf',
  ])
    expect(summary).toContain(said);

  await test.step('facts that cite an item are read whole, one below the other', async () => {
    const matterId = await openMatterId(page);
    const items = valueOf<{ id: string; title: string }[]>(
      await callEngine(page, 'evidence.list', { matterId }),
    );
    const evidenceId = items.find(({ title }) => title === 'Letter')!.id;
    const facts = ['The host names no day. '.repeat(20).trim(), 'It gives no time to cure.'];
    for (const text of facts)
      valueOf(
        await callEngine(page, 'argument.fact.add', {
          matterId,
          fields: { text },
          pinCites: [{ evidenceId, anchor: { page: 1 } }],
        }),
      );
    await open();
    await dialog.getByRole('checkbox', { name: 'Facts it is cited for' }).press('Space');
    const told = dialog.getByRole('row', { name: /Letter/ }).getByRole('paragraph');
    for (const [at, text] of facts.entries()) await expect(told.nth(at)).toContainText(text);
    const cell = dialog
      .getByRole('row', { name: /Letter/ })
      .getByRole('cell')
      .last();
    const hidden = await cell.evaluate((element) =>
      [element, ...element.querySelectorAll('*')].some((each) => each.scrollHeight > each.clientHeight + 1),
    );
    expect(hidden).toBe(false);
    await desk.expectAccessibleInBoth('the facts of a summary');
    await keepScreens(page, 'authenticity-summary-facts');
    await page.keyboard.press('Escape');
  });

  await test.step('what is there is not written over; what was typed and chosen is found again', async () => {
    await open();
    await expect(shows).toHaveValue('Suspension from midnight, with no day on which it ends');
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('What was sent in January 2021');
    await chooseInSaveDialog(electron, path);
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('summary.pdf');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('an exhibit set has one too, of the items behind its labels', async () => {
    await desk.goTo('Exhibits');
    await desk.makeSet('Agreement', 'Letter');
    await desk.grid().focus();
    await chooseInMenu(electron, 'exhibits.summary');
    await expect(dialog.getByText('1–2 of 2 items')).toBeVisible();
    await expect(shows).toHaveValue('Suspension from midnight, with no day on which it ends');
    await page.keyboard.press('Escape');
    await expect(desk.grid()).toBeFocused();
  });

  await test.step('its rows are read without scrolling sideways at twice and four times the size', async () => {
    await chooseInMenu(electron, 'exhibits.summary');
    const rows = dialog.getByRole('group', { name: 'Rows of the summary' });
    for (const factor of [2, 4]) {
      await setZoom({ electron }, factor);
      await expect.poll(() => rows.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
    }
    await setZoom({ electron }, 1);
    await page.keyboard.press('Escape');
  });
});
