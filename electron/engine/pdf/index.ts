export type { ByteSource } from './byte-source.ts';
export { bytesSource, withSource, type SourceLocation } from './pdf-source.ts';
export * from './pdfium/index.ts';
export { readPlainText } from './plain-text.ts';
export { readPageText } from './reader/page-text.ts';
export { isReadable } from './scanned.ts';
export { readTextInParts, type PdfPageText } from './text.ts';
export { pdfHandlers } from './handlers.ts';
