export { renderFile } from './draw/render-file.ts';
