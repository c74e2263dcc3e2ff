import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { WorkerPlatform } from '../../../jobs/worker-thread.ts';
import type { DrawnPart } from './draw-task.ts';
import type { DrawPages } from './look-ahead.ts';

/** What one page may take, in milliseconds. */
const pageTimeoutMs = 30_000;

/** Draws pages in threads of the pool. A page that takes too long or too much memory cannot be drawn; those after it are not. */
export function drawElsewhere(platform: WorkerPlatform): DrawPages {
  return async (location, pages, tell) => {
    let drawn = 0;
    try {
      await runInWorker(
        platform,
        'pdf.draw',
        { location, pages },
        {
          timeoutMs: pageTimeoutMs,
          isTimePerStep: true,
          onProgress: (value) => {
            const { index, picture } = value as DrawnPart;
            drawn += 1;
            tell(index, picture);
          },
        },
      );
    } catch (error) {
      const isExhausted = isAppError(error, 'PDF_LIMIT_EXCEEDED') && error.details['limit'] !== undefined;
      if (isExhausted && drawn < pages.length) tell(pages[drawn]!.index, null);
    }
  };
}
