import { expect, type Locator, type Page } from '@playwright/test';
import { join, resolve } from 'node:path';
import type { RunningApp } from './launch.ts';

const folder = resolve(import.meta.dirname, '../../test-results/screens');

/**
 * Keeps a picture of the page in each appearance: test-results/screens/NAME-light.jpeg and NAME-dark.jpeg. None in CI.
 *
 * @param name kebab-case name of the screen
 * @param type png, which takes three times as long, where the documentation has a copy of it
 */
export async function keepScreens(page: Page, name: string, type: 'jpeg' | 'png' = 'jpeg'): Promise<void> {
  // Nobody looks at them there.
  if (process.env['CI']) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(folder, `${name}-${colorScheme}.${type}`);
    await page.screenshot({ path, type, animations: 'disabled', ...(type === 'jpeg' && { quality: 90 }) });
  }
  await page.emulateMedia({ colorScheme: null });
}

/** A list scrolls, and nothing around it does: with two scroll bars beside each other the wheel moves now one, now the other. */
export async function expectOneScrollBar(list: Locator): Promise<void> {
  const scrollersAround = () =>
    list.evaluate((element) => {
      let count = 0;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowY } = getComputedStyle(around);
        const canScroll = overflowY === 'auto' || overflowY === 'scroll';
        if (canScroll && around.scrollHeight > around.clientHeight) count += 1;
      }
      return count;
    });
  await expect.poll(scrollersAround, { message: 'elements that scroll around the list' }).toBe(0);
}

/** Makes what the window shows this large, in pixels. */
export function setWindowSize(
  { electron }: Pick<RunningApp, 'electron'>,
  width: number,
  height: number,
): Promise<void> {
  return electron.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setContentSize(w, h),
    [width, height] as const,
  );
}

/** Makes everything in the window so many times as large as by default. */
export function setZoom({ electron }: Pick<RunningApp, 'electron'>, factor: number): Promise<void> {
  return electron.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(zoom),
    factor,
  );
}
