import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails if axe finds anything against WCAG 2.2 A or AA on the page as it is, or two landmarks of one name, which a screen reader
 * lists without telling which is which.
 *
 * @param screen what is shown, for the message
 */
export function expectAccessible(page: Page, screen: string): Promise<void> {
  return expectNothingAgainst(page, screen, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    rules: { 'landmark-unique': { enabled: true } },
  });
}

/**
 * The same in light and in dark, which differ only in their colors. Those have contrast enough on every ground
 * (scripts/theme.test.mjs), so that axe looks at the dark ones in full runs alone.
 */
export async function expectAccessibleInBoth(page: Page, screen: string): Promise<void> {
  await expectAccessible(page, screen);
  if (process.env['FORTHWITH_TIER'] !== 'full') return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingAgainst(page, `${screen}, dark`, {
    runOnly: { type: 'rule', values: ['color-contrast'] },
  });
  await page.emulateMedia({ colorScheme: null });
}

type Rules = Pick<Parameters<AxeBuilder['options']>[0], 'runOnly' | 'rules'>;

async function expectNothingAgainst(page: Page, screen: string, rules: Rules): Promise<void> {
  await endOfFades(page);
  // Axe is brought into a page once: its source is large, and the builder brings it twice for each look.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Legacy mode: Electron cannot open the blank second page axe otherwise works in.
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
    .setLegacyMode(true)
    // Passing checks are not reported, which would take most of the time; style sheets are read only for a rule that is
    // not among these.
    .options({
      resultTypes: ['violations'],
      preload: { assets: ['media'] },
      ...rules,
    })
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`,
  );
  expect(found, `accessibility of ${screen}`).toEqual([]);
}

/** Waits until what fades in has its full colors: axe measures contrasts as they are at that moment. */
function endOfFades(page: Page): Promise<void> {
  return page.evaluate(async () => {
    // A fade begins a frame after what fades came.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const fades = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    // One that is cut off never finishes.
    await Promise.all(fades.map(({ finished }) => finished.catch(() => {})));
  });
}
