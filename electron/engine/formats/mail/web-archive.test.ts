import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { inspectMail, mailText, safeMailHtml, webArchiveOf } from './index.ts';
import { readEml } from './read-eml.ts';
import { mailBytes, onePixelPng } from './testing/mail-fixture.ts';

const part = (type: string, location: string, ...body: readonly string[]) => [
  '--parts',
  `Content-Type: ${type}`,
  `Content-Location: ${location}`,
  ...body,
];
const archive = mailBytes(
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://northgate.example/lamp?id=7',
  'Subject: Northgate Store',
  'Date: Thu, 5 Mar 2026 10:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary=parts',
  '',
  ...part(
    'text/html',
    'https://northgate.example/lamp?id=7',
    '',
    '<h1>Fairwater lamp</h1><img src="https://northgate.example/img/lamp.png?w=300"><img src="https://other.example/ad.png"><p>In stock.</p>',
  ),
  ...part(
    'image/png',
    'https://northgate.example/img/lamp.png?w=300',
    'Content-Transfer-Encoding: base64',
    '',
    onePixelPng.toString('base64'),
  ),
  ...part('text/css', 'https://northgate.example/', '', 'h1 { color: red }'),
  '--parts--',
  '',
);

describe('a page that a browser saved in one file', () => {
  const page = readEml(bytesSource(archive));

  test('says where it was, when it was saved and by what', async () => {
    const { pages } = await mailText(bytesSource(archive), 'eml', 1, 9_999);
    expect(pages[0]!.text.split('\n\n')[0]!.split('\n')).toEqual([
      'Saved page: Northgate Store',
      'Address: https://northgate.example/lamp?id=7',
      'Saved: Thu, 5 Mar 2026 10:00:00 -0000',
      'Saved by: Blink',
    ]);
    expect((await inspectMail(bytesSource(archive), 'eml', 'lamp.mhtml')).claims).toEqual([
      { field: 'title', value: 'Northgate Store' },
      { field: 'createdAt', value: '2026-03-05T10:00:00.000Z' },
      { field: 'software', value: 'Blink' },
    ]);
  });

  test('shows the pictures that came with it, and counts those that did not as not loaded', () => {
    const { html, remoteReferences } = safeMailHtml(page);
    expect(html).toContain(`src="data:image/png;base64,${onePixelPng.toString('base64')}"`);
    expect(html).not.toContain('src="http');
    expect(remoteReferences).toBe(1);
  });

  test('names its parts as their addresses do', () => {
    expect(page.attachments.map(({ name }) => name)).toEqual(['lamp.png', 'attachment-2.bin']);
  });
});

test.each([
  ['"Saved by Windows Internet Explorer 11"', { savedBy: 'Windows Internet Explorer 11', address: '' }],
  ['<Saved by WebKit>', { savedBy: 'WebKit', address: '' }],
  ['Ann Day <ann@fairwater.example>', null],
  ['not saved by anyone <ann@fairwater.example>', null],
])('whether %s is the sender of a mail', (value, expected) => {
  expect(webArchiveOf([{ name: 'From', value }])).toEqual(expected);
});

test('a page that Word saved in one file names nobody, and a draft without a sender is a mail all the same', () => {
  const type = { name: 'Content-Type', value: 'multipart/related; boundary="parts"' };
  const version = { name: 'MIME-Version', value: '1.0' };
  expect(webArchiveOf([version, type])).toEqual({ savedBy: '', address: '' });
  expect(webArchiveOf([version, type, { name: 'Subject', value: 'Lamps' }])).toBeNull();
  expect(webArchiveOf([version, { ...type, value: 'multipart/mixed; boundary="parts"' }])).toBeNull();
});
