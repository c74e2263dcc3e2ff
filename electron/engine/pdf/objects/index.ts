export { boxOfCorners, isWithin, overlaps, type Box } from './box.ts';
export { findInlineImage } from './content/inline-image.ts';
export { MemorySink, type ByteSink } from './rewrite/byte-sink.ts';
export {
  identity,
  type ContentResources,
  type FontReach,
  type FormPlace,
  type Matrix,
  type StateChange,
} from './content/content-resources.ts';
export { scanContent, type ContentScan } from './content/content-scan.ts';
export { multiply, pointBy } from './content/graphics-state.ts';
export { contentResources, matrixOf } from './content/page-resources.ts';
export { canDecode, decodeByShortNames } from './filters/decode-body.ts';
export { undoPng } from './filters/predictor.ts';
export { KeySet } from './rewrite/key-set.ts';
export { boxOf, hasNoPages, listPages, type PageList, type SourcePage } from './list-pages.ts';
export { hasAllParts, mendSource } from './mended-source.ts';
export { namesIn } from './name-tree.ts';
export { annotationsOf, layersOf, referencesIn, resourcesOf } from './page-parts.ts';
export { packed } from './file/object-table.ts';
export { pdfOfObjects, streamBody } from './file/pdf-of-objects.ts';
export type { RawObject } from './file/object-at.ts';
export { PdfObjects, type DecodedStream } from './pdf-objects.ts';
export { rewriteEntries, rewriteValue, type RewriteRules } from './rewrite/rewrite.ts';
export { isSoundNumber, shortNumber } from './rewrite/write-token.ts';
export {
  char,
  classOf,
  digitClass,
  holdsName,
  referenceId,
  skipSpace,
  skipValue,
  skipWord,
  spaceClass,
} from './syntax/lexer.ts';
export { SourceUnreadable, whereReadable } from './source-unreadable.ts';
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
} from './syntax/values.ts';
