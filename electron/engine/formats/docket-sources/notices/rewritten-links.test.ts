import { expect, test } from 'vitest';
import { originalLink } from './rewritten-links.ts';

const court = 'https://ecf.hid.uscourts.gov/doc1/06112345678?caseid=17&de_seq_num=40';
const safe = (url: string) =>
  `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C01&reserved=0`;

test.each([
  ['an address as the court wrote it', court],
  ['Outlook’s safe links', safe(court)],
  ['safe links twice over', safe(safe(court))],
  ['Google’s', `https://www.google.com/url?q=${encodeURIComponent(court)}&source=gmail`],
  ['Proofpoint’s third kind', `https://urldefense.com/v3/__${court}__;!!AbC!xyz$`],
  [
    'Proofpoint’s second kind',
    `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(court).replaceAll('_', '-5F').replaceAll('%', '-')}&d=Dw`,
  ],
])('%s leads to the court', (_kind, url) => {
  expect(originalLink(url)).toBe(court);
});

test.each([
  'https://nam02.safelinks.protection.outlook.com/?data=05',
  'https://urldefense.proofpoint.com/v2/url?u=-E0-A4',
])('a rewritten address without its original stays as it is: %s', (url) => {
  expect(originalLink(url)).toBe(url);
});
