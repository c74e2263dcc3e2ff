import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';

let home: string;
let folder: string;
let app: RunningApp;
let page: Page;
let matterId: string;

/** Two in the morning in Seattle, nine hours after the motion was served. */
const twoInTheMorning = '2021-01-12T10:00:00.000Z';

test.beforeEach(async () => {
  home = createReturningHome();
  folder = createFolder();
  app = await launchApp({ home });
  ({ page } = app);
  await setClock(twoInTheMorning);
  await chooseInSaveDialog(app.electron, join(folder, 'tro.matter'));
  await page.getByRole('button', { name: 'New matter' }).click();
  await page.getByLabel('Title').fill('Fairwater LLC v. Northgate Hosting, Inc.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible();
  const [matter] = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}));
  matterId = matter!.id;
  const fields = { court: 'wawd', number: '2:21-cv-09999', timezone: 'America/Los_Angeles' };
  valueOf(await callEngine(page, 'matter.update', { matterId, fields }));
  await page.keyboard.press('Control+3');
  await expect(desk().getByRole('list', { name: 'Stage of the request' })).toBeVisible();
});
test.afterEach(async () => {
  await app.close();
  for (const each of [home, folder]) rmSync(each, { recursive: true, force: true });
});

const desk = () => page.getByRole('region', { name: 'TRO desk' });
const section = (name: string) => desk().getByRole('region', { name, exact: true });
const clockRow = (title: string) =>
  section('Clocks')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) });
const stage = () => desk().getByRole('list', { name: 'Stage of the request' }).locator('[aria-current=step]');
const dialog = () => page.getByRole('dialog');
const setSize = (width: number, height: number) =>
  app.electron.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setContentSize(w, h),
    [width, height] as const,
  );

/** The window's clock; countdowns look at it when the window comes to the front. */
async function setClock(instant: string): Promise<void> {
  await page.evaluate((now) => {
    Date.now = () => now;
    window.dispatchEvent(new Event('focus'));
  }, Date.parse(instant));
}

const noDetails = {
  service: null,
  serveBy: null,
  intentBy: null,
  responseBy: null,
  replyBy: null,
  hearingAt: null,
  piHearingAt: null,
  expiresAt: null,
  isWithNotice: null,
  securityUsd: null,
  isByConsent: null,
  noticeHours: null,
};

/** Records an event by the engine, where the dialog is not what is looked at. */
async function record(
  kind: string,
  at: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const event = {
    kind,
    at,
    entryId: null,
    evidenceId: null,
    note: '',
    details: { ...noDetails, ...details },
  };
  valueOf(await callEngine(page, 'tro.record', { matterId, event }));
}

