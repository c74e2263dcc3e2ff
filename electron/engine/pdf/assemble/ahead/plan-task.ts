import { join } from 'node:path';
import type { WorkerContext } from '../../../jobs/worker-thread.ts';
import { warmShelf } from '../../draw/font-shelf.ts';
import { withSource, type SourceLocation } from '../../pdf-source.ts';
import { ContentsOfPages } from '../binding/carry/contents-of-pages.ts';
import { ExhibitMarks, type MarkedItem, type PagePlan } from '../marks/index.ts';
import type { AssembleItem, MarkStyle } from '../plan.ts';
import { openAsItStands } from '../source/open-item.ts';
import type { ContentState } from '../source/page-content.ts';

/** What decides where the marks of an item's pages stand, beside the pages themselves. */
export type ItemToPlan = MarkedItem & Pick<AssembleItem, 'original'>;

/** An item whose marks are to be placed. */
export interface PlanMarksInput {
  readonly location: SourceLocation;
  readonly item: ItemToPlan;
  readonly style: MarkStyle;
}

/** What was decided of an item's pages, by place from 0. */
export interface PlannedMarks {
  readonly plans: readonly PagePlan[];
  readonly states: readonly ContentState[];
}

/**
 * Places the marks of all pages of a PDF, and reports each page by `progress`.
 *
 * @returns null for one that has to be rewritten first, or has other pages than when it was measured
 */
export async function planMarksTask(
  { location, item, style }: PlanMarksInput,
  { platform, openMatter, progress }: WorkerContext,
): Promise<PlannedMarks | null> {
  const { pageCount, selected } = item.original!;
  return withSource(location, openMatter, async (source) => {
    const opened = openAsItStands(source, platform.pdfiumWasmPath);
    try {
      if (opened?.pageCount !== pageCount) return null;
      const tellPage = () => Promise.resolve(progress(null));
      const contents = new ContentsOfPages(opened, tellPage, null);
      const sourceOf = (at: number) => (selected ? selected[at]! : at);
      const see = (at: number) => contents.see(sourceOf(at));
      const marks = new ExhibitMarks(item, style, warmShelf(join(platform.assetsDirectory, 'fonts')));
      await marks.survey(see);
      const plans: PagePlan[] = [];
      const states: ContentState[] = [];
      for (let at = 0; at < item.pages; at += 1) {
        const { page, content } = contents.take(sourceOf(at));
        plans.push(await marks.plan(at, page, () => see(at).look));
        states.push(content.state());
        await tellPage();
      }
      return { plans, states };
    } finally {
      opened?.close();
    }
  });
}
