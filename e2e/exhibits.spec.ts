import { expect, test, type Page } from '@playwright/test';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { chooseInMenu } from './support/dialogs.ts';
import type { RunningApp } from './support/launch.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
let app: RunningApp;
let page: Page;

eachWithExhibitsDesk((opened) => {
  desk = opened;
  ({ app, page } = opened);
});

test('a set is put in order by keys alone, and each step can be undone', async () => {
  await desk.expectAccessibleInBoth('exhibit sets, empty');
  await page.getByRole('button', { name: 'New Exhibit Set…' }).first().press('Enter');
  await desk.expectAccessibleInBoth('the dialog of an exhibit set');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give the set a name, up to 200 characters.')).toBeVisible();
  await page.keyboard.type('TRO exhibits');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Exhibits to$/ })
    .press('Enter');
  await page.getByRole('option', { name: 'A declaration' }).press('Enter');
  await page.getByLabel('Declarant').fill('Jane Smith');
  await page.getByRole('textbox', { name: /^Prefix/ }).focus();
  await page.keyboard.type('AMZ');
  await expect(page.getByText('AMZ000001, AMZ000002')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This set has no exhibits yet' })).toBeVisible();

  await page.getByRole('button', { name: 'Add Evidence…' }).first().press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Filter evidence' })).toBeFocused();
  for (const title of ['Letter', 'Agreement', 'Screenshots']) {
    await page.getByRole('searchbox', { name: 'Filter evidence' }).fill(title);
    await expect(page.getByRole('dialog').getByRole('option')).toHaveText([new RegExp(`^${title}`)]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
  }
  await expect(page.getByRole('dialog').getByRole('table', { name: 'Was and now' })).toContainText(
    /new.*A.*Letter.*new.*B.*Agreement.*new.*C.*Screenshots/s,
  );
  await desk.expectAccessibleInBoth('the evidence picker');
  await page.getByRole('button', { name: 'Add 3 Exhibits' }).press('Enter');
  await expect.poll(() => desk.labels()).toEqual(['A', 'B', 'C']);

  await desk.grid().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => desk.labels()).toEqual(['A', 'C', 'B']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => desk.labels()).toEqual(['A', 'B', 'C']);

  await desk.grid().focus();
  await page.keyboard.press('F2');
  await expect(desk.settings().getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Screenshots of posts');
  await page.keyboard.press('Enter');
  await expect(desk.grid().getByRole('row', { name: /Screenshots of posts/ })).toBeVisible();
  await test.step('its pages are turned as they will be filed, the slip sheet first', async () => {
    await expect(desk.shownPage('Slip sheet of Exhibit C')).toContainText('Screenshots of posts');
    await expect(desk.shownPage('Slip sheet of Exhibit C')).toContainText('Declaration of Jane Smith');
    await page.getByRole('region', { name: 'Slip sheet of Exhibit C' }).first().focus();
    await page.keyboard.press('PageDown');
    await expect(desk.shownPage('Exhibit C, page 1')).toContainText('AMZ000007');
    await desk.expectAccessibleInBoth('a page of an exhibit');
    await keepScreens(page, 'exhibits-page');
    await page.keyboard.press('F6');
    await expect(desk.settings().locator(':focus')).toHaveCount(1);
  });
  await test.step('zoomed in, arrows pan a page from its middle to its edge, and only then turn it', async () => {
    const shown = page.getByRole('region', { name: 'Exhibit C, page 1' }).first();
    for (let at = 0; at < 5; at += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    const left = () => shown.evaluate(({ scrollLeft }) => scrollLeft);
    await expect.poll(left).toBeGreaterThan(40);
    const middle = await left();
    await shown.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(left).toBeGreaterThan(middle);
    await shown.evaluate((element) => (element.scrollLeft = element.scrollWidth));
    await page.keyboard.press('ArrowRight');
    await expect(desk.shownPage('Exhibit C, page 2')).toBeVisible();
    await page.getByRole('button', { name: 'Fit page' }).click();
  });
  await test.step('what cannot be stored stays as typed, with the reason under it', async () => {
    await desk.settings().getByRole('textbox', { name: 'Pages of the item' }).fill('2-9');
    await page.keyboard.press('Enter');
    await expect(desk.settings().getByText(/has no page|the item ends at page 3/)).toBeVisible();
    await keepScreens(page, 'exhibits-setting-refused');
    await page.keyboard.press('Escape');
  });
  await desk.grid().focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => desk.labels()).toEqual(['A', 'B']);
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect.poll(() => desk.labels()).toEqual(['A', 'B', 'C']);
  await desk.expectAccessibleInBoth('a set of exhibits');
  await keepScreens(page, 'exhibits-set');
});

