export { pictureAlone, readPictures, type PagePictures } from './hidden-pictures.ts';
export { hidesAnyOf, picturesBeneath } from './pictures-beneath.ts';
export { picturesSaying, says, type PictureSearch } from './pictures-saying.ts';
