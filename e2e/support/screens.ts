import type { Page } from '@playwright/test';
import { join, resolve } from 'node:path';

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
