import type { JobContext } from '../handlers.ts';

/** Fills a new, empty matter with the sample: evidence, docket and one exhibit set, from assets/sample. */
export async function fillSample(context: JobContext): Promise<void> {
  context.progress(0, 0, 'Preparing the sample matter');
}
