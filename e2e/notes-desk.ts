import type { Page } from '@playwright/test';
import { callEngine, valueOf } from './support/engine.ts';

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

/** Lays notes into the matter, for what is looked at rather than made. */
export async function addNotes(
  page: Page,
  matterId: string,
  title: string,
  made: readonly { kind: string; anchor: object; fields?: object }[],
): Promise<void> {
  const found = valueOf<{ ids: string[] }>(
    await callEngine(page, 'evidence.find', { matterId, filter: { words: title } }),
  );
  for (const each of made)
    valueOf(await callEngine(page, 'notes.add', { matterId, evidenceId: found.ids[0], fields: {}, ...each }));
}
