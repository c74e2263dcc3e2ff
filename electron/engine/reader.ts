/**
 * The engine's entry point for the process that shows pages. Separate from index.ts so that this process, which is started
 * with every window, loads the page reader alone and none of the areas.
 */
import type { MakePreview } from './pdf/reader/documents/sources.ts';

export { createNodePlatform } from './platform/node-platform.ts';
export type { Logger } from './platform/logger.ts';
export { createPageReader, ReaderMatters, startWatchdog, type PageReader } from './pdf/reader/index.ts';

/** A page of an exhibit as a build would write it. Loaded when one is asked for: other documents need nothing of that area. */
export const makePreview: MakePreview = async (session, exhibitId, page) => {
  const { previewExhibit } = await import('./exhibits/build/preview/task.ts');
  return previewExhibit(session, exhibitId, page);
};
