export { JobNotices } from './JobNotices.tsx';
export { JobStatus } from './JobStatus.tsx';
