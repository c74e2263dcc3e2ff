export type { RecognizedPage, RecognizedWord, RecognizePageInput } from './recognize-page.ts';
