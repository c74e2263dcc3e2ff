import { describe, expect, test } from 'vitest';
import type { ParsedEntry, ParsedSource } from '../../../../../shared/model/docket.ts';
import { parseHtml } from '../printed/html.ts';
import { linesOfHtml, linesOfText } from './lines.ts';
import { appealHtml, bankruptcyHtml, districtHtml, districtText } from './notice-fixtures.ts';
import { isNotice, readNotices } from './notice.ts';

const read = (html: string, subject = '', sender = ''): ParsedSource =>
  readNotices(linesOfHtml(parseHtml(html)), { subjects: [subject], sender, name: 'notice.html' });
const readText = (text: string): ParsedSource =>
  readNotices(linesOfText(text), { subjects: [], sender: '', name: 'notice.txt' });
const lead = (source: ParsedSource): ParsedEntry => source.dockets[0]!.entries[0]!;
const instead = (from: string | RegExp, to: string) => districtHtml.replace(from, to);

describe('when it was entered and filed', () => {
  const entered = (court: string, printed: string, timezone?: string) => {
    const html = districtHtml.replaceAll('ecf.hid.', `ecf.${court}.`).replace('4:05 PM HST', printed);
    const about = { subjects: [], sender: '', name: 'notice.html', timezone };
    const source = readNotices(linesOfHtml(parseHtml(html)), about);
    const { enteredAt, enteredOn, filedOn } = lead(source);
    expect(enteredOn).toBe(enteredAt?.slice(0, 10));
    expect(filedOn).toBe('2024-03-04');
    return { enteredAt, told: source.warnings.map(({ code }) => code) };
  };

  test.each([
    ['hid', '4:05 PM HST', '2024-03-04T16:05'],
    ['akd', '12:05 AM AKDT', '2024-03-04T00:05'],
    ['akd', '12:05 AM AKST', '2024-03-04T00:05'],
    ['nysd', '00:20 AM EST', '2024-03-04T00:20'],
    ['prd', '12:30 PM AST', '2024-03-04T12:30'],
    ['gud', '9:15 AM ChST', '2024-03-04T09:15'],
    ['azd', '9:15 AM MST', '2024-03-04T09:15'],
    ['azd', '9:15 AM MDT', '2024-03-04T09:15'],
    ['nysd', '9:48:53 AM Eastern Daylight Time', '2024-03-04T09:48'],
    ['ca7', '9:48:53 AM Central Standard Time', '2024-03-04T09:48'],
    ['hid', '4:05 PM', '2024-03-04T16:05'],
    ['jpml', '4:05 PM EST', '2024-03-04T16:05'],
    ['jpml', '4:05 PM (UTC-05:00) Eastern Time', '2024-03-04T16:05'],
  ])('%s: %s is kept on the court’s own clock', (court, printed, minute) => {
    expect(entered(court, printed)).toEqual({ enteredAt: minute, told: [] });
  });

  test.each([
    ['hid', '10:05 PM EST', '2024-03-04T17:05'],
    ['hid', '1:05 AM EST', '2024-03-03T20:05'],
    ['wawd', '10:05 P.M. Eastern Standard Time', '2024-03-04T19:05'],
    ['gud', '4:05 PM HST', '2024-03-05T12:05'],
    ['wawd', '12:35 AM UTC', '2024-03-03T16:35'],
    ['nysd', '9:05 PM GMT', '2024-03-04T16:05'],
    ['hid', '01:05 (UTC-05:00)', '2024-03-03T20:05'],
  ])('%s: %s is of another zone: it is brought to the court’s clock and told', (court, printed, minute) => {
    expect(entered(court, printed)).toEqual({ enteredAt: minute, told: ['DOCKET_TIME_OTHER_ZONE'] });
  });

  test('what is told of it says both times', () => {
    const [warning] = read(instead('4:05 PM HST', '10:05 PM EST')).warnings;
    expect(warning).toMatchObject({
      message: expect.stringMatching(/3\/4\/2024 at 10:05 PM EST, .* it is Mon, Mar 4, 2024, 5:05 PM HST/),
      raw: '3/4/2024 at 10:05 PM EST',
    });
  });

  test.each([
    [undefined, '2024-03-04T10:05', ['DOCKET_TIME_ZONE_UNSETTLED']],
    ['America/Los_Angeles', '2024-03-04T10:05', ['DOCKET_TIME_ZONE_UNSETTLED']],
    ['America/Chicago', '2024-03-04T10:05', []],
    ['America/New_York', '2024-03-04T11:05', ['DOCKET_TIME_OTHER_ZONE']],
    ['America/Detroit', '2024-03-04T11:05', ['DOCKET_TIME_OTHER_ZONE']],
  ])('of a court of two zones the matter’s own counts: %s', (timezone, minute, told) => {
    expect(entered('flnd', '10:05 AM CST', timezone)).toEqual({ enteredAt: minute, told });
  });

  test('the day of filing may be before the day of entry', () => {
    expect(lead(read(instead('filed on 3/4/2024', 'filed on 2/29/2024')))).toMatchObject({
      filedOn: '2024-02-29',
      enteredOn: '2024-03-04',
    });
  });

  test.each(['', 'and filed on 2/30/2024', 'and filed on'])(
    'a missing day of filing is said, not guessed: “%s”',
    (printed) => {
      const source = read(instead('and filed on 3/4/2024', printed));
      expect(lead(source).filedOn).toBeNull();
      expect(source.warnings).toMatchObject([
        {
          code: 'DOCKET_FIELD_MISSING',
          raw: expect.stringContaining('The following transaction was entered'),
        },
      ]);
    },
  );
});

