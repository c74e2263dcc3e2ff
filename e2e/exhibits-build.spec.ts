import { expect, test, type Page } from '@playwright/test';
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu, chooseInOpenDialog, readMenuItem } from './support/dialogs.ts';
import { callEngine } from './support/engine.ts';
import type { RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
let app: RunningApp;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ app, page } = opened);
});

test('a build reserves numbers, is marked once the set changes, and sealing makes them used', async () => {
  await desk.makeSet('Agreement', 'Letter');
  await desk.menu('Seal Exhibit Set…');
  await expect(page.getByText('The set has to be built first')).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('its scanned pages are all looked at unless that is not wanted; its files PDF/A, for which form field values are printed in place', async () => {
    await desk.settings().getByRole('tab', { name: 'Set', exact: true }).click();
    const everyPage = desk.settings().getByRole('checkbox', { name: /^Look at every/ });
    await expect(everyPage).toBeChecked();
    await desk.settings().getByText('Look at every scanned page').click();
    await expect(everyPage).not.toBeChecked();
    await desk.settings().getByText('Build PDF/A for archives').click();
    await expect(desk.settings().getByRole('checkbox', { name: /^Flatten form fields/ })).toBeDisabled();
    await desk.expectAccessibleInBoth('the settings of a set that is built as PDF/A');
    await keepScreens(page, 'exhibits-pdfa');
  });

  const output = await desk.chooseOutput();
  await page.keyboard.press('Control+b');
  const form = page.getByRole('dialog', { name: 'Build “TRO exhibits”' });
  await form.getByRole('button', { name: /Court$/ }).click();
  await page.getByRole('option', { name: /wawd/ }).click();
  await expect(form).toContainText('Not confirmed by the court');
  await expect(form).toContainText('1 volume of 2 exhibits');
  await desk.expectAccessibleInBoth('what a build will give');
  await keepScreens(page, 'exhibits-build-form');
  await form.getByRole('button', { name: 'Choose Folder and Build…' }).click();
  const result = page.getByRole('dialog', { name: '“TRO exhibits” was built' });
  await expect(result).toContainText('Privacy identifiers (Rule 5.2)');
  await expect(result).toContainText(/Exhibit A, page 1\s*Not PDF\/A: its font .* is not embedded/);
  await desk.expectAccessibleInBoth('the result of a build');
  await keepScreens(page, 'exhibits-build-result');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('As the set stands')).toBeVisible();
  await desk.expectAccessibleInBoth('the builds of a set');
  await keepScreens(page, 'exhibits-builds');
  await expect(desk.grid().getByRole('row', { name: /Agreement/ })).toContainText('Reserved');

  await test.step('building again from the manifest gives the same bytes', async () => {
    await chooseInOpenDialog(app.electron, await desk.documents.pdf('Letter.pdf', 2, 'Letter of suspension'));
    await desk.menu('Compare with a Manifest…');
    const wrong = page.getByText('“Letter.pdf” is not the manifest of a build of this matter.');
    await expect(wrong).toBeVisible();
    await chooseInOpenDialog(app.electron, join(output, readdirSync(output)[0]!, 'manifest.json'));
    await desk.menu('Compare with a Manifest…');
    const compared = page.getByRole('dialog', { name: 'Compared with the manifest' });
    // The failed step was retried: its message is gone.
    await expect(wrong).toBeHidden();
    await expect(compared).toContainText('can be built again: the same files, byte for byte.');
    await desk.expectAccessibleInBoth('a comparison with a manifest');
    await compared.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('a file that is gone is told of at the build, and where it stood', async () => {
    const folder = join(output, readdirSync(output)[0]!);
    const binder = readdirSync(folder).find((name) => name.endsWith('Binder.pdf'))!;
    const reread = async () => {
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+5');
    };
    renameSync(join(folder, binder), join(output, binder));
    await reread();
    await expect(page.getByText('Files changed since')).toBeVisible();
    await expect(page.getByText('1 file is missing, or not as it was built.')).toBeVisible();
    await desk.expectAccessibleInBoth('a build of which a file is gone');
    await keepScreens(page, 'exhibits-builds-altered');
    renameSync(join(output, binder), join(folder, binder));
    await reread();
    await expect(page.getByText('As the set stands')).toBeVisible();

    const { mtime } = statSync(join(folder, binder));
    const later = new Date(mtime.getTime() + 60_000);
    utimesSync(join(folder, binder), later, later);
    await reread();
    await expect(page.getByText('Files dated later')).toBeVisible();
    await expect(page.getByText('1 file has a later date than the build.')).toBeVisible();
    await expect(page.getByText('Files changed since')).toBeHidden();
    await keepScreens(page, 'exhibits-builds-redated');
    utimesSync(join(folder, binder), mtime, mtime);
    await reread();
    await expect(page.getByText('As the set stands')).toBeVisible();
  });

  const printed = () =>
    app.electron.evaluate(({ shell }) => (shell as unknown as { printed: string }).printed);
  await test.step('the list for tabs goes to the printer, and where nothing prints it is said what to do', async () => {
    await app.electron.evaluate(({ shell }) => {
      const refusals = ['No program is registered'];
      shell.openPath = (path) => {
        Object.assign(shell, { printed: path });
        return Promise.resolve(refusals.pop() ?? '');
      };
    });
    await page.keyboard.press('Control+p');
    const print = page.getByRole('dialog', { name: 'Print exhibits' });
    // The build comes first, and has the focus.
    await expect(print.getByRole('radio', { name: /^The binder/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(print.getByRole('radio', { name: /^List for tabs/ })).toBeChecked();
    await desk.expectAccessibleInBoth('printing exhibits');
    await page.keyboard.press('Enter');
    await expect(print.getByRole('alert')).toContainText('has no program that opens PDFs');
    await print.getByRole('button', { name: 'Print' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await printed()).toMatch(/TRO exhibits to print\.pdf$/);
  });
  await test.step('the binder goes there for both sides of the paper, with blank backs where they are wanted', async () => {
    await page.keyboard.press('Control+p');
    const print = page.getByRole('dialog', { name: 'Print exhibits' });
    await print.getByRole('checkbox', { name: 'For both sides of the paper' }).focus();
    await page.keyboard.press('Space');
    await keepScreens(page, 'exhibits-print');
    await print.getByRole('button', { name: 'Print' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    const pages = (await PDFDocument.load(readFileSync(await printed()))).getPages();
    expect(pages.some(({ node }) => node.Contents() === undefined)).toBe(true);
  });
  await test.step('without its slip sheets it goes there too, for tabs between the exhibits', async () => {
    await page.keyboard.press('Control+p');
    const print = page.getByRole('dialog', { name: 'Print exhibits' });
    const bothSides = print.getByRole('checkbox', { name: 'For both sides of the paper' });
    await expect(bothSides).toBeChecked();
    await bothSides.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(print.getByRole('checkbox', { name: 'Without slip sheets' })).toBeChecked();
    await keepScreens(page, 'exhibits-print-for-tabs');
    await print.getByRole('button', { name: 'Print' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    const pagesOf = async (path: string) => (await PDFDocument.load(readFileSync(path))).getPageCount();
    const sheets = (await desk.grid().getByRole('row').count()) - 1;
    const folder = join(output, readdirSync(output)[0]!);
    const binder = readdirSync(folder).find((name) => name.endsWith('Binder.pdf'))!;
    expect(await pagesOf(await printed())).toBe((await pagesOf(join(folder, binder))) - sheets);
  });
  await test.step('an exhibit of its own goes there only as long as its label is still that of its file', async () => {
    const print = page.getByRole('dialog', { name: 'Print exhibits' });
    await desk.grid().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+p');
    await expect(print.getByRole('radio', { name: /^Exhibit B/ })).toBeVisible();
    await page.keyboard.press('Escape');
    // The keyboard is back on the list once the dialog has gone.
    await expect(desk.grid()).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => desk.labels()).toEqual(['B', 'A']);
    await expect(page.getByText('Set changed since')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Exhibit A/ })).toBeHidden();
    await page.keyboard.press('Control+p');
    await expect(print).toContainText('Build it again to print Exhibit B.');
    // The build is outdated now, so Enter does not print it.
    await expect(print.getByRole('radio', { name: /^Slip sheets/ })).toBeFocused();
    await expect(print.getByRole('radio', { name: /^Exhibit B/ })).toBeHidden();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('As the set stands')).toBeVisible();
  });

  await desk.menu('Seal Exhibit Set…');
  const dialog = page.getByRole('alertdialog', { name: 'Seal this exhibit set?' });
  await expect(dialog).toContainText('Bates numbers AMZ000001–AMZ000006 become used.');
  await desk.expectAccessibleInBoth('the question before sealing');
  await keepScreens(page, 'exhibits-seal');
  await test.step('a file that was changed is named, and the set not sealed', async () => {
    const dialogOfFiles = page.getByRole('dialog', { name: 'Seal this exhibit set?' });
    const built = join(output, readdirSync(output)[0]!, 'TRO exhibits - Index.csv');
    const bytes = readFileSync(built);
    await page.keyboard.press('Escape');
    writeFileSync(built, `${bytes.toString('utf8')} `);
    await desk.menu('Seal Exhibit Set…');
    await expect(dialogOfFiles).toContainText(
      '1 file is missing, or not as it was built. Put it back, or build',
    );
    await expect(dialogOfFiles).toContainText('TRO exhibits - Index.csv · Size has changed since the build');
    await desk.expectAccessibleInBoth('a set of which a built file is longer, before sealing');
    await keepScreens(page, 'exhibits-seal-altered');
    // What has to come first is one key away.
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Choose folder and build…' })).toBeFocused();
    await page.keyboard.press('Escape');
    writeFileSync(built, bytes);
    await desk.menu('Seal Exhibit Set…');
    writeFileSync(built, Buffer.from(bytes).fill('x', 0, 1));
    await dialog.getByRole('button', { name: 'Seal for Good' }).press('Enter');
    const refused = page.getByText(
      '“TRO exhibits - Index.csv” was changed after it was built. Build the set',
    );
    await expect(refused).toBeVisible();
    await expect(page.getByText(/^Not finished: /)).toBeVisible();
    writeFileSync(built, bytes);
    await desk.menu('Seal Exhibit Set…');
    await dialog.getByRole('button', { name: 'Seal for Good' }).click();
    await expect(refused).toBeHidden();
    await expect(page.getByText(/^Not finished: /)).toBeHidden();
  });
  await expect(desk.grid().getByRole('row', { name: /Agreement/ })).toContainText('Used');
  await expect(page.getByText('Sealed', { exact: true })).toBeVisible();
  for (const name of ['Exhibit', 'Evidence law', 'Set']) {
    await desk.settings().getByRole('tab', { name, exact: true }).click();
    await desk.expectAccessibleInBoth(`the settings of a sealed set, ${name}`);
  }

  await desk
    .grid()
    .getByRole('row', { name: /Agreement/ })
    .click();
  await test.step('what is sealed says so to keys that would change it', async () => {
    for (const key of ['F2', 'Delete']) {
      await page.keyboard.press(key);
      const refused = page.getByText('This exhibit set is sealed, so its exhibits and numbers stay');
      await expect(refused).toBeVisible();
      await page.getByRole('button', { name: 'Dismiss' }).last().click();
      await expect(refused).toBeHidden();
      await desk.grid().focus();
    }
    expect((await readMenuItem(app.electron, 'exhibits.moveTo')).isEnabled).toBe(false);
  });
  await test.step('a late exhibit goes in between, and later labels cannot be moved up for it', async () => {
    await desk.menu('Insert Evidence after A…');
    const picker = page.getByRole('dialog', { name: 'Insert evidence after A' });
    await picker.getByRole('option', { name: 'Late email' }).click();
    await expect(picker.getByRole('status')).toHaveText('New label: A-1.');
    await expect(picker.getByText('Relabel the later ones')).toBeHidden();
    await expect(picker.getByText('Labels of a sealed set never change')).toBeVisible();
    await desk.expectAccessibleInBoth('an insertion into a sealed set');
    await keepScreens(page, 'exhibits-insertion-sealed');
    await picker.getByRole('button', { name: 'Add 1 Exhibit' }).click();
    await expect(picker).toBeHidden();
  });
  await expect.poll(() => desk.labels()).toEqual(['A', 'A-1', 'B']);
  await expect(desk.grid().getByRole('row', { name: /Late email/ })).toContainText('AMZ000007');
  // What was added is chosen.
  await expect(desk.grid().getByRole('row', { name: /Late email/ })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(async () => (await readMenuItem(app.electron, 'exhibits.moveTo')).isEnabled).toBe(true);
  await page.getByRole('tab', { name: 'Builds' }).click();
  await expect(page.getByText('Set changed since')).toBeVisible();
  await page.getByRole('button', { name: 'Open binder' }).click();
  await expect(page.getByRole('region', { name: /^Pages of/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to exhibits' }).click();
  await expect(page.getByRole('tab', { name: 'Builds' })).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: 'All exhibit sets' }).click();
  await expect(page.getByRole('row', { name: /TRO exhibits/ })).toContainText('Sealed');
  await page.getByRole('tab', { name: 'Bates ledger' }).click();
  await expect(page.getByText('AMZ000007', { exact: true })).toBeVisible();
  await desk.expectAccessibleInBoth('the Bates ledger');
  await keepScreens(page, 'exhibits-ledger');

  await page.getByRole('button', { name: 'Import Numbers…' }).click();
  const numbers = page.getByRole('dialog', { name: 'Import Bates numbers used elsewhere' });
  await numbers
    .getByRole('textbox', { name: 'Ranges' })
    .fill('AMZ000100-AMZ000200, first production\nAMZOOO');
  await expect(numbers.getByRole('status')).toHaveText('1 line passed over, without a number: “AMZOOO”');
  await desk.expectAccessibleInBoth('importing numbers');
  await numbers.getByRole('button', { name: 'Import 1 Range' }).click();
  await expect(page.getByText('AMZ000201', { exact: true })).toBeVisible();
  await page.getByRole('row', { name: /AMZ000100–AMZ000200/ }).click();
  await page.getByRole('button', { name: 'Take Back…' }).click();
  const dialogOfMistake = page.getByRole('dialog', { name: 'Take imported numbers back?' });
  await dialogOfMistake.getByRole('textbox', { name: 'Numbers' }).fill('AMZ000151-AMZ000200');
  await dialogOfMistake.getByRole('textbox', { name: 'Reason' }).fill('The list ends at 150.');
  await desk.expectAccessibleInBoth('taking numbers back');
  await dialogOfMistake.getByRole('button', { name: 'Take Back' }).click();
  await expect(page.getByText('AMZ000151', { exact: true })).toBeVisible();
  await page.getByRole('row', { name: /AMZ000001/ }).click();
  await expect(page.getByRole('button', { name: 'Take Back…' })).toBeDisabled();
  await page.getByRole('button', { name: 'Make Void…' }).click();
  const dialogOfVoid = page.getByRole('dialog', { name: 'Make Bates numbers void?' });
  await dialogOfVoid.getByRole('textbox', { name: 'Numbers' }).fill('AMZ000002');
  await dialogOfVoid.getByRole('textbox', { name: 'Reason' }).fill('Page clawed back.');
  await desk.expectAccessibleInBoth('making numbers void');
  await dialogOfVoid.getByRole('button', { name: 'Make Void for Good' }).click();
  await expect(page.getByRole('row', { name: /AMZ000002.*Void/ })).toContainText('Page clawed back.');
});

test('a damaged exhibit stops the build with a sentence, and nothing is left behind', async () => {
  await desk.goTo('Evidence');
  await desk.add(desk.documents.damagedPdf('Torn scan.pdf'));
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await desk.goTo('Exhibits');
  await desk.makeSet('Agreement', 'Torn scan');
  await expect(desk.grid().getByRole('row', { name: /Torn scan/ })).toContainText('Problem');
  const output = await desk.chooseOutput();
  await page.getByRole('button', { name: 'Build…' }).click();
  await expect(page.getByRole('dialog')).toContainText('With a problem: B.');
  await page.getByRole('button', { name: 'Choose Folder and Build…' }).press('Enter');
  const refused = page.getByRole('dialog', { name: '“TRO exhibits” was not built' });
  await expect(refused).toContainText('It is damaged.');
  expect(readdirSync(output)).toEqual([]);
  await keepScreens(page, 'exhibits-build-refused');
  await refused.getByRole('button', { name: 'Exhibit B' }).click();
  await expect(refused).toBeHidden();

  await test.step('in native form it is built, and the finding leads to the page that stands for it', async () => {
    await desk
      .grid()
      .getByRole('row', { name: /Torn scan/ })
      .click();
    await desk
      .settings()
      .getByRole('button', { name: /Stands in the binder as/ })
      .click();
    await page.getByRole('option', { name: 'Native form' }).click();
    await expect(desk.grid().getByRole('row', { name: /Torn scan/ })).toContainText('Native');
    await desk
      .grid()
      .getByRole('row', { name: /Agreement/ })
      .click();
    await desk.chooseOutput();
    await page.getByRole('button', { name: 'Build…' }).click();
    await expect(page.getByRole('dialog')).toContainText('1 volume of 2 exhibits');
    await expect(page.getByRole('dialog')).not.toContainText('With a problem');
    await page.getByRole('button', { name: 'Choose Folder and Build…' }).press('Enter');
    const findings = page.getByRole('dialog').getByRole('region', { name: 'Findings' });
    await findings.getByRole('button', { name: 'Exhibit B' }).first().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('tab', { name: 'Pages' })).toHaveAttribute('aria-selected', 'true');
    await expect(desk.grid().getByRole('row', { name: /Torn scan/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
  await test.step('withdrawing it makes its number void, also under a prefix the set has no more, which undoing does not change', async () => {
    const { matterId, setId } = await desk.set();
    const bates = { prefix: 'NEW', digits: 6, start: 1, suffix: '' };
    await callEngine(page, 'exhibits.set.update', { matterId, setId, fields: { bates } });
    await desk.grid().focus();
    await chooseInMenu(app.electron, 'exhibits.withdraw');
    const withdraw = page.getByRole('dialog', { name: 'Withdraw Exhibit B?' });
    await expect(withdraw.getByRole('group', { name: 'Exhibits concerned' })).toContainText('BTorn scan');
    await expect(withdraw).toContainText('become void for good, even if this is undone: AMZ000005.');
    await desk.expectAccessibleInBoth('withdrawing what has its number');
    await keepScreens(page, 'exhibits-withdraw-numbered');
    await withdraw.getByRole('textbox', { name: 'Reason' }).fill('Torn.');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Withdrew Exhibit B. Void Bates numbers stay void')).toBeVisible();
    await page.keyboard.press('Control+b');
    await expect(page.getByRole('dialog')).toContainText('1 volume of 1 exhibit');
    await expect(page.getByRole('dialog')).toContainText('Withdrawn: B. Left out.');
    await keepScreens(page, 'exhibits-build-withdrawn');
    await page.keyboard.press('Escape');
  });
});
