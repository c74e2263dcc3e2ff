import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Brief } from '../../../../shared/domain/filing/brief.ts';
import { getCourtProfile } from '../index.ts';
import { lengthFindings } from './length-findings.ts';

const assets = { assetsDirectory: join(import.meta.dirname, '../../../../assets') };
const brief: Brief = {
  paper: 'motion',
  motion: 'restraint',
  pages: 10,
  words: 3_000,
  allPages: 13,
  hasCover: true,
  statedWords: 2_900,
  isSigned: true,
};
const found = (court: string, more: Partial<Brief>) =>
  lengthFindings({ ...brief, ...more }, getCourtProfile(assets, court).lengths).map(
    ({ severity, code, message, source }) => [severity, code, `${message} ${source}`],
  );
const papers = ['motion', 'opposition', 'reply'] as const;
const codes = (court: string, more: Partial<Brief>) => found(court, more).map(([, code]) => code);

test('a brief within the limit, and a file that is none, have no finding', () => {
  expect(found('wawd', {})).toEqual([]);
  expect(found('nysd', {})).toEqual([]);
  expect(found('ilnd', { pages: 15 })).toEqual([]);
  expect(lengthFindings(null, getCourtProfile(assets, 'wawd').lengths)).toEqual([]);
});

test.each([
  ['azd', [17, 17, 11]],
  ['cand', [25, 25, 15]],
  ['casd', [25, 25, 10]],
  ['dcd', [45, 45, 25]],
  ['ded', [20, 20, 10]],
  ['flmd', [25, 20, null]],
  ['flsd', [20, 20, 10]],
  ['gand', [25, 25, 15]],
  ['ilnd', [15, 15, null]],
  ['mad', [20, 20, null]],
  ['mdd', [30, 30, 15]],
  ['njd', [40, 40, 15]],
  ['nvd', [24, 24, null]],
  ['tnmd', [null, null, 5]],
  ['txnd', [25, 25, 10]],
  ['txwd', [null, null, 5]],
  ['vaed', [30, 30, 20]],
] as const)(
  'pages of a motion for a restraint in %s, and of what answers it: at most %s',
  (court, limits) => {
    for (const [at, most] of limits.entries()) {
      const paper = papers[at]!;
      const sized = (pages: number) => codes(court, { paper, pages, allPages: pages });
      if (most === null) expect(sized(500), paper).toEqual(['FILING_LENGTH_UNKNOWN']);
      else expect([sized(most), sized(most + 1)], paper).toEqual([[], ['FILING_TOO_LONG']]);
    }
  },
);

test.each([
  ['cacd', [7_000, 7_000, null]],
  ['nyed', [8_750, 8_750, 3_500]],
  ['nysd', [8_750, 8_750, 3_500]],
  ['wawd', [8_400, 8_400, null]],
] as const)('words of the same in %s: at most %s', (court, limits) => {
  for (const [at, most] of limits.entries()) {
    const paper = papers[at]!;
    const sized = (statedWords: number) => codes(court, { paper, statedWords });
    if (most === null) expect(sized(50_000), paper).toEqual(['FILING_LENGTH_UNKNOWN']);
    else expect([sized(most), sized(most + 1)], paper).toEqual([[], ['FILING_TOO_LONG']]);
  }
});

test.each([
  ['njd', 'reconsideration', 16, 15],
  ['txnd', 'summaryJudgment', 51, 50],
  ['nhd', 'dismissal', 26, 25],
] as const)('in %s a motion of its kind (%s) has a limit of its own', (court, motion, pages, most) => {
  expect(codes(court, { motion, pages: most })).toEqual([]);
  expect(found(court, { motion, pages })[0]![2]).toContain(`at most ${most} pages`);
});

test.each([
  ['nvd', 20],
  ['txnd', 25],
] as const)('in %s so has a reply on summary judgment: at most %s pages', (court, most) => {
  const reply = { paper: 'reply', motion: 'summaryJudgment' } as const;
  expect(codes(court, { ...reply, pages: most })).toEqual([]);
  expect(codes(court, { ...reply, pages: most + 1 })).toEqual(['FILING_TOO_LONG']);
});

test('a limit that the paper’s own statement or the count exceeds is worth a look, with its rule', () => {
  expect(found('wawd', { statedWords: 8_401 })).toEqual([
    ['warning', 'FILING_TOO_LONG', expect.stringMatching(/8,401 words; at most 8,400 words .*LCR 7\(e\)/)],
  ]);
  expect(found('ilnd', { pages: 16 })).toEqual([
    ['warning', 'FILING_TOO_LONG', expect.stringMatching(/16 pages are counted.*at most 15 pages .*LR 7\.1/)],
  ]);
  expect(found('wawd', { words: 11_000 })).toEqual([
    ['warning', 'FILING_TOO_LONG', expect.stringMatching(/says 2,900 words, but about 11,000 words/)],
  ]);
  // What the statement leaves out may be as much.
  expect(found('wawd', { words: 8_900, statedWords: 8_390 })).toEqual([]);
});

test('what of a paper is counted is told, and is all of it where the court counts all', () => {
  const long = { pages: 46, allPages: 49 };
  expect(found('cand', long)[0]![2]).toContain('46 pages are counted, without its cover and without tables');
  expect(found('cand', { ...long, hasCover: false })[0]![2]).toContain('with its caption and without tables');
  expect(found('cand', { ...long, isSigned: false })[0]![2]).toContain('since no signature was found');
  expect(found('flmd', { pages: 24, allPages: 27 })[0]![2]).toMatch(
    /a motion for a temporary restraining order or the memorandum for it\. 27 pages .* cover and tables included/,
  );
  expect(found('flmd', { paper: 'opposition', allPages: 21 })[0]![2]).toContain('at most 20 pages');
});

test('a statement that the court asks for and that is not found is told', () => {
  expect(found('nysd', { statedWords: null })).toEqual([
    ['warning', 'FILING_LENGTH_NOT_STATED', expect.stringContaining('Local Civil Rule 7.1(c)')],
  ]);
  expect(codes('nysd', { statedWords: null, words: 9_000 })).toEqual([
    'FILING_TOO_LONG',
    'FILING_LENGTH_NOT_STATED',
  ]);
});

test('a particular motion has a limit of its own; that none is known is told with what was counted', () => {
  expect(found('nysd', { motion: 'reconsideration', statedWords: 3_501 })[0]?.[2]).toContain('6.3');
  expect(found('nysd', { statedWords: 3_501 })).toEqual([]);
  // No rule that is known limits a reply on a restraint there.
  expect(found('wawd', { paper: 'reply', statedWords: 9_000 })).toEqual([
    [
      'info',
      'FILING_LENGTH_UNKNOWN',
      expect.stringMatching(
        /a reply on a motion for a temporary .* 10 pages and about 3,000 words are counted/,
      ),
    ],
  ]);
  expect(codes('nvd', { motion: 'summaryJudgment', pages: 500 })).toEqual(['FILING_LENGTH_UNKNOWN']);
  expect(codes('ohnd', {})).toEqual(['FILING_LENGTH_UNKNOWN']);
});
