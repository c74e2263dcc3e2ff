/**
 * The engine's entry point for the command line: what a host supplies to an engine, and the engine's parts, each loaded when
 * a command first needs it. Separate from index.ts so that a command loads only what it uses: loading every area takes a
 * quarter of a second.
 */
export { createFileLogger } from './platform/file-logger.ts';
export { createNodePlatform } from './platform/node-platform.ts';
export type { Platform } from './platform/platform.ts';
export { toAppError } from './platform/to-app-error.ts';
export { unwritable } from './platform/unwritable.ts';
export { publish, removeDatabase, removeLeftovers, stagedPath } from './platform/publish.ts';
export type { Engine, EngineConnection, WaitOptions } from './index.ts';

/** The engine with all its areas. */
export const loadEngine = () => import('./index.ts');

/** The assembler alone, for work without a matter. */
export const loadAssembler = () => import('./pdf/assemble/files/alone.ts');

/** The reader of text alone, for a PDF outside any matter. */
export const loadTextReader = () => import('./pdf/text/alone.ts');
