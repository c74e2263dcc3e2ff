import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type CommandId } from '../shared/contract/commands.ts';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { createFolder, type RunningApp } from './support/launch.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { openMatter, shareApp } from './support/shared-app.ts';
import { setZoom } from './support/screens.ts';

let folder: string;
let app: RunningApp;
let page: Page;

test.beforeAll(() => {
  folder = createFolder();
  forthwith('matter', 'sample', join(folder, 'sample.matter'));
  chmodSync(join(folder, 'sample.matter'), 0o666);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const beginJourney = shareApp();
test.beforeEach(async () => {
  app = await beginJourney();
  page = app.page;
  await openMatter(app, join(folder, 'sample.matter'));
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await page.screenshot({ path: info.outputPath('window.png') });
  await app.close();
});

const grid = (): Locator => page.locator('main [role="grid"], main [role="treegrid"]').first();

async function goTo(area: string): Promise<void> {
  const areas = page.getByRole('navigation', { name: 'Areas' });
  const button = areas.getByRole('button', { name: new RegExp(`^${area}`) });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'page');
}

/** What assistive tools are told, by the browser's own tree. */
interface Heard {
  readonly role: string;
  readonly name: string;
}

async function heardIn(session: CDPSession, element: Locator): Promise<Heard[]> {
  await element.evaluate((node) => node.setAttribute('data-heard', ''));
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('[data-heard]')`,
  });
  const { nodes } = await session.send('Accessibility.queryAXTree', {
    objectId: result.objectId!,
  });
  await element.evaluate((node) => node.removeAttribute('data-heard'));
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }));
}

test('lists are heard with a name, and each row with its words and its place among all', async () => {
  const session = await page.context().newCDPSession(page);
  for (const area of ['Docket', 'Deadlines', 'Evidence', 'Exhibits']) {
    await test.step(area, async () => {
      await goTo(area);
      const list = grid();
      // Rows appear before their text is read, and are rebuilt meanwhile: read again until all is there.
      await expect(async () => {
        await expect(list.getByRole('row').nth(1)).toBeVisible({ timeout: 5_000 });
        const heard = await heardIn(session, list);
        const [own] = heard;
        expect(own?.role, area).toMatch(/^(grid|treegrid)$/);
        expect(own?.name, area).not.toBe('');
        const rows = heard.filter(({ role }) => role === 'row');
        expect(rows.length, area).toBeGreaterThan(1);
        for (const { name } of rows) expect(name.trim(), `${area}: a row without words`).not.toBe('');
        for (const { role, name } of heard)
          if (['button', 'checkbox', 'columnheader'].includes(role))
            expect(name.trim(), `${area}: a ${role} without a name`).not.toBe('');
        // Positions come from the attributes that the tree is built from: rows in order, none twice, none past the end.
        const places = await list
          .getByRole('row')
          .evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
        const count = Number(await list.getAttribute('aria-rowcount'));
        expect(places, area).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        expect(places[0], area).toBe(1);
        expect(places.at(-1)!, area).toBeLessThanOrEqual(count);
      }).toPass({ timeout: 60_000 });
    });
  }
});

test('signs whose words have no room say what they do, to the pointer and to the keyboard', async () => {
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ width: 1_280, height: 800 }),
  );
  await goTo('Evidence');
  await grid().getByRole('row').nth(1).click();
  const tooltip = page.getByRole('tooltip');
  const flag = page.getByRole('button', { name: 'Flag', exact: true });
  await expect.poll(async () => (await flag.boundingBox())!.width, 'the sign alone').toBeLessThan(50);
  await flag.hover();
  await expect(tooltip).toHaveText('Flag');
  await page.mouse.move(0, 0);
  await expect(tooltip).toBeHidden();
  await page.getByRole('button', { name: 'Reviewed', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(tooltip).toHaveText('Flag');
});

test('what has the keyboard is seen to have it: tabs, and fields in the system’s own colors', async () => {
  await goTo('Exhibits');
  await grid().getByRole('row').nth(1).click();
  await page.keyboard.press('Enter');
  const tab = page.getByRole('tab', { name: 'Pages' });
  await tab.click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(tab).toBeFocused();
  await expect(tab).toHaveCSS('outline-style', 'solid');
  // The matter remembers that a set is open in it; the next journey begins with their list.
  await page.getByRole('button', { name: 'All exhibit sets' }).click();
  await expect(page.getByRole('heading', { name: 'Exhibit sets' })).toBeVisible();
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo('Docket');
  const filter = page.getByRole('searchbox', { name: 'Filter docket' });
  await filter.focus();
  await expect(filter).toHaveCSS('outline-style', 'solid');
});

test('the button that goes ahead is told from the others, also in the system’s own colors', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo('Docket');
  await chooseInMenu(app.electron, 'docket.add');
  const dialog = page.getByRole('dialog');
  const ground = (name: string | RegExp) =>
    dialog
      .getByRole('button', { name })
      .last()
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  await expect(dialog).toBeVisible();
  expect(await ground(/^Add/)).not.toBe(await ground('Cancel'));
  await page.keyboard.press('Escape');
});

test('the queue that is read is told from the others in the system’s own colors too', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo('Review');
  const queues = page.getByRole('navigation', { name: 'Queues' });
  await expect(queues.locator('[aria-current=true]')).toHaveCSS('outline-style', 'solid');
  await expect(queues.getByRole('button', { name: /^Conflicts/ })).toHaveCSS('outline-style', 'none');
});

test('a text that is cut is told whole where it is pointed at, and no other', async () => {
  await goTo('Docket');
  // As wide as the reader may be, so that the list has little room.
  const divider = page.getByRole('separator', { name: 'Width of the reader' });
  await divider.press('Home');
  const cell = (text: RegExp) => grid().getByRole('gridcell', { name: text }).first();
  await cell(/^VERIFIED COMPLAINT for injunctive relief/).hover();
  await expect(cell(/^VERIFIED COMPLAINT/)).toHaveAttribute('title', /^VERIFIED COMPLAINT for .*Parler LLC/);
  await cell(/^Civil Cover Sheet/).hover();
  await expect(cell(/^Civil Cover Sheet/)).not.toHaveAttribute('title');
  const agreement = cell(/Exhibit A, Services agreement excerpts$/);
  await agreement.hover();
  await expect(agreement).toHaveAttribute('title', 'Ex. A Exhibit A, Services agreement excerpts');
  // Once there is room for it, the tooltip is gone.
  await page.keyboard.press('Control+\\');
  await cell(/^Civil Cover Sheet/).hover();
  await agreement.hover();
  await expect(agreement).not.toHaveAttribute('title');
  await page.keyboard.press('Control+\\');
  await divider.press('Enter');
  // The next journey begins as this one ends: the matter knows that the reader is shown.
  const frame = { matterId: await openMatterId(page), view: 'frame' };
  await expect
    .poll(async () => valueOf(await callEngine(page, 'settings.view.get', frame)))
    .toMatchObject({ isReaderShown: true });
});

test('panes are set apart, and today is told from other days, in the system’s own colors too', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo('Deadlines');
  await page.getByRole('radio', { name: 'Month' }).click({ force: true });
  const ground = (element: Locator) => element.evaluate((each) => getComputedStyle(each).backgroundColor);
  const today = page.locator('[role=gridcell][aria-current=date] > [aria-hidden]').first();
  expect(await ground(today)).not.toBe(await ground(page.locator('body')));
  const line = await ground(page.getByRole('separator', { name: 'Width of the reader' }));
  expect(line).toBe(await page.locator('body').evaluate((body) => getComputedStyle(body).color));
  await page.getByRole('radio', { name: 'Agenda' }).click({ force: true });
});

test('no heading of an area is a level below one that is not there, with an item chosen', async () => {
  for (const area of ['Docket', 'Deadlines', 'TRO desk', 'Evidence', 'Exhibits', 'Review'])
    await test.step(area, async () => {
      await goTo(area);
      if (area !== 'TRO desk') await grid().getByRole('row').nth(1).click();
      await expect(page.locator('main h2').first()).toBeAttached();
      if (area === 'Evidence')
        await expect(page.getByRole('heading', { name: 'Custody history' })).toBeVisible();
      const levels = await page
        .getByRole('heading')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      for (const [at, level] of levels.entries())
        expect(level, `${area}: ${levels.join(' ')}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
});

