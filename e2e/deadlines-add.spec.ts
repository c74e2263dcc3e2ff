import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth } from './support/axe.ts';
import { chooseInMenu } from './support/dialogs.ts';
import {
  dayFromToday,
  usDay,
  openDeadlinesMatter,
  type DeadlinesMatter,
} from './support/deadlines-matter.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp } from './support/shared-app.ts';

let matter: DeadlinesMatter;
let page: Page;

const beginJourney = shareApp();
test.beforeEach(async () => {
  matter = await openDeadlinesMatter(await beginJourney());
  ({ page } = matter);
});
test.afterEach(() => matter.close());

const grid = () => page.getByRole('treegrid', { name: 'Deadlines' });
const row = (name: RegExp) => grid().getByRole('row', { name });
const details = () => page.getByRole('complementary', { name: 'Details' });

test('an empty list says how to begin; a deadline is added by rule with its date counted while it is typed', async () => {
  await expect(page.getByRole('heading', { name: 'No deadlines yet' })).toBeVisible();
  await expectAccessibleInBoth(matter.page, 'empty deadlines');
  await keepScreens(page, 'deadlines-empty');

  await page.keyboard.press('Control+d');
  const dialog = page.getByRole('dialog', { name: 'Add a deadline' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await keepScreens(page, 'deadline-add-empty');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(dialog.getByText('Choose a rule, or count by an own period.')).toBeVisible();
  await dialog.getByRole('searchbox').fill('65(b)(5) response');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('LCR 65(b)(5)')).toBeVisible();
  const otherRule = dialog.getByRole('button', { name: 'Other rule…' });
  await expect(otherRule).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(otherRule).toBeFocused();
  await dialog.getByRole('radio', { name: 'A date', exact: true }).check({ force: true });
  await dialog.getByLabel(/^When/).fill('1/12/2021 5 pm');
  // Picked in the calendar, whose own window a journey cannot reach.
  await dialog.locator('input[type=date]').fill('2021-01-11', { force: true });
  await expect(dialog.getByLabel(/^When/)).toHaveValue('1/11/2021 5:00 pm');
  await expect(dialog.getByLabel(/^When/)).toBeFocused();
  const preview = dialog.getByRole('region', { name: 'Result' });
  await expect(preview).toContainText('Wed, Jan 13, 2021');
  await expect(preview).toContainText('5:00 PM PST');
  await expect(preview).toContainText('Counsel must confirm every date.');
  await expectAccessibleInBoth(matter.page, 'deadline dialog');
  await keepScreens(page, 'deadline-add');
  await dialog.getByLabel(/^When/).fill('1/11/2021');
  await dialog.getByLabel('Owner').focus();
  await expect(
    dialog.getByText('A period in hours runs from a minute. Give the time as well.'),
  ).toBeVisible();
  await dialog.getByLabel(/^When/).fill('1/11/2021 5 pm');
  await dialog.getByLabel('Owner').fill('Ines Okafor');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(/Response to the motion for a temporary restraining order/)).toBeVisible();
  await expect(grid()).toBeFocused();
  await expect(page.getByRole('region', { name: 'Past due' })).toContainText(
    '48 hours after service of the TRO motion',
  );
  await expectAccessibleInBoth(matter.page, 'deadlines');
  await keepScreens(page, 'deadlines-one');
});

