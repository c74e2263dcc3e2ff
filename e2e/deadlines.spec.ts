import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { createReturningHome } from './support/seed.ts';

let home: string;
let folder: string;
let app: RunningApp;
let page: Page;
let matterId: string;

test.beforeEach(async () => {
  home = createReturningHome();
  folder = createFolder();
  app = await launchApp({ home });
  ({ page } = app);
  await chooseInSaveDialog(app.electron, join(folder, 'deadlines.matter'));
  await page.getByRole('button', { name: 'New matter' }).click();
  await page.getByLabel('Title').fill('Fairwater LLC v. Northgate Hosting, Inc.');
  await page.getByLabel('Court', { exact: true }).fill('wawd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible();
  matterId = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}))[0]!.id;
  await callEngine(page, 'matter.update', { matterId, fields: { timezone: 'America/Los_Angeles' } });
  await page.keyboard.press('Control+2');
});
test.afterEach(async () => {
  await app.close();
  for (const each of [home, folder]) rmSync(each, { recursive: true, force: true });
});

const grid = () => page.getByRole('treegrid', { name: 'Deadlines' });
const row = (name: RegExp) => grid().getByRole('row', { name });
const details = () => page.getByRole('complementary', { name: 'Details' });
const toast = (text: string) => page.getByText(text, { exact: true });

const setSize = (width: number, height: number) =>
  app.electron.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setContentSize(w, h),
    [width, height] as const,
  );

async function addEntries(entries: readonly Record<string, unknown>[]): Promise<string[]> {
  const added = valueOf<{ id: string }[]>(await callEngine(page, 'docket.add', { matterId, entries }));
  return added.map(({ id }) => id);
}

/** A day so many days from today, on the court's clock. */
function dayFromToday(days: number): string {
  const now = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(now);
}

const plain = {
  source: 'hand',
  rule: null,
  period: { count: 0, unit: 'fixed', direction: 'after', isCap: false },
  service: 'none',
  regime: 'frcp',
  contract: null,
  printed: null,
  actor: 'any',
  owner: '',
  note: '',
  entryId: null,
  evidenceId: null,
  reminders: [],
  troClock: null,
};

async function addDeadlines(deadlines: readonly Record<string, unknown>[]): Promise<string[]> {
  const added = valueOf<{ id: string }[]>(
    await callEngine(page, 'deadlines.add', {
      matterId,
      deadlines: deadlines.map((each) => ({ ...plain, ...each })),
    }),
  );
  return added.map(({ id }) => id);
}

/** Axe finds nothing in either appearance. */
async function expectBothAccessible(screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${screen}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

const dated = (at: string) => ({ kind: 'date', event: 'other', at });

test('an empty list says how to begin; a deadline is added by rule with its date counted while it is typed', async () => {
  await expect(page.getByRole('heading', { name: 'No deadlines yet' })).toBeVisible();
  await expectBothAccessible('empty deadlines');
  await keepScreens(page, 'deadlines-empty');

  await page.keyboard.press('Control+d');
  const dialog = page.getByRole('dialog', { name: 'Add a deadline' });
  await expect(dialog).toBeVisible();
  await keepScreens(page, 'deadline-add-empty');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(dialog.getByText('Choose a rule, or count by an own period.')).toBeVisible();
  await dialog.getByRole('searchbox').fill('65(b)(5) response');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('LCR 65(b)(5)')).toBeVisible();
  await dialog.getByRole('radio', { name: 'A date', exact: true }).check({ force: true });
  await dialog.getByLabel(/^When/).fill('1/11/2021 5 pm');
  const preview = dialog.getByRole('region', { name: 'Result' });
  await expect(preview).toContainText('Wed, Jan 13, 2021');
  await expect(preview).toContainText('5:00 PM PST');
  await expect(preview).toContainText('Counsel must confirm every date.');
  await expectBothAccessible('deadline dialog');
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
  await expect(page.getByRole('region', { name: 'Past due' })).toContainText(
    '48 hours after service of the TRO motion',
  );
  await expectBothAccessible('deadlines');
  await keepScreens(page, 'deadlines-one');
});