describe('the document number', () => {
  test.each([
    ['a number without a document', '12(No document attached)', { number: 12, isTextOnly: true }],
    ['no number', 'No document attached', { number: null, isTextOnly: true }],
    ['nothing', '', { number: null, isTextOnly: true }],
    ['a number that is restricted', '12 (Restricted)', { number: 12, isRestricted: true, isTextOnly: false }],
    ['a number without a link', '12', { number: 12, documentUrl: null, isTextOnly: false }],
  ])('%s', (_what, printed, expected) => {
    const source = read(instead(/<td><a href="https:\/\/ecf\.hid[^<]*<\/a><\/td>/s, `<td>${printed}</td>`));
    expect(lead(source)).toMatchObject(expected);
    expect(source.warnings).toEqual([]);
  });

  test('where its label is missing, that is said', () => {
    const source = read(instead(/<tr><td><strong>Document Number:.*?<\/tr>/s, ''));
    expect(lead(source)).toMatchObject({ number: null, isTextOnly: false });
    expect(source.warnings).toMatchObject([{ code: 'DOCKET_FIELD_MISSING' }]);
  });

  test('in plain text, the address may stand on a line of its own', () => {
    const text = districtText.replace(
      /Document Number: 12<[^>]*>/,
      'Document Number: 12\n\nCopy the URL address from the line below into the location bar\nof your Web browser to view the document:\nhttps://ecf.hid.uscourts.gov/doc1/06112345678?caseid=171717&de_seq_num=40&magic_num=5',
    );
    expect(lead(readText(text))).toMatchObject({ number: 12, documentId: '06102345678', isTextOnly: false });
  });
});

describe('the docket text', () => {
  test('goes on over whatever looks like a label in it', () => {
    const text =
      'NOTICE of related case.<br>Case Number: 1:23-cv-00001.<br>Document Number: 5<br>Filer: see above. Notice was mailed to all parties.<br>(Kahale, Noa)';
    expect(lead(read(instead(/EMERGENCY MOTION.*\(Kahale, Noa\)/s, text))).text).toBe(
      'NOTICE of related case. Case Number: 1:23-cv-00001. Document Number: 5 Filer: see above. Notice was mailed to all parties. (Kahale, Noa)',
    );
  });

  test('goes on behind a clerk’s own line of who was told', () => {
    const order = 'ORDER granting [1].\n\nNotice was mailed to: the parties.\n\nHearing set for 3/12/2026.';
    const text = districtText.replace(/EMERGENCY MOTION.*?\(Kahale, Noa\)/s, order);
    expect(lead(readText(text)).text).toBe(
      'ORDER granting [1]. Notice was mailed to: the parties. Hearing set for 3/12/2026.',
    );
  });

  test('keeps its paragraphs where the court’s next label follows', () => {
    const text = districtText.replace('Order <i>and Order to Show\nCause</i>', 'Order.\n\nSecond paragraph');
    expect(lead(readText(text)).text).toContain('Temporary Restraining Order. Second paragraph re [1]');
  });

  test.each([
    '1:24-cv-00077-ABC-DEF Notice has NOT been electronically mailed to:',
    '1:24-cv-00077-ABC-DEF Notice has been delivered by other means to::',
    'MDL No. 2967 Notice will be electronically mailed to:',
    'Notice sent via US Mail to:',
    'A copy of this notice was served on the following parties:',
    '1:24-cv-00077-ABC-DEF The CM/ECF system has NOT delivered notice electronically to the names listed below.',
  ])('ends where the court says who was told: “%s”', (line) => {
    const text = districtText.replace(
      '1:24-cv-00077-ABC-DEF Notice has been electronically mailed to:',
      line,
    );
    expect(lead(readText(text)).text).toMatch(/\(Kahale, Noa\)$/);
    expect(JSON.stringify(readText(text))).not.toContain('noa@example.com');
  });

  test('ends at the court’s list although the names stand on its line, and another list follows', () => {
    const text = districtText.replace(
      '1:24-cv-00077-ABC-DEF Notice has been electronically mailed to:',
      'Notice will be electronically mailed to: noa@example.com\nNotice will not be electronically mailed to:',
    );
    expect(lead(readText(text)).text).toMatch(/\(Kahale, Noa\)$/);
  });

  test('ends with its paragraph where the notice is cut off and a signature follows', () => {
    const cut = districtText.slice(0, districtText.indexOf('1:24-cv-00077-ABC-DEF Notice has'));
    expect(lead(readText(`${cut}--\nNoa Kahale\nThis message is confidential.`)).text).toMatch(
      /\(Kahale, Noa\)$/,
    );
  });

  test('that is missing is said, and the entry is kept by its number', () => {
    const source = read(instead(/EMERGENCY MOTION.*\(Kahale, Noa\)/s, ''));
    expect(lead(source)).toMatchObject({ number: 12, text: '' });
    expect(source.warnings.map(({ message }) => message)).toEqual([
      'The docket text of entry 12 could not be read. Check the text as printed.',
    ]);
  });

  test('of an edited entry is the new one, and the day of the edit is not that of its entry', () => {
    const html = bankruptcyHtml({ transaction: 'edited by abc on 1/30/2024 at 4:14 PM EST' }).replace(
      /<p><strong>Docket Text:.*$/s,
      `<p><strong>Description of changes:</strong>
<BR>
<BR> Modified Dkt text from:</BR>
<BR>Order to show cause. Answer due to: the clerk. (abc)</BR>
<BR> to:</BR>
<BR>Order to show cause (RE: related document(s): [11] Order). Answer due to: the judge. (abc)</BR>
</p>`,
    );
    const source = read(html, '24-10111-XYZ  Docket Entry #13 has been updated');
    expect(lead(source)).toMatchObject({
      number: 13,
      text: 'Order to show cause (RE: related document(s): [11] Order). Answer due to: the judge. (abc)',
      filedOn: null,
      enteredOn: null,
      enteredAt: null,
      shortText: '',
    });
    expect(source.printedAt).toBe('2024-01-30T16:14');
    expect(source.warnings).toEqual([]);
  });
});

test('a long list of filers is cut between two of them; the docket text names them all', () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `<tr><td></td><td>Plaintiff Number ${at}</td></tr>`,
  ).join('');
  const { filer } = lead(read(instead('<tr><td></td><td>Fairwater Holdings, Inc.</td></tr>', rows)));
  expect(filer.length).toBeLessThanOrEqual(300);
  expect(filer).toMatch(/^Fairwater LLC, Plaintiff Number 0, .*, Plaintiff Number \d+, et al\.$/);
});

