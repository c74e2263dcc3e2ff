import type { JobContext } from '../handlers.ts';

type Progress = JobContext['progress'];

/**
 * The progress of work in two parts, each of which counts its own steps.
 *
 * @param progress of the whole
 * @param firstShare of the whole that the first part takes, from 0 to 1
 * @example const [reading, writing] = splitProgress(context.progress, 0.2);
 */
export function splitProgress(progress: Progress, firstShare: number): [first: Progress, second: Progress] {
  const part =
    (begin: number, share: number): Progress =>
    (done, total, note) =>
      progress(begin + (total > 0 ? (share * done) / total : 0), 1, note);
  return [part(0, firstShare), part(firstShare, 1 - firstShare)];
}
