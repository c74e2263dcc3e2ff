import { expect, test, type Page } from '@playwright/test';
import ical from 'node-ical';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { createFolder, launchApp, type RunningApp } from './support/launch.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { wordsOfPdf } from './support/written-pdf.ts';
import { createReturningHome } from './support/seed.ts';
import { makeMatter } from './support/shared-app.ts';

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
  await setSize(1360, 850);
  // The minute after the motion was served.
  await setClock('2021-01-12T01:01:00.000Z');
  await makeMatter(app, join(folder, 'timeline.matter'), { court: 'wawd' });
  matterId = await openMatterId(page);
  const fields = { number: '2:21-cv-09999-ABC', timezone: 'America/Los_Angeles' };
  valueOf(await callEngine(page, 'matter.update', { matterId, fields }));
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
const details = () => page.getByRole('complementary', { name: 'Details' });
const steps = () => details().getByRole('region', { name: 'How it is counted' }).getByRole('listitem');
const byOrder = () => details().getByRole('region', { name: 'By order' });
const deadlineRow = (name: RegExp) =>
  page.getByRole('treegrid', { name: 'Deadlines' }).getByRole('row', { name });

const setSize = (width: number, height: number) => setWindowSize(app, width, height);

/** The window's clock; countdowns look at it when the window comes to the front. */
async function setClock(instant: string): Promise<void> {
  await page.evaluate((now) => {
    Date.now = () => now;
    window.dispatchEvent(new Event('focus'));
  }, Date.parse(instant));
}

/** The docket of the request, without any of its deadlines. */
const docket = [
  ['1', '2021-01-11', 'Fairwater LLC', 'VERIFIED COMPLAINT against Northgate Hosting, Inc.'],
  ['2', '2021-01-11', 'Fairwater LLC', 'MOTION for Temporary Restraining Order'],
  ['3', '2021-01-11', 'Fairwater LLC', 'CERTIFICATE OF SERVICE re 1 Complaint, 2 Motion'],
  ['4', '2021-01-11', 'Court', 'ORDER setting a schedule on 2 Motion'],
  ['5', '2021-01-12', 'Northgate Hosting, Inc.', 'RESPONSE to 2 Motion'],
  ['6', '2021-01-13', 'Fairwater LLC', 'REPLY in support of 2 Motion'],
  ['7', '2021-01-21', 'Court', 'ORDER denying 2 Motion'],
] as const;

interface Recording {
  readonly kind: string;
  readonly at: string;
  /** How the docket entry that shows it begins. */
  readonly entry?: RegExp;
  readonly served?: string;
  /** Times an order sets, by the label of their field. */
  readonly times?: Readonly<Record<string, string>>;
}

/** Records what happened in the dialog, as a paralegal does. */
async function record({ kind, at, entry, served, times = {} }: Recording): Promise<void> {
  await chooseInMenu(app.electron, 'tro.record');
  await choose(/What happened/, kind);
  await dialog().getByLabel('When').fill(at);
  if (served !== undefined) await choose(/How it was served/, served);
  for (const [label, time] of Object.entries(times))
    await dialog()
      .getByRole('textbox', { name: new RegExp(`^${label}`) })
      .fill(time);
  if (entry) {
    await dialog().getByRole('button', { name: 'Choose entry…' }).click();
    await page
      .getByRole('dialog', { name: 'Choose the docket entry' })
      .getByRole('row', { name: entry })
      .dblclick();
  }
  await dialog().getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog()).toBeHidden();
}

async function choose(label: RegExp, option: string): Promise<void> {
  const field = dialog().getByRole('button', { name: label });
  if ((await field.textContent())?.includes(option)) return;
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
  // The list is a dialog of its own until it has faded away.
  await expect(page.getByRole('option')).toHaveCount(0);
}

