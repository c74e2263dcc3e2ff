import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { inspectMail, mailMembers, readMail } from '../index.ts';
import { shownHeaders } from '../shown-headers.ts';
import {
  binary,
  fileTime,
  int32,
  outlookMessage as message,
  storage,
  string8,
  time,
  unicode,
} from '../testing/outlook-fixture.ts';
import { writeCompoundFile, type NewStorage } from './compound-writer.ts';
import { inflateRtf } from './compressed-rtf.ts';
import { readRtf } from '../../files/text/rtf.ts';

const recipient = (type: number, name: string, address: string) =>
  storage(8, [
    [0x0c15, int32, type],
    [0x3001, unicode, name],
    [0x39fe, unicode, address],
  ]);

const read = (root: NewStorage) => readMail(bytesSource(writeCompoundFile(root)), 'msg');

describe('a message of Outlook', () => {
  it('gives people, dates, subject and body', () => {
    const mail = read(
      message(32, [[0x1000, unicode, 'The servers\r\nare down.']], {
        '__recip_version1.0_#00000000': recipient(1, 'Bo Lee', 'bo@northgate.example'),
        '__recip_version1.0_#00000001': recipient(2, 'Cy', 'cy@northgate.example'),
        '__recip_version1.0_#00000002': recipient(3, 'Dee', 'dee@law.example'),
      }),
    );
    expect(mail.from).toEqual([{ name: 'Ann Day', address: 'ann@fairwater.example' }]);
    expect(mail.to).toEqual([{ name: 'Bo Lee', address: 'bo@northgate.example' }]);
    expect([mail.cc[0]!.address, mail.bcc[0]!.address]).toEqual(['cy@northgate.example', 'dee@law.example']);
    expect([mail.subject, mail.sentAt, mail.messageId]).toEqual([
      'Outage – notice',
      '2026-03-03T14:05:00.000Z',
      '1@fairwater.example',
    ]);
    expect(mail.text).toBe('The servers\nare down.');
  });

  it('was sent when its own header says, and has no address in a name beside the same address', () => {
    const header = 'From: Ann Day <ann@fairwater.example>\r\nDate: Fri, 16 Jan 2026 17:04:16 -0500\r\n';
    const shown = [0x0042, unicode, 'Ann Day <Ann@Fairwater.example>'] as const;
    const storages = {
      '__recip_version1.0_#00000000': recipient(1, 'Bo <bo@x.example>', 'bo@x.example'),
      '__recip_version1.0_#00000001': recipient(1, 'Cy <cy@x.example>', ''),
      '__recip_version1.0_#00000002': recipient(1, 'For <dee@x.example>', 'office@x.example'),
    };
    const mail = read(message(32, [shown, [0x007d, unicode, header]], storages));
    expect(mail.sentAt).toBe('2026-01-16T22:04:16.000Z');
    expect(mail.from).toEqual([{ name: 'Ann Day', address: 'ann@fairwater.example' }]);
    expect(mail.to).toEqual([
      { name: 'Bo', address: 'bo@x.example' },
      { name: 'Cy', address: 'cy@x.example' },
      { name: 'For <dee@x.example>', address: 'office@x.example' },
    ]);
  });

  it('tells PGP, in its parts and in its text', () => {
    const codes = (mail: ReturnType<typeof read>) => mail.problems.map(({ code }) => code);
    const part = storage(8, [
      [0x370e, unicode, 'application/pgp-encrypted'],
      [0x3701, binary, Buffer.from('Version: 1')],
    ]);
    expect(codes(read(message(32, [], { '__attach_version1.0_#00000000': part })))).toEqual([
      'EVIDENCE_ENCRYPTED',
    ]);
    const text = (kind: string) =>
      message(32, [[0x1000, unicode, `Hello\r\n-----BEGIN PGP ${kind}-----\r\nabc\r\n`]]);
    expect(codes(read(text('MESSAGE')))).toEqual(['EVIDENCE_ENCRYPTED']);
    expect(codes(read(text('SIGNED MESSAGE')))).toEqual(['EVIDENCE_SIGNED']);
    expect(codes(read(text('MESSAGES')))).toEqual([]);
  });

  it('reads text that is not Unicode by its code page, and HTML by its own', () => {
    const mail = read(
      message(32, [
        [0x3ffd, int32, 1251],
        [0x3fde, int32, 65001],
        [0x1000, string8, '\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2'],
        [0x1013, binary, Buffer.from('<p>Привет</p>')],
      ]),
    );
    expect([mail.text, mail.html]).toEqual(['Привет', '<p>Привет</p>']);
  });

  it('gives files as they are and attached mails as messages of their own, nested ones too', async () => {
    const large = Buffer.alloc(9_000, 'log');
    const deepest = message(24, [[0x1000, unicode, 'deepest']]);
    const inner = message(24, [[0x1000, unicode, 'inner']], {
      '__attach_version1.0_#00000000': storage(8, [[0x3705, int32, 5]], { '__substg1.0_3701000D': deepest }),
    });
    const root = message(32, [], {
      '__attach_version1.0_#00000000': storage(8, [
        [0x3707, unicode, 'server.log'],
        [0x3701, binary, large],
      ]),
      '__attach_version1.0_#00000001': storage(
        8,
        [
          [0x3705, int32, 5],
          [0x3001, unicode, 'Earlier notice'],
        ],
        { '__substg1.0_3701000D': inner },
      ),
      '__attach_version1.0_#00000002': storage(8, [
        [0x3705, int32, 4],
        [0x370d, unicode, '\\\\server\\share\\plan.doc'],
        [0x3707, unicode, 'plan.doc'],
      ]),
    });
    const { members } = await mailMembers(bytesSource(writeCompoundFile(root)), 'msg', 0, 1_000_000);
    expect(members.map(({ name }) => name)).toEqual(['server.log', 'Earlier notice.msg', 'plan.doc.bin']);
    expect('bytes' in members[0]! && Buffer.from(members[0].bytes).equals(large)).toBe(true);
    expect('problem' in members[2]! && members[2].problem.code).toBe('EVIDENCE_ATTACHMENT_ELSEWHERE');
    const attached = readMail(bytesSource((members[1] as { bytes: Uint8Array }).bytes), 'msg');
    expect([attached.subject, attached.text]).toEqual(['Outage – notice', 'inner']);
    expect(readMail(bytesSource(attached.attachments[0]!.bytes()), 'msg').text).toBe('deepest');
  });

  it('is the same mail as its internet form', async () => {
    const body = 'See <https://northgate.example/status> now.\r\n\r\nThe servers  are down.';
    const msg = writeCompoundFile(message(32, [[0x1000, unicode, body]]));
    const eml = Buffer.from(
      'From: ann@fairwater.example\r\nSubject: Outage\r\nMessage-ID: <1@fairwater.example>\r\n\r\nSee now.\r\nThe servers are down.\r\n',
    );
    const ofMsg = await inspectMail(bytesSource(msg), 'msg', 'a.msg');
    const ofEml = await inspectMail(bytesSource(eml), 'eml', 'a.eml');
    expect(ofMsg.fingerprints).toEqual(ofEml.fingerprints);
  });

  it('writes an attached mail the same each time', () => {
    expect(writeCompoundFile(message(32)).equals(writeCompoundFile(message(32)))).toBe(true);
  });

  it('shows the fields of what is no mail', () => {
    const named = Buffer.alloc(8);
    named.writeUInt32LE(0x820d, 0);
    const root = message(
      32,
      [
        [0x001a, unicode, 'IPM.Appointment'],
        [0x8000, time, fileTime('2026-03-04T15:00:00Z')],
      ],
      { '__nameid_version1.0': { streams: new Map([['__substg1.0_00030102', named]]), storages: new Map() } },
    );
    expect(read(root).headers).toContainEqual({ name: 'Start', value: '2026-03-04T15:00:00.000Z' });
  });

  it('gives nobody the address of another: whose mail it is, and who sent it on behalf of that person', () => {
    const assistant = [
      [0x0042, unicode, 'Max Chief'],
      [0x0064, unicode, 'EX'],
      [0x0065, unicode, '/o=fairwater/cn=chief'],
      [0x0c1f, unicode, '/o=fairwater/cn=day'],
      [0x0c1e, unicode, 'EX'],
    ] as const;
    const mail = read(message(32, assistant));
    expect(mail.from).toEqual([{ name: 'Max Chief', address: '' }]);
    expect(shownHeaders(mail)).toContainEqual({ name: 'Sender', value: 'Ann Day <ann@fairwater.example>' });
    // One person under two names of the directory.
    const same = read(message(32, [...assistant, [0x0065, unicode, '/O=Fairwater/CN=Day']]));
    expect(same.from).toEqual([{ name: 'Max Chief', address: 'ann@fairwater.example' }]);
    expect(same.headers.map(({ name }) => name)).not.toContain('Sender');
  });

  it('shows when and where a meeting is beside the headers it was sent with, and its rooms as such', () => {
    const named = Buffer.alloc(16);
    named.writeUInt32LE(0x820d, 0);
    named.writeUInt32LE(0x8208, 8);
    named.writeUInt16LE(1, 14);
    const mail = read(
      message(
        32,
        [
          [0x001a, unicode, 'IPM.Schedule.Meeting.Request'],
          [0x007d, unicode, 'From: Ann Day <ann@fairwater.example>\r\nSubject: Call\r\n'],
          [0x8000, time, fileTime('2026-03-04T15:00:00Z')],
          [0x8001, unicode, 'Room 4'],
        ],
        {
          '__nameid_version1.0': {
            streams: new Map([['__substg1.0_00030102', named]]),
            storages: new Map(),
          },
          '__recip_version1.0_#00000000': recipient(0, 'Ann Day', 'ann@fairwater.example'),
          '__recip_version1.0_#00000001': recipient(1, 'Bo Lee', 'bo@northgate.example'),
          '__recip_version1.0_#00000002': recipient(3, 'Room 4', 'room4@fairwater.example'),
        },
      ),
    );
    expect([mail.to.map(({ name }) => name), mail.bcc]).toEqual([['Bo Lee'], []]);
    expect(shownHeaders(mail).slice(-4)).toEqual([
      { name: 'Resources', value: 'Room 4 <room4@fairwater.example>' },
      { name: 'Kind of item', value: 'IPM.Schedule.Meeting.Request' },
      { name: 'Start', value: '2026-03-04T15:00:00.000Z' },
      { name: 'Location', value: 'Room 4' },
    ]);
  });

  it('shows what a report says of a mail, and who is in a distribution list', () => {
    const report = read(
      message(32, [
        [0x001a, unicode, 'REPORT.IPM.Note.IPNRN'],
        [0x1001, unicode, 'Your message was read.'],
        [0x0049, unicode, 'Notice of motion'],
        [0x002a, time, fileTime('2026-03-03T14:10:00Z')],
      ]),
    );
    expect(report.text).toBe('Your message was read.');
    expect(shownHeaders(report).slice(-4)).toEqual([
      { name: 'Kind of item', value: 'REPORT.IPM.Note.IPNRN' },
      { name: 'Reported', value: 'read' },
      { name: 'Original subject', value: 'Notice of motion' },
      { name: 'Receipt', value: '2026-03-03T14:10:00.000Z' },
    ]);

    const named = Buffer.alloc(8);
    named.writeUInt32LE(0x8054, 0);
    const list = message(32, [[0x001a, unicode, 'IPM.DistList']], {
      '__nameid_version1.0': { streams: new Map([['__substg1.0_00030102', named]]), storages: new Map() },
    });
    const member = (flags: number, coded: Buffer) => {
      const head = Buffer.alloc(24);
      head.writeUInt16LE(flags, 22);
      return Buffer.concat([head, coded]);
    };
    const streams = new Map([
      ...list.streams,
      ['__substg1.0_80001102-00000001', member(0, Buffer.from('cy@x.example\0SMTP\0cy@x.example\0'))],
      [
        '__substg1.0_80001102-00000000',
        member(0x9001, Buffer.from('Bo Lee\0SMTP\0bo@x.example\0', 'utf16le')),
      ],
    ]);
    expect(shownHeaders(read({ ...list, streams }))).toContainEqual({
      name: 'Members',
      value: 'Bo Lee <bo@x.example>, cy@x.example',
    });
  });

  it('is damaged where there is no message in the file', () => {
    const empty = writeCompoundFile({ streams: new Map(), storages: new Map() });
    expect(readMail(bytesSource(empty), 'msg').problems.map(({ code }) => code)).toEqual([
      'EVIDENCE_DAMAGED',
    ]);
  });

  it('ends where the file’s own tables go round in circles', () => {
    const file = writeCompoundFile(message(32, [[0x1000, unicode, 'x'.repeat(9_000)]]));
    // Each sector of the table is made to lead to itself.
    const table = (file.readUInt32LE(76) + 1) * 512;
    for (let at = 0; at < 128; at += 1) file.writeUInt32LE(at, table + at * 4);
    expect(readMail(bytesSource(file), 'msg').problems.length).toBeGreaterThan(0);
  });
});