test('what is due next stands first; groups, filters and marks tell the rest', async () => {
  const soon = new Date(Date.now() + 3.2 * 3_600_000);
  const inHours = courtMinute(soon);
  const [orderId] = await addEntries([
    { number: 7, text: 'ORDER setting hearing', filer: 'Court', filedOn: dayFromToday(0) },
  ]);
  const ids = await addDeadlines([
    { title: 'Opposition to motion to compel', trigger: dated(dayFromToday(4)), owner: 'Ines Okafor' },
    { title: 'Call the clerk about the hearing', trigger: dated(inHours), owner: 'Tomás Reyes' },
    { title: 'Courtesy copy', trigger: dated(dayFromToday(-2)) },
    { title: 'Initial disclosures', trigger: dated(dayFromToday(40)) },
    {
      title:
        'Notice before termination of the hosting agreement, which is to be given in writing to the other party',
      source: 'contract',
      regime: 'contract',
      period: { count: 30, unit: 'days', direction: 'after', isCap: false },
      contract: { clause: '§ 7.2(b)', isFirstDayCounted: false, isBusinessDays: false, isRolled: false },
      trigger: { kind: 'date', event: 'contract_notice_given', at: dayFromToday(-10) },
    },
    { title: 'Jury demand', trigger: dated(dayFromToday(-5)) },
  ]);
  valueOf(
    await callEngine(page, 'deadlines.override', {
      matterId,
      id: ids[3],
      due: `${dayFromToday(20)}T12:00`,
      entryId: orderId,
      note: 'Moved up at the conference',
    }),
  );
  valueOf(
    await callEngine(page, 'deadlines.setStatus', {
      matterId,
      id: ids[5],
      status: 'done',
      proof: { at: dayFromToday(-6), note: 'Filed', entryId: null, evidenceId: null },
    }),
  );
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next.getByRole('heading')).toHaveText('Call the clerk about the hearing');
  await expect(next).toContainText(/in 3 h 1[0-2] min/);
  await expect(next).toContainText('1 past due');
  await expect(row(/^Past due/).first()).toBeVisible();
  await expect(row(/Courtesy copy/)).toContainText('ago');
  await expect(row(/Initial disclosures/)).toContainText('Order overrides');
  await expect(row(/Notice before termination/)).toContainText('Contract');
  await expectBothAccessible('agenda of deadlines');
  await keepScreens(page, 'deadlines-agenda');

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('okafor');
  await expect(grid().getByRole('row', { name: /ago|in / })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Status$/ }).click();
  await page.getByRole('option', { name: /^Done/ }).click();
  await expect(row(/Jury demand/)).toBeVisible();
  await expect(row(/Courtesy copy/)).toBeHidden();
  await page.getByRole('searchbox', { name: 'Filter deadlines' }).fill('nothing of the sort');
  await expect(page.getByRole('heading', { name: 'No deadline matches' })).toBeVisible();
  await keepScreens(page, 'deadlines-no-match');
  await page.getByRole('button', { name: 'Show all deadlines' }).click();

  await row(/Courtesy copy/).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Mark done…' })).toBeVisible();
  await expectBothAccessible('row menu of deadlines');
  await keepScreens(page, 'deadlines-menu');
  await page.getByRole('menuitem', { name: 'Not needed' }).click();
  await expect(page.getByText('Marked “Courtesy copy” not needed')).toBeVisible();
  await expect(next).not.toContainText('past due');
  await page.keyboard.press('Control+z');
  await expect(next).toContainText('1 past due');

  await row(/Initial disclosures/).click();
  await expect(details()).toContainText('Moved up at the conference');
  await expect(details().locator('s').first()).toBeVisible();
  await expectBothAccessible('details of an overridden deadline');
  await keepScreens(page, 'deadlines-details-override');
  await page.keyboard.press('Control+\\');
  await keepScreens(page, 'deadlines-wide');
  await setSize(800, 600);
  await keepScreens(page, 'deadlines-narrow');
  await page.keyboard.press('Escape');
  await keepScreens(page, 'deadlines-narrow-list');
});

/** An instant as a minute of the court's clock. */
function courtMinute(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Los_Angeles',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at)
    .replace(' ', 'T');
}

