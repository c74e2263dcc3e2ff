export type { ByteSource } from './byte-source.ts';
export { bytesSource, withSource, type SourceLocation } from './pdf-source.ts';
export * from './pdfium/index.ts';
export { readPlainText } from './text/plain-text.ts';
export { readPageText } from './reader/text/page-text.ts';
export { isReadable } from './text/scanned.ts';
export { readTextInParts } from './text/read-in-parts.ts';
export type { PdfPageText } from './text/read-text.ts';
export { pdfHandlers } from './handlers.ts';