test('a late exhibit goes in between and every other label stays, until labels are given anew', async () => {
  await desk.makeSet('Agreement', 'Letter', 'Screenshots');
  await desk
    .grid()
    .getByRole('row', { name: /Letter/ })
    .click();
  await desk.menu('Insert Evidence after B…');
  const picker = page.getByRole('dialog', { name: 'Insert evidence after B' });
  await expect(picker.getByText('Every other exhibit keeps its label and its Bates numbers.')).toBeVisible();
  await expect(picker.getByRole('option', { name: /Agreement/ })).toContainText('Already A');
  // What the set does not hold yet is ahead of what it holds, whatever its name.
  await expect(picker.getByRole('option').first()).toHaveText(/Late email/);
  await test.step('what is chosen is asked about before Escape drops it, as what is typed is; what is put back is no loss', async () => {
    const question = page.getByRole('alertdialog', { name: 'Discard what you entered?' });
    await picker.getByRole('option', { name: 'Late email' }).click();
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await picker.getByText('Parts of it').click();
    await picker.getByText('In between').click();
    await picker.getByRole('option', { name: 'Late email' }).click();
    await page.keyboard.press('Escape');
    await expect(picker).toBeHidden();
    await desk.menu('Insert Evidence after B…');
  });
  await picker.getByRole('option', { name: 'Late email' }).click();
  const heard = picker.getByRole('status');
  await expect(heard).toHaveText('New label: B-1.');
  await picker.getByText('Relabel the later ones').click();
  await expect(heard).toHaveText('New label: C. 1 other exhibit gets another label.');
  const plan = picker.getByRole('table', { name: 'Was and now' });
  await expect(plan.getByRole('row')).toHaveText([/WasNow/, /new.*C.*Late email/, /C.*D.*Screenshots/]);
  await picker.getByText('In between').click();
  await expect(plan.getByRole('row')).toHaveText([/WasNow/, /new.*B-1.*Late email/]);
  await desk.expectAccessibleInBoth('an insertion with its plan');
  await keepScreens(page, 'exhibits-insertion');
  await picker.getByRole('button', { name: 'Add 1 Exhibit' }).click();
  await expect(picker).toBeHidden();
  await expect.poll(() => desk.labels()).toEqual(['A', 'B', 'B-1', 'C']);

  await desk.menu('Relabel in Order…');
  const preview = page.getByRole('dialog', { name: 'Relabel in order' });
  await expect(preview.getByRole('row')).toHaveText([/WasNow/, /B-1.*C.*Late email/, /C.*D.*Screenshots/]);
  await desk.expectAccessibleInBoth('the preview of new labels');
  await preview.getByRole('button', { name: 'Relabel 2 Exhibits' }).click();
  await expect.poll(() => desk.labels()).toEqual(['A', 'B', 'C', 'D']);

  await test.step('a move to a position told by its number', async () => {
    await desk
      .grid()
      .getByRole('row', { name: /Late email/ })
      .click();
    await desk.menu('Move to Position…');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Position' }).fill('1');
    await page.keyboard.press('Enter');
    await expect.poll(() => desk.labels()).toEqual(['C', 'A', 'B', 'D']);
  });
  await test.step('what labels were is kept', async () => {
    await desk.menu('History of Labels…');
    await expect(page.getByRole('dialog').getByRole('row', { name: /B-1.*C.*Late email/ })).toBeVisible();
    await desk.expectAccessibleInBoth('the history of labels');
    await page.keyboard.press('Escape');
  });
  await test.step('labels are kept for what is to come, filled, and withdrawn', async () => {
    await desk.menu('Reserve Labels…');
    const reserve = page.getByRole('dialog', { name: 'Reserve labels' });
    await reserve.getByRole('textbox', { name: 'How many' }).fill('2');
    await expect(reserve.getByRole('button', { name: /Place/ })).toContainText('At the end');
    await expect(reserve.getByRole('row')).toHaveText([/WasNow/, /new.*E.*Reserved/, /new.*F.*Reserved/]);
    await desk.expectAccessibleInBoth('reserving labels');
    await keepScreens(page, 'exhibits-reserve');
    await reserve.getByRole('button', { name: 'Reserve 2 Labels' }).click();
    await expect.poll(() => desk.labels()).toEqual(['C', 'A', 'B', 'D', 'E', 'F']);
    await desk.grid().getByRole('row').nth(5).click();
    await expect(page.getByText('E is reserved for a future exhibit')).toBeVisible();
    await page.getByRole('button', { name: 'Put evidence behind this label…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Agreement/ })
      .click();
    await desk.expectAccessibleInBoth('putting evidence behind a label');
    await page.getByRole('dialog').getByRole('button', { name: 'Put Behind This Label' }).click();
    await expect(desk.shownPage('Slip sheet of Exhibit E')).toBeVisible();
    await desk.menu('Withdraw…');
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Reason' })
      .fill('Stands in the set already.');
    await desk.expectAccessibleInBoth('withdrawing an exhibit');
    await page.keyboard.press('Enter');
    await expect(desk.grid().getByRole('row').nth(5)).toContainText('Withdrawn');
    await keepScreens(page, 'exhibits-marks');
    await chooseInMenu(app.electron, 'history.undo');
    await expect(desk.grid().getByRole('row').nth(5)).not.toContainText('Withdrawn');
    await chooseInMenu(app.electron, 'history.redo');
    await page.getByRole('button', { name: 'Bring back' }).press('Enter');
    await expect(desk.grid().getByRole('row').nth(5)).not.toContainText('Withdrawn');
    await expect(desk.grid()).toBeFocused();
  });
  await test.step('a part stands under its exhibit', async () => {
    await desk
      .grid()
      .getByRole('row', { name: /Letter/ })
      .click();
    await desk.menu('Add a Part of B…');
    await desk.choose('Screenshots');
    await expect.poll(() => desk.labels()).toEqual(['C', 'A', 'B', 'B-1', 'D', 'E', 'F']);
    await desk
      .grid()
      .getByRole('row', { name: /Letter/ })
      .click();
    await page.keyboard.press('Delete');
    const remove = page.getByRole('dialog', { name: 'Remove Exhibit B from the set?' });
    await expect(remove).toContainText('Its part B-1 stays, as an exhibit of its own.');
    await desk.expectAccessibleInBoth('taking out an exhibit that has parts');
    await keepScreens(page, 'exhibits-remove-parts');
    await page.keyboard.press('Escape');
    await desk.menu('Move to Position…');
    const move = page.getByRole('dialog', { name: 'Move Exhibit B' });
    await expect(move).toContainText('1 is first, 6 is last.');
    await move.getByRole('textbox', { name: 'Position' }).fill('6');
    await page.keyboard.press('Enter');
    await expect.poll(() => desk.labels()).toEqual(['C', 'A', 'D', 'E', 'F', 'B', 'B-1']);
    await expect(page.getByText('Moved 2 exhibits after Exhibit F')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(() => desk.labels()).toEqual(['C', 'A', 'B', 'B-1', 'D', 'E', 'F']);
  });
  await test.step('of many exhibits the title says how many, and a list beneath which', async () => {
    await desk.grid().focus();
    await page.keyboard.press('Control+a');
    await chooseInMenu(app.electron, 'exhibits.withdraw');
    const dialog = page.getByRole('dialog', { name: 'Withdraw 7 exhibits?' });
    await expect(dialog.getByRole('group', { name: 'Exhibits concerned' })).toContainText('B-1');
    await desk.expectAccessibleInBoth('withdrawing many');
    await keepScreens(page, 'exhibits-withdraw-many');
    // What is typed stays while the window is made smaller.
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Not authentic');
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(800, 600));
    await expect(page.getByRole('radiogroup', { name: 'Shown pane', includeHidden: true })).toBeAttached();
    await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('Not authentic');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.keyboard.press('Home');
  });
  await test.step('in a small window one pane stands beside the list, in a tiny one alone', async () => {
    await expect(page.getByRole('radiogroup', { name: 'Shown pane' })).toBeVisible();
    await desk.expectAccessibleInBoth('a set in a small window');
    await keepScreens(page, 'exhibits-small');
    await page.getByRole('radio', { name: 'Settings' }).click({ force: true });
    await expect(desk.settings().getByRole('tab', { name: 'Evidence law' })).toBeVisible();
  });
});

test('several exhibits are given the same at once, and one undo takes it back', async () => {
  await desk.makeSet('Agreement', 'Letter', 'Screenshots');
  await desk.grid().getByRole('row').nth(1).click();
  await desk
    .grid()
    .getByRole('row')
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await desk.settings().getByText('As the set (None)').click();
  await desk.settings().getByRole('combobox', { name: 'Designation of these exhibits' }).fill('CONFIDENTIAL');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Changed 2 exhibits')).toBeVisible();
  await desk.settings().getByRole('tab', { name: 'Evidence law' }).click();
  await desk.settings().getByRole('textbox', { name: 'Sponsoring witness' }).fill('Jane Smith');
  await page.keyboard.press('Enter');
  const witnesses = async () =>
    valueOf<{ sponsor: string; designation: string | null }[]>(
      await callEngine(page, 'exhibits.list', await desk.set()),
    ).map(({ sponsor, designation }) => `${sponsor} ${designation}`);
  await expect.poll(witnesses).toEqual(['Jane Smith CONFIDENTIAL', 'Jane Smith CONFIDENTIAL', ' null']);
  await desk.expectAccessibleInBoth('several exhibits');
  await keepScreens(page, 'exhibits-several');
  // In the field it would undo the typing.
  await desk.grid().focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await witnesses())[1]).toBe(' CONFIDENTIAL');

  await test.step('a build that a locked original stands in the way of names it, and takes its password', async () => {
    await desk.add(await desk.documents.encryptedPdf('Payroll.pdf'));
    await page
      .getByRole('dialog', { name: 'Results for each file' })
      .getByRole('button', { name: 'Close' })
      .last()
      .click();
    await chooseInMenu(app.electron, 'exhibits.addEvidence');
    await desk.choose('Payroll');
    await desk.chooseOutput();
    await page.keyboard.press('Control+b');
    await page.getByRole('button', { name: 'Choose Folder and Build…' }).click();
    const refused = page.getByRole('dialog', { name: '“TRO exhibits” was not built' });
    await expect(refused).toContainText('It is protected by a password.');
    await page.keyboard.type('guess');
    await page.keyboard.press('Enter');
    await expect(refused.getByText('This password does not open any of them.')).toBeVisible();
    await desk.expectAccessibleInBoth('a refused build');
    await keepScreens(page, 'exhibits-refused');
    await refused.getByRole('textbox').fill('secret');
    await page.keyboard.press('Enter');
    await expect(refused.getByText('1 exhibit unlocked.')).toBeVisible();
    await desk.chooseOutput();
    await refused.getByRole('button', { name: 'Build again…' }).click();
    await expect(page.getByRole('dialog', { name: '“TRO exhibits” was built' })).toBeVisible();
    // After a successful build no problem is shown.
    await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  });
});

