export { holdsMore, isMore } from './holds-more.ts';
export { hasMoreRows } from './stored-picture.ts';
export { readPictures } from './hidden-pictures.ts';
export { hidesAnyOf, picturesBeneath } from './pictures-beneath.ts';
export { picturesSaying, type PictureSearch } from './pictures-saying.ts';
export { saidByHidden } from './said-by-hidden.ts';
