import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { defaultSettings } from '../../shared/domain/default-settings.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog, readMenuItem } from './dialogs.ts';
import { callEngine, joinPorts, valueOf } from './engine.ts';
import { createFolder, launchApp, type RunningApp } from './launch.ts';
import { createReturningHome } from './seed.ts';

/** The app that runs for a whole file, and its window as it came. */
interface Started {
  readonly app: RunningApp;
  readonly home: string;
  readonly bounds: Electron.Rectangle;
  readonly innerSize: readonly [width: number, height: number];
}

/** What a journey works with. */
export interface Journey extends RunningApp {
  /** Room for its matter and for what it writes, gone with its end. */
  readonly folder: string;
}

/** The settings of someone who has used the app before and changed nothing. */
const settings: Settings = { ...defaultSettings, hasSeenSample: true };

/**
 * One app for all journeys of a file, for a start takes longer than most of them. Each journey finds it as after a start:
 * no matter open and none remembered, the settings and the window as they come, a page loaded anew. Closing what it was
 * given ends the journey: the matters close, and it fails if anything happened in the app that must not. A journey that
 * ends or kills processes, or looks at a start, starts an app of its own (`launchApp`).
 *
 * @returns what begins a journey, for a file's `beforeEach`
 * @example const beginJourney = shareApp(); test.beforeEach(async () => { app = await beginJourney(); });
 */
export function shareApp(): () => Promise<Journey> {
  let started: Started | null = null;
  test.afterAll(async () => {
    await started?.app.close();
    if (started) rmSync(started.home, { recursive: true, force: true });
  });
  return async () => {
    if (started) await makeAsStarted(started);
    else started = await start();
    const { app } = started;
    const folder = createFolder();
    const close = () => endJourney(app).finally(() => rmSync(folder, { recursive: true, force: true }));
    return { ...app, folder, close };
  };
}

/** Makes a matter as a person does, from the welcome screen. @param court as it is typed, left out for none */
export async function makeMatter(
  { electron, page }: RunningApp,
  path: string,
  { title = 'Fairwater LLC v. Northgate Hosting, Inc.', court = '' } = {},
): Promise<void> {
  await chooseInSaveDialog(electron, path);
  await page.getByRole('button', { name: 'New matter' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Court', { exact: true }).fill(court);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible();
}

/** Opens a matter as a person does, from the menu and the dialog; one that is open gives way to it. */
export async function openMatter({ electron, page }: RunningApp, path: string): Promise<void> {
  const open = async () =>
    valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {})).map(({ id }) => id);
  const before = await open();
  await chooseInOpenDialog(electron, path);
  await chooseInMenu(electron, 'matter.open');
  // The one before is closed once the window shows the new one: until then a click would still be in the old.
  await expect
    .poll(async () => {
      const ids = await open();
      return ids.length === 1 && !before.includes(ids[0]!);
    })
    .toBe(true);
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
}

/** Goes to an area by its button. @param area how the button's name begins */
export function goToArea(page: Page, area: string): Promise<void> {
  const areas = page.getByRole('navigation', { name: 'Areas' });
  return areas.getByRole('button', { name: new RegExp(`^${area}`) }).click();
}

async function start(): Promise<Started> {
  const home = createReturningHome();
  const app = await launchApp({ home });
  await expectWelcome(app);
  const bounds = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getBounds(),
  );
  return { app, home, bounds, innerSize: await readInnerSize(app.page) };
}

async function makeAsStarted({ app, bounds, innerSize }: Started): Promise<void> {
  const { electron, page } = app;
  const recents = valueOf<{ recentId: string }[]>(await callEngine(page, 'matter.listRecent', {}));
  for (const { recentId } of recents) valueOf(await callEngine(page, 'matter.forgetRecent', { recentId }));
  valueOf(await callEngine(page, 'settings.update', { patch: settings }));
  await electron.evaluate(({ BrowserWindow }, each) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    window.webContents.setZoomFactor(1);
    window.setBounds(each);
  }, bounds);
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  await page.evaluate(() => {
    window.forthwith.setTheme('system');
    // The new page enables its commands in the menu once it listens for them; until then none is enabled.
    window.forthwith.setMenuState({ undo: null, redo: null, disabled: ['matter.new'], shortcuts: {} });
  });
  await page.reload();
  await expectWelcome(app);
  await expect.poll(() => readInnerSize(page)).toEqual(innerSize);
  app.watch.forget();
}

async function endJourney({ page, watch }: RunningApp): Promise<void> {
  const wrong = watch.problems();
  const open = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}));
  for (const { id } of open) valueOf(await callEngine(page, 'matter.close', { matterId: id }));
  if (wrong.length > 0) throw new Error(`In the app, what must not happen:\n${wrong.join('\n')}`);
}

/** The welcome screen is shown, the menu knows that its commands can be used, and the journey can speak to the engine. */
async function expectWelcome({ electron, page }: RunningApp): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
  await expect.poll(async () => (await readMenuItem(electron, 'matter.new')).isEnabled).toBe(true);
  // The page takes new ports for a restart and drops pending calls: they are requested while none is pending.
  await joinPorts(page);
}

function readInnerSize(page: Page): Promise<[number, number]> {
  return page.evaluate(() => [innerWidth, innerHeight]);
}
