import { describe, expect, test } from 'vitest';
import { readFeed } from './rss.ts';

const item = (
  title: string,
  description: string,
  date = 'Thu, 19 Apr 2018 18:21:31 GMT',
  id = '2222',
) => `<item>
<title>${title}</title>
<link>https://ecf.vtb.uscourts.gov/cgi-bin/DktRpt.pl?${id}</link>
<description>${description}</description>
<guid isPermaLink="true">https://ecf.vtb.uscourts.gov/cgi-bin/DktRpt.pl?${id}-1</guid>
<pubDate>${date}</pubDate>
</item>`;
const feed = (items: readonly string[]) => `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0">
<channel>
<title>District of Vermont - Recent Entries</title>
<link>https://ecf.vtb.uscourts.gov</link>
<description>Docket entries of type: all</description>
<lastBuildDate>Thu, 19 Apr 2018 18:22:08 GMT</lastBuildDate>
${items.join('\n')}
</channel>
</rss>`;
const link = (number: string, sequence: number) =>
  `(&#x3C;a href=&#x27;https://ecf.vtb.uscourts.gov/doc1/16012345678${sequence}?pdf_header=&#x26;de_seq_num=${sequence}&#x26;caseid=2222&#x27;&#x3E;${number}&#x3C;/a&#x3E;)`;
const read = (text: string) => readFeed(text, 'feed.xml');

