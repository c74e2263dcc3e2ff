import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp } from './support/shared-app.ts';
import { TroDesk } from './tro-desk.ts';

let desk: TroDesk;
let page: Page;

const beginJourney = shareApp();
test.beforeEach(async () => {
  desk = await TroDesk.open(await beginJourney());
  ({ page } = desk);
});
test.afterEach(() => desk.close());

test('an empty desk says how to begin; filing and service are recorded by keyboard, and the hours run', async () => {
  await expect(page.getByRole('heading', { name: 'No request for a TRO yet' })).toBeVisible();
  await expect(desk.pane.getByText('Counsel must confirm every date.')).toBeVisible();
  await expectAccessible(page, 'empty TRO desk');
  await keepScreens(page, 'tro-empty');

  await test.step('a court that is not set is asked for where it is missed', async () => {
    await desk.call('matter.update', { fields: { court: '' } });
    const setCourt = desk.section('What needs a look').getByRole('button', { name: 'Set the court…' });
    await setCourt.press('Enter');
    await desk.dialog.getByRole('textbox', { name: 'Court', exact: true }).fill('W.D. Wash.');
    await page.keyboard.press('Enter');
    await expect(setCourt).toBeHidden();
    await expect(page.locator('body')).not.toBeFocused();
  });

  await page.getByRole('button', { name: 'Record the filing…' }).focus();
  await page.keyboard.press('Enter');
  await expect(desk.dialog.getByLabel('When')).toBeFocused();
  await page.keyboard.type('1/11/2021 5 pm');
  await expect(desk.dialog.getByText('Mon, Jan 11, 2021, 5:00 PM PST')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk.dialog).toBeHidden();
  await expect(page.getByText('Recorded: Motion for TRO filed')).toBeVisible();
  await expect(desk.stage).toContainText('Filed');
  await expect(desk.pane.getByRole('button', { name: 'Record event…' }).first()).toBeFocused();

  await chooseInMenu(desk.app.electron, 'tro.record');
  await expect(desk.dialog.getByRole('button', { name: /What happened/ })).toContainText('Motion served');
  await desk.dialog.getByLabel('When').fill('1/11/2021');
  await page.keyboard.press('Enter');
  await expect(
    desk.dialog.getByText('Give the time of day as well: hours run from the minute.'),
  ).toBeVisible();
  await expect(desk.dialog.getByText('Say how it was served.')).toBeVisible();
  await expectAccessible(page, 'record dialog with what is missing');
  await keepScreens(page, 'tro-record-incomplete');
  await desk.dialog.getByLabel('When').fill('1/11/2021 5 pm');
  await desk.choose(/How it was served/, 'Through the court’s e-filing system');
  await desk.dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(desk.dialog).toBeHidden();

  await expect(desk.stage).toContainText('Served');
  await expect(desk.pane.getByRole('timer')).toHaveText(/15\s*h\s*0\s*min\s*left/);
  await expect(
    desk.clock('Notice of intent to oppose the TRO motion').getByText('Tue, Jan 12, 2021, 5:00 PM PST', {
      exact: true,
    }),
  ).toBeVisible();
  await expect(
    desk.clock('Response to the TRO motion').getByText('Wed, Jan 13, 2021, 5:00 PM PST', { exact: true }),
  ).toBeVisible();
  await expectAccessible(page, 'TRO desk with clocks');
  await keepScreens(page, 'tro-served');

  await desk.setClock('2021-01-13T00:59:30.000Z');
  await expect(desk.pane.getByText('less than 1 min').first()).toBeVisible();

  // To who works by keys the desk, gone to by one, shows that it has the keyboard.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible();
  await page.keyboard.press('Control+3');
  await expect(desk.pane).toBeFocused();
  await expect(desk.pane).toHaveCSS('outline-style', 'solid');
});

