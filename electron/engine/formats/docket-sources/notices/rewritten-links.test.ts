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
  [
    'the same with one mark taken out',
    `https://urldefense.com/v3/__${court.replace('?', '*')}__;Pw!!AbC!xyz$`,
  ],
  ['and with a run of them', `https://urldefense.us/v3/__${court.replace('//', '**A')}__;Ly8!!AbC!x$`],
  ['and with a slash too few', `https://urldefense.com/v3/__${court.replace('//', '/')}__;!!AbC!x$`],
  ['Barracuda’s', `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(court)}&c=E,1,x&typo=1`],
  ['Cisco’s', `https://secure-web.cisco.com/1aBcD/${encodeURIComponent(court)}`],
  ['Sophos’s', `https://eu-1.protection.sophos.com/?d=uscourts.gov&u=${btoa(court)}&i=a&t=b`],
  ['Check Point’s', `https://protect.checkpoint.com/v2/___${court}___.YXAzOm`],
  ['one of a server not known', `https://links.fairwater.example/go?id=7&to=${encodeURIComponent(court)}`],
])('%s leads to the court', (_kind, url) => {
  expect(originalLink(url)).toBe(court);
});

test.each([
  'https://nam02.safelinks.protection.outlook.com/?data=05',
  'https://urldefense.proofpoint.com/v2/url?u=-E0-A4',
  'https://protect-us.mimecast.com/s/AbCdEf?domain=ecf.hid.uscourts.gov',
  'https://secure-web.cisco.com/1aBcD/https%3A%2F%2Fecf.hid%E0',
  // A court's own, with the page to return to.
  'https://ecf.hid.uscourts.gov/cgi-bin/login.pl?url=https%3A%2F%2Ffairwater.example%2F',
])('a rewritten address without its original stays as it is: %s', (url) => {
  expect(originalLink(url)).toBe(url);
});
