import { expect, test } from 'vitest';
import { pagesInWords } from './page-words.ts';

test.each([
  [[4], 'page 4'],
  [[3, 4, 5, 9], 'pages 3–5, 9'],
  [[1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 19, 1001], 'pages 1, 3, 5, 7, 9, 11, 13, 15 and 4 more'],
])('%j', (pages, words) => expect(pagesInWords(pages)).toBe(words));
