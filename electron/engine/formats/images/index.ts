export type { DecodedFrame, DecodeOptions, ImageDocument, ImageFrame } from './image-document.ts';
export { ImageError } from './image-report.ts';
export { openImage, type ImageKind, type ImagePlaces } from './open-image.ts';
export { declaredImageError, problemOfImage } from './image-problem.ts';
export { loadSharp } from './libraries.ts';
export { imageClaims } from './metadata/claims.ts';
export { scalePicture } from './scale-picture.ts';
export type { PixelSize, Raster } from './raster.ts';
export { drawImage, joinImages, layStored, type DrawImageInput, type DrawnImage } from './draw/draw-image.ts';
