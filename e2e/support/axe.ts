import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails if axe finds anything against WCAG 2.2 A or AA on the page as it is.
 *
 * @param screen what is shown, for the message
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Legacy mode: Electron cannot open the blank second page axe otherwise works in.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`,
  );
  expect(found, `accessibility of ${screen}`).toEqual([]);
}
