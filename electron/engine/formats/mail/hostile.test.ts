import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { htmlToText } from './html/html-text.ts';
import { inspectMail, mailMembers, mailText, readMail } from './index.ts';
import { isFullTier } from '../../testing/corpora/corpus-files.ts';
import { readRtf } from '../files/text/rtf.ts';

describe('mail made to harm its reader', () => {
  it('is read with ten thousand multiparts in each other, and says what it left', async () => {
    const parts = Array.from(
      { length: 10_000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    const source = bytesSource(Buffer.from(`Subject: Deep\n${parts.join('')}\nend\n`));
    const reading = await inspectMail(source, 'eml', 'deep.eml');
    expect(reading.problems.map(({ code }) => code)).toContain('EVIDENCE_PART_LEFT_OUT');
    expect(reading.hasText).toBe(true);
  });

  it('is read with a million headers, and with one header of many megabytes', async () => {
    const many = Buffer.from(`${'X-A: 1\n'.repeat(isFullTier ? 1_000_000 : 200_000)}Subject: Last\n\nbody\n`);
    const reading = await inspectMail(bytesSource(many), 'eml', 'many.eml');
    expect(reading.problems.map(({ code }) => code)).toContain('EVIDENCE_PART_LEFT_OUT');
    const long = Buffer.from(
      `Subject: ${'=?utf-8?Q?a'.repeat(200_000)}\nTo: ${'(a<b@c,'.repeat(100_000)}\n\nbody\n`,
    );
    expect((await inspectMail(bytesSource(long), 'eml', 'long.eml')).hasText).toBe(true);
  });

  it.each([
    ['names of groups without members', 'To', 'a:'.repeat(150_000)],
    ['encoded words of blanks', 'To', `=?utf-8?Q?${' '.repeat(19_990)}x?= `.repeat(50)],
    ['parameters of white space', 'Content-Type', `text/plain${`; a=b${'\t'.repeat(3_990)}x`.repeat(400)}`],
    ['parentheses that never close', 'Content-Type', `text/plain; name=${'('.repeat(500_000)}`],
  ])('is read in seconds with a header of %s', { timeout: 10_000 }, (_what, name, value) => {
    const mail = readMail(bytesSource(Buffer.from(`${name}: ${value}\nSubject: Last\n\nbody\n`)), 'eml');
    expect(mail).toMatchObject({ subject: 'Last', text: 'body' });
  });

  it('says so where a header has more addresses than are shown', () => {
    const mailTo = (count: number) =>
      readMail(
        bytesSource(Buffer.from(`To: ${'a@b.example,'.repeat(count)}\nSubject: Last\n\nbody\n`)),
        'eml',
      );
    expect(mailTo(20_000).problems.map(({ code }) => code)).toEqual(['EVIDENCE_PART_LEFT_OUT']);
    expect(mailTo(9_999).problems).toEqual([]);
  });

  it('gives an attachment of many megabytes whole', async () => {
    const megabytes = isFullTier ? 75 : 12;
    const content = Buffer.alloc(megabytes * 1024 * 1024, 'fairwater');
    const bytes = Buffer.concat([
      Buffer.from('Content-Type: application/x-log; name=a.log\nContent-Transfer-Encoding: base64\n\n'),
      Buffer.from(content.toString('base64').replaceAll(/.{76}/g, '$&\n')),
    ]);
    const { members } = await mailMembers(bytesSource(bytes), 'eml', 0, 1);
    expect('bytes' in members[0]! && Buffer.from(members[0].bytes).equals(content)).toBe(true);
  });

  it('is read with a hundred thousand parts, with boundaries that begin alike, and with one boundary for all', async () => {
    const parts = Buffer.from(
      `Content-Type: multipart/mixed; boundary=p\n\n${'--p\n\nx\n'.repeat(100_000)}--p--\n`,
    );
    expect(readMail(bytesSource(parts), 'eml').problems.map(({ code }) => code)).toContain(
      'EVIDENCE_PART_LEFT_OUT',
    );
    const alike = Buffer.from(
      'Content-Type: multipart/mixed; boundary=aa\n\n--aa\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\ninner\n--aa\n\nouter\n--aa--\n',
    );
    expect(readMail(bytesSource(alike), 'eml').text).toBe('inner\n\nouter');
    const same = Buffer.from(
      'Content-Type: multipart/mixed; boundary=s\n\n--s\nContent-Type: multipart/mixed; boundary=s\n\n--s\n\ninner\n--s--\n--s\n\nouter\n--s--\n',
    );
    expect(readMail(bytesSource(same), 'eml').text).toBe('inner\n\nouter');
  });

  it('is read with HTML and RTF nested without end', () => {
    expect(htmlToText(`${'<div><blockquote><ul>'.repeat(50_000)}deep`)).toContain('deep');
    expect(htmlToText(`${'<a href=x>word '.repeat(50_000)}`)).toContain('word');
    expect(readRtf(Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}deep${'}'.repeat(100_000)}}`)).text).toBe(
      'deep',
    );
  });

  it.each(['eml', 'msg', 'tnef', 'mbox'] as const)('never fails on broken %s bytes', async (kind) => {
    const head = kind === 'msg' ? 'd0cf11e0a1b11ae1' : kind === 'tnef' ? '789f3e220100' : '46726f6d3a20';
    let seed = 7;
    for (let round = 0; round < 60; round += 1) {
      const bytes = Buffer.alloc(2_048);
      for (let at = 0; at < bytes.length; at += 1) {
        seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
        bytes[at] = seed >> 16;
      }
      bytes.write(head, 'hex');
      const source = bytesSource(bytes);
      await inspectMail(source, kind, 'x');
      await mailMembers(source, kind, 0, 1_000);
      await mailText(source, kind, 1, 1_000);
    }
    const empty = await inspectMail(bytesSource(Buffer.alloc(0)), kind, 'x');
    expect(empty.hasMembers).toBe(false);
  });
});
