import { describe, expect, it } from 'vitest';
import { formatDollars, parseDollars } from './dollars.ts';

describe('an amount in dollars', () => {
  it.each([
    ['5000', 5000],
    ['$5,000', 5000],
    ['$ 1,250.50', 1250.5],
    ['0', 0],
    ['', null],
  ])('typed as “%s” is %s', (typed, amount) => {
    expect(parseDollars(typed)).toBe(amount);
  });

  it.each(['five', '5,00', '-1', '1.234', '2,000,000,000,000', '1e5'])('is none in “%s”', (typed) => {
    expect(parseDollars(typed)).toBeUndefined();
  });

  it('is written as filings write it', () => {
    expect([5000, 1250.5, 0].map(formatDollars)).toEqual(['$5,000', '$1,250.50', '$0']);
  });
});