/** The calendar as another program reads it, by the title of each event. */
async function exportCalendar(name: string) {
  const file = join(folder, name);
  await chooseInSaveDialog(app.electron, file);
  await chooseInMenu(app.electron, 'deadlines.exportCalendar');
  await expect(
    page.getByText(new RegExp(`^Exported \\d+ events? to ${name.replaceAll('.', '\\.')}$`)),
  ).toBeVisible();
  const events = Object.values(ical.sync.parseICS(readFileSync(file, 'utf8'))).filter(
    (each) => each?.type === 'VEVENT',
  );
  return (title: string) => {
    const found = events.filter(({ summary }) => `${summary as string}`.includes(title));
    expect(found, `one event of “${title}”`).toHaveLength(1);
    const { uid, start, sequence, status, description, datetype } = found[0]!;
    return {
      uid,
      start: start.toISOString(),
      isDay: datetype === 'date',
      sequence: Number(sequence ?? 0),
      status,
      text: `${description as string}`,
    };
  };
}

test('from the filing at five o’clock to the order that denies: the rule’s hours, the order’s times, and how each was counted', async () => {
  valueOf(
    await callEngine(page, 'docket.add', {
      matterId,
      entries: docket.map(([number, filedOn, filer, text]) => ({
        number: Number(number),
        filedOn,
        filer,
        text,
      })),
    }),
  );
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { name: 'No request for a TRO yet' })).toBeVisible();

  await test.step('filed and served at 5:00 pm on 11 January 2021: LCR 65(b)(5) gives 24 and 48 hours', async () => {
    await record({ kind: 'Motion for TRO filed', at: '1/11/2021 5 pm', entry: /MOTION for Temporary/ });
    await record({
      kind: 'Motion served',
      at: '1/11/2021 5:00 PM',
      served: 'By hand',
      entry: /CERTIFICATE OF SERVICE/,
    });
    await expect(stage()).toContainText('Served');
    const intent = clockRow('Notice of intent to oppose the TRO motion');
    await expect(intent).toContainText('Tue, Jan 12, 2021, 5:00 PM PST');
    await expect(intent).toContainText('LCR 65(b)(5)');
    const response = clockRow('Response to the TRO motion');
    await expect(response).toContainText('Wed, Jan 13, 2021, 5:00 PM PST');
    await response.getByText('Arithmetic').click();
    await response.getByRole('button', { name: /Response to the TRO motion$/ }).click();

    // The same deadline in its own area, with each step of the count.
    await expect(details().getByRole('heading', { name: 'Response to the TRO motion' })).toBeVisible();
    await expect(details()).toContainText('Counsel must confirm every date.');
    await expect(steps().first()).toContainText('Mon, Jan 11, 2021, 5:00 PM PST');
    await expect(
      steps().filter({ hasText: '48 hours after Monday, January 11, 2021, 5:00 PM is Wednesday' }),
    ).toContainText('Fed. R. Civ. P. 6(a)(2)');
    await expect(steps().last()).toContainText('Wed, Jan 13, 2021, 5:00 PM PST');
    await expect(details()).toContainText('LCR 65(b)(5)');
    await expectAccessible(page, 'the rule’s 48 hours');
    await keepScreens(page, 'timeline-rule');
  });

  const asCounted = await exportCalendar('counted.ics');
  expect(asCounted('Response to the TRO motion')).toMatchObject({
    start: '2021-01-14T01:00:00.000Z',
    isDay: false,
    sequence: 0,
  });

  await test.step('the court’s order overrides: its times hold, and the rule’s stay in sight', async () => {
    await page.keyboard.press('Control+3');
    await record({
      kind: 'Court set a schedule',
      at: '1/11/2021 6:30 pm',
      entry: /ORDER setting a schedule/,
      times: {
        'Response by': '1/12/2021 5 pm',
        'Reply by': '1/13/2021',
        'Hearing at': '1/14/2021 10 am',
      },
    });
    const response = clockRow('Response to the TRO motion');
    await expect(response.getByText('Court’s order, entry 4, holds')).toBeVisible();
    await expect(response.locator('.line-through')).toHaveText('Wed, Jan 13, 2021, 5:00 PM PST');
    await expect(clockRow('Hearing of the TRO motion')).toContainText('Thu, Jan 14, 2021, 10:00 AM PST');
    await expect(clockRow('Reply on the TRO motion')).toContainText('Wed, Jan 13, 2021');
    // The rule alone gives this one, and no order changed it.
    await expect(clockRow('Notice of intent to oppose the TRO motion')).toContainText(
      'Tue, Jan 12, 2021, 5:00 PM PST',
    );
    await setClock('2021-01-12T10:00:00.000Z');
    await expect(desk().getByRole('timer')).toHaveText(/15\s*h\s*0\s*min\s*left/);
    await expectAccessible(page, 'desk at two in the morning');
    await keepScreens(page, 'timeline-desk');

    await page.keyboard.press('Control+2');
    await deadlineRow(/^.*Response to the TRO motion/).click();
    await expect(byOrder().locator('s')).toHaveText('Wed, Jan 13, 2021, 5:00 PM PST');
    await expect(byOrder().locator('strong')).toHaveText('Tue, Jan 12, 2021, 5:00 PM PST');
    await expect(steps().filter({ hasText: '48 hours after Monday' })).toHaveCount(1);
    await expect(byOrder().getByRole('button', { name: /Entry 4, go to it/ })).toBeVisible();
    await keepScreens(page, 'timeline-override');
  });

  await test.step('a calendar that took the rule’s time takes the order’s instead', async () => {
    const asOrdered = await exportCalendar('ordered.ics');
    const before = asCounted('Response to the TRO motion');
    const response = asOrdered('Response to the TRO motion');
    expect(response.uid).toBe(before.uid);
    expect(response.sequence).toBe(before.sequence + 1);
    expect(response.start).toBe('2021-01-13T01:00:00.000Z');
    expect(response.text).toContain('48 hours after');
    expect(response.text).toContain('Counsel must confirm every date.');
    expect(asOrdered('Hearing of the TRO motion')).toMatchObject({ start: '2021-01-14T18:00:00.000Z' });
    expect(asOrdered('Notice of intent to oppose')).toMatchObject({
      start: '2021-01-13T01:00:00.000Z',
      sequence: 0,
    });
    expect(asOrdered('Reply on the TRO motion')).toMatchObject({ isDay: true });
  });

  await test.step('response, reply and hearing meet their clocks; the order denying ends them', async () => {
    await page.keyboard.press('Control+3');
    await record({ kind: 'Response filed', at: '1/12/2021 4:40 pm', entry: /RESPONSE to/ });
    await expect(stage()).toContainText('Opposed');
    await setClock('2021-01-13T06:00:00.000Z');
    await expect(clockRow('Response to the TRO motion').getByText('Met', { exact: true })).toBeVisible();
    await record({ kind: 'Reply filed', at: '1/13/2021 3 pm', entry: /REPLY in support/ });
    await record({ kind: 'Hearing held', at: '1/14/2021 10 am' });
    await expect(stage()).toContainText('Heard');
    await setClock('2021-01-21T20:00:00.000Z');
    await record({ kind: 'TRO denied', at: '1/21/2021', entry: /ORDER denying/ });
    await expect(stage()).toContainText('Denied');
    await expect(desk().getByText('No clock is running')).toBeVisible();
    await expect(clockRow('Response to the TRO motion').locator('.line-through')).toHaveText(
      'Wed, Jan 13, 2021, 5:00 PM PST',
    );
    await keepScreens(page, 'timeline-denied');
  });

  await test.step('what was decided is kept: opened again, both versions stand, and the calendar drops what no longer runs', async () => {
    await app.close();
    app = await launchApp({ home, args: [join(folder, 'timeline.matter')] });
    ({ page } = app);
    await expect(stage()).toContainText('Denied');
    await page.keyboard.press('Control+2');
    await deadlineRow(/^.*Response to the TRO motion/).click();
    await expect(byOrder().locator('s')).toHaveText('Wed, Jan 13, 2021, 5:00 PM PST');
    await expect(byOrder().locator('strong')).toHaveText('Tue, Jan 12, 2021, 5:00 PM PST');
    const asDecided = await exportCalendar('decided.ics');
    expect(asDecided('Notice of intent to oppose')).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    const response = asDecided('Response to the TRO motion');
    expect(response.uid).toBe(asCounted('Response to the TRO motion').uid);
    expect(response.sequence).toBe(2);
  });
});

