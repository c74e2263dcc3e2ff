export { PagePreview } from './preview/PagePreview.tsx';
export { ReaderPane } from './ReaderPane.tsx';
export { deskWords } from './words.ts';
