import { expect, test } from 'vitest';
import { pageWords } from './page-words.ts';

test('each page says which of how many it is, and of what where there is a label', () => {
  expect(pageWords('PX-1', 2)).toEqual(['Exhibit PX-1 – Page 1 of 2', 'Exhibit PX-1 – Page 2 of 2']);
  expect(pageWords('', 1)).toEqual(['Page 1 of 1']);
  expect(pageWords('A', 0)).toEqual([]);
});
