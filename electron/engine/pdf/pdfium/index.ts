export { countCarriers, someAnnotation } from './annotations.ts';
export { readPdfClaims } from './claims.ts';
export { copyPages, openPdf, saveCopy, unprotected, type PageSize, type PdfDocument } from './document.ts';
export { holdsNameAnywhere, readFeatures, scriptMark, type PdfFeatures } from './features.ts';
export { flattenAnnotations } from './flatten.ts';
export {
  boundsOf,
  createGeometry,
  geometryOf,
  inkBoxOf,
  matrixOf,
  readRect,
  type Geometry,
  type PageBox,
} from './geometry.ts';
export { joinPages } from './join-pages.ts';
export { loadPdfium, type Pdfium, type PdfiumMemory } from './library.ts';
export { countBookmarks, countLinks, countOutwardLinks, readLinks, readOutline } from './navigation.ts';
export { textOf, type Bitmap, type PdfPage } from './page.ts';
export type { StoredJpeg } from './quarter-pictures.ts';
