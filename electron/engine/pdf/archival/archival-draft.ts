/** Where a file is written as PDF/A before it takes the place of the other one. Whoever ends the writing from outside takes it away. */
export const archivalDraft = (filePath: string): string => `${filePath}.pdfa`;
