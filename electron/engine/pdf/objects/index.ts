export { MemorySink, type ByteSink } from './byte-sink.ts';
export { scanContent, type ContentScan, type FormPlace, type Matrix } from './content-scan.ts';
export { listPages, type Box, type PageList, type SourcePage } from './list-pages.ts';
export { PdfObjects, type DecodedStream, type ObjectLimits, type RawObject } from './pdf-objects.ts';
export { KeySet, rewriteEntries, rewriteValue, type RewriteRules } from './rewrite.ts';
export { SourceUnreadable } from './source-unreadable.ts';
export {
  PdfArray,
  PdfDict,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type ByteRange,
  type PdfValue,
} from './values.ts';
