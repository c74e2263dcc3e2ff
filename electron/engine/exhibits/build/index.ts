export { buildHandlers } from './handlers.ts';
export { sweepStagedBuilds } from './staging-folder.ts';