test('a title in review has the room that no code takes', async () => {
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ width: 1_280, height: 800 }),
  );
  await goTo('Review');
  const title = grid().getByTitle('Motion for temporary restraining order', { exact: true });
  await expect(title).toBeVisible();
  expect(await title.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('text and controls are as large as they were set, also in the next window', async () => {
  const scale = () => page.evaluate(() => devicePixelRatio);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: /Size of text and controls/ }).click();
  await page.getByRole('option', { name: '200%' }).click();
  await expect.poll(scale).toBe(2);
  // The whole dialog fits into half the room now, and its buttons can be reached.
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, 'settings, at twice the size');
  await page.keyboard.press('Escape');
  await setZoom(app, 1);
  await page.reload();
  await expect.poll(scale).toBe(2);
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
});

/** Commands that the menu shows as enabled: some component handles them. */
function answered(): Promise<string[]> {
  return app.electron.evaluate(
    ({ Menu }, ids) => ids.filter((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled === true),
    Object.keys(commands),
  );
}

/** Commands that need more than an area with a selection; other journeys cover them. */
const elsewhere: readonly CommandId[] = [
  'matter.lock',
  // Of an entry that an import gave.
  'docket.markUnread',
  'history.undo',
  'history.redo',
  // Of a set that was built.
  'exhibits.checkFiling',
  'exhibits.checkAsFiled',
  'search.nextHit',
  'search.previousHit',
  'reader.coverAlone',
  'reader.nextTab',
  'reader.previousTab',
  'reader.join',
  'reader.moveToOther',
  'argument.factFromWords',
  'notes.highlight',
  'notes.underline',
  'notes.noteOnWords',
];

test('every command can be chosen somewhere: none stands in the menu and the palette that nobody answers', async () => {
  const seen = new Set<string>(elsewhere);
  const chooseFirst = async (): Promise<void> => {
    await grid().getByRole('row').nth(1).click();
    await page.keyboard.press('Enter');
  };
  const places: readonly (readonly [area: string, sign: CommandId, begin: () => Promise<void>])[] = [
    ['Docket', 'docket.move', chooseFirst],
    ['Deadlines', 'deadlines.viewWeek', chooseFirst],
    ['TRO', 'tro.record', async () => undefined],
    ['Evidence', 'evidence.export', chooseFirst],
    // Its first exhibit is chosen once the set is there.
    ['Exhibits', 'exhibits.withdraw', chooseFirst],
    ['Notes', 'notes.export', async () => undefined],
    [
      'Review',
      'review.hot',
      () => page.getByRole('navigation', { name: 'Queues' }).getByRole('button').first().click(),
    ],
  ];
  for (const [area, sign, begin] of places) {
    await goTo(area);
    await begin();
    // The menu is told of it a moment later.
    await expect.poll(answered, area).toContain(sign);
    // Others come with what the area opens.
    const learn = async () => {
      const known = seen.size;
      for (const id of await answered()) seen.add(id);
      return seen.size - known;
    };
    await expect.poll(learn, { intervals: [250] }).toBe(0);
  }
  expect(Object.keys(commands).filter((id) => !seen.has(id))).toEqual([]);
});
