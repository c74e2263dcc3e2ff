import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ParsedDocket } from '../../../../../shared/model/docket.ts';
import { readDocketSource } from '../read-source.ts';
import { fairwaterRows, sheetPage, usualLayout, type SheetLayout } from './sheet-fixture.ts';

const read = (html: string) => readDocketSource(new TextEncoder().encode(html), 'page.html');
const docketOf = async (html: string): Promise<ParsedDocket> => (await read(html)).dockets[0]!;

describe('a docket report', () => {
  test('gives its header as printed', async () => {
    const source = await read(sheetPage());
    expect(source).toMatchObject({ kind: 'docket_sheet', printedAt: '2022-03-04T09:15', warnings: [] });
    expect(source.dockets[0]!.header).toEqual({
      court: 'wawd',
      courtName: 'U.S. District Court, Western District of Washington (Seattle)',
      number: '2:21-cv-00931-QRS',
      title: 'Fairwater LLC v. Northgate Hosting, Inc.',
      judge: 'Judge Quill R. Stone',
      referredTo: 'Magistrate Judge Ada Fenn',
      filedOn: '2021-01-11',
      terminatedOn: '2022-03-02',
      lastFiledOn: null,
      chapter: '',
      convertedOn: null,
      dischargedOn: null,
      cause: '28:1332 Diversity-Breach of Contract',
      natureOfSuit: '190 Contract: Other',
      juryDemand: 'Plaintiff',
      jurisdiction: 'Diversity',
      demand: '$5,000,000',
      flags: ['CLOSED', 'JURY'],
      relatedCases: ['2:20-cv-00777-QRS', '2:20-cv-00778-QRS'],
      courtCaseId: '298765',
    });
  });

  test('names the court without the release of its program', async () => {
    const printed = 'Western District of Washington [NextGen CM/ECF Release 1.8 (Revision 1.8.3)] (Seattle)';
    const page = sheetPage().replace('Western District of Washington (Seattle)', printed);
    expect(page).toContain(printed);
    expect((await docketOf(page)).header.courtName).toBe(
      'U.S. District Court, Western District of Washington (Seattle)',
    );
  });

  test('gives each entry, and each attachment its own', async () => {
    const { entries } = await docketOf(sheetPage());
    expect(entries.map((e) => [e.number, e.attachment, e.filedOn, e.enteredOn, e.documentId])).toEqual([
      [1, null, '2021-01-11', '2021-01-12', '19709000'],
      [2, null, '2021-01-13', '2021-01-13', '19709001'],
      [2, 1, '2021-01-13', '2021-01-13', '1970900110'],
      [2, 2, '2021-01-13', '2021-01-13', '1970900120'],
      [null, null, '2021-01-14', '2021-01-14', null],
      [3, null, '2021-01-19', '2021-01-20', '19709003'],
    ]);
    expect(entries[1]!.text).toBe(
      'MOTION for Temporary Restraining Order by Plaintiff Fairwater LLC. (Attachments: # 1 Exhibit A, # 2 Proposed Order)(Orne, Tilda) (Entered: 01/13/2021)',
    );
    expect(entries[2]).toMatchObject({ text: 'Exhibit A', sequence: 1 });
    expect(entries[4]).toMatchObject({ links: [{ number: 2, attachment: null }], isTextOnly: true });
    expect(entries[5]).toMatchObject({ links: [{ number: 2, attachment: null }], sequence: 3 });
  });

  test('gives parties with their attorneys, whose address may stand above', async () => {
    const { parties } = await docketOf(sheetPage());
    expect(
      parties.map(({ name, role, details, terminatedOn }) => [name, role, details, terminatedOn]),
    ).toEqual([
      ['Fairwater LLC', 'Plaintiff', 'a Delaware limited liability company', null],
      ['Northgate Hosting, Inc.', 'Defendant', 'TERMINATED: 02/15/2022', '2022-02-15'],
    ]);
    const [lead, former] = parties[0]!.attorneys;
    expect(lead).toEqual({
      name: 'Tilda B. Orne',
      contact:
        'Orne & Pell\n1 Quay Street\nSeattle, WA 98101\n206-555-0101\nFax: 206-555-0102\nEmail: tilda@orne.example',
      email: 'tilda@orne.example',
      phone: '206-555-0101',
      roles: ['LEAD ATTORNEY', 'ATTORNEY TO BE NOTICED'],
      terminatedOn: null,
    });
    expect(former).toMatchObject({
      name: 'Jun Abel',
      roles: ['TERMINATED: 02/01/2021', 'PRO HAC VICE'],
      terminatedOn: '2021-02-01',
    });
    expect(parties[1]!.attorneys[0]).toMatchObject({
      contact: lead!.contact,
      roles: ['ATTORNEY TO BE NOTICED'],
    });
  });

  test('“V.” in bold type is no party', async () => {
    const bold = sheetPage().replace('<br>V.<br>', '<br><b>V.</b><br>');
    expect((await docketOf(bold)).parties).toEqual((await docketOf(sheetPage())).parties);
  });

  test('attachments that were added later have their own addresses, and are no other entries', async () => {
    const text = 'ORDER. (Additional attachment(s) added on&nbsp;5/8/2021:&nbsp;# {A1} Bond) (clk).';
    const { entries } = await docketOf(
      sheetPage(usualLayout, { rows: [{ date: '05/05/2021', number: '5', text }] }),
    );
    expect(entries.map((e) => [e.attachment, e.text, e.documentId, e.links])).toEqual([
      [null, text.replace('{A1}', '1').replaceAll('&nbsp;', ' '), '19709000', []],
      [1, 'Bond', '1970900010', []],
    ]);
  });

  test('reads the same however the page is written', async () => {
    const usual = await docketOf(sheetPage());
    const layout: fc.Arbitrary<SheetLayout> = fc.record({
      isUpperCase: fc.boolean(),
      isUnclosed: fc.boolean(),
      isPrettyPrinted: fc.boolean(),
      hasTickBoxes: fc.boolean(),
      hasReceipt: fc.constant(true),
      hasLinks: fc.constant(true),
      isWrapped: fc.boolean(),
      textHeading: fc.constantFrom('Docket Text', 'DOCKET TEXT', 'Docket Entry', 'Description', 'Text:'),
      numberHeading: fc.constantFrom('#', '# Select all', 'No.', 'Doc. No.', 'Docket Number', 'Doc #'),
    });
    await fc.assert(
      fc.asyncProperty(layout, async (how) => {
        const docket = await docketOf(sheetPage(how));
        // Only a rewritten page has white space around its links, which no reader can tell from the court's own.
        const texts = (of: ParsedDocket) => of.entries.map(({ text }) => text.replaceAll(/ (?=[,.)])/g, ''));
        expect(texts(docket)).toEqual(texts(usual));
        expect(docket.entries.map((entry) => ({ ...entry, text: '' }))).toEqual(
          usual.entries.map((entry) => ({ ...entry, text: '' })),
        );
        expect(docket.header).toEqual(usual.header);
        expect(docket.parties).toEqual(usual.parties);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps entries without links, and the court’s code from its name', async () => {
    const html = sheetPage({ hasLinks: false }).replace('CM/ECF - wawd', 'a page that was kept');
    const { header, entries } = await docketOf(html);
    expect(header).toMatchObject({ court: 'wawd', courtCaseId: '' });
    expect(entries.map(({ number, attachment }) => [number, attachment])).toEqual([
      [1, null],
      [2, null],
      [2, 1],
      [2, 2],
      [null, null],
      [3, null],
    ]);
    expect(entries[0]).toMatchObject({ documentUrl: null, documentId: null });
  });

  test('ordered by the date of entry repeats it as the filing date, and says so', async () => {
    const { entries } = await docketOf(sheetPage({}, { dateHeading: 'Date Entered' }));
    expect(entries[0]).toMatchObject({
      filedOn: '2021-01-11',
      isFiledOnAssumed: true,
      enteredOn: '2021-01-11',
    });
  });

  test('is read latest first too', async () => {
    const { entries } = await docketOf(sheetPage({}, { rows: fairwaterRows.toReversed() }));
    expect(entries.map(({ number }) => number)).toEqual([3, null, 2, 2, 2, 1]);
  });

  test.each([
    ['none', []],
    ['one', fairwaterRows.slice(0, 1)],
  ])('may have %s of the entries', async (_, rows) => {
    const { entries, parties } = await docketOf(sheetPage({}, { rows }));
    expect(entries).toHaveLength(rows.length);
    expect(parties).toHaveLength(2);
  });

  test.each(['CIVIL DOCKET FOR CASE: ', 'CIVIL DOCKET FOR CASE ', 'DOCKET SHEET FOR CASE NO. '])(
    'gives its number as printed behind “%s”',
    async (words) => {
      const page = sheetPage().replace('CIVIL DOCKET FOR CASE #: ', words);
      expect((await docketOf(page)).header.number).toBe('2:21-cv-00931-QRS');
    },
  );
  test.each(['14', '[14]', '*14', 'Doc. 14', 'Dkt. 14', 'ECF No. 14', 'Document 14'])(
    'gives the number of an entry printed as %s',
    async (number) => {
      const rows = [{ date: '01/15/2021', number, text: 'SUMMONS issued.' }];
      expect((await docketOf(sheetPage({}, { rows }))).entries).toMatchObject([{ number: 14 }]);
    },
  );

  test('gives numbers whatever the column between date and text is called', async () => {
    expect(await docketOf(sheetPage({ numberHeading: 'Doc # / Related' }))).toEqual(
      await docketOf(sheetPage()),
    );
  });
  test.each(['<td colspan="3">01/13/2021</td>', '<td><b>January 13, 2021</b></td><td></td><td></td>'])(
    'gives entries without dates of their own the day that stands alone over them: %s',
    async (day) => {
      const rows = sheetPage()
        .replace(/<tr><td width="94" nowrap>01\/13\/2021/, `<tr>${day}</tr><tr><td>`)
        .replace(/nowrap>01\/14\/2021/, 'nowrap>');
      const { dockets, warnings } = await read(rows);
      expect(warnings).toEqual([]);
      expect(dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn])).toEqual([
        [1, null, '2021-01-11'],
        [2, null, '2021-01-13'],
        [2, 1, '2021-01-13'],
        [2, 2, '2021-01-13'],
        [null, null, '2021-01-13'],
        [3, null, '2021-01-19'],
      ]);
    },
  );

  test('keeps tables and line breaks within a text as words of it', async () => {
    const text =
      'ORDER granting the motion.<br>Hearing:<table><tr><td>Day</td><td>1/21/2021</td></tr></table><p>So ordered. (Entered: 01/15/2021)</p>';
    const { entries } = await docketOf(sheetPage({}, { rows: [{ date: '01/15/2021', number: '14', text }] }));
    expect(entries[0]!.text).toBe(
      'ORDER granting the motion. Hearing: Day 1/21/2021 So ordered. (Entered: 01/15/2021)',
    );
  });
});

