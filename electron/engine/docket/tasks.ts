import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../shared/model/docket.ts';
import { isPrintedDocket } from '../formats/docket-sources/pdf-print/read-print.ts';
import { readDocketSource } from '../formats/docket-sources/read-source.ts';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import { withSource } from '../pdf/index.ts';

export interface ReadSource {
  readonly source: ParsedSource;
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly sha256: string;
}

/** The largest docket page seen is under 20 MB; an e-mail with its documents enclosed may be larger. */
const maxBytes = 64 * 1024 * 1024;

/** Whether a file is the print of a docket sheet, in a worker. @throws AppError where it is no PDF that can be opened */
export function isPrintTask(
  { filePath, name }: { filePath: string; name: string },
  { platform, openMatter }: WorkerContext,
): Promise<boolean> {
  return withSource({ filePath }, openMatter, (source) =>
    isPrintedDocket(source, { name, wasmPath: platform.pdfiumWasmPath }),
  );
}

/**
 * Reads one docket source, in a worker.
 *
 * @throws AppError DOCKET_SOURCE_… naming what the file is instead, FILE_UNREADABLE for a folder, a pipe or a device; the system's
 *   own errors of reading it
 */
export async function readSourceTask(
  { filePath, name, timezone }: { filePath: string; name: string; timezone?: string },
  { platform: { pdfiumWasmPath }, openMatter }: WorkerContext,
): Promise<ReadSource> {
  const bytes = await withSource({ filePath }, openMatter, (file) => {
    if (file.sizeBytes > maxBytes) throw new AppError('DOCKET_SOURCE_TOO_LARGE', { name, limit: '64 MB' });
    const target = new Uint8Array(file.sizeBytes);
    return target.subarray(0, file.readAt(0, target));
  });
  const source = await readDocketSource(bytes, name, { timezone, pdfiumWasmPath });
  return { source, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
