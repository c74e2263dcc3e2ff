export { contentTexts } from './content-texts.ts';
export { cutsStrings } from './cut-strings.ts';
export { drawsOtherwiseFinder } from './drawn-otherwise.ts';
export { doubtFinder, unicodeTexts } from './object-words.ts';
export { pagesLeadingTo, pagesSaying, type SayingPages } from './pages-saying.ts';
export { stringsIn } from './strings-in.ts';
