import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batesPrefixPattern,
  batesSuffixPattern,
  leastBatesDigits,
  batesEnds,
  batesRun,
  compressRanges,
  describeNumbers,
  describePages,
  formatBates,
  isOneRun,
  isRangeMiswritten,
  joinRuns,
  maxBatesNumber,
  namePages,
  nextFreeNumber,
  overflowsDigits,
  parseBates,
  parseBatesRange,
  printedEnds,
  uncoveredRanges,
  type NumberRange,
} from './bates.ts';

const digits = fc.integer({ min: 3, max: 10 });
const number = fc.integer({ min: 1, max: 999_999_999 });

describe('Bates numbers', () => {
  it.each([
    ['ABC000001', { prefix: 'ABC', digits: 6, suffix: '', number: 1 }],
    ['AMZ-001', { prefix: 'AMZ-', digits: 3, suffix: '', number: 1 }],
    ['A2B_0007', { prefix: 'A2B_', digits: 4, suffix: '', number: 7 }],
    ['ABC000001-R', { prefix: 'ABC', digits: 6, suffix: '-R', number: 1 }],
    ['X9999999999', { prefix: 'X', digits: 10, suffix: '', number: 9_999_999_999 }],
  ])('reads %s', (text, expected) => {
    expect(parseBates(text)).toEqual(expected);
  });

  it.each(['', 'ABC', 'ABC01', '000001', 'ABC000', 'AB C001', 'ABC00000000001', '-A001', 'ABC001-2'])(
    'refuses “%s”',
    (text) => {
      expect(parseBates(text)).toBeNull();
    },
  );

  it('reads back what it prints when the prefix ends in no digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}[A-Za-z._-]$/),
        digits,
        number,
        (prefix, width, n) => {
          const printed = formatBates({ prefix, digits: width }, n);
          expect(parseBates(printed)).toEqual({
            prefix,
            digits: Math.max(width, String(n).length),
            suffix: '',
            number: n,
          });
        },
      ),
    );
  });

  it('keeps every digit when the padding is too short, and says that it overflows', () => {
    expect(formatBates({ prefix: 'A', digits: 3 }, 1000)).toBe('A1000');
    expect(overflowsDigits(3, 999)).toBe(false);
    expect(overflowsDigits(3, 1000)).toBe(true);
  });

  it('goes on after the greatest number ever given and never fills a gap', () => {
    expect(nextFreeNumber([], 500)).toBe(500);
    expect(nextFreeNumber([1, 2, 9], 5)).toBe(10);
    expect(nextFreeNumber([1, 2, 9], 9)).toBe(10);
    expect(nextFreeNumber([1, 2, 9], 500)).toBe(500);
  });

  it('joins numbers into runs that hold exactly those numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const ranges = compressRanges(numbers);
        const spread = ranges.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i),
        );
        expect(spread).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        for (let i = 1; i < ranges.length; i += 1)
          expect(ranges[i]!.first).toBeGreaterThan(ranges[i - 1]!.last + 1);
      }),
    );
  });

  it('describes runs, one number by itself', () => {
    expect(batesRun('AMZ000001', 'AMZ000012')).toBe('AMZ000001–AMZ000012');
    expect(batesRun('AMZ000001', 'AMZ000001')).toBe('AMZ000001');
    expect(batesRun('AMZ000001', null)).toBe('AMZ000001');
    expect(batesRun(null, null)).toBe('');
    expect(describeNumbers({ prefix: 'AMZ', digits: 6 }, [1, 2, 9])).toBe('AMZ000001–AMZ000002, AMZ000009');
  });
});