test('evidence goes to a set straight from its list', async () => {
  await desk.makeSet('Agreement', 'Letter');
  await desk.goTo('Evidence');
  await page.getByRole('row', { name: /Late email/ }).click();
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('button', { name: 'Add to Exhibit Set…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Add 1 item to an exhibit set' });
  await dialog.getByRole('button', { name: /Place/ }).click();
  await page.getByRole('option', { name: 'After A · Agreement' }).click();
  await expect(dialog.getByRole('row', { name: /new.*A-1.*Late email/ })).toBeVisible();
  await desk.expectAccessibleInBoth('adding evidence to a set');
  await dialog.getByRole('button', { name: 'Add 1 Exhibit' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Late email/ })).toContainText('Ex. A-1');
});

test('a long set shows its volumes while it is put together, and its settings apply at once', async () => {
  await desk.makeSet('Agreement', 'Letter', 'Screenshots', 'Late email');
  const { items, matterId, setId } = await desk.ids();
  for (let at = 0; at < 12; at += 1)
    valueOf(
      await callEngine(page, 'exhibits.add', {
        matterId,
        setId,
        evidenceIds: Array.from({ length: 24 }, (_, n) => items[n % 4]!),
      }),
    );
  await expect(page.getByText('292 exhibits')).toBeVisible();
  await expect.poll(() => desk.grid().getByRole('row').count()).toBeLessThan(60);

  await desk.settings().getByRole('tab', { name: 'Set', exact: true }).click();
  // Only courts of which a limit is known can be chosen for it.
  await desk
    .settings()
    .getByRole('button', { name: /Court$/ })
    .click();
  await expect(page.getByRole('option', { name: /Northern District of California/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /District of Arizona/ })).toBeHidden();
  await page.keyboard.press('Escape');
  await desk
    .settings()
    .getByRole('button', { name: /Split into volumes/ })
    .click();
  await page.getByRole('option', { name: 'At another size' }).click();
  await desk.settings().getByRole('textbox', { name: 'Largest volume, in MB' }).fill('1');
  await page.keyboard.press('Enter');
  const meter = page.getByRole('region', { name: 'Size of the volumes' });
  await expect(meter.getByRole('button', { name: /^Volume 2/ })).toBeVisible();
  await meter.getByRole('button', { name: /^Volume 2/ }).click();
  await expect(desk.grid().getByText('Volume 2 begins here.')).toBeAttached();
  const designation = desk.settings().getByRole('combobox', { name: 'Confidentiality designation' });
  await designation.fill('CONFIDENTIAL '.repeat(8));
  await page.keyboard.press('Enter');
  const refusal = desk.settings().getByText('At most 80 characters fit; this has 103.');
  await expect(refusal).toBeVisible();
  await desk.settings().getByRole('tab', { name: 'Exhibit', exact: true }).click();
  await expect(refusal).toBeHidden();
  await desk.settings().getByRole('tab', { name: 'Set', exact: true }).click();
  await expect(refusal).toBeVisible();
  await expect(designation).toHaveValue('CONFIDENTIAL '.repeat(8));
  await designation.fill('CONFIDENTIAL');
  await page.keyboard.press('Enter');
  await expect(page.locator('section[data-drawn=true]').first()).toContainText('CONFIDENTIAL');
  expect(await page.evaluate(() => document.scrollingElement!.scrollTop)).toBe(0);
  await desk.expectAccessibleInBoth('a long set with volumes');
  await keepScreens(page, 'exhibits-volumes');

  await test.step('a build that is canceled gives the keyboard back to the list', async () => {
    await desk.chooseOutput();
    await page.getByRole('button', { name: 'Build…' }).click();
    await page.getByRole('button', { name: 'Choose Folder and Build…' }).press('Enter');
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await expect(page.getByRole('progressbar', { name: 'Building exhibits' })).toBeHidden();
    await expect(desk.grid()).toBeFocused();
  });
});
