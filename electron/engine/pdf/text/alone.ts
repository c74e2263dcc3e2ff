import { pagesFault, pagesPattern } from '../../../../shared/domain/page-ranges.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { PageText } from '../../../../shared/model/pdf.ts';
import { closeWorkers } from '../../jobs/worker-pool.ts';
import type { Platform } from '../../platform/platform.ts';
import { toAppError } from '../../platform/to-app-error.ts';
import { readFileText } from './read-file.ts';

/**
 * Texts of pages for a process that has nothing else to do: the threads that read start before an engine would have loaded.
 *
 * @param pages such as `1-3,7`; all when left out
 * @param signal stops it at once
 * @throws AppError as `pdf.text` does; CANCELLED
 * @example await readTextAlone('/fairwater/motion.pdf', undefined, platform, io.signal);
 */
export async function readTextAlone(
  filePath: string,
  pages: string | undefined,
  platform: Platform,
  signal: AbortSignal,
): Promise<PageText[]> {
  try {
    // As the contract answers it.
    if (pages !== undefined && !pagesPattern.test(pages))
      throw new AppError('INVALID_INPUT', {
        summary: `“pages”: ${pagesFault}`,
        issues: [{ path: 'pages', message: pagesFault }],
      });
    return await readFileText(platform, filePath, pages, signal);
  } catch (error) {
    throw toAppError(error, 'pdf.text', platform);
  } finally {
    await closeWorkers(platform);
  }
}