describe('whether every entry is listed', () => {
  test.each([
    ['is told by a receipt that names the case alone', true, '', {}],
    ['is doubted where the receipt names a range of documents', false, 'Starting with document: 4', {}],
    ['is doubted where the receipt names dates', false, 'Fil or Ent: filed From: 1/1/2021 To: 2/1/2021', {}],
    ['is told by the widest range', true, 'Fil or Ent: filed Doc From: 0 Doc To: 99999999 Format: html', {}],
    ['is doubted without a receipt', false, '', { hasReceipt: false }],
  ])('%s', async (_, isComplete, limits, layout: Partial<SheetLayout>) => {
    expect((await docketOf(sheetPage(layout, { limits }))).isComplete).toBe(isComplete);
  });
  test('is doubted where the list does not begin with number 1', async () => {
    expect((await docketOf(sheetPage({}, { rows: fairwaterRows.slice(1) }))).isComplete).toBe(false);
  });
  test('is doubted for one defendant of a criminal case', async () => {
    const html = sheetPage().replace('CIVIL DOCKET', 'CRIMINAL DOCKET');
    expect((await docketOf(html)).isComplete).toBe(false);
  });
});

describe('what cannot be read is told with its words, and kept', () => {
  test('a date', async () => {
    const rows = [{ date: '13/45/2021', number: '2', text: 'SUMMONS issued.' }];
    const source = await read(sheetPage({}, { rows }));
    expect(source.dockets[0]!.entries).toMatchObject([
      { number: 2, filedOn: null, enteredOn: null, text: 'SUMMONS issued.' },
    ]);
    expect(source.warnings).toMatchObject([
      { code: 'DOCKET_FIELD_MISSING', raw: '13/45/2021 | 2 | SUMMONS issued.' },
    ]);
  });
  test.each(['seven', '1,204', 'Doc. 1,204', '12A'])('a number: %s', async (number) => {
    const rows = [{ date: '01/15/2021', number, text: 'SUMMONS issued.' }];
    const source = await read(sheetPage({ hasLinks: false }, { rows }));
    expect(source.dockets[0]!.entries).toMatchObject([
      { number: null, isTextOnly: false, text: 'SUMMONS issued.' },
    ]);
    expect(source.warnings[0]!.message).toContain('number');
  });
  test('further numbers beside one, and an attachment behind a point is one', async () => {
    const numbers = ['10, 11', '14.1', '9.', '15<br>16', '17 thru 19'];
    const rows = numbers.map((number) => ({ date: '01/15/2021', number, text: 'SUMMONS.' }));
    const source = await read(sheetPage({ hasLinks: false }, { rows }));
    expect(source.dockets[0]!.entries.map(({ number, attachment }) => [number, attachment])).toEqual([
      [10, null],
      [14, 1],
      [9, null],
      [15, null],
      [17, null],
    ]);
    expect(source.warnings.map(({ message }) => /further numbers of entry \d+/.exec(message)?.[0])).toEqual([
      'further numbers of entry 10',
      'further numbers of entry 15',
      'further numbers of entry 17',
    ]);
  });
  test('what a court prints beside a number says that its document is sealed, or not for everyone', async () => {
    const rows = ['5 (SEALED)', '6 *RESTRICTED*', '7'].map((number) => ({
      date: '01/15/2021',
      number,
      text: 'LETTER.',
    }));
    const { entries } = await docketOf(sheetPage({ hasLinks: false }, { rows }));
    expect(entries.map((each) => [each.number, each.isSealed, each.isRestricted])).toEqual([
      [5, true, null],
      [6, null, true],
      [7, null, null],
    ]);
  });
  test('cases below one another in a cell, and a name with room before its comma', async () => {
    const html = sheetPage()
      .replace('2:20-cv-00777-QRS</td>', '2:20-cv-00776-QRS<br>2:20-cv-00777-QRS</td>')
      .replace('<b>Fairwater LLC</b>', '<b>Fairwater</b> , LLC');
    const { header, parties } = await docketOf(html);
    expect(header.relatedCases).toEqual(['2:20-cv-00776-QRS', '2:20-cv-00777-QRS', '2:20-cv-00778-QRS']);
    expect(parties[0]!.name).toBe('Fairwater, LLC');
  });
  test('a link to a related case does not give the case its id', async () => {
    const html = sheetPage({ hasLinks: false }).replace(
      '<hr>',
      '<table><tr><td>Related Case: <a href="/cgi-bin/DktRpt.pl?991">2:20-cv-00701-QRS</a></td></tr></table><hr>',
    );
    expect((await docketOf(html)).header.courtCaseId).toBe('');
  });
  test('a page that was saved before all of it had come', async () => {
    const page = sheetPage();
    const cutAt = page.indexOf('RESPONSE') + 20;
    const { dockets, warnings } = await readDocketSource(
      new TextEncoder().encode(page.slice(0, cutAt)),
      'page.html',
    );
    expect(dockets[0]!.entries.at(-1)!.text).toBe('RESPONSE re');
    expect(warnings.map(({ code }) => code)).toEqual(['DOCKET_PAGE_CUT']);
  });

  test('a number the court gives twice', async () => {
    const rows = ['COMPLAINT.', 'SUMMONS issued.'].map((text) => ({ date: '01/15/2021', number: '1', text }));
    const source = await read(sheetPage({}, { rows }));
    expect(source.dockets[0]!.entries.map(({ text }) => text)).toEqual(['COMPLAINT.', 'SUMMONS issued.']);
    expect(source.warnings).toMatchObject([{ code: 'DOCKET_NUMBER_REPEATED', raw: 'SUMMONS issued.' }]);
  });
  test('parties whose type was lost', async () => {
    const html = sheetPage().replaceAll(/<\/?[bui]>/g, '');
    const source = await read(html);
    expect(source.dockets[0]!.parties).toEqual([]);
    expect(source.warnings.map(({ message }) => message)).toEqual([
      'The parties of the docket could not be read. Check the text as printed.',
    ]);
  });

  test('a case without its number', async () => {
    const html = sheetPage({ hasReceipt: false }).replace('2:21-cv-00931-QRS</h3>', '</h3>');
    expect((await read(html)).warnings.map(({ code }) => code)).toEqual(['DOCKET_SOURCE_WITHOUT_CASE']);
  });
});