/** Chooses in a field that opens a list, by keyboard. */
async function choose(label: RegExp, option: string): Promise<void> {
  await dialog().getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

async function fileAndServe(): Promise<void> {
  await record('motion_filed', '2021-01-11T17:00');
  await record('motion_served', '2021-01-11T17:00', { service: 'ecf' });
}

test('an empty desk says how to begin; filing and service are recorded by keyboard, and the hours run', async () => {
  await expect(page.getByRole('heading', { name: 'No request for a TRO yet' })).toBeVisible();
  await expect(desk().getByText('Counsel must confirm every date.')).toBeVisible();
  await expectAccessible(page, 'empty TRO desk');
  await keepScreens(page, 'tro-empty');

  await page.getByRole('button', { name: 'Record the filing…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog().getByLabel('When')).toBeFocused();
  await page.keyboard.type('1/11/2021 5 pm');
  await expect(dialog().getByText('Mon, Jan 11, 2021, 5:00 PM PST')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(page.getByText('Recorded: Motion for TRO filed')).toBeVisible();
  await expect(stage()).toContainText('Filed');

  await chooseInMenu(app.electron, 'tro.record');
  await expect(dialog().getByRole('button', { name: /What happened/ })).toContainText('Motion served');
  await dialog().getByLabel('When').fill('1/11/2021');
  await page.keyboard.press('Enter');
  await expect(dialog().getByText('Give the time of day as well: hours run from the minute.')).toBeVisible();
  await expect(dialog().getByText('Say how it was served.')).toBeVisible();
  await expectAccessible(page, 'record dialog with what is missing');
  await keepScreens(page, 'tro-record-incomplete');
  await dialog().getByLabel('When').fill('1/11/2021 5 pm');
  await choose(/How it was served/, 'Through the court’s e-filing system');
  await dialog().getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog()).toBeHidden();

  await expect(stage()).toContainText('Served');
  await expect(desk().getByRole('timer')).toHaveText(/15\s*h\s*0\s*min\s*left/);
  await expect(
    clockRow('Notice of intent to oppose the TRO motion').getByText('Tue, Jan 12, 2021, 5:00 PM PST', {
      exact: true,
    }),
  ).toBeVisible();
  await expect(
    clockRow('Response to the TRO motion').getByText('Wed, Jan 13, 2021, 5:00 PM PST', { exact: true }),
  ).toBeVisible();
  await expectAccessible(page, 'TRO desk with clocks');
  await keepScreens(page, 'tro-served');

  await setClock('2021-01-13T00:59:30.000Z');
  await expect(desk().getByText('less than 1 min').first()).toBeVisible();
});

test('the court’s order overrides the rule; both stay in sight until the motion is denied, and undo brings each step back', async () => {
  await fileAndServe();
  await expect(stage()).toContainText('Served');
  await desk().getByRole('button', { name: 'Record event…' }).first().click();
  await expect(dialog().getByRole('button', { name: /What happened/ })).toContainText('Court set a schedule');
  await dialog().getByLabel('When').fill('1/11/2021 6 pm');
  await page.keyboard.press('Enter');
  await expect(dialog().getByText('Give at least one time that the order sets.')).toBeVisible();
  await dialog().getByLabel('Serve by').fill('1/11/2021 5 pm');
  await dialog().getByLabel('Response by').fill('Jan 12, 2021 5:00 PM PST');
  await dialog().getByLabel('Reply by').fill('1/13/2021');
  await dialog().getByLabel('Hearing at', { exact: false }).first().fill('1/14/2021 10 am');
  await expectAccessible(page, 'dialog of a schedule');
  await keepScreens(page, 'tro-record-schedule');
  await dialog().getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog()).toBeHidden();

  const response = clockRow('Response to the TRO motion');
  await expect(response.getByText('Court’s order, holds')).toBeVisible();
  await expect(response.getByText('Tue, Jan 12, 2021, 5:00 PM PST').first()).toBeVisible();
  await expect(response.getByText('Wed, Jan 13, 2021, 5:00 PM PST').first()).toBeVisible();
  await expect(response.getByText('replaced by the order')).toBeVisible();
  await response.getByText('Arithmetic').click();
  await expect(response.getByText(/^Trigger|Mon, Jan 11, 2021, 5:00 PM PST/).first()).toBeVisible();
  await expect(
    clockRow('Hearing of the TRO motion').getByText('Thu, Jan 14, 2021, 10:00 AM PST').first(),
  ).toBeVisible();
  await expect(clockRow('Reply on the TRO motion').getByText('Wed, Jan 13, 2021').first()).toBeVisible();
  await expectAccessible(page, 'TRO desk with an order');
  await keepScreens(page, 'tro-ordered');

  await record('intent_to_oppose_filed', '2021-01-12T09:00');
  await record('response_filed', '2021-01-12T16:40');
  await setClock('2021-01-13T10:00:00.000Z');
  await expect(clockRow('Response to the TRO motion').getByText('Met', { exact: true })).toBeVisible();
  await keepScreens(page, 'tro-opposed');
  await record('reply_filed', '2021-01-13T15:00');
  await record('hearing_held', '2021-01-14T10:00');
  await expect(stage()).toContainText('Heard');
  await setClock('2021-01-22T10:00:00.000Z');

  await chooseInMenu(app.electron, 'tro.record');
  await choose(/What happened/, 'TRO denied');
  await dialog().getByLabel('When').fill('1/21/2021 11 am');
  await page.keyboard.press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(stage()).toContainText('Denied');
  await expect(desk().getByText('No clock is running')).toBeVisible();
  await expect(clockRow('Response to the TRO motion').getByText('replaced by the order')).toBeVisible();
  await expectAccessible(page, 'TRO desk after a denial');
  await keepScreens(page, 'tro-denied');

  await page.keyboard.press('Control+\\');
  await setSize(1600, 1000);
  await expect(section('Events')).toBeVisible();
  await keepScreens(page, 'tro-wide');
  await setSize(1360, 850);

  await page.keyboard.press('Control+z');
  await expect(stage()).toContainText('Heard');

  // An event that is deleted takes its times with it, and comes back with them.
  await section('Events').getByRole('button', { name: 'Delete “Court set a schedule”' }).click();
  await expect(clockRow('Response to the TRO motion').getByText('replaced by the order')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(clockRow('Response to the TRO motion').getByText('replaced by the order')).toBeVisible();

  await section('Events').getByRole('button', { name: 'Correct “Motion served”' }).click();
  await expect(dialog().getByLabel('When')).toHaveValue('1/11/2021 5:00 pm');
  await dialog().getByLabel('When').fill('1/11/2021 4 pm');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(
    clockRow('Response to the TRO motion').getByText('Wed, Jan 13, 2021, 4:00 PM PST').first(),
  ).toBeVisible();
});

test('a TRO without notice ends at an unrolled time, with its extension, security and contents in sight; the opponent has another list', async () => {
  await fileAndServe();
  await desk().getByRole('button', { name: 'Record event…' }).first().click();
  await choose(/What happened/, 'TRO granted');
  await dialog().getByLabel('When').fill('1/11/2021 7 pm');
  await dialog().getByText('Had no notice').click();
  await dialog().getByLabel('Security set, in dollars').fill('$5,000');
  await expectAccessible(page, 'dialog of a grant');
  await keepScreens(page, 'tro-record-granted');
  await dialog().getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog()).toBeHidden();
  await expect(clockRow('TRO expires').getByText('Mon, Jan 25, 2021, 7:00 PM PST').first()).toBeVisible();
  await expect(section('Security').getByText('$5,000')).toBeVisible();
  await section('Hours of the request').getByText('All', { exact: true }).click();
  await section('Hours of the request').getByText('The picture in words').click();
  await expect(
    section('Hours of the request')
      .getByRole('listitem')
      .filter({ hasText: /^Mon, Jan 18, 2021: .*King/ }),
  ).toBeVisible();
  await expectAccessible(page, 'TRO desk with an order in force');
  await keepScreens(page, 'tro-granted');

  const gates = section('What the rules ask for');
  const line = gates.getByRole('checkbox').first();
  await line.focus();
  await page.keyboard.press('Space');
  await expect(line).toBeChecked();
  await expect(page.getByText(/^Ticked: /)).toBeVisible();
  await gates
    .getByRole('button', { name: /^More for/ })
    .nth(1)
    .click();
  await page.getByRole('menuitem', { name: 'Not needed because…' }).click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog().getByText('Say why it is not needed.')).toBeVisible();
  await dialog().getByLabel('Not needed because').fill('the complaint is verified');
  await expectAccessible(page, 'dialog of a checklist’s line');
  await keepScreens(page, 'tro-gate-line');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(gates.getByText('Not needed because the complaint is verified')).toBeVisible();
  await gates.scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-gates');

  await page.getByText('Opponent', { exact: true }).first().click();
  await expect(page.getByText('The desk is the opponent’s')).toBeVisible();
  await expectAccessible(page, 'TRO desk of the opponent');
  await keepScreens(page, 'tro-opponent');

  await section('Security').getByRole('button', { name: /^Edit/ }).click();
  await dialog().getByLabel('Amount demanded, in dollars').fill('lots');
  await page.keyboard.press('Enter');
  await expect(dialog().getByText('Write an amount such as 5,000.')).toBeVisible();
  await dialog().getByLabel('Amount demanded, in dollars').fill('2,500');
  await keepScreens(page, 'tro-security');
  await page.keyboard.press('Enter');
  await expect(section('Security').getByText('$2,500')).toBeVisible();
});

test('efforts to give notice are logged, and the attorney’s certificate is drafted from them', async () => {
  await fileAndServe();
  await section('Notice efforts').getByRole('button', { name: 'Log effort…' }).click();
  await expect(dialog().getByLabel('Whom (required)')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog().getByText('Say whom.')).toBeVisible();
  await dialog().getByLabel('Whom (required)').fill('Rowan Pell, counsel for Northgate Hosting, Inc.');
  await dialog().getByLabel('How', { exact: false }).first().fill('telephone, 206-555-0100');
  await dialog().getByLabel('When').fill('1/11/2021 3:30 pm');
  await dialog().getByLabel('By whom').fill('Ines Calder');
  await dialog().getByLabel('Result').fill('Left a message that a motion for a TRO would be filed at 5 pm.');
  await expectAccessible(page, 'notice dialog');
  await keepScreens(page, 'tro-notice');
  await dialog().getByRole('button', { name: 'Log', exact: true }).click();
  await expect(section('Notice efforts').getByText('Left a message')).toBeVisible();

  const target = join(folder, 'certificate.pdf');
  await chooseInSaveDialog(app.electron, target);
  await section('Notice efforts').getByRole('button', { name: 'Draft certificate…' }).click();
  const drafted = page.getByRole('dialog', { name: 'The certificate was drafted' });
  await expect(drafted.getByText('Left blank for counsel:')).toBeVisible();
  await expectAccessible(page, 'certificate drafted');
  await keepScreens(page, 'tro-certificate');
  await drafted.getByRole('button', { name: 'Fill in details…' }).click();
  await dialog().getByLabel('Attorney who signs').fill('Ines Calder');
  await dialog().getByLabel('Why notice should not be required').fill('The servers are wiped at midnight.');
  await expectAccessible(page, 'certificate details');
  await keepScreens(page, 'tro-certificate-details');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(section('Notice efforts').getByText('The servers are wiped at midnight.')).toBeVisible();

  const second = join(folder, 'certificate-2.pdf');
  await chooseInSaveDialog(app.electron, second);
  await chooseInMenu(app.electron, 'tro.certificate');
  await expect(drafted).toBeVisible();
  await drafted.getByRole('button', { name: 'Close' }).last().click();
  await chooseInOpenDialog(app.electron, second);
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

  await section('Notice efforts')
    .getByRole('button', { name: /^Delete the effort/ })
    .click();
  await expect(section('Notice efforts').getByText('Left a message')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(section('Notice efforts').getByText('Left a message')).toBeVisible();
});

test('the desk stays whole in a narrow pane and at twice the size', async () => {
  await fileAndServe();
  await record('schedule_ordered', '2021-01-11T18:00', {
    responseBy: '2021-01-12T17:00',
    replyBy: '2021-01-13',
    hearingAt: '2021-01-14T10:00',
  });
  await setSize(900, 600);
  await expect(clockRow('Hearing of the TRO motion')).toBeVisible();
  await expectNoSideways();
  await keepScreens(page, 'tro-small-window');
  // Beside the reader the pane is as narrow as it can be made.
  await setSize(970, 700);
  await expect.poll(() => desk().evaluate((pane) => pane.clientWidth)).toBeLessThan(420);
  await expectNoSideways();
  await expectAccessible(page, 'TRO desk in a narrow pane');
  await keepScreens(page, 'tro-narrow');
  await section('Clocks').scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-narrow-clocks');
  await section('Notice efforts').scrollIntoViewIfNeeded();
  await keepScreens(page, 'tro-narrow-notices');

  await setSize(1280, 900);
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(2),
  );
  await expect(desk().getByRole('timer')).toBeVisible();
  await expectNoSideways();
  await keepScreens(page, 'tro-zoomed');
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(1),
  );
});

/** Nothing on the desk reaches beyond the pane. */
async function expectNoSideways(): Promise<void> {
  await expect
    .poll(() =>
      desk().evaluate((pane) => {
        const edge = pane.getBoundingClientRect().right + 1;
        return [...pane.querySelectorAll<HTMLElement>('button, p, li, h2, h3, h4, dd, label, table')]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > edge)
          .map((each) => each.outerHTML.slice(0, 120));
      }),
    )
    .toEqual([]);
}
