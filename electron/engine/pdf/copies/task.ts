import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { fileTarget, orAbandon } from '../assemble/output/output-target.ts';
import { listPages, PdfObjects } from '../objects/index.ts';
import { withSource } from '../pdf-source.ts';
import { writePaperCopy, type PaperCopy, type PaperPlan } from './paper-copy.ts';

/** A file of ours to be printed. */
export interface PaperInput {
  readonly filePath: string;
  readonly plan: PaperPlan;
  /** A file that does not exist yet. */
  readonly target: string;
}

/** After this many bytes progress is reported. */
const tellEvery = 16 * 1024 * 1024;

/** Writes the copy, and tells by `progress` which part of it is done, from 0 to 1. */
export async function paperCopyTask(
  { filePath, plan, target: targetPath }: PaperInput,
  { openMatter, progress }: WorkerContext,
): Promise<PaperCopy> {
  return withSource({ filePath }, openMatter, (source) => {
    const objects = PdfObjects.open(source);
    const target = fileTarget(targetPath);
    let done = 0;
    let told = 0;
    return orAbandon(target, () => {
      const copy = writePaperCopy(objects, listPages(objects), plan, (bytes) => {
        target.write(bytes);
        done += bytes.length;
        if (done - told < tellEvery) return;
        told = done;
        progress(Math.min(1, done / source.sizeBytes));
      });
      target.finish();
      return copy;
    });
  });
}