test('the docket’s deadlines are proposed, ticked, added in one step and taken back', async () => {
  await matter.addEntries([
    {
      number: 1,
      text: 'COMPLAINT against Northgate Hosting, Inc. (Filing fee $ 402)',
      filer: 'Fairwater LLC',
      filedOn: dayFromToday(-12),
    },
    {
      number: 4,
      text: `SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on ${usDay(-5)}, answer due ${usDay(9)}.`,
      filer: 'Fairwater LLC',
      filedOn: dayFromToday(-4),
    },
    {
      number: 12,
      text: 'MOTION to Dismiss for Failure to State a Claim by Defendant Northgate Hosting, Inc.',
      filer: 'Northgate Hosting, Inc.',
      filedOn: dayFromToday(-1),
    },
    {
      number: 13,
      text: `ORDER setting a conference: Joint report due by ${usDay(20)}.`,
      filer: 'Court',
      filedOn: dayFromToday(-1),
    },
    {
      number: 14,
      text: 'ORDER VACATING 13 Order. Signed by Judge Bo Lim.',
      filer: 'Court',
      filedOn: dayFromToday(0),
    },
  ]);
  await chooseInMenu(matter.app.electron, 'deadlines.propose');
  const dialog = page.getByRole('dialog', { name: 'Deadlines from docket' });
  await expect(dialog.getByRole('heading', { name: 'Entry 4' })).toBeVisible();
  await expect(dialog.getByText('Printed by clerk').first()).toBeVisible();
  // The full reason why a date is not ticked is beside it.
  const vacated = dialog.getByRole('listitem').filter({ hasText: 'Entry 14 says' });
  await expect(vacated.getByRole('checkbox')).not.toBeChecked();
  await expectAccessibleInBoth(matter.page, 'proposed deadlines');
  await keepScreens(page, 'deadlines-propose');
  await vacated.scrollIntoViewIfNeeded();
  await keepScreens(page, 'deadlines-propose-vacated');
  await matter.setSize(800, 600);
  await expect(dialog.getByRole('button', { name: /^Add \d+ deadlines?$/ })).toBeInViewport();
  await keepScreens(page, 'deadlines-propose-narrow');
  await matter.setSize(1360, 850);
  // Three days for service by mail make another date, counted before it is added.
  const amend = dialog.getByRole('listitem').filter({ hasText: 'Amend once as a matter of course' }).first();
  const before = await amend.innerText();
  await amend.getByRole('button', { name: /Served by/ }).click();
  await page.getByRole('option', { name: 'Mail' }).click();
  await expect(amend).not.toContainText(before.split('\n')[0]!);
  await dialog.getByRole('button', { name: /^Add \d+ deadlines?$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Added \d+ deadlines?$/)).toBeVisible();
  await expect(grid()).toBeVisible();
  await row(/Printed by clerk/)
    .first()
    .click();
  await expectAccessibleInBoth(matter.page, 'details of a printed deadline');
  await keepScreens(page, 'deadlines-printed');
  // What an entry says against a deadline that was added stands on it, until someone has seen to it.
  await matter.addEntries([
    {
      number: 15,
      text: 'ORDER STAYING CASE. Signed by Judge Bo Lim.',
      filer: 'Court',
      filedOn: dayFromToday(0),
    },
  ]);
  await expect(row(/Answer: Northgate/)).toContainText('May not hold');
  await expect(details()).toContainText('Entry 15 says “ORDER STAYING CASE');
  await expectAccessibleInBoth(matter.page, 'a deadline that may not hold');
  await keepScreens(page, 'deadlines-doubted');
  await details().getByRole('button', { name: 'Acknowledge' }).click();
  await expect(row(/Answer: Northgate/)).not.toContainText('May not hold');
  for (const taken of ['the acknowledgment', 'the entry', 'the deadlines'])
    await test.step(`undo takes back ${taken}`, () => page.keyboard.press('Control+z'));
  await expect(page.getByRole('heading', { name: 'No deadlines yet' })).toBeVisible();
});

