export { buildHandlers } from './handlers.ts';
export { recordPublishedBuilds } from './record-build.ts';
export { sweepStagedBuilds } from './staging-folder.ts';
