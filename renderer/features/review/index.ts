export { ReviewCopyBanner } from './ReviewCopyBanner.tsx';
export { ReviewDialogs } from './ReviewDialogs.tsx';
export { ReviewPane } from './ReviewPane.tsx';
