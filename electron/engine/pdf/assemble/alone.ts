import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Assembly } from '../../../../shared/model/pdf.ts';
import type { Platform } from '../../platform/platform.ts';
import { toAppError } from '../../platform/to-app-error.ts';
import { publishAssembly, type AssembleRequest } from './publish-assembly.ts';
import { assembleFilesTask } from './task.ts';

/** How long signals may wait to be heard, in milliseconds. */
const deafMs = 50;

/**
 * Joins files into one PDF in the caller's own thread, for a process that has nothing else to do: a thread of its own takes
 * 60 ms and 19 MiB to start.
 *
 * @param signal stops it between two files; what was written is taken away
 * @throws AppError as `pdf.assemble` does; CANCELLED when the signal stops it
 * @example await assembleAlone({ files: [{ path, shownAs: path }], target, … }, platform, io.signal);
 */
export async function assembleAlone(
  request: AssembleRequest,
  platform: Platform,
  signal: AbortSignal,
): Promise<Assembly> {
  try {
    return await publishAssembly(request, platform.newId, (input) =>
      assembleFilesTask(input, { platform, pause: pauseFor(signal) }),
    );
  } catch (error) {
    throw toAppError(error, 'pdf.assemble', platform);
  }
}

/** Lets the thread hear what came meanwhile, now and then, and stops the work when that was the signal. */
function pauseFor(signal: AbortSignal): () => Promise<void> {
  let heardAt = -Infinity;
  return async () => {
    if (performance.now() - heardAt < deafMs) return;
    await setImmediate();
    heardAt = performance.now();
    if (signal.aborted) throw new AppError('CANCELLED');
  };
}
