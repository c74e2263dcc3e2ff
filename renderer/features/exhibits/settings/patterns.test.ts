import { describe, expect, it } from 'vitest';
import { BatesSettings, LabelScheme, PageRanges } from '../../../../shared/model/exhibits.ts';
import {
  batesPrefixPattern,
  batesSuffixPattern,
  isPageRanges,
  leastDigits,
  maxBatesNumber,
  mostDigits,
  schemePattern,
} from './patterns.ts';

describe('rules of fields, held to the engine’s own', () => {
  it.each(['', '3', '3-7, 12', '3 - 7,12', '3–7', 'pp. 3 to 7', '7-', 'three', '3;4', '1234567'])(
    'pages “%s”',
    (text) => {
      expect(isPageRanges(text)).toBe(PageRanges.safeParse(text).success);
    },
  );

  it.each(['A', 'AA', '1', 'PX-1', 'PX-2', 'AAA', 'px-1', ''])('scheme “%s”', (text) => {
    expect(schemePattern.test(text)).toBe(LabelScheme.safeParse(text).success);
  });

  it.each([
    { prefix: 'FWR', suffix: '' },
    { prefix: 'FWR-', suffix: '-R' },
    { prefix: '1FWR', suffix: '' },
    { prefix: '', suffix: '' },
    { prefix: 'FWR', suffix: '1' },
    { prefix: 'FWR', suffix: '-SUPPLEMENT' },
  ])('prefix “$prefix” and suffix “$suffix”', ({ prefix, suffix }) => {
    expect(batesPrefixPattern.test(prefix) && batesSuffixPattern.test(suffix)).toBe(
      BatesSettings.safeParse({ prefix, suffix, digits: 6, start: 1 }).success,
    );
  });

  it.each([
    [leastDigits, maxBatesNumber, true],
    [mostDigits, 1, true],
    [leastDigits - 1, 1, false],
    [mostDigits + 1, 1, false],
    [6, maxBatesNumber + 1, false],
  ])('%i digits from %i', (digits, start, isGood) => {
    expect(BatesSettings.safeParse({ prefix: 'FWR', digits, start }).success).toBe(isGood);
  });
});
