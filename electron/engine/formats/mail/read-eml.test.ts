import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../pdf/index.ts';
import { kindOfSource } from '../files/kind/kind-of-source.ts';
import { inspectMail, mailMembers, mailText, readMail } from './index.ts';
import { mailBytes, mailOfLines, onePixelPng } from './testing/mail-fixture.ts';

const texts = (bytes: Uint8Array) => bytes.toString();

describe('an internet mail', () => {
  it('gives headers, people, dates and body', () => {
    const mail = mailOfLines(
      'Received: from mx.northgate.example by mx.fairwater.example; Tue, 3 Mar 2026 09:05:07 -0500',
      'From: "Day, Ann" <ann@fairwater.example>',
      'To: Bo Lee <bo@northgate.example>, (no comment) cy@northgate.example',
      'Cc: Counsel: Dee Poe <dee@law.example>, eve@law.example;',
      'Subject: =?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9_outage?=',
      'Date: Tue, 3 Mar 2026 9:05 -0500 (EST)',
      'Message-ID: <1@fairwater.example>',
      'X-Mailer: Quill 3',
      'X-Twice: one',
      'X-Twice: two',
      '',
      'The servers are down.',
      '',
    );
    expect(mail.from).toEqual([{ name: 'Day, Ann', address: 'ann@fairwater.example' }]);
    expect(mail.to).toEqual([
      { name: 'Bo Lee', address: 'bo@northgate.example' },
      { name: 'no comment', address: 'cy@northgate.example' },
    ]);
    expect(mail.cc.map(({ address }) => address)).toEqual(['dee@law.example', 'eve@law.example']);
    expect(mail.subject).toBe('Café outage');
    expect(mail.sentAt).toBe('2026-03-03T14:05:00.000Z');
    expect(mail.receivedAt).toBe('2026-03-03T14:05:07.000Z');
    expect(mail.messageId).toBe('1@fairwater.example');
    expect(mail.software).toBe('Quill 3');
    expect(mail.headers.filter(({ name }) => name === 'X-Twice').map(({ value }) => value)).toEqual([
      'one',
      'two',
    ]);
    expect(mail.text).toBe('The servers are down.');
    expect(mail.problems).toEqual([]);
  });

  it.each([
    ['Tue, 3 Mar 2026 09:05:00 GMT', '2026-03-03T09:05:00.000Z'],
    ['3 Mar 26 09:05 PST', '2026-03-03T17:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 HST', '2026-03-03T19:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 AKDT', '2026-03-03T17:05:00.000Z'],
    ['Tue Mar  3 09:05:00 2026', '2026-03-03T09:05:00.000Z'],
    ['Tue Mar  3 09:05:00 EST 2026', '2026-03-03T14:05:00.000Z'],
    ['Tue Mar  3 09:05:00 -0500 2026', '2026-03-03T14:05:00.000Z'],
    ['Tue Mar 03 2026 09:05:00 GMT-0500 (Eastern Standard Time)', '2026-03-03T14:05:00.000Z'],
    ['Tue, 3 Mar 126 09:05:00 -0500', '2026-03-03T14:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 -530', '2026-03-03T14:35:00.000Z'],
    ['2026-03-03T09:05:00+01:00', '2026-03-03T08:05:00.000Z'],
    ['Tue, 3 Mar 2026 9:05:00 PM +0000', '2026-03-03T21:05:00.000Z'],
    ['Tue, 3 Mar 2026 9:5:0 -0500', '2026-03-03T14:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 -05', '2026-03-03T14:05:00.000Z'],
    ['2026-03-03 09:05:00-05', '2026-03-03T14:05:00.000Z'],
    ['3 Mar 96 0905 EST', '1996-03-03T14:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 NZDT', '2026-03-02T20:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 ACST', '2026-03-02T23:35:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 UT+2', '2026-03-03T07:05:00.000Z'],
    ['Tue, 3 Mar 2026 09:05:00 GMT+5:30', '2026-03-03T03:35:00.000Z'],
    ['2026-03-03 09:05:00 EST', '2026-03-03T14:05:00.000Z'],
    ['2026-03-03 09:05 PM UTC', '2026-03-03T21:05:00.000Z'],
    ['Tue, 31 Jun 2026 09:05:00 +0000', null],
    ['Whenever', null],
  ])('reads the date %s', (date, expected) => {
    expect(mailOfLines(`Date: ${date}`, '', 'x').sentAt).toBe(expected);
  });

  it.each([
    ['Tue, 3 Mar 2026 09:05:00 IST', ['TIME_ZONE_UNKNOWN']],
    ['Tue, 3 Mar 2026 09:05:00', ['TIME_ZONE_UNKNOWN']],
    ['Tue, 3 Mar 2026 09:05:00 America/New_York', ['TIME_ZONE_UNKNOWN']],
    ['2026-03-03 09:05', ['TIME_ZONE_UNKNOWN']],
    ['Tue, 3 Mar 2026 09:05:00 -0000', []],
    ['Tue, 3 Mar 2026 09:05:00 Z', []],
    ['Whenever', ['DATE_UNREAD']],
    ['03/04/2026 9:05 AM', ['DATE_UNREAD']],
    ['Mon, 31 Feb 2026 09:05:00 -0500', ['DATE_UNREAD']],
    ['', []],
  ])('says of the date “%s” whether it or its hour is in doubt', (date, told) => {
    const codes = mailOfLines(`Date: ${date}`, '', 'x').problems.map(({ code }) => code);
    expect(codes).toEqual(told.map((code) => `EVIDENCE_${code}`));
  });

  it.each([
    [
      'access-type=URL; URL="https://files.x.example/\r\n c.pdf"',
      '',
      'c.pdf',
      'https://files.x.example/c.pdf',
    ],
    [
      'access-type=ftp; site=ftp.x.example; name=c.pdf; directory=pub',
      '',
      'c.pdf',
      'ftp.x.example/pub/c.pdf',
    ],
    ['access-type=mail-server; server=a@x.example', '; name=d.pdf', 'd.pdf', null],
  ])('says of a file that is only referred to where it is: %s', async (access, named, name, where) => {
    const bytes = mailBytes(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      `Content-Type: message/external-body; ${access}`,
      '',
      `Content-Type: application/pdf${named}`,
      '',
      '',
      '--b--',
    );
    const { members } = await mailMembers(bytesSource(bytes), 'eml', 0, 1_000);
    expect(members).toMatchObject([{ name, problem: { code: 'EVIDENCE_ATTACHMENT_ELSEWHERE' } }]);
    const { message } = (members[0] as { problem: { message: string } }).problem;
    expect(/stored(?: \((.*)\))?\./.exec(message)?.[1] ?? null).toBe(where);
  });

  const early = 'Date: Sat, 9 Jan 2021 03:00:00 +0000';
  it.each([
    ['another', 'Date: Tue, 12 Jan 2021 03:00:00 +0000', ['date']],
    ['the same in other words', 'Date: Fri, 8 Jan 2021 19:00:00 -0800', []],
    ['no date', 'Date: Whenever', ['date']],
    ['nothing', 'Date:', []],
  ])('says that a second header has %s', (_what, line, told) => {
    for (const lines of [
      [early, line],
      [line, early],
    ]) {
      const mail = mailOfLines(...lines, '', 'x');
      const isFirst = lines[0] === early || told.length === 0 || line.endsWith('Whenever');
      expect(mail.sentAt).toBe(isFirst ? '2021-01-09T03:00:00.000Z' : '2021-01-12T03:00:00.000Z');
      expect(mail.problems.map(({ code }) => code)).toEqual(told.map(() => 'EVIDENCE_HEADER_REPEATED'));
    }
    const [problem] = mailOfLines('Subject: one', 'Subject: two', '', 'x').problems;
    expect(problem!.message).toContain('its subject more than once: “one” is used here, “two” is in it too.');
  });

  it.each([
    ['nothing', '', '', []],
    ['a mailer’s remark', 'This is a multi-part message in MIME format.', '', []],
    ['words before', 'Between us: delete the logs.', '', ['PART_LEFT_OUT']],
    ['words after', '', 'Between us: delete the logs.', ['PART_LEFT_OUT']],
  ])('says that %s stand outside the parts', (_what, before, after, told) => {
    const head = ['Content-Type: multipart/mixed; boundary=b', ''];
    const { problems } = mailOfLines(...head, before, '--b', '', 'shown', '--b--', after);
    expect(problems.map(({ code }) => code)).toEqual(told.map((code) => `EVIDENCE_${code}`));
  });

  it('tells body from attachments through nested multiparts, keeping attached bytes exact', async () => {
    const inner =
      'Subject: Inner\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\n\r\nkept\r\n--z--\r\n';
    const bytes = mailBytes(
      'Subject: Outer',
      'Content-Type: multipart/mixed; boundary="a b"',
      '',
      'preamble',
      '--a b',
      'Content-Type: multipart/alternative; boundary=alt',
      '',
      '--alt',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=FC=DFe',
      '--alt',
      'Content-Type: text/html',
      '',
      '<p>Gr&uuml;&szlig;e</p>',
      '--alt--',
      '--a b',
      "Content-Disposition: attachment; filename*0*=utf-8''Vertr%C3%A4g; filename*1=e.bin",
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from([0, 1, 2, 255]).toString('base64'),
      '--a b',
      'Content-Type: message/rfc822',
      '',
      `${inner}--a b--`,
      'epilogue',
    );
    const mail = readMail(bytesSource(bytes), 'eml');
    expect(mail.text).toBe('Grüße');
    expect(mail.html?.trim()).toBe('<p>Gr&uuml;&szlig;e</p>');
    const { members, next } = await mailMembers(bytesSource(bytes), 'eml', 0, 1_000_000);
    expect(next).toBeNull();
    expect(members.map(({ name }) => name)).toEqual(['Verträge.bin', 'Inner.eml']);
    expect('bytes' in members[0]! && [...members[0].bytes]).toEqual([0, 1, 2, 255]);
    // The line break before a boundary belongs to the boundary.
    expect('bytes' in members[1]! && texts(members[1].bytes)).toBe(inner.slice(0, -2));
  });

  it.each([
    ['\n', 'Unix'],
    ['\r', 'old Macintosh'],
  ])('reads line ends %j of %s', (end) => {
    const bytes = Buffer.from(['\ufeffSubject: Ends', 'To: bo@x.example', '', 'one', 'two'].join(end));
    const mail = readMail(bytesSource(bytes), 'eml');
    expect(mail.subject).toBe('Ends');
    expect(mail.text).toBe('one\ntwo');
  });

  it.each(['\ufeff', ''])('reads a mail saved in characters of two bytes, after %j', (mark) => {
    const bytes = Buffer.from(`${mark}Subject: Grüße\r\nTo: bo@x.example\r\n\r\none\r\n`, 'utf16le');
    for (const each of [bytes, Buffer.from(bytes).swap16()])
      expect(readMail(bytesSource(each), 'eml')).toMatchObject({ subject: 'Grüße', text: 'one' });
  });

  it('reads a mail that begins with a line of a mailbox, one with only headers, and one with only a body', () => {
    expect(mailOfLines('From ann@x.example Tue Mar  3 09:05:00 2026', 'Subject: A', '', 'b').subject).toBe(
      'A',
    );
    expect(mailOfLines('Subject: Alone').subject).toBe('Alone');
    const bare = mailOfLines('Just words, no headers', 'at all');
    expect([bare.headers, bare.text]).toEqual([[], 'Just words, no headers\nat all']);
  });

  it('takes out files that stand between the lines of a text, to the byte', () => {
    const lines = ['begin 644 big plan.bin', '#``$"', '`', 'end'];
    // Blanks at the end of a line were lost on the way: they are zeros.
    const short = ['begin 600 zeros.bin', '#', ' ', 'end'];
    const long = ['begin 644 long.bin', 'M', 'M', '#``$"', '`', 'end '];
    const words = ['begin 644 NOTES', 'ALL IN CAPITALS', 'AS TELEGRAMS ARE', 'end'];
    const none = [...words, 'begin 644 no end', 'Bye', 'begin 644 nothing', 'end'];
    const mail = mailOfLines('Subject: s', '', 'See:', ...lines, 'and', ...short, ...long, ...none);
    expect(mail.attachments.map(({ name, bytes }) => [name, [...bytes()]])).toEqual([
      ['big plan.bin', [0, 1, 2]],
      ['zeros.bin', [0, 0, 0]],
      ['long.bin', [...new Uint8Array(90), 0, 1, 2]],
    ]);
    expect(mail.text).toBe(
      ['See:', '[file: big plan.bin]', 'and', '[file: zeros.bin]', '[file: long.bin]', ...none].join('\n'),
    );
  });

  it('shows a text that is said to be in base64 and is not', () => {
    const mail = mailOfLines(
      'From: ann@fairwater.example',
      'Content-Transfer-Encoding: base64',
      '',
      'The servers are down since noon',
      'and nobody answers',
    );
    expect(mail.text).toBe('The servers are down since noon\nand nobody answers');
    expect(mail.problems.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
  });

  it('ends a file in base64 where it ends, whatever a list appended', () => {
    const bytesOf = (...body: string[]) => {
      const mail = mailOfLines(
        'Content-Type: application/octet-stream; name=a.bin',
        'Content-Transfer-Encoding: base64',
        '',
        ...body,
      );
      return [...mail.attachments[0]!.bytes()];
    };
    const footer = ['_______', 'The mailing list', 'list@lists.example'];
    expect(bytesOf('AAEC', 'Aw==', ...footer)).toEqual([0, 1, 2, 3]);
    expect(bytesOf('AAEC', '', ...footer)).toEqual([0, 1, 2]);
    expect(bytesOf('AAEC', 'Aw==', 'BAU=', '')).toEqual([0, 1, 2, 3, 4, 5]);
    // An empty line within is no end where whole lines follow.
    expect(bytesOf('AAEC', '', 'A'.repeat(76), 'AA*EC')).toHaveLength(3 + 57 + 3);
    expect(bytesOf('AA*EC', 'AwQF')).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it.each([
    ['base64', 'd29yZHMgb2YgaXQ', []],
    ['base64', 'd29yZHMgb2YgaXQ=', []],
    ['base64', 'd29yZHMgb2YgaX', ['EVIDENCE_MEMBER_BROKEN']],
    ['base64', 'd29yZHMgb2YgaXQgY', ['EVIDENCE_MEMBER_BROKEN']],
    ['base64', 'd29y* [part removed]', ['EVIDENCE_MEMBER_BROKEN']],
    ['quoted-printable', 'words=ZZ of it', ['EVIDENCE_MEMBER_BROKEN']],
    ['quoted-printable', 'words=20of it', []],
  ])('says of an attachment in %s whether it came whole: %s', async (encoding, body, told) => {
    const head = ['Content-Type: text/csv; name=a.csv', 'Content-Disposition: attachment'];
    const bytes = mailBytes(...head, `Content-Transfer-Encoding: ${encoding}`, '', body);
    const { members } = await mailMembers(bytesSource(bytes), 'eml', 0, 1_000);
    expect(members[0]).toMatchObject({ name: 'a.csv', bytes: expect.anything() as unknown });
    expect(members.slice(1).map((each) => 'problem' in each && each.problem.code)).toEqual(told);
  });

  it('joins flowed lines and keeps quotations and signatures apart', () => {
    const mail = mailOfLines(
      'Content-Type: text/plain; format=flowed',
      '',
      'One long ',
      'line.',
      '> quoted ',
      '> too',
      '-- ',
      'Ann',
    );
    expect(mail.text).toBe('One long line.\n> quoted too\n-- \nAnn');
  });

  it.each([
    ['utf-8', Buffer.from('Grüße'), 'Grüße', false],
    ['windows-1252', Buffer.from([0x80, 0x20, 0xfc]), '€ ü', false],
    ['iso-2022-jp', Buffer.from('\u001b$B8=67\u001b(B', 'latin1'), '現況', false],
    ['utf-7', Buffer.from('Gr+APwA3w-e'), 'Grüße', false],
    ['hz-gb-2312', Buffer.from('~{VPND~}'), '中文', false],
    ['IBM850', Buffer.from([0x47, 0x72, 0x81, 0xe1, 0x65]), 'Grüße', false],
    ['cp437', Buffer.from([0x9b, 0x35, 0xc4]), '¢5─', false],
    ['x-unknown', Buffer.from('Grüße'), 'Grüße', true],
    ['utf-8', Buffer.from([0x47, 0x72, 0xfc]), 'Grü', true],
    ['utf-8', Buffer.from([0xc3, 0xbc, 0x72, 0xfc]), 'ür\ufffd', true],
    ['utf-8', Buffer.from('\ufffd זהו טקסט בעברית').subarray(1), '\ufffd\ufffd זהו טקסט בעברית', true],
    ['', Buffer.from('Grüße aus Köln ¤').subarray(0, -1), 'Grüße aus Köln \ufffd', true],
    ['utf-16', Buffer.from('\ufeffGrüße', 'utf16le').swap16(), 'Grüße', false],
    ['utf-16', Buffer.from('Grüße', 'utf16le').swap16(), 'Grüße', false],
    ['utf-16le', Buffer.from('Grüße', 'utf16le'), 'Grüße', false],
    ['utf-32', Buffer.from('\ufeff\0G\0r\0', 'utf16le'), 'Gr', false],
    ['us-ascii', Buffer.from([0x47, 0x72, 0xfc]), 'Grü', true],
    ['', Buffer.from('r\x8esum\x8e caf\x8e', 'latin1'), 'résumé café', true],
  ])('reads text declared as %s', (charset, body, text, isGuessed) => {
    const head = Buffer.from(`Content-Type: text/plain; charset=${charset}\r\n\r\n`);
    const mail = readMail(bytesSource(Buffer.concat([head, body])), 'eml');
    expect(mail.text).toBe(text);
    expect(mail.problems.some(({ code }) => code === 'EVIDENCE_CHARSET_GUESSED')).toBe(isGuessed);
  });

  it('reads headers on behind a folded line that is blank; else a line of blanks ends them', () => {
    const folded = mailOfLines(
      'Subject: x',
      'Content-Type: text/plain;',
      '\t',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('words').toString('base64'),
    );
    expect([folded.text, folded.problems]).toEqual(['words', []]);
    expect(mailOfLines('Subject: x', ' ', 'Note: words').text).toBe('Note: words');
  });

  it.each([
    ['a line of blanks', ['        ', 'MIME-Version: 1.0', 'From: Ann Day <ann@fairwater.example>']],
    ['an indented header', ['  MIME-Version: 1.0', 'From: Ann Day <ann@fairwater.example>']],
    ['a blank before its colon', ['From : Ann Day <ann@fairwater.example>', 'MIME-Version: 1.0']],
  ])('that begins with %s has all of its headers', (_what, lines) => {
    const bytes = mailBytes(...lines, 'Subject: Outage', '', 'It stopped.');
    expect(kindOfSource(bytesSource(bytes), 'a.eml')).toBe('eml');
    const mail = readMail(bytesSource(bytes), 'eml');
    expect(mail).toMatchObject({ subject: 'Outage', text: 'It stopped.' });
    expect(mail.from).toEqual([{ name: 'Ann Day', address: 'ann@fairwater.example' }]);
    expect(mail.headers.map(({ name }) => name)).toContain('MIME-Version');
  });

  it('is one by its name where lines of its body stand below its headers without an empty line', () => {
    const bytes = mailBytes('From: ann@fairwater.example', 'Subject: Outage', 'It stopped at nine.');
    expect(kindOfSource(bytesSource(bytes), 'a.eml')).toBe('eml');
    expect(kindOfSource(bytesSource(bytes), 'a.txt')).toBe('text');
    expect(readMail(bytesSource(bytes), 'eml')).toMatchObject({
      subject: 'Outage',
      text: 'It stopped at nine.',
    });
  });

  it('takes no words for a name that stand below an address, and goes on with a list that is open', () => {
    const mail = mailOfLines(
      'From: ann@fairwater.example',
      'This is no header',
      'To: bo@northgate.example,',
      'cy@northgate.example',
      'Subject: Outage since',
      'nine',
      'MIME-Version: 1.0',
      '',
      'x',
    );
    expect(mail.from).toEqual([{ name: '', address: 'ann@fairwater.example' }]);
    expect(mail.to.map(({ address }) => address)).toEqual(['bo@northgate.example', 'cy@northgate.example']);
    expect(mail.subject).toBe('Outage since nine');
    expect(mail.problems.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
  });

  it('says so when its structure is broken and shows what there is', () => {
    const unclosed = mailOfLines(
      'Content-Type: multipart/mixed; boundary=q',
      '',
      '--q',
      '',
      'first',
      '--q',
      'Content-Type: image/png; name=p.png',
      'Content-Transfer-Encoding: base64',
      '',
      onePixelPng.toString('base64'),
    );
    expect(unclosed.text).toBe('first');
    expect(unclosed.attachments[0]!.bytes()).toEqual(onePixelPng);
    expect(unclosed.problems.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
    const lost = mailOfLines('Content-Type: multipart/mixed; boundary=never', '', 'words');
    expect(lost.text).toBe('words');
    const unnamed = mailOfLines('Content-Type: multipart/mixed', '', '--x', '', 'found', '--x--');
    expect(unnamed.text).toBe('found');
  });

  it('finds its parts where another boundary stands between them than the one it names', () => {
    const mail = mailOfLines(
      'Content-Type: multipart/mixed; boundary=named',
      '',
      '--other',
      'Content-Type: text/plain',
      '',
      'body',
      '--other',
      'Content-Type: image/png; name=p.png',
      'Content-Transfer-Encoding: base64',
      '',
      onePixelPng.toString('base64'),
      '--other--',
    );
    expect(mail.text).toBe('body');
    expect(mail.attachments.map(({ name }) => name)).toEqual(['p.png']);
    expect(mail.attachments[0]!.bytes()).toEqual(onePixelPng);
    expect(mail.problems.map(({ code }) => code)).toEqual(['EVIDENCE_REPAIRED_TO_READ']);
  });

  it('gives ten thousand attachments', () => {
    const lines = Array.from({ length: 10_000 }, (_none, at) => [
      '--q',
      `Content-Disposition: attachment; filename=${at}.txt`,
      '',
      `${at}`,
    ]);
    const mail = mailOfLines('Content-Type: multipart/mixed; boundary=q', '', ...lines.flat(), '--q--');
    expect(mail.attachments).toHaveLength(10_000);
    expect(texts(mail.attachments[9_999]!.bytes())).toBe('9999');
    expect(mail.problems).toEqual([]);
  });

  it.each(['garbage', 'text/plain>', 'text'])('is text where its type is no type: %s', (type) => {
    expect(mailOfLines(`Content-Type: ${type}`, '', 'words')).toMatchObject({
      text: 'words',
      attachments: [],
    });
  });

  it('is UTF-8 also where it was cut within a character', () => {
    const mail = mailOfLines('Content-Transfer-Encoding: quoted-printable', '', 'caf=C3=A9, Caf=C3');
    expect(mail.text).toMatch(/^café, Caf/);
  });

  it.each([
    ['"ann day"@fairwater.example', '', '"ann day"@fairwater.example'],
    ['Ann <@relay.example,@mx.example:ann@fairwater.example>', 'Ann', 'ann@fairwater.example'],
  ])('reads the address %s', (from, name, address) => {
    expect(mailOfLines(`From: ${from}`, '', 'x').from).toEqual([{ name, address }]);
  });

  it('goes on after a boundary that closed too early', () => {
    const mail = mailOfLines(
      'Content-Type: multipart/mixed; boundary=q',
      '',
      '--q',
      '',
      'body',
      '--q--',
      '--q',
      'Content-Disposition: attachment; filename=late.txt',
      '',
      'late',
      '--q--',
    );
    expect(mail.attachments.map(({ name }) => name)).toEqual(['late.txt']);
  });

  it('tells encrypted mail, signed mail whose signer it names, and pieces of a mail', () => {
    const codes = (...lines: string[]) => mailOfLines(...lines).problems.map(({ code }) => code);
    expect(
      codes(
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=e',
        '',
        '--e',
        'Content-Type: application/pgp-encrypted',
        '',
        'Version: 1',
        '--e',
        'Content-Type: application/octet-stream',
        '',
        'x',
        '--e--',
      ),
    ).toEqual(['EVIDENCE_ENCRYPTED']);
    expect(codes('', '-----BEGIN PGP MESSAGE-----', 'abc', '-----END PGP MESSAGE-----')).toEqual([
      'EVIDENCE_ENCRYPTED',
    ]);
    expect(
      codes(
        'Content-Type: multipart/signed; boundary=s',
        '',
        '--s',
        '',
        'text',
        '--s',
        'Content-Type: application/pkcs7-signature',
        '',
        'junk',
        '--s--',
      ),
    ).toEqual(['EVIDENCE_SIGNED']);
    expect(codes('Content-Type: message/partial; number=2; total=3; id=x', '', 'rest')).toEqual([
      'EVIDENCE_MAIL_IN_PIECES',
    ]);
  });

  it('keeps names of attachments without folders, and names what has none', () => {
    const part = (...lines: string[]) => ['--n', ...lines, '', 'x'];
    const mail = mailOfLines(
      'Content-Type: multipart/mixed; boundary=n',
      '',
      ...part('Content-Disposition: attachment; filename="..\\..\\Windows\\evil.exe"'),
      ...part('Content-Disposition: attachment; filename="/etc/passwd"'),
      ...part('Content-Disposition: attachment; filename=two words.txt'),
      ...part('Content-Type: application/pdf; name="=?utf-8?B?R3LDvMOfZS5wZGY=?="'),
      ...part('Content-Type: text/calendar'),
      ...part('Content-Type: application/x-thing'),
      ...part('Content-Type: text/rfc822-headers'),
      '--n--',
    );
    expect(mail.attachments.map(({ name }) => name)).toEqual([
      'evil.exe',
      'passwd',
      'two words.txt',
      'Grüße.pdf',
      'invite.ics',
      'attachment-6.bin',
      'attachment-7.eml',
    ]);
  });
});

describe('what a mail claims', () => {
  const lines = [
    'From: ann@x.example',
    'Message-ID: <7@x.example>',
    'Subject: Same',
    'Date: Tue, 3 Mar 2026 09:05:00 GMT',
    '',
  ];
  const reading = (...all: string[]) => inspectMail(bytesSource(mailBytes(...all)), 'eml', 'a.eml');

  it('is the same mail under other transfer headers and encodings, another one with other words', async () => {
    const plain = await reading(...lines, 'The server is down.');
    const forwarded = await reading(
      'Received: by elsewhere; Tue, 3 Mar 2026 10:05:00 GMT',
      'Content-Transfer-Encoding: base64',
      ...lines,
      Buffer.from('The  server is\ndown.').toString('base64'),
    );
    const other = await reading(...lines, 'The server is up.');
    expect(forwarded.fingerprints).toEqual(plain.fingerprints);
    expect(other.fingerprints).not.toEqual(plain.fingerprints);
  });

  it('is one claim for each recipient', async () => {
    const many = Array.from({ length: 200 }, (_, at) => `p${at}@x.example`).join(',\r\n ');
    const { claims } = await reading(`To: ${many}`, '', 'x');
    expect(claims.filter(({ field }) => field === 'to')).toHaveLength(200);
  });

  it('has its text in parts that end at lines and together are all of it', async () => {
    const body = Array.from({ length: 3_000 }, (_, at) => `Line ${at} of the log.`).join('\n');
    const source = bytesSource(mailBytes('Subject: Long', '', body));
    const first = await mailText(source, 'eml', 1, 30_000);
    expect(first.next).toBe(2);
    const rest = await mailText(source, 'eml', 2, 10_000_000);
    const all = [...first.pages, ...rest.pages];
    expect(all.every(({ text }) => text.length <= 20_000)).toBe(true);
    expect(all.map(({ text }) => text).join('')).toBe(`Subject: Long\n\n${body}`);
  });
});
