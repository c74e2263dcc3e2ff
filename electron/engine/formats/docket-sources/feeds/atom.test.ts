import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const feed = (title: string, entries: string) =>
  readDocketSource(
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title>${entries}</feed>`,
    ),
    'feed.atom',
  );
const entry = (title: string, href: string, summary: string) =>
  `<entry><title>${title}</title><link href="${href}" rel="alternate"/><published>2021-01-12T00:00:00-08:00</published><summary type="html">${summary}</summary></entry>`;
const base = 'https://www.courtlistener.com/docket/29095511';

test('an Atom feed of a docket gives its entries with number, day and text', async () => {
  const { kind, dockets, warnings } = await feed(
    'Fairwater LLC v. Northgate Hosting, Inc. (2:21-cv-00031)',
    entry('Entry #10', `${base}/10/fairwater/`, '&lt;p&gt;RESPONSE to 2 MOTION.&lt;/p&gt;') +
      entry('Minute order', `${base}/fairwater/#entry-11`, 'MINUTE ORDER setting hearing') +
      entry('Exhibit', `${base}/10/1/fairwater/`, 'Exhibit A') +
      entry('Minute entry', `${base}/fairwater/`, ''),
  );
  expect({ kind, warnings }).toEqual({ kind: 'rss', warnings: [] });
  expect(dockets[0]!.header).toMatchObject({
    number: '2:21-cv-00031',
    title: 'Fairwater LLC v. Northgate Hosting, Inc.',
  });
  expect(dockets[0]!.entries).toMatchObject([
    { number: 10, attachment: null, filedOn: '2021-01-12', text: 'RESPONSE to 2 MOTION.' },
    { number: 11, text: 'MINUTE ORDER setting hearing' },
    { number: 10, attachment: 1, text: 'Exhibit A' },
    { number: null, text: 'Minute entry' },
  ]);
});

test('an Atom feed of anything else is not taken for a docket', async () => {
  await expect(feed('News', entry('A', 'https://example.com/a', 'B'))).rejects.toMatchObject({
    code: 'DOCKET_SOURCE_NOT_RECOGNISED',
  });
});
