/** Where a file is written as PDF/A before it takes the place of the other one. Code that ends the writing from outside removes it. */
export const archivalDraft = (filePath: string): string => `${filePath}.pdfa`;