describe('the body of an Outlook message in RTF', () => {
  it('is the HTML it was made from', () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p class="a">}\\htmlrtf \\par\\htmlrtf0 Caf\\\'e9 \\u8212?{\\*\\htmltag84 &nbsp;}{\\*\\mhtmltag 9}{\\*\\htmltag72 </p>}}';
    expect(readRtf(Buffer.from(rtf)).html).toBe('<p class="a">Café —&nbsp;</p>');
  });

  it('is text in the charsets of its fonts', () => {
    const rtf =
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}{\\*\\generator x;}\\f0 One\\par\\f1 \\'cf\\'f0\\cell two}";
    expect(readRtf(Buffer.from(rtf)).text).toBe('One\nПр\ttwo');
  });

  it('says what is struck out or hidden, which the plain text beside it does not', () => {
    const rtf = '{\\rtf1\\ansi We will {\\strike not }pay.{\\v Or will we?}\\par}';
    const stored = Buffer.concat([Buffer.alloc(8), Buffer.from('MELA'), Buffer.alloc(4), Buffer.from(rtf)]);
    stored.writeUInt32LE(rtf.length, 4);
    const { text } = read(
      message(32, [
        [0x1000, unicode, 'We will not pay.'],
        [0x1009, binary, stored],
      ]),
    );
    expect(text).toBe('We will [struck out: not ]pay.[hidden: Or will we?]');
  });

  it('is inflated as the specification’s example says', () => {
    // [MS-OXRTFCP] §4.1.1
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c 09002062770 5b06c647d0a800fa0'.replaceAll(
        ' ',
        '',
      ),
      'hex',
    );
    expect(inflateRtf(packed, 1_000)?.toString()).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });
});

