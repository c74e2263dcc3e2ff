import type { Page } from '@playwright/test';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../test-results/screens');

/**
 * Keeps a picture of the page in each appearance: test-results/screens/NAME-light.png and NAME-dark.png.
 *
 * @param name kebab-case name of the screen
 */
export async function keepScreens(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null });
}
