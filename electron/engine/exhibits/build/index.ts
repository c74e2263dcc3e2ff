export { buildSet } from './build.ts';
export { sweepStagedBuilds } from './staging-folder.ts';