describe('ranges of Bates numbers', () => {
  it.each([
    ['AMZ000001-AMZ000500', 'AMZ', 1, 500],
    ['AMZ000001 – 000500', 'AMZ', 1, 500],
    ['AMZ-0007', 'AMZ-', 7, 7],
    ['AMZ000005-AMZ000005', 'AMZ', 5, 5],
    ['AMZ-0007 to AMZ-0009', 'AMZ-', 7, 9],
    ['AMZ000001:AMZ000005', 'AMZ', 1, 5],
    ['AMZ000001A-000005', 'AMZ', 1, 5],
    ['SMITH-JONES0007', 'SMITH-JONES', 7, 7],
    // One number, of which a prefix in use has to tell: see below.
    ['AMZ000001-00005', 'AMZ000001-', 5, 5],
  ])('reads %s', (text, prefix, first, last) => {
    expect(parseBatesRange(text)).toMatchObject({ prefix, first, last });
  });

  it.each([
    'AMZ000009-AMZ000001',
    'AMZ000001-XYZ000002',
    'AMZ000001A-AMZ000002B',
    `AMZ000001-${' '.repeat(80)}AMZ000002`,
    'nothing',
    '',
  ])('refuses “%s”', (text) => {
    expect(parseBatesRange(text)).toBeNull();
  });

  it('tells a prefix that ends in a digit by its name', () => {
    expect(parseBatesRange('SMITH2000001', 'SMITH2')).toMatchObject({ prefix: 'SMITH2', first: 1 });
  });

  it.each([
    ['SMITH2A000001', 'SMITH2'],
    ['XSMITH2000001', 'SMITH2'],
    ['XSMITH2000001-SMITH2000005', 'SMITH2'],
  ])('finds in “%s” no number of %s', (text, known) => {
    expect(parseBates(text, known)).toBeNull();
    expect(parseBatesRange(text, known)).toBeNull();
  });

  it.each([
    ['AMZ0001-500', true],
    ['AMZ0499-500', true],
    ['AMZ0500-500', false],
    ['AMZ0500-001', false],
    ['AMZ0001..AMZ0500', true],
    ['AMZ0001_amz0500', true],
    ['Amz0001_AMZ0500', true],
    ['AMZ0001..XYZ0500', false],
    ['AMZ0001..0500', true],
    ['AMZ0001_0500', true],
    ['AMZ2021_0500', false],
    ['VOL001_000123', false],
    ['A12-A0034', false],
    ['AMZ0001', false],
    ['AMZ0001-AMZ0500', false],
    ['AMZ0001-0500', false],
  ])('“%s” is a range written in another way: %j', (text, isMiswritten) => {
    expect(isRangeMiswritten(parseBatesRange(text)!)).toBe(isMiswritten);
  });

  it('gives what no other range covers yet', () => {
    expect(
      uncoveredRanges(
        [
          { first: 1, last: 9 },
          { first: 8, last: 12 },
        ],
        [{ first: 4, last: 5 }],
      ),
    ).toEqual([
      [
        { first: 1, last: 3 },
        { first: 6, last: 9 },
      ],
      [{ first: 10, last: 12 }],
    ]);
  });

  it('gives each number of a range once, to the first that has it, and none that is covered', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 6 }))
      .map(([first, length]) => ({ first, last: first + length }));
    const spread = (ranges: readonly NumberRange[]) =>
      ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
    fc.assert(
      fc.property(fc.array(range), fc.array(fc.integer({ min: 1, max: 36 })), (ranges, used) => {
        const covered = compressRanges(used);
        const parts = uncoveredRanges(ranges, covered);
        const given = parts.flatMap(spread);
        const wanted = new Set(spread(ranges).filter((number) => !used.includes(number)));
        expect(given.toSorted((a, b) => a - b)).toEqual([...wanted].toSorted((a, b) => a - b));
        parts.forEach((own, at) => {
          const within = new Set(spread([ranges[at]!]));
          expect(spread(own).every((number) => within.has(number))).toBe(true);
        });
      }),
    );
  });
});

