export { fontChecker } from './font-check.ts';
export { hidesDrawnWords } from './hidden-drawings.ts';
export { placesOfPictures } from './picture-bands.ts';
export { seenTexts } from './seen-texts.ts';
export { hasUnreadInk } from './unread-ink.ts';
export { unseenWords } from './unseen-words.ts';
