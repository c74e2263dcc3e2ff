import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
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

/** Makes the window's content this large, in pixels. */
async function setSize(width: number, height: number): Promise<void> {
  await setWindowSize(desk.app, width, height);
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(height);
}

test('a TRO without notice ends at an unrolled time, with its extension, security and contents in sight; the opponent has another list', async () => {
  await desk.fileAndServe();
  await desk.pane.getByRole('button', { name: 'Record event…' }).first().click();
  await desk.choose(/What happened/, 'TRO granted');
  await desk.dialog.getByLabel('When').fill('1/11/2021 7 pm');
  await desk.dialog.getByText('Had no notice').click();
  await desk.dialog.getByLabel('Security set, in dollars').fill('$5,000');
  // What is said of a refused field is in sight, below the edge of a low window as it would be.
  await setSize(900, 600);
  await desk.dialog.getByLabel('Security due by').fill('1/10/2021 5 pm');
  await page.keyboard.press('Enter');
  await expect(
    desk.dialog.getByText(/^A time to give security by .* must come after the order/),
  ).toBeInViewport({ ratio: 1 });
  await setSize(1360, 850);
  await desk.dialog.getByLabel('Security due by').fill('1/12/2021 5 pm');
  await expectAccessible(page, 'dialog of a grant');
  await keepScreens(page, 'tro-record-granted');
  await desk.dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(desk.dialog).toBeHidden();
  await expect(desk.clock('TRO expires').getByText('Mon, Jan 25, 2021, 7:00 PM PST').first()).toBeVisible();
  await expect(desk.section('Security').getByText('$5,000')).toBeVisible();
  const security = desk.clock('Security (bond) under the TRO');
  await expect(security.getByText('Tue, Jan 12, 2021, 5:00 PM PST').first()).toBeVisible();
  await expect(security.getByText('Ours')).toBeVisible();
  await desk.section('Hours of the request').getByText('All', { exact: true }).click();
  await desk.section('Hours of the request').getByText('Show the chart in words').click();
  await expect(
    desk
      .section('Hours of the request')
      .getByRole('listitem')
      .filter({ hasText: /^Mon, Jan 18, 2021: .*King/ }),
  ).toBeVisible();
  await expectAccessible(page, 'TRO desk with an order in force');
  await keepScreens(page, 'tro-granted');

  const gates = desk.section('What the rules ask for');
  const line = gates.getByRole('checkbox').first();
  await line.focus();
  await page.keyboard.press('Space');
  await expect(line).toBeChecked();
  await expect(page.getByText(/^Checked off: /)).toBeVisible();
  await gates
    .getByRole('button', { name: /^More for/ })
    .nth(1)
    .click();
  await page.getByRole('menuitem', { name: 'Not needed because…' }).click();
  await desk.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(desk.dialog.getByText('Say why it is not needed.')).toBeVisible();
  await desk.dialog.getByLabel('Not needed because').fill('the complaint is verified');
  await expectAccessible(page, 'dialog of a checklist’s line');
  await keepScreens(page, 'tro-gate-line');
  await desk.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(gates.getByText('Not needed because the complaint is verified')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  await gates.scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-gates');

  await page.getByText('Opponent', { exact: true }).first().click();
  await expect(page.getByText('The desk is the opponent’s')).toBeVisible();
  await expectAccessible(page, 'TRO desk of the opponent');
  await keepScreens(page, 'tro-opponent');
  await desk.setClock('2021-01-13T02:30:00.000Z');
  await expect(desk.pane.getByText('Past due by 1 h 30 min').first()).toBeVisible();
  await desk.stage.scrollIntoViewIfNeeded();
  await expectAccessible(page, 'TRO desk with something past due');
  await keepScreens(page, 'tro-past-due');

  await desk.section('Security').getByRole('button', { name: /^Edit/ }).click();
  await desk.dialog.getByLabel('Amount demanded, in dollars').fill('lots');
  await page.keyboard.press('Enter');
  await expect(desk.dialog.getByText('Enter an amount such as 5,000.')).toBeVisible();
  await desk.dialog.getByLabel('Amount demanded, in dollars').fill('2,500');
  await keepScreens(page, 'tro-security');
  await page.keyboard.press('Enter');
  await expect(desk.section('Security').getByText('$2,500')).toBeVisible();
});

test('where the law is unsettled the safe time stands first, and every clock has its place', async () => {
  await desk.fileAndServe();
  await desk.record('schedule_ordered', '2021-01-11T18:00', {
    intentBy: '2021-01-11T22:00',
    responseBy: '2021-01-12T17:00',
    replyBy: '2021-01-13',
    hearingAt: '2021-01-14T10:00',
    piHearingAt: '2021-02-03T09:30',
  });
  await desk.record('granted', '2021-01-14T11:00', {
    isWithNotice: true,
    expiresAt: '2021-02-15T17:00',
    securityUsd: 0,
  });
  await desk.record('dissolution_noticed', '2021-01-15');
  await desk.setClock('2021-01-16T10:00:00.000Z');

  const expiry = desk.clock('TRO expires');
  await expect(expiry.getByText('Safe time (rule)')).toBeVisible();
  await expect(expiry.getByText('Thu, Jan 28, 2021, 11:00 AM PST').first()).toBeVisible();
  // The end of that day, and the end the order itself states.
  await expect(expiry.getByText('Another reading, not to be relied on')).toHaveCount(2);
  await expect(expiry.getByText('Mon, Feb 15, 2021, 5:00 PM PST').first()).toBeVisible();
  await expect(desk.section('Security').getByText('None required')).toBeVisible();
  const heard = desk.clock('Earliest hearing of the motion to dissolve');
  await expect(heard.getByText(/^Safe time/)).toBeVisible();
  await expect(
    desk.clock('Preliminary injunction hearing').getByText('Wed, Feb 3, 2021, 9:30 AM PST').first(),
  ).toBeVisible();
  await expect(desk.clock('Last moment to have the TRO extended')).toBeVisible();
  await expectAccessible(page, 'TRO desk with every clock');
  await keepScreens(page, 'tro-every-clock');
  await desk.section('Clocks').scrollIntoViewIfNeeded();
  await expiry.scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-every-clock-list');
});

test('efforts to give notice are logged, and the attorney’s certificate is drafted from them', async () => {
  await desk.fileAndServe();
  await desk.section('Notice efforts').getByRole('button', { name: 'Log effort…' }).click();
  await expect(desk.dialog.getByLabel('Whom (required)')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.dialog.getByText('Say whom.')).toBeVisible();
  await desk.dialog.getByLabel('Whom (required)').fill('Rowan Pell, counsel for Northgate Hosting, Inc.');
  await desk.dialog.getByLabel('How', { exact: false }).first().fill('telephone, 206-555-0100');
  await desk.dialog.getByLabel('When').fill('1/11/2021 3:30 pm');
  await desk.dialog.getByLabel('By whom').fill('Ines Calder');
  await desk.dialog
    .getByLabel('Result')
    .fill('Left a message that a motion for a TRO would be filed at 5 pm.');
  await expectAccessible(page, 'notice dialog');
  await keepScreens(page, 'tro-notice');
  await desk.dialog.getByRole('button', { name: 'Log', exact: true }).click();
  await expect(desk.section('Notice efforts').getByText('Left a message')).toBeVisible();

  const target = join(desk.folder, 'certificate.pdf');
  await chooseInSaveDialog(desk.app.electron, target);
  await desk.section('Notice efforts').getByRole('button', { name: 'Draft certificate…' }).click();
  const drafted = page.getByRole('dialog', { name: 'The certificate was drafted' });
  await expect(drafted.getByText('Left blank for counsel:')).toBeVisible();
  await expectAccessible(page, 'certificate drafted');
  await keepScreens(page, 'tro-certificate');
  await drafted.getByRole('button', { name: 'Fill in details…' }).click();
  await desk.dialog.getByLabel('Attorney who signs').fill('Ines Calder');
  await desk.dialog
    .getByLabel('Why notice should not be required')
    .fill('The servers are wiped at midnight.');
  await expectAccessible(page, 'certificate details');
  await keepScreens(page, 'tro-certificate-details');
  await desk.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(desk.section('Notice efforts').getByText('The servers are wiped at midnight.')).toBeVisible();

  const second = join(desk.folder, 'certificate-2.pdf');
  await chooseInSaveDialog(desk.app.electron, second);
  await chooseInMenu(desk.app.electron, 'tro.certificate');
  await expect(drafted).toBeVisible();
  await drafted.getByRole('button', { name: 'Close' }).last().click();
  await chooseInOpenDialog(desk.app.electron, second);
  const text = await page.evaluate(
    async () => (await window.forthwith.openFiles('evidence-files'))[0]!.token,
  );
  const pages = valueOf<{ text: string }[]>(await callEngine(page, 'pdf.text', { source: { token: text } }));
  const words = pages
    .map(({ text: each }) => each)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (const said of [
    'Rowan Pell',
    '206-555-0100',
    '3:30',
    'Left a message',
    'Ines Calder',
    'wiped at midnight',
    'DRAFT',
  ])
    expect(words).toContain(said);

  await desk
    .section('Notice efforts')
    .getByRole('button', { name: /^Delete the effort/ })
    .click();
  await expect(desk.section('Notice efforts').getByText('Left a message')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(desk.section('Notice efforts').getByText('Left a message')).toBeVisible();
});

test('the desk stays whole in a narrow pane and at twice the size @full', async () => {
  await desk.fileAndServe();
  await desk.record('schedule_ordered', '2021-01-11T18:00', {
    responseBy: '2021-01-12T17:00',
    replyBy: '2021-01-13',
    hearingAt: '2021-01-14T10:00',
  });
  const notice = {
    who: 'Rowan Pell, counsel for Northgate Hosting, Inc. and for its several subsidiaries and affiliates',
    how: `e-mail, ${'counsel.for.northgate.'.repeat(6)}@example.com`,
    at: '2021-01-11T15:30',
    by: 'Ines Calder',
    result: 'No answer. '.repeat(40),
    evidenceId: null,
  };
  await desk.call('tro.notice.add', { notice });
  await desk.setSize(900, 600);
  await expect(desk.clock('Hearing of the TRO motion')).toBeVisible();
  await desk.expectNoSideways();
  await keepScreens(page, 'tro-small-window');
  // Beside the reader the pane is as narrow as it can be made.
  await desk.setSize(970, 700);
  await expect.poll(() => desk.pane.evaluate((pane) => pane.clientWidth)).toBeLessThan(420);
  await desk.expectNoSideways();
  await expectAccessible(page, 'TRO desk in a narrow pane');
  await keepScreens(page, 'tro-narrow');
  await desk.section('Clocks').scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-narrow-clocks');
  await desk.section('Notice efforts').scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-narrow-notices');

  await desk.setSize(1280, 900);
  await desk.setZoom(2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
  await expect(desk.pane.getByRole('timer')).toBeVisible();
  await desk.expectNoSideways();
  await expect(desk.pane.getByRole('button', { name: 'Record event…' }).first()).toBeInViewport();
  await desk.pane.getByRole('button', { name: 'Record event…' }).first().click();
  await desk.dialog.getByRole('button', { name: 'Record', exact: true }).scrollIntoViewIfNeeded();
  await expect(desk.dialog.getByRole('button', { name: 'Record', exact: true })).toBeInViewport();
  await page.keyboard.press('Escape');
  await desk.setZoom(1);
  await page.emulateMedia({ forcedColors: 'active' });
  await expectAccessible(page, 'TRO desk in the system’s colors');
  await keepScreens(page, 'tro-forced-colors');
  await page.emulateMedia({ forcedColors: null });
});
