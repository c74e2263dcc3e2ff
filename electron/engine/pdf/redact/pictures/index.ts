export { pictureAlone, readPictures, type PagePictures } from './hidden-pictures.ts';
export { picturesSaying, says, type PictureSearch } from './pictures-saying.ts';
