import { basename } from 'node:path';
import type { JobContext } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import type { WrittenPdf } from '../pdf/draw/write-drawn.ts';
import { writeNewFile } from '../platform/write-file.ts';
import type { PaperText } from './tasks.ts';

/** As many items as one paper takes are drawn in a minute or two, on a slow machine in some more. */
export const limits = { timeoutMs: 1_800_000, maxMemoryMb: 1_024 };

/**
 * Writes a paper as a PDF that must not be there yet: it appears whole, or not at all. The same paper gives the same bytes.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export async function writePaper(
  filePath: string,
  title: string,
  paper: PaperText,
  { platform, signal, isTrusted, progress }: JobContext,
): Promise<WrittenPdf & { path?: string }> {
  const fileName = basename(filePath);
  progress(0, 0, `Writing ${fileName}`);
  const written = await writeNewFile(filePath, platform.newId(), (staged) =>
    runInWorker(platform, 'authenticity.draw', { filePath: staged, title, paper }, { ...limits, signal }),
  );
  return { fileName, ...written, ...(isTrusted && { path: filePath }) };
}
