export type { ByteSource } from './byte-source.ts';
export { bytesSource, withSource, type SourceLocation } from './pdf-source.ts';
export * from './pdfium/index.ts';
export { readTextInParts, type PdfPageText } from './text.ts';
export { pdfHandlers } from './handlers.ts';
