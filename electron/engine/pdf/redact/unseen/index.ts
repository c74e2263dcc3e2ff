export { doubtFinder } from './object-words.ts';
export { pagesSaying } from './pages-saying.ts';
export { stringsIn } from './strings-in.ts';
