import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBoth } from './support/axe.ts';
import { callEngine, valueOf } from './support/engine.ts';
import {
  courtMinute,
  dated,
  dayFromToday,
  openDeadlinesMatter,
  type DeadlinesMatter,
} from './support/deadlines-matter.ts';
import { expectOneScrollBar, keepScreens, setZoom } from './support/screens.ts';
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

test('what is due next stands first; groups, filters and marks tell the rest', async () => {
  const soon = new Date(Date.now() + 3.2 * 3_600_000);
  const inHours = courtMinute(soon);
  const [orderId] = await matter.addEntries([
    { number: 7, text: 'ORDER setting hearing', filer: 'Court', filedOn: dayFromToday(0) },
  ]);
  const ids = await matter.addDeadlines([
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
      matterId: matter.matterId,
      id: ids[3],
      due: `${dayFromToday(20)}T12:00`,
      entryId: orderId,
      note: 'Moved up at the conference',
    }),
  );
  valueOf(
    await callEngine(page, 'deadlines.setStatus', {
      matterId: matter.matterId,
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
  await expectAccessibleInBoth(matter.page, 'agenda of deadlines');
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
  await expectAccessibleInBoth(matter.page, 'row menu of deadlines');
  await keepScreens(page, 'deadlines-menu');
  await page.getByRole('menuitem', { name: 'Not needed' }).click();
  await expect(page.getByText('Marked “Courtesy copy” not needed')).toBeVisible();
  await expect(next).not.toContainText('past due');
  await page.keyboard.press('Control+z');
  await expect(next).toContainText('1 past due');

  await row(/Initial disclosures/).click();
  await expect(details()).toContainText('Moved up at the conference');
  await expect(details().locator('s').first()).toBeVisible();
  await expectAccessibleInBoth(matter.page, 'details of an overridden deadline');
  await keepScreens(page, 'deadlines-details-override');
  await page.keyboard.press('Control+\\');
  await keepScreens(page, 'deadlines-wide');
  await matter.setSize(1600, 850);
  await expect(row(/Opposition to motion/).getByTitle('Ines Okafor', { exact: true })).toBeVisible();
  await matter.setSize(800, 600);
  const title = row(/Call the clerk/).getByTitle('Call the clerk about the hearing', { exact: true });
  await expect
    .poll(() =>
      title.evaluate((cell) => [cell.scrollWidth - cell.clientWidth, cell.scrollHeight - cell.clientHeight]),
    )
    .toEqual([0, 0]);
  await keepScreens(page, 'deadlines-narrow');
  await matter.setSize(1360, 850);
  const zoomTo = (factor: number) => setZoom(matter.app, factor);
  await zoomTo(2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
  await expect(details()).toBeVisible();
  await expectOneScrollBar(grid());
  await zoomTo(4);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(350);
  // What is past due and what is next push nothing out of the window.
  await expect(page.getByRole('button', { name: '1 past due. Show the deadlines' })).toBeInViewport({
    ratio: 1,
  });
  await expect(page.getByRole('button', { name: 'Settings' })).toBeInViewport({ ratio: 1 });
  await zoomTo(1);
  await matter.setSize(800, 600);
  await page.keyboard.press('Escape');
  await keepScreens(page, 'deadlines-narrow-list');
});

test('by keyboard alone: a deadline is found, opened, edited, done with its proof, deleted and brought back', async () => {
  await matter.addDeadlines([
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
  await expectAccessibleInBoth(matter.page, 'mark done dialog');
  await keepScreens(page, 'deadline-done');
  await page.keyboard.press('Enter');
  await expect(done).toBeHidden();
  await expect(details()).toContainText('Filed through ECF');
  await expect(grid()).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(page.getByText('Deleted “Reply brief in support”', { exact: true })).toBeVisible();
  await expect(row(/Reply brief/)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(row(/Reply brief in support/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(/^Done 1/)).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await expect(row(/^Done 1/)).toBeVisible();
});

test('a trigger that moves shows before and after, until one takes note; an order overrides and both stay visible', async () => {
  const [complaintId] = await matter.addEntries([
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
    await callEngine(page, 'docket.update', {
      matterId: matter.matterId,
      id: complaintId,
      fields: { filedOn: '2026-10-05' },
    }),
  );
  await expect(row(/Serve the summons/)).toContainText('Moved');
  await row(/Serve the summons/).click();
  const moved = details().getByRole('region', { name: 'The date moved' });
  await expect(moved).toContainText('Wed, Dec 30, 2026');
  await expect(moved).toContainText('Mon, Jan 4, 2027');
  await expect(moved.getByRole('button', { name: /Entry 1, go to it/ })).toBeVisible();
  await expectAccessibleInBoth(matter.page, 'moved deadline');
  await keepScreens(page, 'deadlines-moved');
  await moved.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(moved).toBeHidden();

  await details().getByRole('button', { name: 'Court order sets another time…' }).click();
  const order = page.getByRole('dialog', { name: /^A court’s order sets another time/ });
  await order.getByLabel(/New time/).fill('2/1/2027 noon');
  await order.getByRole('button', { name: /Choose entry/ }).click();
  await page
    .getByRole('dialog', { name: 'Choose the docket entry' })
    .getByRole('row', { name: /ORDER extending/ })
    .dblclick();
  await order.getByLabel('Note').fill('For good cause');
  await expectAccessibleInBoth(matter.page, 'override dialog');
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
  await expectAccessibleInBoth(matter.page, 'deadlines of a docket entry');
  await keepScreens(page, 'docket-entry-deadlines');
  await linked.getByRole('button', { name: /Go to deadline Serve the summons/ }).click();
  await expect(row(/Serve the summons/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+z');
  await expect(byOrder).toBeHidden();
});

test('a thousand deadlines are listed without drawing them all, and the keyboard reaches the last', async () => {
  await matter.addDeadlines(
    Array.from({ length: 1_000 }, (_, index) => ({
      title: `Paper ${index + 1} of a long and patient litigation`,
      trigger: dated(dayFromToday(2 + index)),
    })),
  );
  // The headings of the next seven days and of later ones are among them.
  await expect(grid()).toHaveAttribute('aria-rowcount', '1003');
  expect(await grid().getByRole('row').count()).toBeLessThan(60);
  await grid().focus();
  await page.keyboard.press('End');
  await expect(row(/Paper 1000 of/)).toBeInViewport();
  await page.keyboard.press('Control+4');
  await expect(grid()).toBeHidden();
  await page.keyboard.press('Control+2');
  await expect(grid()).toBeFocused();
  await expect(row(/Paper 1000 of/)).toBeInViewport();
  await page.getByRole('searchbox', { name: 'Filter deadlines' }).fill('paper 512');
  await expect(row(/Paper 512 of/)).toBeVisible();
  await expect(page.getByText('1 of 1,000 deadlines')).toBeVisible();
});

test('where the law is unsettled, the safe time stands beside what else a court may hold', async () => {
  await matter.addDeadlines([
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
  await expectAccessibleInBoth(matter.page, 'an unsettled deadline');
  await unsettled.scrollIntoViewIfNeeded();
  await keepScreens(page, 'deadlines-unsettled');
});

test('a dialog opened from a row’s menu gives the focus back to the list', async () => {
  await matter.addDeadlines([{ title: 'Opposition to the motion', trigger: dated(dayFromToday(2)) }]);
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Mark done/ }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(grid()).toBeFocused();
});

test('a dialog closes with its matter, and does not come back in the one opened next', async () => {
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('dialog', { name: 'Add a deadline' })).toBeVisible();
  await callEngine(page, 'matter.close', { matterId: matter.matterId });
  await page.getByRole('button', { name: /^Fairwater LLC v. Northgate Hosting, Inc./ }).click();
  await expect(page.getByRole('heading', { name: 'No deadlines yet' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a paper for the court of appeals says until when its clerk takes it, earlier or later than the court’s midnight', async () => {
  const setCourt = async (court: string, timezone: string) =>
    valueOf(
      await callEngine(page, 'matter.update', {
        matterId: matter.matterId,
        fields: { court, timezone },
      }),
    );
  await setCourt('hid', 'Pacific/Honolulu');
  await matter.addDeadlines([
    {
      title: 'Response to the motion for a stay',
      source: 'rule',
      regime: 'frap',
      rule: {
        id: 'frap_motion_response',
        pack: 'frap',
        cite: 'Fed. R. App. P. 27(a)(3)(A)',
        title: 'Response to a motion in the court of appeals',
        kind: 'period',
        isExtendable: true,
        confidence: 'confirmed',
        source: 'the rule',
        note: '',
      },
      period: { count: 10, unit: 'days', direction: 'after', isCap: false },
      trigger: { kind: 'date', event: 'motion_served', at: '2031-12-05' },
    },
  ]);
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next).toContainText('10:00 PM HST by the circuit clerk’s clock (Pacific Time)');
  await row(/Response to the motion for a stay/).click();
  await expect(details()).toContainText('midnight: here Monday, December 15, 2031, 10:00 PM.');
  await expect(details()).toContainText('Fed. R. App. P. 26(a)(4)(B)');
  await keepScreens(page, 'deadline-circuit-clerk-earlier');

  await setCourt('gud', 'Pacific/Guam');
  await expect(next).toContainText('until the circuit clerk’s midnight, Tue, Dec 16, 2031, 6:00 PM');
  await expect(row(/Response to the motion for a stay/)).toContainText(/until 6:00 PM .* the next day/);
  await keepScreens(page, 'deadline-circuit-clerk-later');
});
