export { dropPages, indexPages, type IndexedPage } from './page-index.ts';
