import { basename } from 'node:path';
import type { Handler } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import { publishAssembly } from './assemble/files/publish-assembly.ts';

const timeoutMs = 6 * 3_600_000;

/**
 * The assembler alone: files into one PDF, which appears under its name only when it is whole.
 *
 * @throws AppError BATES_START_INVALID, BATES_NUMBERS_USED_UP, INVALID_INPUT, FILE_EXISTS, FILE_UNWRITABLE, DISK_FULL; the first file's error when none can be read
 */
export const assembleFiles: Handler<'pdf.assemble'> = (
  { sources, target: targetRef, bates, labels, ...choices },
  { platform, signal, isTrusted, resolveFile },
) => {
  const target = resolveFile(targetRef);
  const files = sources.map((ref) => {
    const path = resolveFile(ref);
    return { path, shownAs: isTrusted ? path : basename(path) };
  });
  return publishAssembly({ ...choices, files, target, bates, labels }, platform.newId, (input) =>
    runInWorker(platform, 'pdf.assemble', input, { timeoutMs, name: basename(target), signal }),
  );
};
