export { JobNotices } from './JobNotices.tsx';
export { JobProgress } from './JobProgress.tsx';
export { JobStatus } from './JobStatus.tsx';
