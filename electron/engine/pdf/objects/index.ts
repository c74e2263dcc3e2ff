export { MemorySink, type ByteSink } from './byte-sink.ts';
export type { ContentScan, FormPlace, Matrix } from './content-scan.ts';
export { KeySet } from './key-set.ts';
export { boxOf, listPages, type Box, type PageList, type SourcePage } from './list-pages.ts';
export type { RawObject } from './object-at.ts';
export { PdfObjects, type DecodedStream, type ObjectLimits } from './pdf-objects.ts';
export { rewriteEntries, rewriteValue, type RewriteRules } from './rewrite.ts';
export { SourceUnreadable } from './source-unreadable.ts';
export {
  parseValue,
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type ByteRange,
  type PdfValue,
} from './values.ts';
export { formatNumber } from './write-token.ts';