describe('pages numbered at several times', () => {
  const page = (number: number, digits = 6, suffix = '') => ({ number, digits, suffix });
  const wide = [page(6, 8), page(7, 8)];
  const narrow = [1, 2, 3, 4, 5].map((number) => page(number));

  it.each([
    [[], '', ''],
    [[page(4)], 'FW000004', 'FW000004'],
    [narrow, 'FW000001–FW000005', 'FW000001-FW000005'],
    [[...wide, ...narrow], 'FW00000006–FW00000007, FW000001–FW000005', 'FW00000006 and others to FW000005'],
    [[page(1), page(3)], 'FW000001, FW000003', 'FW000001 and FW000003'],
    [[page(9), page(1)], 'FW000009, FW000001', 'FW000009 and FW000001'],
    [[page(5), page(6, 8)], 'FW000005, FW00000006', 'FW000005 and FW00000006'],
    [[page(1), page(2, 6, '-R')], 'FW000001, FW000002-R', 'FW000001 and FW000002-R'],
  ])('%j are described run by run as they are printed', (pages, described, named) => {
    expect(describePages('FW', pages)).toBe(described);
    expect(namePages('FW', pages)).toBe(named);
    expect(isOneRun(pages)).toBe(!described.includes(','));
  });

  it('their ends are the lowest and the highest number, however many digits they have', () => {
    expect(batesEnds([...wide, ...narrow])).toEqual({ lowest: page(1), highest: page(7, 8) });
    expect(batesEnds([])).toBeNull();
    expect(printedEnds('FW2', ['FW2000100', 'FW200000010', 'FW2000011'])).toEqual({
      lowest: 'FW200000010',
      highest: 'FW2000100',
    });
    expect(printedEnds('FW', ['one', 'two'])).toEqual({ lowest: 'one', highest: 'two' });
    expect(printedEnds('FW', [])).toBeNull();
  });

  it.each([
    ['FW', [], []],
    [
      'FW',
      [
        ['FW003', 'FW004'],
        ['FW001', 'FW002'],
      ],
      ['FW001–FW004'],
    ],
    [
      'FW',
      [
        ['FW001', 'FW005'],
        ['FW002', 'FW003'],
        ['FW007', 'FW007'],
      ],
      ['FW001–FW005', 'FW007'],
    ],
    [
      'FW2021',
      [
        ['FW2021000000001', 'FW2021000000002'],
        ['FW2021000000005', 'FW2021000000006'],
      ],
      ['FW2021000000001–FW2021000000002', 'FW2021000000005–FW2021000000006'],
    ],
  ])('runs of %s are joined where they touch or overlap: %j', (prefix, runs, joined) => {
    expect(
      joinRuns(
        prefix,
        runs.map(([first, last]) => ({ first: first!, last: last! })),
      ),
    ).toEqual(joined);
  });

  it('the greatest number there is can be read back, and one more cannot', () => {
    const printed = (number: number) => formatBates({ prefix: 'FW', digits: 6 }, number);
    expect(parseBates(printed(maxBatesNumber))?.number).toBe(maxBatesNumber);
    expect(parseBates(printed(maxBatesNumber + 1))).toBeNull();
  });
});

describe('what prefixes and suffixes are', () => {
  it.each([
    ['FWR', '', true],
    ['FWR-', '-R', true],
    ['F', 'SUPPLEMT', true],
    ['1FWR', '', false],
    ['', '', false],
    ['FWR WA', '', false],
    ['FWR', '1', false],
    ['FWR', '-SUPPLEMENT', false],
    ['A23456789012345678901', '', false],
  ])('prefix “%s” with suffix “%s”', (prefix, suffix, isGood) => {
    expect(batesPrefixPattern.test(prefix) && batesSuffixPattern.test(suffix)).toBe(isGood);
    const printed = formatBates({ prefix, digits: leastBatesDigits, suffix }, 7);
    const isRead = parseBates(printed)?.prefix === prefix && parseBates(printed)?.suffix === suffix;
    expect(isRead, 'what may be set can be read back, and only that').toBe(isGood);
  });
});
