import { expect, it } from 'vitest';
import { schemeExample } from './scheme-example.ts';

it('tells every scheme of labels from the others', () => {
  expect(['A', 'AA', '1', 'PX-1'].map(schemeExample)).toEqual([
    'A, B … AA, AB',
    'A, B … AA, BB',
    '1, 2…',
    'PX-1, PX-2…',
  ]);
});
