export {
  beginBulkIndexing,
  dropPages,
  endBulkIndexing,
  indexPages,
  type IndexedPage,
} from './words/page-index.ts';
export { finishNewIndex, pageAdder } from './words/index-pages.ts';
export { renewIndex } from './words/renew-index.ts';
export { foldNewTexts, hasNewTexts, rowsBehind } from './words/renew-rows.ts';
export { isBulkIndexing } from './words/page-terms.ts';
export { searchHandlers } from './handlers.ts';
