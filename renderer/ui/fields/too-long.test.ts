import { expect, it } from 'vitest';
import { tooLong } from './too-long.ts';

it('tells of text that is too long, and of none that fits without the spaces around it', () => {
  expect(tooLong(' PLAINT \n', 6)).toBeNull();
  expect(tooLong('PLAINTIFF', 6)).toBe('At most 6 characters fit; this has 9.');
  expect(tooLong('x'.repeat(12_345), 10_000)).toBe('At most 10,000 characters fit; this has 12,345.');
});
