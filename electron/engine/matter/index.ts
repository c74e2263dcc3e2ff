export { matterHandlers } from './handlers.ts';
export { MatterRegistry, type ReaderHost } from './registry.ts';
export { describeMatterInfo } from './describe.ts';
export { createFile as createMatterFile } from './file/create-file.ts';
export { openFile as openMatterFile } from './file/open-file.ts';
export { alteredRecords } from './care/check-descriptions.ts';
export { schemaVersion } from './migrations/index.ts';
export { blamingDamage } from './care/database-checks.ts';
export { isVerificationDue } from './care/verification-due.ts';
