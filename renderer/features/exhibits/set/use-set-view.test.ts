import { expect, it } from 'vitest';
import { fittingListWidth } from './use-set-view.ts';

it('gives the list more of a large screen, within bounds', () => {
  expect([1100, 1735, 2375, 4000].map(fittingListWidth)).toEqual([392, 486, 640, 640]);
});
