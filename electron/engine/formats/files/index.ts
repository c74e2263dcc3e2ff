export { drawNative, type NativeSource } from './draw/draw-native.ts';
export { drawText, type Rendition, type RenditionSource } from './draw/draw-text.ts';
export { renderFile } from './draw/render-file.ts';
