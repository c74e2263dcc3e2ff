/** The engine's entry point for a process that only writes into the log: main, which starts before the engine. */
export { createFileLogger } from './platform/file-logger.ts';
export type { Logger } from './platform/logger.ts';
