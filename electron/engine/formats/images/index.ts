export type { DecodeOptions, ImageDocument, ImageFrame } from './image-document.ts';
export { ImageError } from './image-report.ts';
export { openImage, type ImageKind, type ImagePlaces } from './open-image.ts';
export { problemOfImage } from './inspect-image.ts';
export type { PixelSize, Raster } from './raster.ts';
