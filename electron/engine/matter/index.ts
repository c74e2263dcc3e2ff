export { matterHandlers } from './handlers.ts';
export { MatterRegistry, type ReaderHost } from './registry.ts';
export { schemaVersion } from './migrations/index.ts';
