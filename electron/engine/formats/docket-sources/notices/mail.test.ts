import { describe, expect, test } from 'vitest';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { writeCompoundFile } from '../../mail/outlook/compound-writer.ts';
import { binary, int32, outlookMessage, storage, unicode } from '../../mail/testing/outlook-fixture.ts';
import { parseHtml } from '../printed/html.ts';
import { readNoticeMail, readNoticePage, readNoticeText } from './mail.ts';
import {
  appealHtml,
  bankruptcyHtml,
  districtHtml,
  districtSubject,
  districtText,
  mail,
} from './notice-fixtures.ts';

const read = async (raw: string | Buffer): Promise<ParsedSource> =>
  readNoticeMail(Buffer.from(raw as string), 'notice.eml');
const text =
  'EMERGENCY MOTION for Temporary Restraining Order and Order to Show Cause re [1] Complaint by Fairwater LLC. ' +
  '(Attachments: # (1) Declaration of José Peña, # (2) Exhibit A)(Kahale, Noa)';
const base64 = (body: string) =>
  Buffer.from(body)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
const quotedPrintable = (body: string) =>
  [...Buffer.from(body)]
    .map((byte) =>
      byte === 10
        ? '=0A'
        : byte > 126 || byte === 61 || byte < 32
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('')
    .replace(/((?:=..|[^=]){60,70}?(?==|.))/g, '$1=\r\n');
const quoted = (body: string) =>
  body
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
const headerAbove = `From: ecf_notice@hid.uscourts.gov
Sent: Monday, March 4, 2024 4:06 PM
To: hid_ecf_nef@hid.uscourts.gov
Subject: ${districtSubject}
`;
const plain = 'text/plain; charset=utf-8';
const multipart = (parts: readonly string[]) =>
  `${parts.map((part) => `--b\r\n${part}`).join('\r\n')}\r\n--b--\r\n`;
const forwarded = { subject: `Fwd: ${districtSubject}`, from: 'someone@example.com' };

describe('a notice of a district court', () => {
  const dresses: readonly (readonly [string, string | Buffer])[] = [
    ['HTML', mail(districtHtml)],
    ['HTML in base64', mail(base64(districtHtml), { encoding: 'base64' })],
    ['HTML in quoted-printable', mail(quotedPrintable(districtHtml), { encoding: 'quoted-printable' })],
    ['plain text wrapped at 76 columns', mail(districtText, { type: plain })],
    ['plain text in base64', mail(base64(districtText), { type: plain, encoding: 'base64' })],
    [
      'both, HTML and text',
      mail(
        multipart([
          'Content-Type: text/plain\r\n\r\nThis mail needs a program that shows HTML.',
          `Content-Type: text/html; charset=utf-8\r\n\r\n${districtHtml}`,
        ]),
        { type: 'multipart/alternative; boundary=b' },
      ),
    ],
    [
      'forwarded below a remark',
      mail(`Please calendar.\n\n-----Original Message-----\n${headerAbove}\n${districtText}`, {
        ...forwarded,
        type: plain,
      }),
    ],
    [
      'forwarded with marks of quotation',
      mail(`FYI\n\nOn Mon, Mar 4, 2024, the court wrote:\n${quoted(districtText)}`, {
        ...forwarded,
        type: plain,
      }),
    ],
    [
      'forwarded as an attached message',
      mail(
        multipart([
          'Content-Type: text/plain\r\n\r\nSee attached.',
          `Content-Type: message/rfc822\r\n\r\n${mail(districtHtml)}`,
        ]),
        { ...forwarded, subject: 'A notice', type: 'multipart/mixed; boundary=b' },
      ),
    ],
    [
      'forwarded by a program that quotes in HTML',
      mail(
        `<div dir="ltr">See below.<div class="gmail_quote">---------- Forwarded message ---------<br>From: &lt;ecf_notice@hid.uscourts.gov&gt;<br>Subject: ${districtSubject}<br><br>${districtHtml}</div></div>`,
        forwarded,
      ),
    ],
    [
      'forwarded over a signature with addresses of its own',
      mail(
        `${districtHtml}<table><tr><td><a href="https://orne.example/">www.orne.example</a> | Honolulu</td></tr>
        <tr><td><a href="https://orne.example/awards">Firm of the year</a></td></tr><tr><td>This message is privileged.</td></tr></table>`,
        forwarded,
      ),
    ],
    [
      'without a declared charset, in Windows-1252',
      Buffer.from(mail(districtHtml, { type: 'text/html' }), 'latin1'),
    ],
    ['HTML declared as plain text', mail(districtHtml, { type: plain })],
    ['UTF-8 declared as ISO-8859-1', mail(districtText, { type: 'text/plain; charset=iso-8859-1' })],
  ];

  test.each(dresses)('is read alike as %s', async (_dress, raw) => {
    const source = await read(raw);
    expect(source).toMatchObject({ kind: 'notice', printedAt: '2024-03-04T16:05', warnings: [] });
    const [docket] = source.dockets;
    expect(source.dockets).toHaveLength(1);
    expect(docket).toMatchObject({ isComplete: false, parties: [] });
    expect(docket!.header).toMatchObject({
      court: 'hid',
      courtName: 'U.S. District Court, District of Hawaii',
      number: '1:24-cv-00077-ABC-DEF',
      title: 'Fairwater LLC v. Northgate Hosting, Inc. et al',
      courtCaseId: '171717',
    });
    expect(
      docket!.entries.map(({ number, attachment, text: words }) => ({ number, attachment, words })),
    ).toEqual([
      { number: 12, attachment: null, words: text },
      { number: 12, attachment: 1, words: 'Declaration of José Peña' },
      { number: 12, attachment: 2, words: 'Exhibit A' },
    ]);
    expect(docket!.entries[0]).toMatchObject({
      filedOn: '2024-03-04',
      enteredOn: '2024-03-04',
      enteredAt: '2024-03-04T16:05',
      shortText: 'Motion for TRO',
      filer: 'Fairwater LLC, Fairwater Holdings, Inc.',
      documentId: '06102345678',
      sequence: 40,
      isTextOnly: false,
    });
  });

  test('keeps nothing that opens the document: no magic number, and no recipient', async () => {
    const kept = JSON.stringify(await read(mail(districtHtml)));
    expect(kept).not.toMatch(/magic|55555555|noa@example\.com/);
    expect(kept).toContain('https://ecf.hid.uscourts.gov/doc1/06112345678?caseid=171717&de_seq_num=40');
  });

  test('links in the docket text are kept as links to entries', async () => {
    const { dockets } = await read(mail(districtHtml));
    expect(dockets[0]!.entries[0]!.links).toEqual([{ number: 1, attachment: null }]);
  });

  test('is read as a saved page and as saved text, without the short name that only the subject gives', () => {
    for (const source of [
      readNoticePage(parseHtml(districtHtml), 'a.html'),
      readNoticeText(districtText, 'a.txt'),
    ])
      expect(source.dockets[0]!.entries[0]).toMatchObject({ number: 12, text, shortText: '' });
  });
});

describe('mails that hold more or less', () => {
  test('two attached notices are two dockets of one source', async () => {
    const source = await read(
      mail(
        multipart([
          `Content-Type: message/rfc822\r\n\r\n${mail(districtHtml)}`,
          `Content-Type: message/rfc822\r\n\r\n${mail(bankruptcyHtml(), { subject: '24-10111-XYZ Notice of Hearing' })}`,
        ]),
        { ...forwarded, type: 'multipart/mixed; boundary=b' },
      ),
    );
    expect(source.dockets.map(({ header }) => header.court)).toEqual(['hid', 'vtb']);
    expect(source.printedAt).toBe('2024-04-22T11:37');
  });

  test('two notices pasted into one body are told apart', async () => {
    const other = districtText
      .replaceAll('1:24-cv-00077-ABC-DEF', '1:24-cv-00088-GHI')
      .replace('Document Number: 12<', 'Document Number: 5<');
    const { dockets } = await read(mail(`${districtText}\n\n${other}`, { type: plain }));
    expect(dockets.map(({ header, entries }) => [header.number, entries[0]!.number, header.court])).toEqual([
      ['1:24-cv-00077-ABC-DEF', 12, 'hid'],
      ['1:24-cv-00088-GHI', 5, 'hid'],
    ]);
    expect(dockets.map(({ entries }) => entries[0]!.text)).toEqual([text, text]);
  });

  test('a notice of a court of appeals says so in its kind', async () => {
    expect(await read(mail(appealHtml()))).toMatchObject({ kind: 'appellate_notice' });
  });

  test.each([
    ['about lunch', mail('Shall we have lunch? Case Number: 12', { type: plain })],
    [
      'that only speaks of a notice',
      mail('The Notice of Electronic Filing for Case Number: 12 is late.', { type: plain }),
    ],
    ['without a body', mail('')],
  ])('a mail %s is no source', async (_about, raw) => {
    await expect(read(raw)).rejects.toMatchObject({
      code: 'DOCKET_SOURCE_NOT_RECOGNISED',
      details: { name: 'notice.eml' },
    });
  });

  test('messages attached deeper than anyone forwards are not followed for ever', async () => {
    let raw = mail(districtHtml);
    for (let depth = 0; depth < 12; depth += 1)
      raw = mail(`--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${raw}\r\n--b${depth}--\r\n`, {
        ...forwarded,
        type: `multipart/mixed; boundary=b${depth}`,
      });
    await expect(read(raw)).rejects.toMatchObject({ code: 'DOCKET_SOURCE_NOT_RECOGNISED' });
  });

  test('parts nested beyond measure are not followed for ever', async () => {
    let raw = 'Content-Type: text/plain\r\n\r\nx';
    for (let depth = 0; depth < 80; depth += 1)
      raw = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${raw}\r\n--b${depth}--`;
    await expect(read(`From: a@example.com\r\nTo: b@example.com\r\n${raw}`)).rejects.toMatchObject({
      code: 'DOCKET_SOURCE_NOT_RECOGNISED',
    });
  });
});

describe('a notice that Outlook saved', () => {
  const notice = (headerBytes: number) =>
    outlookMessage(headerBytes, [
      [0x0037, unicode, districtSubject],
      [0x5d01, unicode, 'ecf_notice@hid.uscourts.gov'],
      [0x3fde, int32, 65_001],
      [0x1013, binary, Buffer.from(districtHtml)],
    ]);
  const forwarding = outlookMessage(32, [[0x1000, unicode, 'Please calendar.']], {
    '__attach_version1.0_#00000000': storage(8, [[0x3705, int32, 5]], { '__substg1.0_3701000D': notice(24) }),
  });
  test.each([
    ['as it came', writeCompoundFile(notice(32))],
    ['attached to one of its messages', writeCompoundFile(forwarding)],
    [
      'attached to a mail of another program',
      mail(
        multipart([
          'Content-Type: text/plain\r\n\r\nPlease calendar.',
          `Content-Type: application/octet-stream; name="Activity.msg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${writeCompoundFile(
            notice(32),
          )
            .toString('base64')
            .replaceAll(/.{76}/g, '$&\r\n')}`,
        ]),
        { ...forwarded, type: 'multipart/mixed; boundary=b' },
      ),
    ],
  ])('is read %s', async (_how, raw) => {
    expect(await read(raw)).toEqual(await read(mail(districtHtml)));
  });

  test('and nothing is read out of an item without one, or of another compound file', async () => {
    for (const root of [outlookMessage(32), storage(0, [])])
      await expect(read(writeCompoundFile(root))).rejects.toMatchObject({
        code: 'DOCKET_SOURCE_NOT_RECOGNISED',
      });
  });
});

describe('several notices in one file', () => {
  const second = mail(districtText.replaceAll('[1]', '[2]'), { type: plain });
  const both = async () => [...(await read(mail(districtHtml))).dockets, ...(await read(second)).dockets];

  test('those of a mailbox are all read, and a message that is none is told', async () => {
    const other = mail('Lunch?', { type: plain, subject: 'Lunch' });
    const from = 'From ecf_notice@hid.uscourts.gov Mon Mar  4 16:06:00 2024\r\n';
    const mailbox = [mail(districtHtml), other, second].map((each) => `${from}${each}\r\n\r\n`).join('');
    const { dockets, warnings } = await read(mailbox);
    expect(dockets).toEqual(await both());
    expect(warnings).toMatchObject([{ code: 'DOCKET_FIELD_MISSING', raw: 'Lunch' }]);
  });

  test('one attached to another is read too, and once where it is the same', async () => {
    const attach = (attached: string) =>
      mail(
        multipart([
          `Content-Type: text/html; charset=utf-8\r\n\r\n${districtHtml}`,
          `Content-Type: message/rfc822\r\n\r\n${attached}`,
        ]),
        { type: 'multipart/mixed; boundary=b' },
      );
    expect((await read(attach(second))).dockets).toEqual(await both());
    expect((await read(attach(mail(districtHtml)))).dockets).toEqual(
      (await read(mail(districtHtml))).dockets,
    );
  });
});

test('a notice of an appellate panel is the panel’s, though it comes from its circuit’s server', () => {
  const { kind, dockets, warnings } = readNoticeText(
    `U.S. Bankruptcy Appellate Panel for the Eighth Circuit

Notice of Docket Activity

The following transaction was entered on 06/12/2024 at 11:03:22 AM Central Daylight Time and filed on 06/12/2024

Case Name: Fairwater LLC v. Weller
Case Number: 24-6009 <https://ecf.ca8.uscourts.gov/n/beam/servlet/TransportRoom?caseNum=24-6009>

Docket Text:
BRIEF filed by Fairwater LLC. [24-6009]
`,
    'notice.txt',
  );
  expect([kind, warnings]).toEqual(['appellate_notice', []]);
  expect(dockets[0]).toMatchObject({
    header: { court: 'bap8', number: '24-6009' },
    entries: [{ number: null, filedOn: '2024-06-12', enteredAt: '2024-06-12T11:03' }],
  });
});

test('a notice that was cut behind its docket text keeps all paragraphs up to who entered it, and nothing below', () => {
  const [above = ''] = districtText.split('EMERGENCY MOTION');
  const textOf = (words: string): string =>
    readNoticeText(above + words, 'notice.txt').dockets[0]!.entries[0]!.text;
  expect(
    textOf('MINUTE ORDER by Judge Prado.\n\nResponses are due 3/8/2024. (Prado,\nAna)\n\nJane Doe\n'),
  ).toBe('MINUTE ORDER by Judge Prado. Responses are due 3/8/2024. (Prado, Ana)');
  expect(textOf('ORDER granting [12] Motion. (ab)\n\nJane Doe\nParalegal (nc)\n')).toBe(
    'ORDER granting [12] Motion. (ab)',
  );
});

test.each(['12-1', '12 through 14', '12, 13'])(
  'of a document number “%s” all but the first are told',
  (printed) => {
    const { dockets, warnings } = readNoticeText(
      districtText.replace(/Number: 12<[^>]*>/, `Number: ${printed}`),
      'a.txt',
    );
    expect(dockets[0]!.entries[0]!.number).toBe(12);
    expect(warnings.map(({ message }) => message)).toEqual([
      'The further numbers of entry 12 could not be read. Check the text as printed.',
    ]);
  },
);

test('a notice that ends within its docket text says so', () => {
  const cut = districtText.slice(0, districtText.indexOf(' (Attachments'));
  for (const text of [cut, `${cut}\n\nJane Doe\n`])
    expect(readNoticeText(text, 'notice.txt').warnings.map(({ message }) => message)).toEqual([
      'The end of the docket text could not be read. Check the text as printed.',
    ]);
});

test('an address that a docket text prints is part of it in plain text as in HTML; that of a court’s page is none of its words', () => {
  const said = 'Hearing by video: https://video.example/j/123 Passcode 55. (ab)';
  const text = districtText.replace(/EMERGENCY[^]*?Noa\)/, said).replace(/<(https:[^>]*DktRpt[^>]*)>/, ' $1');
  const page = `<pre>${text.replaceAll('<', '&lt;')}</pre>`;
  for (const { dockets } of [readNoticeText(text, 'a.txt'), readNoticePage(parseHtml(page), 'a.html')]) {
    expect(dockets[0]!.header.number).toBe('1:24-cv-00077-ABC-DEF');
    expect(dockets[0]!.entries[0]!.text).toBe(said);
  }
});

test('a transaction that a docket text speaks of begins no further notice', () => {
  const said = 'NOTICE by the Clerk:\nThe following transaction was docketed in error: [10] Motion. (ab)';
  const { dockets, warnings } = readNoticeText(
    districtText.replace(/EMERGENCY[^]*?Noa\)/, said),
    'notice.txt',
  );
  expect([dockets.length, warnings]).toEqual([1, []]);
  expect(dockets[0]!.entries.map(({ text: words }) => words)).toEqual([
    said.replace('\n', ' '),
    'Declaration of José Peña',
    'Exhibit A',
  ]);
});

test('each of several notices in one mail has the short name of the subject above it', async () => {
  const second = districtText.replace('Document Number: 12', 'Document Number: 13');
  const body = `${headerAbove}\n${districtText}\n${headerAbove.replace('Motion for TRO', 'Reply')}\n${second}`;
  const { dockets } = await read(mail(body, { ...forwarded, subject: 'Two notices', type: plain }));
  expect(dockets.map(({ entries }) => [entries[0]!.number, entries[0]!.shortText])).toEqual([
    [12, 'Motion for TRO'],
    [13, 'Reply'],
  ]);
});
