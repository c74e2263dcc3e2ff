export { doubtFinder, unicodeTexts } from './object-words.ts';
export { pagesLeadingTo, pagesSaying } from './pages-saying.ts';
export { stringsIn } from './strings-in.ts';
