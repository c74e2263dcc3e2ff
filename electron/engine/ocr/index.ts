export { recogniserName } from './recogniser.ts';
export type { RecognisedPage, RecognisedWord, RecognisePageInput } from './recognise-page.ts';
