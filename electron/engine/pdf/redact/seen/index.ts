export { fontChecker, type FontCheck } from './font-check.ts';
export { hidesDrawnWords } from './hidden-drawings.ts';
export { inkLeft } from './ink-left.ts';
export { misplacedWords } from './misplaced-words.ts';
export { placesOfPictures } from './picture-bands.ts';
export { seenTexts } from './seen-texts.ts';
export { hasUnreadInk } from './unread-ink.ts';
export { unsaidLetters } from './unsaid-letters.ts';
export { unseenWords } from './unseen-words.ts';