describe('a court’s feed', () => {
  test('is a docket for each case, with what the feed says of each entry', () => {
    const source = read(
      feed([
        item(
          '24-10111-xyz Ana Prado            ',
          `Type: bk Office: 1 Chapter: 11  [Objection] ${link('37', 4)}`,
        ),
        item(
          '1:24-cv-00077-ABC Fairwater LLC v. Northgate Hosting, Inc.',
          `[Motion for TRO] ${link('5', 6)}`,
          'Thu, 19 Apr 2018 18:20:00 GMT',
          '3333',
        ),
        item(
          '24-10111-xyz Ana Prado',
          `Type: bk [Order re [Motion] to Dismiss] ${link('36', 3)}`,
          'Thu, 19 Apr 2018 12:00:00 GMT',
        ),
      ]),
    );
    expect(source).toMatchObject({ kind: 'rss', printedAt: '2018-04-19T14:22', warnings: [] });
    expect(source.dockets.map(({ header, isComplete }) => ({ ...header, isComplete }))).toMatchObject([
      {
        court: 'vtb',
        courtName: 'District of Vermont',
        number: '24-10111-xyz',
        title: 'Ana Prado',
        courtCaseId: '2222',
        isComplete: false,
      },
      { number: '1:24-cv-00077-ABC', title: 'Fairwater LLC v. Northgate Hosting, Inc.', courtCaseId: '3333' },
    ]);
    expect(source.dockets[0]!.entries).toMatchObject([
      {
        number: 37,
        filedOn: '2018-04-19',
        text: '',
        shortText: 'Objection',
        documentUrl: 'https://ecf.vtb.uscourts.gov/doc1/160123456784?de_seq_num=4&caseid=2222',
        documentId: '160023456784',
        sequence: 4,
      },
      { number: 36, shortText: 'Order re [Motion] to Dismiss' },
    ]);
  });

  test('printed in Greenwich time is brought to the court’s clock, whose day it may not be', () => {
    const ofCourt = (court: string, at: string) => {
      const xml = feed([item('24-1 A v. B', `[Order] ${link('7', 1)}`, at)]);
      const { dockets, warnings } = read(xml.replaceAll('ecf.vtb.', `ecf.${court}.`));
      const [entry] = dockets[0]!.entries;
      return [entry!.filedOn, entry!.enteredAt, warnings.length];
    };
    const evening = 'Wed, 18 Apr 2018 00:15:28 GMT';
    expect(ofCourt('nysd', evening)).toEqual(['2018-04-17', '2018-04-17T20:15', 0]);
    expect(ofCourt('nysb', evening)).toEqual(['2018-04-17', '2018-04-17T20:15', 0]);
    expect(ofCourt('wawd', evening)).toEqual(['2018-04-17', '2018-04-17T17:15', 0]);
    expect(ofCourt('nysd', 'Tue, 17 Apr 2018 22:15:28 -0700')).toEqual(['2018-04-18', '2018-04-18T01:15', 0]);
    // Tallahassee and Pensacola are of one day then, and of two at 04:30.
    expect(ofCourt('flnd', evening)).toEqual(['2018-04-17', null, 0]);
    expect(ofCourt('flnd', 'Wed, 18 Apr 2018 04:30:00 GMT')).toEqual([null, null, 1]);
  });

  test('printed in the court’s own time gives the minute; in Greenwich time it cannot where the court is not known', () => {
    const { dockets } = read(
      feed([
        item('24-1 A v. B', '[Order]', 'Fri, 03 Feb 2023 09:05:16 MST', '1'),
        item('24-2 C v. D', '[Order]', 'Fri, 03 Feb 2023 12:05:16 GMT', '2'),
        item('24-3 E v. F', '[Order]', 'Fri, 03 Feb 2023 09:05:16 GMT', '3'),
      ]).replaceAll('ecf.vtb.', 'ecf.zzz.'),
    );
    expect(dockets.map(({ entries: [entry] }) => [entry!.filedOn, entry!.enteredAt])).toEqual([
      ['2023-02-03', '2023-02-03T09:05'],
      ['2023-02-03', null],
      [null, null],
    ]);
  });

  test('lists an item for each event of an entry; they are one entry', () => {
    const { dockets } = read(
      feed([
        item('24-10111-xyz Ana Prado', `[~Util - Set Deadlines] ${link('37', 4)}`),
        item('24-10111-xyz Ana Prado', `[Order] ${link('37', 4)}`),
        item('24-10111-xyz Ana Prado', `[Order] ${link('36', 3)}`),
      ]),
    );
    expect(dockets[0]!.entries.map(({ number, shortText }) => [number, shortText])).toEqual([
      [37, 'Order AND ~Util - Set Deadlines'],
      [36, 'Order'],
    ]);
  });

  test('of a court of appeals numbers only some entries; titles may be escaped twice', () => {
    const { dockets } = read(
      feed([
        item(
          '24-1214 Food &amp;amp; Water v. Prado',
          "[Order Filed (CLERK)] (&lt;a href='https://ecf.ca1.uscourts.gov/docs1/00107777777'>Document&lt;/a>)",
        ),
      ]),
    );
    expect(dockets[0]!.header.title).toBe('Food & Water v. Prado');
    expect(dockets[0]!.entries).toMatchObject([
      { number: null, documentId: '00107777777', shortText: 'Order Filed (CLERK)' },
    ]);
  });

  test('in CDATA reads alike', () => {
    const { dockets } = read(
      feed([item('<![CDATA[1:24-cv-00077-ABC A & B v. Prado]]>', '<![CDATA[[Order] A & B v. Prado ]]>')]),
    );
    expect(dockets[0]!.header).toMatchObject({ number: '1:24-cv-00077-ABC', title: 'A & B v. Prado' });
    expect(dockets[0]!.entries).toMatchObject([{ shortText: 'Order', number: null, isTextOnly: false }]);
  });

  test('says what an item lacks', () => {
    const { warnings } = read(feed([item('Prado', 'An order', 'yesterday')]));
    expect(warnings.map(({ message, raw }) => [message.split(' could')[0], raw])).toEqual([
      ['The date of an item of this feed', 'yesterday An order'],
      ['The short name of an item of this feed', 'An order'],
      ['The case number of an item of this feed', 'Prado'],
    ]);
  });
});

test.each([
  [
    'a feed of news',
    '<rss><channel><title>News</title><link>https://example.com</link><item><title>x</title></item></channel></rss>',
    'DOCKET_SOURCE_NOT_RECOGNISED',
  ],
  ['other XML', '<?xml version="1.0"?><note>Hello</note>', 'DOCKET_SOURCE_NOT_RECOGNISED'],
  ['a feed without entries', feed([]), 'DOCKET_SOURCE_DAMAGED'],
  [
    'an archive file that is cut off',
    '<?xml version="1.0"?><gov_uscourts_docket><nonce>',
    'DOCKET_SOURCE_DAMAGED',
  ],
  [
    'XML that nests beyond measure',
    `<?xml version="1.0"?><rss><channel>${'<a>'.repeat(100_000)}`,
    'DOCKET_SOURCE_TOO_DEMANDING',
  ],
])('%s is refused by name', (_what, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});