describe('several cases in one notice', () => {
  const cases = [
    {
      title: 'Prado v. Northgate Hosting, Inc. et al',
      number: '<A HREF=https://ecf.vtb.uscourts.gov/cgi-bin/DktRpt.pl?3333>24-01001-XYZ</A>',
      document:
        "<a href='https://ecf.vtb.uscourts.gov/doc1/160023450001?magic_num=7&de_seq_num=3&caseid=3333'>1</a>",
    },
    {
      document:
        "<a href='https://ecf.vtb.uscourts.gov/doc1/160023450002?magic_num=7&de_seq_num=185&caseid=2222'>69</a>",
    },
  ];
  const stamped = (description: string, file: string) =>
    `<STRONG>Document description:</STRONG>${description}<BR><STRONG>Original filename:</STRONG>n/a<BR><STRONG>Electronic document Stamp:</STRONG><BR><TAB>[STAMP bkecfStamp_ID=1 [Date=4/22/2024] [FileNumber=${file}<BR><TAB>] [ab]]<BR>`;

  test('share the docket text, each with its own number', () => {
    const { dockets } = read(bankruptcyHtml({ cases }), '24-01001-XYZ Complaint');
    expect(
      dockets.map(({ header, entries: [entry] }) => [
        header.number,
        header.title,
        header.courtCaseId,
        entry!.number,
        entry!.documentId,
        entry!.text,
        entry!.shortText,
      ]),
    ).toEqual([
      [
        '24-01001-XYZ',
        'Prado v. Northgate Hosting, Inc. et al',
        '3333',
        1,
        '160023450001'.replace(/^(...)./, '$10'),
        'Notice of Hearing Filed by Luz Ortiz on behalf of Ana Prado. (Ortiz, Luz)',
        'Complaint',
      ],
      [
        '24-10111-XYZ',
        'Ana Prado',
        '2222',
        69,
        '160023450002'.replace(/^(...)./, '$10'),
        'Notice of Hearing Filed by Luz Ortiz on behalf of Ana Prado. (Ortiz, Luz)',
        'Complaint',
      ],
    ]);
  });

  test('get the documents listed for each', () => {
    const after = `<p>The following document(s) are associated with this transaction:</p><table>
${stamped('Main Document', '50-0')}${stamped('Cover Sheet', '50-1')}${stamped('Main Document', '51-0')}${stamped('Cover Sheet for the main case', '51-1')}</table>`;
    const { dockets } = read(bankruptcyHtml({ cases, after }));
    expect(
      dockets.map(({ entries }) => entries.map(({ number, attachment, text }) => [number, attachment, text])),
    ).toMatchObject([
      [
        [1, null, expect.anything()],
        [1, 1, 'Cover Sheet'],
      ],
      [
        [69, null, expect.anything()],
        [69, 1, 'Cover Sheet for the main case'],
      ],
    ]);
  });

  test('get the one list of documents where there is one', () => {
    const after = `<p>The following document(s) are associated with this transaction:</p><table>${stamped('Main Document', '50-0')}${stamped('Cover Sheet', '50-3')}</table>`;
    const { dockets } = read(bankruptcyHtml({ cases, after }));
    expect(dockets.map(({ entries }) => entries.map(({ attachment }) => attachment))).toEqual([
      [null, 3],
      [null, 3],
    ]);
  });

  test('without a document are entries without a number', () => {
    const { dockets } = read(
      bankruptcyHtml({ cases: cases.map((one) => ({ ...one, document: '' })) }),
      'Multiple Cases "Close case"',
    );
    expect(
      dockets.map(({ entries: [entry] }) => [entry!.number, entry!.isTextOnly, entry!.shortText]),
    ).toEqual([
      [null, true, 'Close case'],
      [null, true, 'Close case'],
    ]);
  });

  test('of a district court, each with a text of its own', () => {
    const block = districtHtml.slice(
      districtHtml.indexOf('<table border=0'),
      districtHtml.indexOf('<BR>\n<B>\n1:24-cv'),
    );
    const other = block
      .replace(/1:24-cv-00077-ABC-DEF/, 'NYE/1:24-cv-00099')
      .replace('EMERGENCY MOTION', 'RELATED MOTION');
    const { dockets } = read(districtHtml.replace(block, block + other));
    expect(dockets.map(({ header, entries: [entry] }) => [header.number, entry!.text.slice(0, 9)])).toEqual([
      ['1:24-cv-00077-ABC-DEF', 'EMERGENCY'],
      ['1:24-cv-00099', 'RELATED M'],
    ]);
  });

  test('a list of documents that names the case again makes no further case', () => {
    const after = `<p>The following document(s) are associated with this transaction:</p>
<table><STRONG>Case Number:</STRONG> 24-10111-XYZ<BR>${stamped('', '50-0')}</table>`;
    expect(read(bankruptcyHtml({ after })).dockets).toHaveLength(1);
  });
});