describe('dockets of other kinds', () => {
  const criminal = `<hr><table><tr><td valign=top>Assigned to: Judge Quill R. Stone</td></tr>
<tr><td><br><b><u>Defendant                 (1)</u></b></td></tr>
<tr><td><b>Osk Vell</b><br><i>TERMINATED: 02/15/2022</i><br><i>also known as</i><br>Oskar Vell<br><i>TERMINATED: 02/16/2022</i></td>
<td>represented&nbsp;by</td><td><b>Ada Fenn</b><br>Office of the Defender<br><i>Designation: Retained</i></td></tr>
<tr><td><br><b><u>Pending Counts</u></b></td><td></td><td><br><b><u>Disposition</u></b></td></tr>
<tr><td>18:1343 <b>Fraud by wire</b><br>(1)</td><td></td><td>Dismissed</td></tr>
<tr><td><br><b><u>Complaints</u></b></td><td></td><td><br><b><u>Disposition</u></b></td></tr><tr><td>None</td></tr></table>
<hr><table><tr><td><b><u>Plaintiff</u></b></td></tr><tr><td><b>USA</b></td></tr></table>`;

  test('criminal: defendants without their counts, the judge over each', async () => {
    const second = criminal.replaceAll('Osk Vell', 'Ida Birch').replace('(1)', '(2)');
    const [both] = (await read(sheetPage({}, { parties: `${criminal}${second}` }))).dockets;
    expect(both!.header.judge).toBe('Judge Quill R. Stone');
    const html = sheetPage({}, { parties: criminal }).replace('Assigned to: Judge Quill R. Stone<br>', '');
    const { header, parties } = await docketOf(html);
    expect(parties.map(({ name, role, terminatedOn }) => [name, role, terminatedOn])).toEqual([
      ['Osk Vell', 'Defendant', '2022-02-15'],
      ['USA', 'Plaintiff', null],
    ]);
    expect(parties[0]!.attorneys).toMatchObject([{ name: 'Ada Fenn', roles: ['Designation: Retained'] }]);
    expect(header.judge).toBe('Judge Quill R. Stone');
  });

  test('bankruptcy: the role over the name, pages beside the number, the debtor as title', async () => {
    const html = `<html><title>U.S. Bankruptcy Court:wawb</title><body><center><b>U.S. Bankruptcy Court<br>Western District of Washington (Seattle)<br>Bankruptcy Petition #: 21-10931-QRS</b></center>
<table><tr><td><br>Assigned to: Quill R. Stone<br>Chapter 11<br>Voluntary</td><td>Date filed: 05/01/2021<br>Date converted: 05/20/2021<br>Debtor discharged: N/A<br>Joint debtor discharged: 07/01/2021<br>341 meeting: 06/01/2021</td></tr></table>
<table><tr><td><i>Debtor</i><br><b>Fairwater LLC</b><br>1 Quay Street<br>Seattle, WA 98101</td><td>represented by</td><td><b>Tilda B. Orne</b><br>206-555-0101<br>tilda@orne.example</td></tr></table>
<table><tr><th>Filing Date</th><th>#</th><th>Docket Text</th></tr>
<tr><td>05/01/2021</td><td><a href="/doc1/150012345678">1</a><br>(24&nbsp;pgs; 2&nbsp;docs)</td><td>Chapter 11 Voluntary Petition. (Entered: 05/02/2021)</td></tr></table></body></html>`;
    const { header, parties, entries } = await docketOf(html);
    expect(header).toMatchObject({
      court: 'wawb',
      number: '21-10931-QRS',
      title: 'Fairwater LLC',
      filedOn: '2021-05-01',
      chapter: '11',
      convertedOn: '2021-05-20',
      dischargedOn: '2021-07-01',
    });
    expect(parties).toMatchObject([
      {
        name: 'Fairwater LLC',
        role: 'Debtor',
        details: '1 Quay Street\nSeattle, WA 98101',
        attorneys: [{ name: 'Tilda B. Orne', email: 'tilda@orne.example' }],
      },
    ]);
    expect(entries).toMatchObject([
      {
        number: 1,
        filedOn: '2021-05-01',
        enteredOn: '2021-05-02',
        pageCount: 24,
        documentUrl: 'https://ecf.wawb.uscourts.gov/doc1/150012345678',
      },
    ]);
  });

  test('bankruptcy: dates in a table of their own, a debtor nobody represents', async () => {
    const html = `<html><body><center><b><font size=+1>U.S. Bankruptcy Court<BR></font><font size=+1>Western District of Washington (Seattle)<BR></font><font size=+1>Adversary Proceeding #: 21-01931-QRS</font></b></center>
<table><tr><td><br><i>Assigned to:</i> Quill R. Stone<br><i>Lead BK Case:</i> 21-10931-QRS<br><i>Lead BK Title:</i> Fairwater LLC<br><i>Demand:</i> $5000</td>
<td align=right><table><tr><td><i>Date Filed:</i></td><td>05/01/21</td></tr><tr><td><i>Date Terminated:</i></td><td>06/02/21</td></tr></table></td></tr></table>
<table><tr><td><br><b><i>Plaintiff</i></b><br><b>Tilda Orne</b><br>1 Quay Street</td></tr></table>
<table><tr><th>Filing Date</th><th>#</th><th>Docket Text</th></tr><tr><td>05/01/2021</td><td>1</td><td>Complaint.</td></tr></table></body></html>`;
    const { header, parties } = await docketOf(html);
    expect(header).toMatchObject({
      number: '21-01931-QRS',
      judge: 'Quill R. Stone',
      demand: '$5000',
      filedOn: '2021-05-01',
      terminatedOn: '2021-06-02',
      relatedCases: ['21-10931-QRS'],
    });
    expect(parties).toMatchObject([
      { name: 'Tilda Orne', role: 'Plaintiff', details: '1 Quay Street', attorneys: [] },
    ]);
  });

  test('attachments that no comma parts have their own addresses, and are no other entries', async () => {
    const listed = '# {A1} Creditor Matrix # {A2} Resolution (signed)';
    const text = `Voluntary Petition (Attachments: ${listed}) (Related Doc # {L5})`;
    const { entries } = await docketOf(sheetPage({}, { rows: [{ date: '05/01/2021', number: '1', text }] }));
    expect(entries.map(({ attachment, text: name }) => [attachment, name]).slice(1)).toEqual([
      [1, 'Creditor Matrix'],
      [2, 'Resolution (signed)'],
    ]);
    expect(entries.every(({ documentUrl }) => documentUrl !== null)).toBe(true);
    expect(entries[0]!.links).toEqual([{ number: 5, attachment: null }]);
  });

  test('an adversary proceeding: dashes between role and name, its first parties as title', async () => {
    const party = (role: string, name: string, counsel: string) =>
      `<tr><td valign=top><i>${role}</i><br>-----------------------<br><b>${name}</b></td><td align=right>represented by</td><td><b>${counsel}</b><br>206-555-0101</td></tr>`;
    const html = `<html><body><center><b>U.S. Bankruptcy Court<BR>Western District of Washington (Seattle)<BR>Adversary Proceeding #: 21-01931-QRS</b></center>
<table><tr><td><i>Assigned to:</i> Quill R. Stone</td><td><i>Date Filed:</i> 05/01/21</td></tr></table>
<table>${party('Plaintiff', 'Fairwater LLC', 'Tilda Orne')}<tr><td>V.</td></tr>${party('Defendant', 'Northgate Hosting, Inc.', 'Osk Vell')}</table>
<table><tr><th>Filing Date</th><th>#</th><th>Docket Text</th></tr><tr><td>05/01/2021</td><td>1</td><td>Complaint.</td></tr></table></body></html>`;
    const { header, parties } = await docketOf(html);
    expect(header.title).toBe('Fairwater LLC v. Northgate Hosting, Inc.');
    expect(parties.map(({ role, name, attorneys }) => [role, name, attorneys[0]?.name])).toEqual([
      ['Plaintiff', 'Fairwater LLC', 'Tilda Orne'],
      ['Defendant', 'Northgate Hosting, Inc.', 'Osk Vell'],
    ]);
  });

  test.each([
    ['Presiding: Judge Quill R. Stone', 'Judge Quill R. Stone'],
    ['Assigned Judge: Quill R. Stone', 'Quill R. Stone'],
    ['U.S. District Judge: Quill R. Stone', 'Quill R. Stone'],
    ['Assigned to: Unassigned', 'Unassigned'],
  ])('the judge at “%s”', async (printed, judge) => {
    const { header } = await docketOf(sheetPage().replace('Assigned to: Judge Quill R. Stone', printed));
    expect(header).toMatchObject({ judge, referredTo: 'Magistrate Judge Ada Fenn' });
  });

  test('the magistrate judge under a label of his own', async () => {
    const html = sheetPage().replace('Referred to: Magistrate Judge Ada Fenn', 'Magistrate Judge: Ada Fenn');
    expect((await docketOf(html)).header.referredTo).toBe('Ada Fenn');
  });

  test('a label in a cell of its own has its value in the next', async () => {
    const suits =
      '<table><tr><td>72</td><td>Injunctive relief</td></tr><tr><td>91</td><td>Other</td></tr></table>';
    const cells = [
      ['Case Title', 'Fairwater LLC v. Doe'],
      ['Assigned to', 'Hon: Stone'],
      ['Date Filed', '01/11/2021'],
      ['Nature of Suit', suits],
    ].map(([name, value]) => `<tr><td>${name}:</td><td>${value}</td></tr>`);
    const head = /<table width="100%" border="0"><tr>[^]*?Jurisdiction: Diversity<\/td><\/tr><\/table>/;
    const html = sheetPage().replace(head, `<table>${cells.join('')}</table>`);
    expect((await docketOf(html)).header).toMatchObject({
      title: 'Fairwater LLC v. Doe',
      judge: 'Hon: Stone',
      filedOn: '2021-01-11',
      natureOfSuit: '72 Injunctive relief; 91 Other',
    });
  });

  test('kinds of suit of an adversary proceeding, each with its number in a cell of its own', async () => {
    const rows = [
      ['<i>Nature[s] of Suit:</i>', '12', 'Recovery of money/property - 547 preference'],
      ['', '14', 'Recovery of money/property - other'],
    ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    const html = sheetPage().replace('Nature of Suit: 190 Contract: Other<br>', '');
    const after = html.replace(
      /(Jurisdiction: Diversity<\/td><\/tr><\/table>)/,
      `$1<table>${rows.join('')}</table>`,
    );
    expect((await docketOf(after)).header.natureOfSuit).toBe(
      '12 Recovery of money/property - 547 preference; 14 Recovery of money/property - other',
    );
  });

  test('a title with a colon in it is a title', async () => {
    const html = sheetPage().replaceAll(
      'Fairwater LLC v. Northgate Hosting, Inc.<br>',
      'In the Matter of: Fairwater LLC<br>',
    );
    const { header } = await docketOf(html);
    expect(header).toMatchObject({ title: 'In the Matter of: Fairwater LLC', judge: 'Judge Quill R. Stone' });
  });
});

test('a page cut or broken anywhere is read or refused by name, and never loses itself', async () => {
  const page = sheetPage();
  const broken = fc.record({
    from: fc.nat(page.length),
    length: fc.nat(400),
    put: fc.constantFrom(
      '',
      '</table>',
      '<table><tr>',
      '</td></tr></tr>',
      '<td colspan=99>',
      '<',
      '<!--',
      '&#0;&#x110000;',
      '<h3>',
      '<b><u>',
    ),
    isCut: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(broken, async ({ from, length, put, isCut }) => {
      const html = page.slice(0, from) + put + (isCut ? '' : page.slice(from + length));
      const outcome = await read(html).then(
        ({ dockets }) => dockets.length === 1,
        (error: unknown) => isAppError(error) && error.code.startsWith('DOCKET_SOURCE_'),
      );
      expect(outcome).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['tables', '<table><tr><td>'.repeat(5_000)],
  ['tables that list entries', '<table><tr><td>Date Filed<td>#<td>Docket Text'.repeat(5_000)],
  ['blocks', `<center>2:21-cv-00931-QRS${'<div>'.repeat(100_000)}Date Filed: x`],
  ['headings', '<h3>CIVIL DOCKET FOR CASE #: '.repeat(20_000)],
  [
    'parties',
    `<h3>DOCKET FOR CASE #: 1</h3><table>${'<tr><td><b><u>Plaintiff</u></b><tr><td><b>A<td>represented by<td><b>B<br>'.repeat(5_000)}`,
  ],
])('%s without end are read or refused', async (_, html) => {
  const outcome = await read(html).then(
    () => 'read',
    (error: unknown) => (isAppError(error) ? 'refused' : error),
  );
  expect(['read', 'refused']).toContain(outcome);
});

test('a docket of 10,000 entries is read whole', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    date: '01/11/2021',
    number: String(i + 1),
    text: `NOTICE re {L${i}} MOTION by Fairwater LLC. (Attachments: # {A1} Exhibit A)(Orne, Tilda) (Entered: 01/12/2021)`,
  }));
  const { entries } = await docketOf(sheetPage(usualLayout, { rows }));
  expect(entries).toHaveLength(20_000);
  expect(entries.at(-1)).toMatchObject({ number: 10_000, attachment: 1, text: 'Exhibit A' });
});

test('cases that stand below one another under one label are all read', async () => {
  const page = sheetPage().replace(
    'Demand: $5,000,000<br>',
    'Member cases:<br>&nbsp;&nbsp;<a href="/cgi-bin/DktRpt.pl?1">2:21-cv-00932-QRS</a><br>&nbsp;&nbsp;<a href="/cgi-bin/DktRpt.pl?2">2:21-cv-00933-QRS</a><br>Case in other court:&nbsp; Superior Court, 21-2-00001-1<br>&nbsp; Oregon, 3:21-cv-00044<br>Demand: $5,000,000<br>',
  );
  const { header } = (await read(page)).dockets[0]!;
  expect(header).toMatchObject({ title: 'Fairwater LLC v. Northgate Hosting, Inc.', demand: '$5,000,000' });
  expect(header.relatedCases.slice(0, 4)).toEqual([
    '2:21-cv-00932-QRS',
    '2:21-cv-00933-QRS',
    'Superior Court, 21-2-00001-1',
    'Oregon, 3:21-cv-00044',
  ]);
});
