export {
  beginBulkIndexing,
  dropPages,
  endBulkIndexing,
  indexPages,
  isBulkIndexing,
  type IndexedPage,
} from './words/page-index.ts';
export { searchHandlers } from './handlers.ts';
