import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { courtMinute, dated, openDeadlinesMatter, type DeadlinesMatter } from './support/deadlines-matter.ts';
import { chooseInMenu, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import type { RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp } from './support/shared-app.ts';

let matter: DeadlinesMatter;
let app: RunningApp;
let page: Page;
let matterId: string;

const beginJourney = shareApp();
test.beforeEach(async () => {
  matter = await openDeadlinesMatter(await beginJourney());
  ({ app, page, matterId } = matter);
});
test.afterEach(() => matter.close());

const addDates = (dates: readonly (readonly [title: string, at: string])[]) =>
  matter.addDeadlines(dates.map(([title, at]) => ({ title, trigger: dated(at) })));

test('month and week show deadlines in their days, and the keyboard goes through them', async () => {
  await addDates([
    ['Response to TRO motion', '2021-01-12T17:00'],
    ['Reply in support of TRO motion', '2021-01-13'],
    ['Hearing on the motion for a temporary restraining order before Judge Rothstein', '2021-01-14T10:00'],
    ['Joint status report', '2021-01-14T12:00'],
    ['Corporate disclosure statement', '2021-01-14'],
    ['Notice of appearance', '2021-01-14'],
    ['Answer to the complaint', '2021-02-01'],
  ]);
  await chooseInMenu(app.electron, 'deadlines.viewMonth');
  const month = page.getByRole('grid', { name: /^Deadlines in / });
  await expect(month).toBeVisible();
  // Nothing is ahead, so the month of the last deadline is shown.
  await expect(page.getByRole('heading', { name: 'February 2021' })).toBeVisible();
  await month.getByRole('gridcell', { name: /^Mon, Feb 1, 2021/ }).focus();
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('heading', { name: 'January 2021' })).toBeVisible();
  await expect(
    month.getByRole('gridcell', { name: /Martin Luther King.*\(Federal holiday\)/ }),
  ).toBeVisible();
  for (let days = 0; days < 11; days += 1) await page.keyboard.press('ArrowRight');
  await expect(
    month.getByRole('gridcell', { name: /^Tue, Jan 12, 2021 .*Response to TRO motion/ }),
  ).toBeFocused();
  await expect(month.getByText('1 more')).toBeVisible();
  await expectAccessible(page, 'deadlines by month');
  await keepScreens(page, 'deadlines-month');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Response to TRO motion');

  await chooseInMenu(app.electron, 'deadlines.viewWeek');
  await expect(page.getByRole('heading', { name: 'Week of Sun, Jan 10, 2021' })).toBeVisible();
  await expectAccessible(page, 'deadlines by week');
  await keepScreens(page, 'deadlines-week');
});

test('in a small window the month shows the week of the deadline that was chosen', async () => {
  await addDates([['Joint status report', '2021-06-29']]);
  await matter.setSize(1_280, 720);
  await page.getByRole('row', { name: /Joint status report/ }).click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Joint status report');
  await chooseInMenu(app.electron, 'deadlines.viewMonth');
  const due = page.getByRole('gridcell', { name: /^Tue, Jun 29, 2021 / });
  await expect(due.getByRole('button')).toBeInViewport({ ratio: 1 });
});

test('a day the clerk’s office was inaccessible moves the deadline on it, and undo brings it back', async () => {
  await matter.addDeadlines([
    {
      title: 'Response to subpoena',
      trigger: dated('2021-01-11'),
      period: { count: 14, unit: 'days', direction: 'after', isCap: false },
    },
  ]);
  await chooseInMenu(app.electron, 'deadlines.days');
  const dialog = page.getByRole('dialog', { name: 'Court days' });
  await dialog.getByRole('button', { name: 'Add day' }).click();
  await expect(dialog.getByText('Choose the day.')).toBeVisible();
  await dialog.getByLabel('Day', { exact: true }).fill('2021-01-25');
  await dialog.getByLabel('Name', { exact: true }).fill('Court closed by a storm');
  await expectAccessible(page, 'court days');
  await keepScreens(page, 'court-days');
  await dialog.getByRole('button', { name: 'Add day' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove Court closed by a storm' })).toBeVisible();
  await page.keyboard.press('Escape');
  const due = async () =>
    valueOf<{ due: string }[]>(await callEngine(page, 'deadlines.list', { matterId }))[0]!.due;
  expect(await due()).toBe('2021-01-26');
  await page.keyboard.press('Control+Z');
  await expect.poll(due).toBe('2021-01-25');
});

test('rule packs show each rule with its source, and one’s own can be added and removed', async () => {
  await chooseInMenu(app.electron, 'deadlines.rules');
  const dialog = page.getByRole('dialog', { name: 'Rule packs' });
  await expect(dialog.getByRole('table')).toBeVisible();
  await dialog.getByRole('searchbox').fill('65(b)');
  await expect(dialog.getByRole('row', { name: /65\(b\)\(2\)/ }).first()).toBeVisible();
  await dialog.getByRole('searchbox').fill('');
  await dialog.getByRole('button', { name: /^Federal Rules of Civil Procedure/ }).click();
  // The court comes first, so that its letters find it.
  await page.keyboard.type('S.D. Cal');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The hearing of a noticed motion and its opposition')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /CivLR 7\.1\.e\.2/ })).toBeVisible();
  await expectAccessible(page, 'rule packs');
  await keepScreens(page, 'rule-packs');
});

test('a reminder that came due while the app was closed is told at the start, and can be put off', async () => {
  const inTwoHours = courtMinute(new Date(Date.now() + 120 * 60_000));
  const [replyId] = await addDates([['Reply in support of TRO motion', inTwoHours]]);
  await expect(
    page.getByRole('button', { name: /^Next deadline: Reply in support of TRO motion/ }),
  ).toBeVisible();
  const until = new Date(Date.now() + 500).toISOString();
  await callEngine(page, 'deadlines.snooze', { matterId, id: replyId, until });
  await expect
    .poll(async () => valueOf<unknown[]>(await callEngine(page, 'deadlines.reminders', { matterId })).length)
    .toBe(1);
  await chooseInMenu(app.electron, 'deadlines.reminders');
  const dialog = page.getByRole('dialog', { name: 'Reminders' });
  await expect(dialog.getByText('Reply in support of TRO motion')).toBeVisible();
  await expectAccessible(page, 'reminders');
  await keepScreens(page, 'reminders');
  await page.keyboard.press('Escape');
  await page.reload();
  const away = page.getByRole('dialog', { name: 'While you were away' });
  await expect(away).toBeVisible();
  await away.getByRole('button', { name: 'Snooze Reply in support of TRO motion' }).click();
  await page.getByRole('menuitem', { name: 'For an hour' }).click();
  await expect(away.getByText('No reminders due')).toBeVisible();
});

test('calendar and control sheet go to files', async () => {
  await addDates([['Response to TRO motion', '2021-01-12T17:00']]);
  const ics = join(matter.folder, 'deadlines.ics');
  await chooseInSaveDialog(app.electron, ics);
  await chooseInMenu(app.electron, 'deadlines.exportCalendar');
  await expect(page.getByText('Exported 1 event to deadlines.ics')).toBeVisible();
  expect(readFileSync(ics, 'utf8')).toContain('DTSTART;TZID=America/Los_Angeles:20210112T170000');
  const sheet = join(matter.folder, 'control.pdf');
  await chooseInSaveDialog(app.electron, sheet);
  await chooseInMenu(app.electron, 'deadlines.controlSheet');
  await expect(page.getByText('Exported the control sheet, 1 page, to control.pdf')).toBeVisible();
  expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');
});
