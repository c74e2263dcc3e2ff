export { JobNotices } from './JobNotices.tsx';
export { JobProgress, RunningJob } from './JobProgress.tsx';
export { JobStatus } from './JobStatus.tsx';
export { jobProgress } from './words.ts';
