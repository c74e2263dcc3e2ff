import { expect, test } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { kindOfSource } from '../files/kind/kind-of-source.ts';
import { readMail } from './index.ts';

const mail =
  'From: ann@fairwater.example\nSubject: Outage\nDate: Mon, 11 Jan 2021 17:00:00 -0800\n\nThe servers are down.\n';
const properties =
  '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key><integer>1</integer></dict></plist>\n';
const read = (text: string) => {
  const source = bytesSource(Buffer.from(text));
  return { kind: kindOfSource(source, '12.emlx'), ...readMail(source, 'eml') };
};

test('a mail as Apple Mail keeps it is read without what that wrote around it', () => {
  for (const line of [`${mail.length}\n`, `${mail.length}      \n`, `${mail.length}\r\n`])
    expect(read(line + mail + properties)).toMatchObject({
      kind: 'eml',
      subject: 'Outage',
      sentAt: '2021-01-12T01:00:00.000Z',
      text: 'The servers are down.',
      problems: [],
    });
});

test('one that is cut is read as far as it goes', () => {
  expect(read(`${mail.length}\n${mail.slice(0, -6)}`)).toMatchObject({
    kind: 'eml',
    subject: 'Outage',
    text: 'The servers are',
  });
});

test('a number above other text is text', () => {
  expect(read('2021\nThe servers are down.\n').kind).toBe('text');
});

test('attachments that Apple Mail keeps outside the file are named, and are no empty files', () => {
  const part = (headers: string, body: string) =>
    `--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=${headers}\n\n${body}\n`;
  const partial = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n${mail.replace('\n\n', '\n\n--b\n\n')}${part('notice.pdf\nX-Apple-Content-Length: 12345', '')}${part('log.pdf', '%PDF')}${part('empty.pdf', '')}--b--\n`;
  const { attachments, problems } = read(`${partial.length}\n${partial}${properties}`);
  expect(attachments.map(({ name }) => name)).toEqual(['log.pdf', 'empty.pdf']);
  expect(problems).toMatchObject([{ code: 'EVIDENCE_ATTACHMENTS_APART' }]);
  expect(problems[0]!.message).toContain('(notice.pdf)');
});
