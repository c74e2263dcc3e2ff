import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { WorkerPlatform } from '../../../jobs/worker-thread.ts';
import type { SourceLocation } from '../../pdf-source.ts';
import type { MarkStyle } from '../plan.ts';
import type { DrawnPart } from './draw-task.ts';
import type { PageToDraw } from './look-ahead.ts';
import type { PagePicture } from '../marks/index.ts';
import type { ItemToPlan, PlannedMarks } from './plan-task.ts';

/** What other threads do for an assembly. The result is the same as this thread's would be, or none. */
export interface Elsewhere {
  /** Where they find an item's original, by its place from 0; null where they do not. */
  locationOf(item: number): SourceLocation | null;
  /**
   * Draws pages of an original, as `pictureOfPage` does.
   *
   * @param tell is given each page's picture, by its position from 0; null where it cannot be drawn
   * @returns resolves once no more will be reported, whatever was drawn
   */
  drawPages(
    location: SourceLocation,
    pages: readonly PageToDraw[],
    tell: (index: number, picture: PagePicture | null) => void,
  ): Promise<void>;
  /** Places the marks of an item; null if that is left to the caller. */
  planMarks(location: SourceLocation, item: ItemToPlan, style: MarkStyle): Promise<PlannedMarks | null>;
}

/** What one page may take, in milliseconds. */
const pageTimeoutMs = 30_000;
const limits = { timeoutMs: pageTimeoutMs, isTimePerStep: true };

/**
 * Work in threads of the pool. A page that takes too long or too much memory cannot be drawn; those after it are not.
 *
 * @param locationOf where they find an item's original, by its place from 0; null where they do not
 */
export function workElsewhere(platform: WorkerPlatform, locationOf: Elsewhere['locationOf']): Elsewhere {
  return {
    locationOf,
    async drawPages(location, pages, tell) {
      let drawn = 0;
      const onProgress = (value: unknown) => {
        const { index, picture } = value as DrawnPart;
        drawn += 1;
        tell(index, picture);
      };
      try {
        await runInWorker(platform, 'pdf.draw', { location, pages }, { ...limits, onProgress });
      } catch (error) {
        const isExhausted = isAppError(error, 'PDF_LIMIT_EXCEEDED') && error.details['limit'] !== undefined;
        if (isExhausted && drawn < pages.length) tell(pages[drawn]!.index, null);
      }
    },
    async planMarks(location, item, style) {
      try {
        return await runInWorker(platform, 'pdf.planMarks', { location, item, style }, limits);
      } catch {
        // Whatever the error is, the calling thread will run into it too and report it.
        return null;
      }
    },
  };
}
