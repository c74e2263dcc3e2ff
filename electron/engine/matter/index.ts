export { matterHandlers } from './handlers.ts';
export { MatterRegistry, type ReaderHost } from './registry.ts';
export { describeMatterInfo } from './describe.ts';
export { schemaVersion } from './migrations/index.ts';
export { isVerificationDue } from './care/verification-due.ts';
