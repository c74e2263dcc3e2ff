export type { RecognisedPage, RecognisedWord, RecognisePageInput } from './recognise-page.ts';