test('the court’s order overrides the rule; both stay in sight until the motion is denied, and undo brings each step back', async () => {
  const entry = {
    number: 7,
    text: 'ORDER setting a schedule on the motion for a TRO',
    filedOn: '2021-01-11',
  };
  await desk.call('docket.add', { entries: [entry] });
  await desk.fileAndServe();
  await expect(desk.stage).toContainText('Served');
  await desk.pane.getByRole('button', { name: 'Record event…' }).first().click();
  await expect(desk.dialog.getByRole('button', { name: /What happened/ })).toContainText(
    'Court set a schedule',
  );
  await desk.dialog.getByLabel('When').fill('1/11/2021 6 pm');
  await page.keyboard.press('Enter');
  await expect(desk.dialog.getByText('Give at least one time that the order sets.')).toBeVisible();
  await desk.dialog.getByLabel('Serve by').fill('1/11/2021 5 pm');
  await desk.dialog.getByLabel('Response by').fill('Jan 12, 2021 5:00 PM PST');
  await desk.dialog.getByLabel('Reply by').fill('1/13/2021');
  await desk.dialog.getByLabel('Hearing at', { exact: false }).first().fill('1/14/2021 10 am');
  await desk.dialog.getByRole('button', { name: 'Choose entry…' }).click();
  await page
    .getByRole('dialog', { name: 'Choose the docket entry' })
    .getByText('ORDER setting a schedule')
    .dblclick();
  await expect(desk.dialog.getByText('7 · ORDER setting a schedule')).toBeVisible();
  await expect(desk.dialog.getByRole('button', { name: 'Choose entry…' })).toBeFocused();
  await expect(desk.dialog.getByLabel('Reply by')).toHaveValue('1/13/2021');
  await expectAccessible(page, 'dialog of a schedule');
  await keepScreens(page, 'tro-record-schedule');
  await desk.dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(desk.dialog).toBeHidden();

  const response = desk.clock('Response to the TRO motion');
  await expect(response.getByText('Court’s order, entry 7, holds')).toBeVisible();
  await expect(response.getByText('Tue, Jan 12, 2021, 5:00 PM PST').first()).toBeVisible();
  await expect(response.getByText('Wed, Jan 13, 2021, 5:00 PM PST').first()).toBeVisible();
  await expect(response.getByText('replaced by the order')).toBeVisible();
  await response.getByText('Arithmetic').click();
  await expect(response.getByText(/^Trigger|Mon, Jan 11, 2021, 5:00 PM PST/).first()).toBeVisible();
  await expect(
    desk.clock('Hearing of the TRO motion').getByText('Thu, Jan 14, 2021, 10:00 AM PST').first(),
  ).toBeVisible();
  await expect(desk.clock('Reply on the TRO motion').getByText('Wed, Jan 13, 2021').first()).toBeVisible();
  await expectAccessible(page, 'TRO desk with an order');
  await keepScreens(page, 'tro-ordered');

  await desk.record('intent_to_oppose_filed', '2021-01-12T09:00');
  await desk.record('response_filed', '2021-01-12T16:40');
  await desk.setClock('2021-01-13T10:00:00.000Z');
  await expect(desk.clock('Response to the TRO motion').getByText('Met', { exact: true })).toBeVisible();
  await keepScreens(page, 'tro-opposed');
  await desk.record('reply_filed', '2021-01-13T15:00');
  await desk.record('hearing_held', '2021-01-14T10:00');
  await expect(desk.stage).toContainText('Heard');
  await desk.setClock('2021-01-22T10:00:00.000Z');

  await chooseInMenu(desk.app.electron, 'tro.record');
  await desk.choose(/What happened/, 'TRO denied');
  await desk.dialog.getByLabel('When').fill('1/21/2021 11 am');
  await page.keyboard.press('Enter');
  await expect(desk.dialog).toBeHidden();
  await expect(desk.stage).toContainText('Denied');
  await expect(desk.pane.getByText('No clock is running')).toBeVisible();
  await expect(desk.clock('Response to the TRO motion').getByText('replaced by the order')).toBeVisible();
  await expectAccessible(page, 'TRO desk after a denial');
  await keepScreens(page, 'tro-denied');

  await page.keyboard.press('Control+\\');
  await desk.setSize(1600, 1000);
  await expect(desk.section('Events')).toBeVisible();
  await keepScreens(page, 'tro-wide');
  await desk.setSize(1360, 850);

  await page.keyboard.press('Control+z');
  await expect(desk.stage).toContainText('Heard');

  // An event that is deleted takes its times with it, and comes back with them.
  await desk
    .section('Events')
    .getByRole('button', { name: /^Delete “Court set a schedule” of .+2021/ })
    .click();
  await expect(desk.section('Events').getByRole('button', { name: 'Record event…' })).toBeFocused();
  await expect(desk.clock('Response to the TRO motion').getByText('replaced by the order')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(desk.clock('Response to the TRO motion').getByText('replaced by the order')).toBeVisible();

  await desk.section('Events').getByRole('button', { name: 'Go to docket entry 7' }).click();
  await expect(page.getByRole('grid', { name: 'Docket' }).getByRole('row', { name: /^7 / })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Control+3');

  await desk
    .section('Events')
    .getByRole('button', { name: /^Correct “Motion served” of .+2021/ })
    .click();
  await expect(desk.dialog.getByLabel('When')).toHaveValue('1/11/2021 5:00 pm');
  await desk.dialog.getByLabel('When').fill('1/11/2021 4 pm');
  await desk.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(
    desk.clock('Response to the TRO motion').getByText('Wed, Jan 13, 2021, 4:00 PM PST').first(),
  ).toBeVisible();
});
