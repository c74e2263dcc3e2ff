export {
  beginBulkIndexing,
  dropPages,
  endBulkIndexing,
  indexPages,
  type IndexedPage,
} from './words/page-index.ts';
export { searchHandlers } from './handlers.ts';
