import { SourceUnreadable } from '../../objects/index.ts';
import type { PagePlan } from '../marks/index.ts';
import { openItem, type PdfOriginal } from '../source/open-item.ts';
import type { OpenOriginal } from '../assembly.ts';
import type { ContentState } from '../source/page-content.ts';
import { ContentsOfPages } from './contents-of-pages.ts';
import type { Exhibit, PlannedPages } from './exhibit.ts';

/**
 * Decides where the marks of a PDF's pages stand, before any of them is carried, as carrying them would.
 *
 * @returns null where something in it is not sound: whoever carries it then decides page by page, and meets what is broken
 * @throws what opening the original throws
 */
export async function planPages(
  exhibit: Exhibit,
  original: OpenOriginal,
  pdfiumWasmPath: string,
): Promise<PlannedPages | null> {
  try {
    const opened = await openItem('pdf', original, pdfiumWasmPath);
    try {
      return opened.kind === 'pdf' ? await planOpened(exhibit, opened) : null;
    } finally {
      opened.close();
    }
  } catch (error) {
    if (error instanceof SourceUnreadable) return null;
    throw error;
  } finally {
    original.close();
  }
}

async function planOpened(exhibit: Exhibit, opened: PdfOriginal): Promise<PlannedPages | null> {
  const plans: PagePlan[] = [];
  const states: ContentState[] = [];
  const contents = new ContentsOfPages(opened);
  for (let at = 0; at < exhibit.item.pages; at += 1) {
    const source = exhibit.sourceOf(at);
    if (!(source < opened.pages.length)) return null;
    const { content } = contents.take(source);
    plans.push(await exhibit.planOf(at, (other) => contents.see(exhibit.sourceOf(other))));
    states.push(content.state());
  }
  return opened.rewritten === null && opened.objects.problems.length > 0 ? null : { plans, states };
}