test('by keyboard alone: a deadline is found, opened, edited, done with its proof, deleted and brought back', async () => {
  await addDeadlines([
    { title: 'Reply brief', trigger: dated(dayFromToday(3)) },
    { title: 'Opposition brief', trigger: dated(dayFromToday(2)) },
  ]);
  await expect(row(/Reply brief/)).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('reply');
  await expect(row(/Opposition brief/)).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row(/Reply brief/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(details()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid()).toBeFocused();
  await page.keyboard.press('e');
  const edit = page.getByRole('dialog', { name: 'Edit “Reply brief”' });
  await edit.getByLabel('Title').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' in support');
  await page.keyboard.press('Enter');
  await expect(row(/Reply brief in support/)).toBeVisible();
  await expect(edit).toBeHidden();
  await expect(grid()).toBeFocused();

  await page.keyboard.press('Space');
  const done = page.getByRole('dialog', { name: 'Mark “Reply brief in support” done' });
  await expect(done.getByLabel(/^Done/)).toBeFocused();
  await done.getByLabel('How it was met').focus();
  await page.keyboard.type('Filed through ECF');
  await expectBothAccessible('mark done dialog');
  await keepScreens(page, 'deadline-done');
  await page.keyboard.press('Enter');
  await expect(done).toBeHidden();
  await expect(details()).toContainText('Filed through ECF');
  await expect(grid()).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(toast('Deleted “Reply brief in support”')).toBeVisible();
  await expect(row(/Reply brief/)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(row(/Reply brief in support/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(/^Done 1/)).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await expect(row(/^Done 1/)).toBeVisible();
});

test('a trigger that moves shows before and after, until one takes note; an order overrides and both stay visible', async () => {
  const [complaintId, orderId] = await addEntries([
    {
      number: 1,
      text: 'COMPLAINT against Northgate Hosting, Inc.',
      filer: 'Fairwater LLC',
      filedOn: '2026-10-01',
    },
    { number: 9, text: 'ORDER extending the time for service', filer: 'Court', filedOn: '2026-10-20' },
  ]);
  await page.keyboard.press('Control+d');
  const dialog = page.getByRole('dialog', { name: 'Add a deadline' });
  await dialog.getByRole('searchbox').fill('4(m)');
  await dialog.getByRole('option', { name: /4\(m\)/ }).click();
  await dialog.getByRole('button', { name: /Choose entry/ }).click();
  await page
    .getByRole('dialog', { name: 'Choose the docket entry' })
    .getByRole('row', { name: /COMPLAINT/ })
    .dblclick();
  const preview = dialog.getByRole('region', { name: 'Result' });
  await expect(preview).toContainText('Wed, Dec 30, 2026');
  await expect(dialog.getByText('Read from the entry. It moves with the entry.')).toBeVisible();
  await keepScreens(page, 'deadline-add-entry');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(row(/Serve the summons/)).toBeVisible();

  valueOf(
    await callEngine(page, 'docket.update', { matterId, id: complaintId, fields: { filedOn: '2026-10-05' } }),
  );
  await expect(row(/Serve the summons/)).toContainText('Moved');
  await row(/Serve the summons/).click();
  const moved = details().getByRole('region', { name: 'The date moved' });
  await expect(moved).toContainText('Wed, Dec 30, 2026');
  await expect(moved).toContainText('Mon, Jan 4, 2027');
  await expect(moved.getByRole('button', { name: /Entry 1, go to it/ })).toBeVisible();
  await expectBothAccessible('moved deadline');
  await keepScreens(page, 'deadlines-moved');
  await moved.getByRole('button', { name: 'Take note' }).click();
  await expect(moved).toBeHidden();

  await details().getByRole('button', { name: 'Court order sets another time…' }).click();
  const order = page.getByRole('dialog', { name: /^A court’s order sets another time/ });
  await order.getByLabel(/New time/).fill('2/1/2027 noon');
  await order.getByRole('button', { name: /Choose entry/ }).click();
  await page
    .getByRole('dialog', { name: 'The order' })
    .getByRole('row', { name: /ORDER extending/ })
    .dblclick();
  await order.getByLabel('Note').fill('For good cause');
  await expectBothAccessible('override dialog');
  await keepScreens(page, 'deadline-override');
  await order.getByRole('button', { name: 'Set the order’s time' }).click();
  const byOrder = details().getByRole('region', { name: 'By order' });
  await expect(byOrder.locator('s')).toHaveText('Mon, Jan 4, 2027');
  await expect(byOrder).toContainText('Mon, Feb 1, 2027, 12:00 PM PST');
  await expect(row(/Serve the summons/)).toContainText('Order overrides');

  await byOrder.getByRole('button', { name: /Entry 9, go to it/ }).click();
  await expect(
    page.getByRole('grid', { name: 'Docket' }).getByRole('row', { name: /ORDER extending/ }),
  ).toHaveAttribute('aria-selected', 'true');
  const linked = details().getByRole('region', { name: 'Deadlines' });
  await expect(linked.getByRole('button', { name: /Go to deadline Serve the summons/ })).toBeVisible();
  await expectBothAccessible('deadlines of a docket entry');
  await keepScreens(page, 'docket-entry-deadlines');
  await linked.getByRole('button', { name: /Go to deadline Serve the summons/ }).click();
  await expect(row(/Serve the summons/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+z');
  await expect(byOrder).toBeHidden();
  expect(orderId).toBeTruthy();
});

test('the docket’s deadlines are proposed, ticked, added in one step and taken back', async () => {
  await addEntries([
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
  ]);
  await chooseInMenu(app.electron, 'deadlines.propose');
  const dialog = page.getByRole('dialog', { name: 'Deadlines from docket' });
  await expect(dialog.getByRole('heading', { name: 'Entry 4' })).toBeVisible();
  await expect(dialog.getByText('Printed by clerk').first()).toBeVisible();
  await expectBothAccessible('proposed deadlines');
  await keepScreens(page, 'deadlines-propose');
  await setSize(800, 600);
  await expect(dialog.getByRole('button', { name: /^Add \d+ deadlines?$/ })).toBeInViewport();
  await keepScreens(page, 'deadlines-propose-narrow');
  await setSize(1360, 850);
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
  await expectBothAccessible('details of a printed deadline');
  await keepScreens(page, 'deadlines-printed');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'No deadlines yet' })).toBeVisible();
});

/** A day so many days from today, as clerks write it: 1/11/2021. */
function usDay(days: number): string {
  const [year, month, day] = dayFromToday(days).split('-').map(Number);
  return `${month}/${day}/${year}`;
}

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
  await expectBothAccessible('deadline of a contract');
  await keepScreens(page, 'deadline-add-contract');
  await setSize(800, 600);
  await expect(dialog.getByRole('button', { name: 'Add deadline' })).toBeInViewport();
  await keepScreens(page, 'deadline-add-narrow');
  await setSize(1360, 850);
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
  await expectBothAccessible('deadline that runs from another');
  await keepScreens(page, 'deadline-add-chain');
  await dialog.getByRole('button', { name: 'Add deadline' }).click();
  await expect(row(/Papers to the client/)).toBeVisible();

  await page.keyboard.press('Control+d');
  await dialog.getByText('Date certain', { exact: true }).click();
  await dialog.getByLabel('Title').fill('Hearing');
  await dialog.getByLabel(/^Due/).fill('1/14/2027 10 am EST');
  await dialog.getByLabel('Owner').focus();
  await expect(dialog.getByText('Write it as 1/11/2021, or 1/11/2021 5 pm.')).toBeVisible();
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
  await expectBothAccessible('details of a contract deadline');
  await keepScreens(page, 'deadlines-details-contract');
});

