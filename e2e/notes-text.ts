import type { Page } from '@playwright/test';

/** A letter as plain text. */
export const letter = `Dear Mr. Haas,

The account of Fairwater LLC was suspended without the thirty days of notice that section 9 of the agreement promises.
We ask that service be restored by noon on Monday.

Sincerely,
A. Reyes
`;

/** Selects words of a text as someone does by mouse. */
export async function selectInText(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('[data-part]')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted);
      if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

/** The words of a text that are marked in a style. */
export function markedInText(page: Page, style: string): Promise<string[]> {
  return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), style);
}
