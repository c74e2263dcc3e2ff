import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PdfFacts } from '../../pdf/facts/read-facts.ts';
import { filingRules, getCourtProfile } from '../index.ts';
import { findingsOfFile } from './findings-of-file.ts';

const assets = { assetsDirectory: join(import.meta.dirname, '../../../../assets') };
const rulesOf = (court: string) => filingRules(assets, getCourtProfile(assets, court));

const good: PdfFacts = {
  sizeBytes: 1_000,
  pages: 1,
  isEncrypted: false,
  isRepaired: false,
  hasForms: false,
  hasScripts: false,
  hasLaunchActions: false,
  embeddedFiles: 0,
  holdsFiles: false,
  claims: [],
  filePages: [],
  mediaPages: [],
  placePages: [],
  croppedPages: [],
  incompletePages: [],
  earlierPages: [],
  webLinkPages: [],
  oddPages: [],
  blankPages: [],
  picturePages: [],
  failedRedactions: [],
  identifiers: [],
  brief: null,
  problems: [],
};
const found = (facts: Partial<PdfFacts>, court = 'wawd', isUnderSeal = false) =>
  findingsOfFile({ ...good, ...facts }, rulesOf(court), {
    name: 'Motion.pdf',
    isUnderSeal,
    isExhibit: false,
  });

test('a file over the court’s limit may not be filed; over what another source says it is worth a look', () => {
  expect(found({ sizeBytes: 75_000_000 })).toEqual([]);
  expect(found({ sizeBytes: 75_100_000 })).toMatchObject([
    {
      severity: 'error',
      message: 'It has 75.1 MB; the court takes 75 MB per file.',
      source: expect.stringContaining('not confirmed by the court'),
    },
  ]);
  expect(found({ sizeBytes: 40_000_000 }, 'ned')).toMatchObject([{ severity: 'error' }]);
  expect(found({ sizeBytes: 20_000_000 }, 'gand')).toMatchObject([
    { severity: 'error', source: 'gand.uscourts.gov/scanning-tips' },
  ]);
});

test('identifiers may stand in a copy under seal', () => {
  const identifiers = [{ place: 2, kind: 'ssn', certainty: 'certain', masked: '…9999' }] as const;
  expect(found({ identifiers })).toMatchObject([{ severity: 'error' }]);
  expect(found({ identifiers }, 'wawd', true)).toMatchObject([{ severity: 'info' }]);
});

test('a number that stands twice on a page is told once, and one that is only likely with its article', () => {
  const identifier = { place: 2, kind: 'account', certainty: 'likely', masked: '…5678' } as const;
  expect(found({ identifiers: [identifier, identifier] })).toMatchObject([
    {
      severity: 'warning',
      message: 'Perhaps an account or card number (…5678) on page 2. Only its last four digits may stay.',
    },
  ]);
});

test('a number that stands on many pages is told once with all of them, beside what else is found', () => {
  const on = (place: number, masked: string) =>
    ({ place, kind: 'ssn', certainty: 'certain', masked }) as const;
  const scattered = Array.from({ length: 30 }, (_, at) => on(at * 2 + 10, '…9999'));
  const told = found({ identifiers: [on(2, '…9999'), on(3, '…9999'), on(3, '…1234'), ...scattered] });
  const pages = `2–3, ${scattered.map(({ place }) => place).join(', ')}`;
  expect(told).toMatchObject([
    { page: 2, message: `Social Security number (…9999) on pages ${pages}. All of it is to be redacted.` },
    { page: 3, message: 'Social Security number (…1234) on page 3. All of it is to be redacted.' },
  ]);
});

test('of very many identifiers the rest is told in one, as grave as they are', () => {
  const identifiers = Array.from({ length: 250 }, (_, at) => ({
    place: at + 1,
    kind: 'ssn' as const,
    certainty: 'certain' as const,
    masked: `…${9_000 + at}`,
  }));
  const told = found({ identifiers });
  expect(told).toHaveLength(201);
  expect(told.at(-1)).toMatchObject({
    severity: 'error',
    page: 201,
    message: '50 more identifiers, from page 201 on.',
  });
});

test('a page that was not looked at is told as not checked, one that cannot be shown as damaged', () => {
  const problems = [
    { page: 3, code: 'PDF_LIMIT_EXCEEDED', message: 'too much' },
    { page: 5, code: 'PDF_PAGE_UNREADABLE', message: 'torn' },
  ];
  expect(found({ problems })).toMatchObject([
    { code: 'FILING_NOT_CHECKED', severity: 'warning', page: 3, message: 'too much' },
    { code: 'FILING_DAMAGED', severity: 'error', page: 5, message: 'torn' },
  ]);
});

test('the title of a paper is told, not that which a build gives an exhibit: its slip sheet and index say it too', () => {
  const claims = (['title', 'author'] as const).map((field) => ({
    field,
    value: 'Roe',
  })) as PdfFacts['claims'];
  const told = (isExhibit: boolean) =>
    findingsOfFile({ ...good, claims }, rulesOf('wawd'), {
      name: 'Roe.pdf',
      isUnderSeal: false,
      isExhibit,
    }).map(({ message }) => /its (\w+)/.exec(message)?.[1]);
  expect(told(false)).toEqual(['title', 'author']);
  expect(told(true)).toEqual(['author']);
});