test('an agreement’s period, an own one and a date certain are counted as they are, and one runs from another', async () => {
  await page.keyboard.press('Control+d');
  const dialog = page.getByRole('dialog', { name: 'Add a deadline' });
  const preview = dialog.getByRole('region', { name: 'Result' });
  await dialog.getByText('By contract', { exact: true }).click();
  await dialog.getByLabel('Title').fill('Notice before termination');
  await dialog.getByLabel('Clause').fill('§ 7.2(b)');
  await dialog.getByRole('textbox', { name: 'Length' }).fill('30');
  await dialog.getByText('A date', { exact: true }).click();
  await dialog.getByLabel(/^When/).fill('Jan 8, 2027');
  await expect(preview).toContainText('Sun, Feb 7, 2027');
  await expectAccessibleInBoth(matter.page, 'deadline of a contract');
  await keepScreens(page, 'deadline-add-contract');
  await matter.setSize(800, 600);
  await expect(dialog.getByRole('button', { name: 'Add deadline' })).toBeInViewport();
  await keepScreens(page, 'deadline-add-narrow');
  await matter.setSize(1360, 850);
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(row(/Notice before termination/)).toBeVisible();
  await row(/Notice before termination/).click();
  await expect(details()).toContainText('Counted as the agreement says, not by Rule 6.');

  await page.keyboard.press('Control+d');
  await dialog.getByText('Own period', { exact: true }).click();
  await dialog.getByLabel('Title').fill('Papers to the client');
  await dialog.getByRole('textbox', { name: 'Length' }).fill('7');
  await dialog.getByRole('button', { name: /Direction$/ }).click();
  await page.getByRole('option', { name: 'before' }).click();
  await dialog.getByText('Another deadline', { exact: true }).click();
  await dialog.getByRole('button', { name: /Deadline it runs from$/ }).click();
  await page.getByRole('option', { name: /Notice before termination/ }).click();
  await expect(preview).toContainText('Fri, Jan 29, 2027');
  await expectAccessibleInBoth(matter.page, 'deadline that runs from another');
  await keepScreens(page, 'deadline-add-chain');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(row(/Papers to the client/)).toBeVisible();

  await page.keyboard.press('Control+d');
  await dialog.getByText('Date certain', { exact: true }).click();
  await dialog.getByLabel('Title').fill('Hearing');
  await dialog.getByLabel(/^Due/).fill('1/14/2027 10 am EST');
  await dialog.getByLabel('Owner').focus();
  await expect(dialog.getByText('Enter it as 1/11/2021, or 1/11/2021 5 pm.')).toBeVisible();
  await dialog.getByLabel(/^Due/).fill('1/14/2027 10 am PST');
  await expect(preview).toContainText('10:00 AM PST');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(dialog).toBeHidden();

  await expect(row(/^Open: .*Hearing/)).toBeVisible();
  await row(/Papers to the client/).click();
  await details().getByRole('button', { name: 'Go to deadline Notice before termination' }).click();
  await expect(row(/Notice before termination/)).toHaveAttribute('aria-selected', 'true');
  await details().getByLabel('Owner').fill('Ines Okafor');
  await page.keyboard.press('Enter');
  await details().getByRole('button', { name: 'Add reminder' }).click();
  await page.getByRole('menuitem', { name: '7 d before' }).click();
  await expect(details().getByRole('button', { name: 'Remove the reminder 7 d before' })).toBeVisible();
  await details().getByRole('button', { name: 'Snooze reminders' }).click();
  await page.getByRole('menuitem', { name: 'Remind again in an hour' }).click();
  await expect(details()).toContainText('Snoozed until');
  await expectAccessibleInBoth(matter.page, 'details of a contract deadline');
  await keepScreens(page, 'deadlines-details-contract');
});

test('a docket entry shows its deadlines, and more are added from it; where the entry is silent the time given holds', async () => {
  await matter.addEntries([
    {
      number: 2,
      text: 'MOTION for Temporary Restraining Order by Plaintiff Fairwater LLC',
      filer: 'Fairwater LLC',
      filedOn: '2021-01-11',
    },
  ]);
  await page.keyboard.press('Control+1');
  await page
    .getByRole('grid', { name: 'Docket' })
    .getByRole('row', { name: /MOTION/ })
    .click();
  const linked = details().getByRole('region', { name: 'Deadlines' });
  await expect(linked).toContainText('None linked.');
  await linked.getByRole('button', { name: 'Add deadline from this entry…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a deadline' });
  await expect(dialog.getByText(/^2 · MOTION/)).toBeVisible();
  await dialog.getByRole('searchbox').fill('65(b)(5) response');
  await dialog.getByRole('option', { name: /65\(b\)\(5\).* Response/ }).click();
  await dialog.getByLabel(/^When/).fill('1/11/2021 5 pm');
  await expect(dialog.getByText(/^The entry does not say when this happened/)).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Result' })).toContainText('Wed, Jan 13, 2021');
  await keepScreens(page, 'deadline-add-silent');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(linked.getByRole('button', { name: /Go to deadline Response/ })).toBeVisible();
  await linked.getByRole('button', { name: /Go to deadline Response/ }).click();
  await expect(row(/Response to the motion/)).toHaveAttribute('aria-selected', 'true');
  await expect(row(/Response to the motion/)).not.toContainText('Trigger undated');
  await expect(details().getByRole('button', { name: 'Entry 2, go to it' })).toBeVisible();
});