test('the certificate of notice is drafted from the log, with every effort, the service and the signer', async () => {
  await page.keyboard.press('Control+3');
  const efforts = [
    [
      'legal department of Northgate Hosting, Inc.',
      'e-mail',
      '1/10/2021 8:05 pm',
      'No answer by the time of filing',
    ],
    ['Rowan Pell, counsel for Northgate', 'telephone, 206-555-0100', '1/11/2021 7:40 am', 'Left a message'],
    [
      'Rowan Pell, counsel for Northgate',
      'e-mail with the draft motion',
      '1/11/2021 8:15 am',
      'Receipt confirmed',
    ],
  ] as const;
  for (const [who, how, at, result] of efforts) {
    await page.getByRole('button', { name: 'Log notice effort…' }).click();
    await dialog().getByLabel('Whom (required)').fill(who);
    await dialog().getByLabel('How', { exact: false }).first().fill(how);
    await dialog().getByLabel('When').fill(at);
    await dialog().getByLabel('By whom').fill('Ines Calder');
    await dialog().getByLabel('Result').fill(result);
    await dialog().getByRole('button', { name: 'Log', exact: true }).click();
    await expect(dialog()).toBeHidden();
  }
  await record({ kind: 'Motion for TRO filed', at: '1/11/2021 5 pm' });
  await record({ kind: 'Motion served', at: '1/11/2021 5 pm', served: 'By hand' });
  await page.getByRole('button', { name: 'More actions' }).last().click();
  await page.getByRole('menuitem', { name: 'Certificate details…' }).click();
  await dialog().getByLabel('Attorney who signs').fill('Ines Calder');
  await dialog().getByLabel('Bar number').fill('99999');
  await dialog().getByLabel('Firm').fill('Calder & Oyelaran PLLC');
  await dialog().getByLabel('Address, telephone and email').fill('1 Harbor Way, Seattle');
  await dialog().getByLabel('Attorney for').fill('Fairwater LLC');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog()).toBeHidden();

  const target = join(folder, 'certificate.pdf');
  await chooseInSaveDialog(app.electron, target);
  await chooseInMenu(app.electron, 'tro.certificate');
  const drafted = page.getByRole('dialog', { name: 'The certificate was drafted' });
  await expect(
    drafted.getByText('The date, the place and the signature are left for counsel.'),
  ).toBeVisible();
  await drafted.getByRole('button', { name: 'Close' }).last().click();
  const words = await wordsOfPdf(app, target);
  for (const said of [
    'United States District Court, Western District of Washington',
    '2:21-cv-09999-ABC',
    'On Sun, Jan 10, 2021, 8:05 PM PST, Ines Calder',
    'legal department of Northgate Hosting, Inc.',
    'On Mon, Jan 11, 2021, 7:40 AM PST, Ines Calder',
    'Rowan Pell, counsel for Northgate: telephone, 206-555-0100. Result: Left a message.',
    'Result: Receipt confirmed.',
    'The motion papers were served by hand on Mon, Jan 11, 2021, 5:00 PM PST',
    'Bar No. 99999',
    'Attorney for Fairwater LLC',
    'DRAFT',
  ])
    expect(words).toContain(said);
});
