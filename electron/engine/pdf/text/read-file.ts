import { basename } from 'node:path';
import type { PageText } from '../../../../shared/model/pdf.ts';
import type { Platform } from '../../platform/platform.ts';
import { readTextInParts } from './read-in-parts.ts';

/** What a batch of pages may take, in milliseconds. */
const timeoutMs = 300_000;

/**
 * Texts of pages of a PDF in a file.
 *
 * @param pages such as `1-3,7`; all when left out
 * @param signal stops it at once
 * @throws AppError as `readTextInParts`; CANCELLED
 * @example await readFileText(platform, '/fairwater/motion.pdf', '1-3')
 */
export async function readFileText(
  platform: Platform,
  filePath: string,
  pages: string | undefined,
  signal?: AbortSignal,
): Promise<PageText[]> {
  const name = basename(filePath);
  const texts = await readTextInParts(
    platform,
    { location: { filePath }, name, pages },
    { timeoutMs, name, ...(signal && { signal }) },
  );
  return texts.map(({ isPicture: _isPicture, ...text }) => text);
}
