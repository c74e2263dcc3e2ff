import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { Assembly } from '../../../../../shared/model/pdf.ts';
import type { Platform } from '../../../platform/platform.ts';
import { toAppError } from '../../../platform/to-app-error.ts';
import { publishAssembly, type AssembleRequest } from './publish-assembly.ts';
import { assembleFilesTask } from './task.ts';

/** Bytes to be joined from which on the heap is kept small; less cannot fill it. */
const manyBytes = 8 * 1024 * 1024;
/** Room for new objects, in bytes, may not grow beyond this: more saves little time and costs memory. */
const youngBytes = 3 * 1024 * 1024;
/** How often young objects are collected, in milliseconds. */
const collectEveryMs = 10;
/** How long signals may wait to be heard, in milliseconds. */
const deafMs = 50;

/**
 * Joins files into one PDF in the caller's own thread, for a process that has nothing else to do: a thread of its own takes
 * 60 ms and 19 MiB to start.
 *
 * @param signal stops it between two files, and while the result is made PDF/A; what was written is removed
 * @throws AppError as `pdf.assemble` does; CANCELLED when the signal stops it
 * @example await assembleAlone({ files: [{ path, shownAs: path }], target, … }, platform, io.signal);
 */
export async function assembleAlone(
  request: AssembleRequest,
  platform: Platform,
  signal: AbortSignal,
): Promise<Assembly> {
  try {
    return await publishAssembly(request, platform.newId, (input) => {
      const pause = pauseFor(signal);
      const bytes = request.files.reduce((sum, { path }) => sum + sizeOf(path), 0);
      if (bytes < manyBytes) return assembleFilesTask(input, { platform, pause });
      return withSmallHeap((tidy) =>
        assembleFilesTask(input, {
          platform,
          pause: () => {
            tidy();
            return pause();
          },
        }),
      );
    });
  } catch (error) {
    throw toAppError(error, 'pdf.assemble', platform);
  }
}

/** Yields to the event loop now and then, and stops the work once the signal is aborted. */
function pauseFor(signal: AbortSignal): () => Promise<void> {
  let heardAt = -Infinity;
  return async () => {
    if (performance.now() - heardAt < deafMs) return;
    await setImmediate();
    heardAt = performance.now();
    if (signal.aborted) throw new AppError('CANCELLED');
  };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    // The error is reported when it is opened for assembly.
    return 0;
  }
}

/**
 * Has garbage collected early while the work lasts. Left alone, V8 lets the heap of a process grow many times over what is in use, and knows
 * little of the unpacked content that its young objects hold: 10,000 pages then take 290 MiB instead of 140, and little less time. V8 reads the
 * settings each time that the heap might grow.
 *
 * @param work is given what to call now and then: it has young objects collected, and stops their room from growing once there is enough
 */
async function withSmallHeap<T>(work: (tidy: () => void) => Promise<T>): Promise<T> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  setFlagsFromString('--heap-growing-percent=50');
  let isGrown = false;
  let collectedAt = performance.now();
  try {
    return await work(() => {
      if (performance.now() - collectedAt < collectEveryMs) return;
      collect({ type: 'minor' });
      collectedAt = performance.now();
      if (isGrown || youngSize() < youngBytes) return;
      isGrown = true;
      setFlagsFromString('--semi-space-growth-factor=1');
    });
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2');
    setFlagsFromString('--heap-growing-percent=0');
  }
}

function youngSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}