test('the Internet Archive’s file gives header, parties, attorneys and entries with their attachments', () => {
  const source = read(`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE gov_uscourts_docket SYSTEM "docket.dtd">
<gov_uscourts_docket>
  <nonce>x</nonce>
  <case_details>
    <court>hid</court><docket_num>1:24-cv-00077</docket_num>
    <case_name>Fairwater LLC v. Northgate &amp; Sons, Inc.</case_name>
    <pacer_case_num>171717</pacer_case_num>
    <date_case_filed>2024-03-01</date_case_filed>
    <assigned_to>Judge Ana Prado</assigned_to>
    <case_cause>18:1030 Computer Fraud</case_cause>
    <nature_of_suit>890 Other Statutory Actions</nature_of_suit>
    <jury_demand>Plaintiff</jury_demand><jurisdiction>Federal Question</jurisdiction>
  </case_details>
  <party_list><party><name>Fairwater LLC</name><type>Plaintiff</type><extra_info>a Hawaii company</extra_info>
    <attorney_list><attorney><attorney_name>Noa Kahale , Jr</attorney_name><contact>Kahale Law
1 Ocean Way
Honolulu, HI 96813
808-555-0100
Fax: 808-555-0101
Email: noa@example.com</contact><attorney_role>LEAD ATTORNEY
ATTORNEY TO BE NOTICED</attorney_role></attorney></attorney_list></party>
    <party><name>Ida Birch</name><type>Plaintiff</type><attorney_list><attorney><attorney_name>Noa Kahale , Jr</attorney_name>
      <contact>(See above for address)</contact><attorney_role>TERMINATED: 03/09/2024</attorney_role></attorney></attorney_list></party></party_list>
  <document_list>
    <document doc_num="1" attachment_num="1"><pacer_doc_id>06112345601</pacer_doc_id><short_desc>Civil Cover Sheet</short_desc></document>
    <document doc_num="1" attachment_num="0">
      <pacer_doc_id>06112345600</pacer_doc_id><date_filed>2024-03-01</date_filed><date_entered>2024-03-02</date_entered>
      <long_desc>COMPLAINT  by Fairwater LLC.</long_desc><short_desc>Complaint</short_desc>
    </document>
    <document doc_num="2" attachment_num="0"><long_desc>ORDER</long_desc></document>
  </document_list>
</gov_uscourts_docket>`);
  expect(source.kind).toBe('archive_xml');
  const [docket] = source.dockets;
  expect(docket!.header).toMatchObject({
    court: 'hid',
    number: '1:24-cv-00077',
    title: 'Fairwater LLC v. Northgate & Sons, Inc.',
    judge: 'Judge Ana Prado',
    filedOn: '2024-03-01',
    terminatedOn: null,
    natureOfSuit: '890 Other Statutory Actions',
    courtCaseId: '171717',
  });
  const [fairwater] = docket!.parties;
  const [noa] = fairwater!.attorneys;
  expect(docket!.parties).toEqual([
    {
      name: 'Fairwater LLC',
      role: 'Plaintiff',
      details: 'a Hawaii company',
      terminatedOn: null,
      attorneys: [
        {
          name: 'Noa Kahale, Jr',
          contact:
            'Kahale Law\n1 Ocean Way\nHonolulu, HI 96813\n808-555-0100\nFax: 808-555-0101\nEmail: noa@example.com',
          email: 'noa@example.com',
          phone: '808-555-0100',
          roles: ['LEAD ATTORNEY', 'ATTORNEY TO BE NOTICED'],
          terminatedOn: null,
        },
      ],
    },
    {
      ...fairwater,
      name: 'Ida Birch',
      details: '',
      attorneys: [{ ...noa, roles: ['TERMINATED: 03/09/2024'], terminatedOn: '2024-03-09' }],
    },
  ]);
  expect(docket!.entries).toMatchObject([
    {
      number: 1,
      attachment: null,
      filedOn: '2024-03-01',
      enteredOn: '2024-03-02',
      text: 'COMPLAINT by Fairwater LLC.',
      shortText: 'Complaint',
      documentId: '06102345600',
    },
    { number: 1, attachment: 1, text: 'Civil Cover Sheet', shortText: '' },
    { number: 2, attachment: null, filedOn: null, text: 'ORDER' },
  ]);
  expect(source.warnings.map(({ message }) => message)).toEqual([
    'The filing date of entry 2 could not be read. Check the text as printed.',
  ]);
});