describe('the court', () => {
  test('is found from links, else from its name, else from its address', () => {
    const courtOf = (html: string, sender = '') => read(html, '', sender).dockets[0]!.header.court;
    const withoutLinks = districtHtml.replace(/https:\/\/ecf\.hid\.uscourts\.gov/g, 'https://example.com');
    const nameless = withoutLinks.replace('District of Hawaii', 'District');
    expect(courtOf(districtHtml)).toBe('hid');
    expect(courtOf(withoutLinks)).toBe('hid');
    expect(courtOf(nameless, 'ecf@alnd.uscourts.gov')).toBe('alnd');
    expect(courtOf(nameless, 'someone@example.com')).toBe('');
  });

  test('a case that was closed says when', () => {
    const html = bankruptcyHtml().replace(
      '<tr><td><strong>Document Number:',
      '<tr><td colspan=2><strong>WARNING: CASE CLOSED on 02/21/2024</strong></td></tr><tr><td><strong>Document Number:',
    );
    expect(read(html).dockets[0]!.header.terminatedOn).toBe('2024-02-21');
  });
});

describe('mail programs that rewrite HTML', () => {
  test('Outlook’s paragraphs and safe links', () => {
    const safe = (url: string) =>
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C01`;
    const html = `<html><body lang=EN-US><div class=WordSection1>
<p class=MsoNormal><b>From:</b> ecf_notice@nmid.uscourts.gov<br><b>Subject:</b> Activity in Case 1:24-cv-00009 Pe&ntilde;a v. Northgate Hosting, Inc. Order</p>
<p class=MsoNormal align=center><strong>U.S. District Court</strong></p><p class=MsoNormal align=center><strong>District of Northern Mariana Islands</strong></p>
<p class=MsoNormal><b>Notice of Electronic Filing</b><o:p></o:p></p>
<p class=MsoNormal>The following transaction was entered on 3/5/2024 at 9:15 AM ChST and filed on 3/4/2024</p>
<div><b>Case Name:</b> Pe&ntilde;a v. Northgate Hosting, Inc.</div>
<div><b>Case Number:</b>&nbsp;<a href="${safe('https://ecf.nmid.uscourts.gov/cgi-bin/DktRpt.pl?4444')}">1:24-cv-00009</a></div>
<div><b>Filer:</b></div>
<div><b>Document Number:</b>&nbsp;<a href="${safe('https://ecf.nmid.uscourts.gov/doc1/17412345678?caseid=4444&de_seq_num=20&magic_num=9')}">7</a></div>
<p class=MsoNormal><b>Docket Text:</b><br><span style='color:#0000CC'>ORDER granting [3] Motion.<br><br>Hearing set for 3/20/2024. (abc)</span></p>
<p class=MsoNormal><b>1:24-cv-00009 Notice has been electronically mailed to:</b></p></div></body></html>`;
    const source = read(html);
    expect(source.dockets[0]!.header).toMatchObject({
      court: 'nmid',
      courtCaseId: '4444',
      title: 'Peña v. Northgate Hosting, Inc.',
    });
    expect(lead(source)).toMatchObject({
      number: 7,
      shortText: 'Order',
      filer: '',
      text: 'ORDER granting [3] Motion. Hearing set for 3/20/2024. (abc)',
      documentUrl: 'https://ecf.nmid.uscourts.gov/doc1/17412345678?caseid=4444&de_seq_num=20',
    });
  });

  test('fields without any line breaks between them', () => {
    const flat = districtHtml.replace(/<\/?(?:p|div|br|table|tr|td|tab)\b[^>]*>/gi, ' ');
    expect(lead(read(flat))).toMatchObject({
      number: 12,
      text: expect.stringMatching(/^EMERGENCY.*\(Kahale, Noa\)$/),
    });
  });

  test('bold words written with asterisks', () => {
    const starred = districtText
      .replace(/^(Case Name|Case Number|Filer|Document Number|Docket Text):/gm, '*$1:*')
      .replace('EMERGENCY', '*EMERGENCY')
      .replace('Noa)\n', 'Noa)*\n');
    expect(lead(readText(starred))).toMatchObject({
      number: 12,
      text: expect.stringMatching(/^EMERGENCY.*\(Kahale, Noa\)$/),
    });
    // As programs join soft lines: label and text on one line.
    expect(lead(readText(starred.replace('Text:*\n', 'Text:* '))).text).toBe(lead(readText(starred)).text);
    const { header } = readText(
      starred
        .replace(/^(U\.S\. District Court|District of .*)$/gm, '*$1*')
        .replace('*Filer:*', '*WARNING: CASE CLOSED on 03/05/2024*\n*Filer:*'),
    ).dockets[0]!;
    expect(header).toMatchObject({
      courtName: readText(districtText).dockets[0]!.header.courtName,
      terminatedOn: '2024-03-05',
    });
  });

  test('stars of the court beside the label stay', () => {
    const sealed = districtText.replace('Docket Text:\nEMERGENCY', 'Docket Text: ***SEALED*** EMERGENCY');
    expect(lead(readText(sealed)).text).toMatch(/^\*\*\*SEALED\*\*\* EMERGENCY/);
  });

  test('a number with a comma is told and not cut', () => {
    const source = readText(districtText.replace('Number: 12<', 'Number: 1,204<'));
    expect(lead(source).number).toBeNull();
    expect(source.warnings).toMatchObject([
      { code: 'DOCKET_FIELD_MISSING', raw: expect.stringMatching(/^1,204/) },
    ]);
  });
});

describe('what is no notice, or hardly one', () => {
  test('words about a notice are none', () => {
    expect(
      isNotice(linesOfText('NOTICE of Electronic Filing Registration\nCase Number: 1\nDocket Text: x')),
    ).toBe(false);
    expect(isNotice(linesOfText(districtText))).toBe(true);
  });

  test('a notice that names no case, number or text is damaged', () => {
    const empty =
      'Notice of Electronic Filing\nThe following transaction was entered on 1/2/2024 at 9:00 AM\nCase Number:\nDocket Text:\n';
    expect(() => readText(empty)).toThrow(expect.objectContaining({ code: 'DOCKET_SOURCE_DAMAGED' }));
  });

  test('a notice without its case number says so', () => {
    const source = read(instead(/1:24-cv-00077-ABC-DEF<\/A>/, '</A>'));
    expect(source.warnings.map(({ code }) => code)).toEqual(['DOCKET_FIELD_MISSING']);
    expect(lead(source).number).toBe(12);
  });

  test('hostile mail is read in bounded time: deep nesting, a hundred thousand labels', () => {
    const deep = '<div>'.repeat(20_000) + districtHtml;
    expect(lead(read(deep)).number).toBe(12);
    const many = `${districtText}\n${'Docket Text: x\nCase Name: y\n'.repeat(50_000)}`;
    expect(lead(readText(many)).number).toBe(12);
    const starts =
      'The following transaction was entered on 1/2/2024\nCase Number: 1:24-cv-1\nDocket Text: x\n'.repeat(
        5_000,
      );
    expect(readText(starts).dockets).toHaveLength(5_000);
  });
});

describe('a notice of docket activity', () => {
  const stamped = (description: string, at: number) =>
    `<STRONG>Document Description: </STRONG>${description}<BR><STRONG>Original Filename: </STRONG>/opt/live/${at}.pdf<BR><STRONG>Electronic Document Stamp:</STRONG><BR>[STAMP acecfStamp_ID=1 [Date=08/19/2024] [FileNumber=6661234-${at}] [ab]]<BR>`;

  test('gives case, text and minute; courts of appeals number no documents', () => {
    const source = read(appealHtml(), '24-1234 Fairwater LLC v. Northgate Hosting, Inc. "Brief filed"');
    expect(source).toMatchObject({ kind: 'appellate_notice', printedAt: '2024-08-19T09:48', warnings: [] });
    expect(source.dockets[0]!.header).toMatchObject({
      court: 'ca1',
      courtName: 'United States Court of Appeals for the First Circuit',
      number: '24-1234',
      title: 'Fairwater LLC v. Northgate Hosting, Inc.',
      courtCaseId: '4321',
    });
    expect(source.dockets[0]!.entries).toMatchObject([
      {
        number: null,
        shortText: 'Brief filed',
        text: 'BRIEF filed by Appellant Fairwater LLC. [6661234] [24-1234] (Noa Kahale)',
        documentUrl: 'https://ecf.ca1.uscourts.gov/docs1/00107777777',
        documentId: '00107777777',
        isTextOnly: false,
      },
    ]);
  });

  test('that says only when it was filed has no minute', () => {
    const source = read(appealHtml({ transaction: 'filed on 08/10/2024' }));
    expect(lead(source)).toMatchObject({ filedOn: '2024-08-10', enteredOn: null, enteredAt: null });
    expect(source.warnings).toEqual([]);
  });

  test('without a document is text only', () => {
    expect(lead(read(appealHtml({ document: '' }))).isTextOnly).toBe(true);
  });

  test('of several documents has the further ones as attachments', () => {
    const documents = `The following document(s) are associated with this transaction:<BR>${stamped('Motion to expedite', 0)}${stamped('Declaration of Ana Prado', 1)}${stamped('', 2)}`;
    expect(
      read(appealHtml({ documents })).dockets[0]!.entries.map(({ number, attachment, text }) => [
        number,
        attachment,
        text,
      ]),
    ).toMatchObject([
      [null, null, expect.stringContaining('BRIEF filed')],
      [null, 1, 'Declaration of Ana Prado'],
      [null, 2, '2.pdf'],
    ]);
  });

  test('of the newer system lists its documents below the text; their keys are not kept', () => {
    const html = `<div><strong>United States Court of Appeals for the&nbsp;Ninth Circuit</strong></div>
<div><strong>Notice of Docket Activity</strong></div>
<div>The following transaction was entered on 07/25/2024 8:05:50 AM PDT and filed on 07/25/2024</div>
<div><strong>Case Name:&nbsp;</strong>Fairwater LLC, et al. v. Northgate Hosting, Inc., et al.&nbsp;</div>
<div><strong>Case Number:
</strong><a href='https://ca9-showdoc.azurewebsites.us/24-5678'>24-5678</a></div>
<div><strong>Docket Text:</strong></div>
<div><br><div><strong>MOTION</strong> for Judicial Notice filed by Appellee Fairwater LLC. [Entered: 07/25/2024 08:08 AM]</div></div>
<div class='documents'><b>Document:</b> <a href='https://ca9-showdoc.azurewebsites.us/NDA/387d07d4-4f3c'>Motion</a></div>
<div class='documents'><b>Document:</b> <a href='https://ca9-showdoc.azurewebsites.us/NDA/427d07d4-4f3c'>Exhibit</a></div>
<div><strong>Notice will be electronically mailed to:</strong></div>`;
    const source = read(
      html,
      'Fairwater LLC, et al. v. Northgate Hosting, Inc., et al. 24-5678 - 049 - Motion for Judicial Notice',
    );
    expect(source.dockets[0]!.header).toMatchObject({ court: 'ca9', number: '24-5678' });
    expect(source.dockets[0]!.entries).toMatchObject([
      {
        number: 49,
        attachment: null,
        text: 'MOTION for Judicial Notice filed by Appellee Fairwater LLC. [Entered: 07/25/2024 08:08 AM]',
        shortText: 'Motion for Judicial Notice',
        isTextOnly: false,
      },
      { number: 49, attachment: 1, text: 'Exhibit' },
    ]);
    expect(JSON.stringify(source)).not.toContain('387d07d4');
  });

  test.each([
    ['addresses on lines of their own', '\n<https://ca9-showdoc.azurewebsites.us/NDA/387d07d4-4f3c>'],
    ['no addresses', ''],
  ])('of the newer system as plain text lists its documents, with %s', (_name, address) => {
    const source = readText(`United States Court of Appeals for the Ninth Circuit
Notice of Docket Activity
The following transaction was entered on 07/25/2024 8:05:50 AM PDT and filed on 07/25/2024

Case Name: Fairwater LLC v. Northgate Hosting, Inc.
Case Number: 24-5678
Docket Text:
MOTION for Judicial Notice filed by Appellee Fairwater LLC.
Document: the first of two paragraphs.

Document: Motion${address}
Document: Exhibit${address}

Notice will be electronically mailed to:`);
    expect(source.dockets[0]!.entries.map(({ attachment, text }) => [attachment, text])).toEqual([
      [
        null,
        'MOTION for Judicial Notice filed by Appellee Fairwater LLC. Document: the first of two paragraphs.',
      ],
      [1, 'Exhibit'],
    ]);
  });

  test('lists its documents below one label, each with its link', () => {
    const source = read(`<h3>Notice of Docket Activity</h3>
<p>The following transaction was entered on 01/13/2021 11:14:00 AM and filed on 01/13/2021</p>
<table><tr><td>Case Name:</td><td>Fairwater LLC v. Northgate</td></tr><tr><td>Case Number:</td><td>21-35001</td></tr>
<tr><td>Docket Text:</td><td>MOTION for injunction pending appeal.</td></tr>
<tr><td>Document:</td><td><a href="https://ca9.acms.gov/4.1">4.1 Motion</a><br><a href="https://ca9.acms.gov/4.2">4.2 Declaration</a></td></tr></table>
<p>Notice will be electronically mailed to:</p>`);
    expect(source.dockets[0]!.entries.map(({ attachment, text }) => [attachment, text])).toEqual([
      [null, 'MOTION for injunction pending appeal.'],
      [1, '4.2 Declaration'],
    ]);
  });

  test('of consolidated appeals is of each', () => {
    const link = (number: string, id: number) =>
      `<A HREF="https://ecf.ca1.uscourts.gov/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&caseId=${id}">${number}</A>`;
    const { dockets } = read(appealHtml({ number: `${link('24-1234', 41)}, ${link('24-1235', 42)}` }));
    expect(dockets.map(({ header }) => [header.number, header.courtCaseId])).toEqual([
      ['24-1234', '41'],
      ['24-1235', '42'],
    ]);
  });
});

test('a notice that has lost its docket text is read, and the loss is said', () => {
  const source = read(districtHtml.replace(/<strong>Docket Text:[^]*?<\/p>/, ''));
  expect(lead(source)).toMatchObject({ number: 12, text: '', filedOn: '2024-03-04' });
  expect(source.warnings).toMatchObject([{ code: 'DOCKET_FIELD_MISSING' }]);
});

test('an attachment without a description, whose file is not told, has no name', () => {
  const [, , attachment] = read(instead('</STRONG> Exhibit A', '</STRONG> ')).dockets[0]!.entries;
  expect(attachment).toMatchObject({ attachment: 2, text: '' });
});