describe('a winmail.dat', () => {
  const attribute = (level: number, id: number, value: Buffer) => {
    const head = Buffer.alloc(9);
    head[0] = level;
    head.writeUInt32LE(id, 1);
    head.writeUInt32LE(value.length, 5);
    return Buffer.concat([head, value, Buffer.alloc(2)]);
  };
  const word = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  /** One Unicode property, padded to four bytes. */
  const property = (id: number, text: string) => {
    const bytes = Buffer.from(`${text}\0`, 'utf16le');
    return Buffer.concat([
      word(((id << 16) | unicode) >>> 0),
      word(1),
      word(bytes.length),
      bytes,
      Buffer.alloc((4 - (bytes.length % 4)) % 4),
    ]);
  };
  const file = Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x69007, Buffer.concat([word(1251), word(0)])),
    attribute(1, 0x18004, Buffer.from([0xcf, 0xf0, 0x00])),
    attribute(1, 0x69003, Buffer.concat([word(1), property(0x1000, 'In the wrapper')])),
    attribute(2, 0x69002, Buffer.alloc(14)),
    attribute(2, 0x18010, Buffer.from('LONGNA~1.TXT\0')),
    attribute(2, 0x6800f, Buffer.from('content')),
    attribute(2, 0x69005, Buffer.concat([word(1), property(0x3707, 'long name.txt')])),
  ]);

  it('gives the message and the files with their long names', async () => {
    const mail = readMail(bytesSource(file), 'tnef');
    expect([mail.subject, mail.text]).toEqual(['Пр', 'In the wrapper']);
    const { members } = await mailMembers(bytesSource(file), 'tnef', 0, 1_000);
    expect(
      members.map((member) => [member.name, 'bytes' in member && Buffer.from(member.bytes).toString()]),
    ).toEqual([['long name.txt', 'content']]);
  });

  it('gives its body to the mail it came in, when that has none', () => {
    const eml = Buffer.from(
      `Subject: S\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${file.toString('base64')}\n`,
    );
    const mail = readMail(bytesSource(eml), 'eml');
    expect([mail.text, mail.attachments.map(({ name }) => name)]).toEqual([
      'In the wrapper',
      ['winmail.dat'],
    ]);
  });

  it('gives what there is when it is cut off, and says so', () => {
    const mail = readMail(bytesSource(file.subarray(0, file.length - 30)), 'tnef');
    expect(mail.attachments).toHaveLength(1);
    expect(mail.problems.map(({ code }) => code)).toContain('EVIDENCE_REPAIRED_TO_READ');
  });
});
