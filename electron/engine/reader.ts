/**
 * The engine's door for the process that shows pages. Apart from index.ts so that this process, which is started with every
 * window, carries the page reader alone and none of the areas.
 */
export { createNodePlatform } from './platform/node-platform.ts';
export type { Logger } from './platform/logger.ts';
export { createPageReader, ReaderMatters, startWatchdog, type PageReader } from './pdf/reader/index.ts';