test('a docket entry shows its deadlines, and more are added from it; where the entry is silent the time given holds', async () => {
  await addEntries([
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
  await dialog.getByRole('option', { name: /65\(b\)\(5\) Response/ }).click();
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

test('a thousand deadlines are listed without drawing them all, and the keyboard reaches the last', async () => {
  await addDeadlines(
    Array.from({ length: 1_000 }, (_, index) => ({
      title: `Paper ${index + 1} of a long and patient litigation`,
      trigger: dated(dayFromToday(2 + index)),
    })),
  );
  // The headings of the next seven days and of what is later stand among them.
  await expect(grid()).toHaveAttribute('aria-rowcount', '1003');
  expect(await grid().getByRole('row').count()).toBeLessThan(60);
  await grid().focus();
  await page.keyboard.press('End');
  await expect(row(/Paper 1000 of/)).toBeInViewport();
  await page.getByRole('searchbox', { name: 'Filter deadlines' }).fill('paper 512');
  await expect(row(/Paper 512 of/)).toBeVisible();
  await expect(page.getByText('1 of 1,000 deadlines')).toBeVisible();
});

test('where the law is unsettled, the safe time stands beside what else a court may hold', async () => {
  await addDeadlines([
    {
      title: 'The restraining order runs out',
      source: 'hand',
      period: { count: 14, unit: 'days', direction: 'after', isCap: true },
      trigger: { kind: 'date', event: 'tro_entered', at: '2027-01-09T15:20' },
    },
  ]);
  await row(/The restraining order runs out/).click();
  const unsettled = details().getByRole('region', { name: 'What a court might hold instead' });
  await expect(unsettled).toContainText('To be safe, act by Sat, Jan 23, 2027');
  await expect(unsettled).toContainText('Mon, Jan 25, 2027');
  await expect(row(/The restraining order runs out/)).toContainText('Unsettled');
  await expectBothAccessible('an unsettled deadline');
  await unsettled.scrollIntoViewIfNeeded();
  await keepScreens(page, 'deadlines-unsettled');
});
