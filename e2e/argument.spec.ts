import { expect, test, type Locator, type Page } from '@playwright/test';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { eachWithNotesMatter } from './notes-desk.ts';
import { expectAccessibleInBoth } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import type { RunningApp } from './support/launch.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { goToArea, openMatter } from './support/shared-app.ts';

let app: RunningApp;
let page: Page;
let matterId: string;
let folder: string;

eachWithNotesMatter((journey) => {
  ({ app, page, matterId, folder } = journey);
});

const reader = (): Locator => page.getByRole('region', { name: 'Reader', exact: true });
const sheet = (number: number): Locator => reader().locator(`section[data-page="${number}"]`);
const facts = (): Locator => page.getByRole('grid', { name: 'Facts' });
const details = (): Locator => page.getByRole('complementary', { name: 'Details of the fact' });
const dialog = (name: string): Locator => page.getByRole('dialog', { name });

const goTo = (area: string) => goToArea(page, area);

async function show(view: 'Chronology' | 'Matrix' | 'Allegations'): Promise<void> {
  await page.getByRole('radiogroup', { name: 'View', exact: true }).getByText(view).click();
}

/** Selects words on the first page of the bundle, as someone does by mouse. */
async function selectWords(words: string): Promise<void> {
  const box = (await sheet(1).locator('[data-run]', { hasText: words }).boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
  await page.mouse.move(box.x + box.width, y, { steps: 4 });
  await page.mouse.up();
}

test('a fact is made of selected words, bears on a Winter factor, and leads back to its page', async () => {
  await goTo('Argument');
  await expect(page.getByRole('heading', { name: 'No facts yet' })).toBeVisible();
  await keepScreens(page, 'argument-empty');
  await show('Matrix');
  await expectAccessibleInBoth(page, 'a matrix without elements');
  await keepScreens(page, 'argument-matrix-empty');
  await page.getByRole('button', { name: 'Add the Winter factors' }).click();
  const harm = page.getByRole('row', { name: /Irreparable harm/ });
  await expect(harm.getByText('Nothing yet')).toBeVisible();

  await goTo('Evidence');
  await page.getByRole('row', { name: /Bundle/ }).dblclick();
  await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
  await expect(sheet(1)).toContainText('that the agreement promised');
  await selectWords('that the agreement promised');
  await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeVisible();
  await page.keyboard.press('f');
  const adding = dialog('New fact');
  await expect(adding.getByText('Bundle, p. 1')).toBeVisible();
  await expect(adding.getByRole('textbox', { name: 'Statement' })).toHaveValue(/that the agreement promised/);
  await adding
    .getByRole('textbox', { name: 'Statement' })
    .fill('The service stopped without the notice promised.');
  await adding.getByRole('textbox', { name: 'When' }).fill('soon');
  await adding.getByRole('button', { name: 'Add fact' }).click();
  await expect(adding.getByText('This cannot be read as a date')).toBeVisible();
  await adding.getByRole('textbox', { name: 'When' }).fill('about 1/10/21');
  await expect(adding.getByText('about Sun, Jan 10, 2021')).toBeVisible();
  await adding.getByRole('textbox', { name: 'Pleaded at' }).fill('Compl. ¶ 13');
  await adding.getByRole('radiogroup', { name: 'Irreparable harm without relief' }).getByText('For').click();
  await expectAccessibleInBoth(page, 'a new fact');
  await keepScreens(page, 'argument-new-fact');
  await adding.getByRole('button', { name: 'Add fact' }).click();
  await expect(adding).toBeHidden();

  await goTo('Argument');
  await expect(harm.getByText('One source only')).toBeVisible();
  await harm.getByRole('button', { name: /^The service stopped/ }).click();
  await expect(details()).toContainText('about Sun, Jan 10, 2021');
  await expect(details()).toContainText('Compl. ¶ 13');
  await show('Chronology');
  await expect(facts().getByRole('row', { name: /about Jan 10, 2021.*The service stopped/ })).toBeVisible();
  await expectAccessibleInBoth(page, 'the chronology');
  await goTo('Search');
  await page.getByRole('textbox', { name: /^Search evidence/ }).fill('service stopped date:2021-01-10');
  const found = page.getByRole('list', { name: 'Search results' });
  await found.getByRole('button', { name: /The service stopped/ }).click();
  await details().getByRole('button', { name: 'Open Bundle at 1' }).click();
  await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
  await expect(reader().locator('mark[data-current]').first()).toBeVisible();
});

test('each paragraph of a complaint is listed with what shows it, and a fact is made of it', async () => {
  await goTo('Argument');
  await show('Allegations');
  await expect(page.getByRole('heading', { name: 'No complaint yet' })).toBeVisible();
  await expectAccessibleInBoth(page, 'no complaint');
  await keepScreens(page, 'argument-allegations-empty');
  const [file, matter] = [join(folder, 'Complaint.pdf'), join(folder, 'complaint.matter')];
  const complaint = await PDFDocument.create();
  complaint
    .addPage()
    .drawText('1. Northgate hosts it.\n2. It gave no notice.\n3. On information and belief, users left.', {
      x: 72,
      y: 700,
    });
  complaint.addPage().drawText('VERIFICATION\nTrue, under penalty of perjury.', { x: 72, y: 700 });
  writeFileSync(file, await complaint.save());
  forthwith('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  forthwith('evidence', 'add', matter, file);
  chmodSync(matter, 0o666);
  await openMatter(app, matter);
  await goTo('Argument');
  await show('Allegations');
  await page.getByRole('button', { name: 'Choose an item…' }).click();
  await dialog('Choose the pleading')
    .getByRole('row', { name: /Complaint/ })
    .dblclick();
  const allegations = page.getByRole('grid', { name: 'Allegations' });
  await allegations.getByRole('row', { name: /It gave no notice/ }).click();
  const about = page.getByRole('complementary', { name: 'Details of the allegation' });
  await expect(about).toContainText('Compl. ¶ 2');
  await about.getByRole('button', { name: 'Fact from this allegation…' }).click();
  await expect(dialog('New fact').getByRole('textbox', { name: 'Pleaded at' })).toHaveValue('Compl. ¶ 2');
  await expect(dialog('New fact').getByRole('textbox', { name: 'Statement' })).toHaveValue(
    'It gave no notice.',
  );
  await dialog('New fact').getByRole('button', { name: 'Add fact' }).click();
  await expect(about).toContainText('Sworn in the pleading only');
  await page.getByText('1 without evidence').waitFor();
  await page.getByText('2 sworn only').waitFor();
  await page.getByRole('button', { name: 'Verified, page 2' }).click();
  await expect(sheet(2)).toHaveAttribute('data-drawn', 'true');
  await expectAccessibleInBoth(page, 'the allegations');
  await keepScreens(page, 'argument-allegations');
  await page.getByRole('searchbox', { name: 'Filter allegations' }).fill('users');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(reader().locator('mark[data-current]').first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter allegations' }).fill('nobody says this');
  await page.getByRole('button', { name: 'Show all' }).click();
  await allegations.getByRole('row', { name: /It gave no notice/ }).click();
  await about.getByRole('button', { name: 'It gave no notice.' }).click();
  await expect(details()).toContainText('Compl. ¶ 2');
});

test('a pin cite that does not hold is told, removed, and brought back by Undo', async () => {
  await goTo('Argument');
  await page.getByRole('button', { name: 'New fact…' }).first().click();
  await dialog('New fact').getByRole('textbox', { name: 'Statement' }).fill('Sixty days were owed.');
  await page.keyboard.press('Tab');
  await dialog('New fact').getByRole('button', { name: 'Add fact' }).click();
  await facts()
    .getByRole('row', { name: /Sixty days/ })
    .click();
  await expect(details()).toContainText('No pin cite yet: nothing shows this fact.');
  await details().getByRole('button', { name: 'Cite a page or moment…' }).click();
  const citing = dialog('Cite a page or moment');
  await citing.getByRole('button', { name: 'Choose…' }).click();
  const picking = dialog('Choose what shows the fact');
  await picking.getByRole('row', { name: /Bundle/ }).dblclick();
  await citing.getByRole('textbox', { name: 'Page', exact: true }).fill('900');
  await citing.getByRole('textbox', { name: 'Words on the page' }).fill('sixty days of notice');
  await citing.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(citing.getByText('The item has no such page or moment')).toBeVisible();
  await citing.getByRole('textbox', { name: 'Page', exact: true }).fill('1');
  await expectAccessibleInBoth(page, 'a pin cite');
  await keepScreens(page, 'argument-cite');
  await citing.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(details()).toContainText('Its words are not on this page');
  await expect(page.getByText('1 pin cite does not hold')).toBeVisible();
  await keepScreens(page, 'argument-cite-lost');
  await details().getByRole('button', { name: 'Remove pin cite Bundle at 1' }).click();
  await expect(page.getByText('1 pin cite does not hold')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 pin cite does not hold')).toBeVisible();
  await facts().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'No facts yet' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(facts().getByRole('row', { name: /Sixty days/ })).toBeVisible();
});

test('of very many facts on one side of an element the first are shown, and all when they are asked for', async () => {
  const add = async <T>(operation: 'argument.element.add' | 'argument.fact.add', input: object) =>
    valueOf<T>(await callEngine(page, operation, { matterId, ...input }));
  const elements = [{ claim: 'Relief', name: 'Harm' }];
  const [harm] = await add<{ id: string }[]>('argument.element.add', { elements });
  for (let day = 1; day <= 25; day++)
    await add('argument.fact.add', {
      fields: {
        text: `Outage ${day}`,
        date: { kind: 'on', from: `2021-01-${String(day).padStart(2, '0')}`, to: null },
        bearings: [{ elementId: harm!.id, side: 'for' }],
      },
    });
  await goTo('Argument');
  await show('Matrix');
  const outages = page.getByRole('row', { name: /^Harm/ }).getByRole('listitem');
  await expect(outages).toHaveCount(20);
  await expect(page.getByRole('row', { name: /^Harm/ })).toContainText('No source yet');
  await page.getByRole('button', { name: 'Show 5 more facts' }).click();
  await expect(outages).toHaveCount(25);
  await expect(outages.last()).toContainText('Outage 25');
  await page.getByRole('button', { name: 'Show fewer' }).click();
  await expect(outages).toHaveCount(20);
});

test('elements are listed, renamed, moved and deleted', async () => {
  await goTo('Argument');
  await chooseInMenu(app.electron, 'argument.elements');
  const elements = dialog('What must be shown');
  await elements.getByRole('button', { name: 'Add element' }).click();
  await expect(elements.getByText('Enter what must be shown.')).toBeVisible();
  await elements.getByRole('combobox', { name: 'Claim or relief' }).fill('Count I: breach of contract');
  for (const name of ['Valid contract', 'Breach']) {
    await elements.getByRole('textbox', { name: 'Element' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(elements.getByRole('button', { name: `Edit “${name}”` })).toBeVisible();
  }
  await elements.getByRole('button', { name: 'A circuit’s test' }).click();
  await keepScreens(page, 'argument-tests');
  await page.getByRole('menuitem', { name: 'Second Circuit' }).click();
  await expect(elements.getByText('Likely success, or serious questions going to the merits')).toBeVisible();
  await elements.getByRole('button', { name: 'A circuit’s test' }).click();
  await page.getByRole('menuitem', { name: 'Ninth Circuit' }).click();
  await expect(elements.getByText('Serious questions going to the merits', { exact: true })).toBeVisible();
  await elements.getByRole('button', { name: 'Move “Breach” up' }).click();
  await elements.getByRole('button', { name: 'Edit “Valid contract”' }).click();
  await elements.getByRole('textbox', { name: 'Element' }).fill('Enforceable contract');
  await elements.getByRole('button', { name: 'Save element' }).click();
  await elements.getByRole('button', { name: 'Delete “Public interest”' }).click();
  const names = async () =>
    valueOf<{ elements: { name: string }[] }>(
      await callEngine(page, 'argument.get', { matterId }),
    ).elements.map(({ name }) => name);
  await expect
    .poll(names)
    .toEqual([
      'Breach',
      'Enforceable contract',
      'Irreparable harm without relief',
      'Likely success, or serious questions going to the merits',
      'Balance of hardships',
      'Serious questions going to the merits',
    ]);
  await expectAccessibleInBoth(page, 'the elements');
  await keepScreens(page, 'argument-elements');
  await elements.getByRole('button', { name: 'Close' }).last().click();
  await show('Matrix');
  await expect(page.getByRole('heading', { name: 'Count I: breach of contract' })).toBeVisible();
});

test('the sample shows what its request rests on, in any width, and is written for Word @full', async () => {
  await chooseInMenu(app.electron, 'matter.sample');
  await expect(page.getByRole('grid', { name: 'Docket' }).getByRole('row', { name: /VERIFIED/ })).toBeVisible(
    {
      timeout: 60_000,
    },
  );
  await goTo('Argument');
  await page.getByRole('row', { name: /The network became unreachable/ }).click();
  await expect(details()).toContainText('Dkt. 2-2 at 2, ¶ 6');
  await expect(details()).toContainText('Ex. F at 1');
  await keepScreens(page, 'argument-chronology');
  await goTo('Evidence');
  await page.getByRole('row', { name: /Summary of hours/ }).click();
  await page
    .getByRole('list', { name: 'Where else this is' })
    .getByRole('button', { name: /Accounts are closed faster/ })
    .click();
  await expect(details()).toContainText('between Mon, Jan 11, 2021 and Wed, Jan 13, 2021');
  await page.getByRole('row', { name: /The network became unreachable/ }).click();
  await show('Matrix');
  await expect(page.getByRole('row', { name: /Public interest/ }).getByText('Nothing yet')).toBeVisible();
  await expectAccessibleInBoth(page, 'the matrix');
  await keepScreens(page, 'argument-matrix');
  await show('Chronology');
  await goTo('TRO desk');
  const standing = page.getByRole('region', { name: 'What must be shown' });
  await expect(standing.getByRole('listitem').filter({ hasText: 'Public interest' })).toContainText(
    'Nothing yet',
  );
  await standing.scrollIntoViewIfNeeded();
  await expectAccessibleInBoth(page, 'the argument on the TRO desk');
  await keepScreens(page, 'tro-argument');
  await standing.getByRole('button', { name: 'Open matrix' }).click();
  await expect(page.getByRole('row', { name: /Public interest/ }).getByText('Nothing yet')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter facts' }).fill('volunteers');
  await expect(page.getByRole('status').filter({ hasText: '1 of 9 facts' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter facts' }).fill('');
  await setWindowSize(app, 760, 640);
  await keepScreens(page, 'argument-matrix-narrow');
  await show('Chronology');
  await keepScreens(page, 'argument-narrow');
  await test.step('in a low window a dialog scrolls, and no list in it', async () => {
    await page.getByRole('button', { name: 'New fact…' }).first().click();
    const bearings = dialog('New fact').getByRole('region', { name: 'Bears on' }).locator(':scope > div');
    expect(await bearings.evaluate((list) => list.scrollHeight - list.clientHeight)).toBe(0);
    await page.keyboard.press('Escape');
  });

  const path = join(folder, 'matrix.docx');
  await chooseInSaveDialog(app.electron, path);
  await chooseInMenu(app.electron, 'argument.export');
  const exporting = dialog('Export argument');
  await exporting.getByText('Matrix', { exact: true }).click();
  await keepScreens(page, 'argument-export');
  await exporting.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('Saved matrix.docx, 9 rows')).toBeVisible();
  expect(existsSync(path) && readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});
