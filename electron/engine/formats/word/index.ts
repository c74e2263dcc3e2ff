export { writeWordDocument, type WordBlock, type WordColumn, type WordDocument } from './write-document.ts';
