import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Brief } from '../../../../shared/domain/filing/brief.ts';
import { getCourtProfile } from '../index.ts';
import { lengthFindings } from './length-findings.ts';

const assets = { assetsDirectory: join(import.meta.dirname, '../../../../assets') };
const brief: Brief = {
  paper: 'brief',
  motion: 'restraint',
  pages: 10,
  words: 3_000,
  statedWords: 2_900,
  isSigned: true,
};
const found = (court: string, more: Partial<Brief>) =>
  lengthFindings({ ...brief, ...more }, getCourtProfile(assets, court).lengths).map(
    ({ severity, code, message, source }) => [severity, code, `${message} ${source}`],
  );

test('a brief within the limit, and a file that is none, have no finding', () => {
  expect(found('wawd', {})).toEqual([]);
  expect(found('nysd', {})).toEqual([]);
  expect(found('ilnd', { pages: 15 })).toEqual([]);
  expect(lengthFindings(null, getCourtProfile(assets, 'wawd').lengths)).toEqual([]);
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

test('a statement that the court asks for and that is not found is told', () => {
  expect(found('nysd', { statedWords: null })).toEqual([
    ['warning', 'FILING_LENGTH_NOT_STATED', expect.stringContaining('Local Civil Rule 7.1(c)')],
  ]);
  expect(found('nysd', { statedWords: null, words: 9_000 }).map(([, code]) => code)).toEqual([
    'FILING_TOO_LONG',
    'FILING_LENGTH_NOT_STATED',
  ]);
});

test('a reply and a particular motion have limits of their own', () => {
  expect(found('nysd', { paper: 'reply', statedWords: 3_501 })[0]?.[2]).toContain('at most 3,500 words');
  expect(found('nysd', { motion: 'reconsideration', statedWords: 3_501 })[0]?.[2]).toContain('6.3');
  expect(found('nysd', { statedWords: 3_501 })).toEqual([]);
  // No rule that is known limits a reply on a restraint there.
  expect(found('wawd', { paper: 'reply', statedWords: 9_000 })).toEqual([]);
});
