import { describe, expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const read = (html: string) => readDocketSource(new TextEncoder().encode(html), 'page.html');

/** The bar every page of a court's site begins with, and its frame. */
function courtPage(body: string, title = 'CM/ECF - wawd'): string {
  return `<html><head><title>${title}</title><script src="/lib/core.js"></script></head><body><div id="topmenu"><ul><li><a href="/cgi-bin/iquery.pl"><u>Q</u>uery</a></li><li><a href="/cgi-bin/login.pl?logout"><u>L</u>ogout</a></li></ul></div><div id="cmecfMainContent"><input type="hidden" id="cmecfMainContentScroll" value="0">${body}</div></body></html>`;
}

const block = `<center><b><font size="+1">2:21-cv-00931-QRS-AF</font></b> Fairwater LLC v. Northgate Hosting, Inc.<br>Quill R. Stone, presiding<br>Ada Fenn, referral<br><b>Date filed:</b> 01/11/2021<br><b>Date terminated:</b> 03/02/2022<br><b>Date of last filing:</b> 03/04/2022<br></center><br>`;
const blockHeader = {
  court: 'wawd',
  number: '2:21-cv-00931-QRS-AF',
  title: 'Fairwater LLC v. Northgate Hosting, Inc.',
  judge: 'Quill R. Stone',
  referredTo: 'Ada Fenn',
  filedOn: '2021-01-11',
  terminatedOn: '2022-03-02',
  lastFiledOn: '2022-03-04',
  courtCaseId: '298765',
};

describe('a history', () => {
  const row = (number: string, dates: string, description: string) =>
    `<tr><td rowspan="1">${number}</td><td><table><tr>${dates}</tr></table></td><td>${description}</td></tr>`;
  const link = (id: string, sequence: number, text: string) =>
    `<a href="https://ecf.wawd.uscourts.gov/doc1/${id}" onclick="goDLS('/doc1/${id}','298765','${sequence}','','','1','','');return(false);">${text}</a>`;
  const page = courtPage(`${block}<h2>History</h2><center><table>
<tr><th>Doc.<br>No.</th><th>Dates</th><th>Description</th></tr>
${row(link('19719000011', 6, '1'), '<td><i>Filed &amp; Entered: &nbsp;</i></td><td>01/11/2021</td>', `<a href="javascript:DktText('58','298765','1','6','')"><img alt="Docket Text"></a> Complaint`)}
${row('&nbsp;', '<td><i>Filed: </i></td><td>01/12/2021</td></tr><tr><td><i>Entered: </i></td><td>01/13/2021</td>', `<a href="javascript:DktText('58','298765','','9','')"><img alt="Docket Text"></a> Summons Issued`)}
${row(link('19719000012', 11, '2'), '<td><i>Filed: </i></td><td>01/13/2021</td></tr><tr><td><i>Entered: </i></td><td>01/14/2021</td></tr><tr><td><i>Terminated: </i></td><td>02/01/2021</td>', 'Motion for TRO')}
<tr><td colspan="2"><i>Docket Text:</i> MOTION for Temporary Restraining Order by Fairwater LLC. (Attachments: # (1) Proposed Order)(Orne, Tilda)</td></tr>
</table></center>`);

  test('gives the case, and each event with its dates and short text', async () => {
    const { kind, warnings, dockets } = await read(page);
    expect({ kind, warnings }).toEqual({ kind: 'docket_history', warnings: [] });
    expect(dockets[0]!.header).toMatchObject(blockHeader);
    expect(dockets[0]!.isComplete).toBe(false);
    expect(
      dockets[0]!.entries.map((e) => [
        e.number,
        e.attachment,
        e.filedOn,
        e.enteredOn,
        e.shortText,
        e.sequence,
      ]),
    ).toEqual([
      [1, null, '2021-01-11', '2021-01-11', 'Complaint', 6],
      [null, null, '2021-01-12', '2021-01-13', 'Summons Issued', 9],
      [2, null, '2021-01-13', '2021-01-14', 'Motion for TRO', 11],
      [2, 1, '2021-01-13', '2021-01-14', '', null],
    ]);
  });
  test('is known by other words for its dates', async () => {
    const renamed = page.replace('<th>Dates</th>', '<th>Filed/Entered Dates</th>');
    expect(renamed).not.toBe(page);
    expect(await read(renamed)).toEqual(await read(page));
  });

  test('gives the whole text where the page has it', async () => {
    const { entries } = (await read(page)).dockets[0]!;
    expect(entries[0]!.text).toBe('');
    expect(entries[2]!.text).toMatch(/^MOTION for Temporary Restraining Order .*\(Orne, Tilda\)$/);
    expect(entries[2]).toMatchObject({ documentId: '19709000012', filer: 'Fairwater LLC' });
  });
  test('says which date it could not read', async () => {
    const { warnings } = await read(page.replace('<td>01/11/2021</td>', '<td>soon</td>'));
    expect(warnings).toMatchObject([{ code: 'DOCKET_FIELD_MISSING', raw: '1 Filed & Entered: soon' }]);
  });
});

describe('an attachment page', () => {
  const link = (id: string, text: string) =>
    `<a href="https://ecf.wawd.uscourts.gov/doc1/${id}" onClick="goDLS('/doc1/${id}','298765','71','','','1','','');return(false);">${text}</a>`;
  const ticked = (first: number) =>
    courtPage(`<p><b>Document Selection Menu</b></p><p>Select the document you wish to view.</p><form><table>
<tr><td colspan="2"><b>Document Number:</b></td><td><input type="checkbox" name="document_34_0" value="900-28487-12" /></td><td>${link('19719000340', '34')}</td><td>12 pages</td><td>27.8 KB</td></tr>
<tr><td colspan="2"><b>Attachment</b></td><td colspan="2"><b>Description</b></td><td><b>Pages</b></td><td><b>Size</b></td></tr>
<tr><td><input type="checkbox" name="document_34_${first}" value="901-4000-2" /></td><td>${link('19719000341', String(first))}</td><td colspan="2">Exhibit A &#035;7</td><td>2 pages</td><td>3.9 KB</td></tr>
<tr><td><input type="checkbox" name="document_34_${first + 1}" value="902-5000-1" /></td><td>${link('19719000342', String(first + 1))}</td><td colspan="2"></td><td>1 page</td><td>4.9 KB</td></tr>
<tr><td colspan="4"><input type="button" value="View Selected"></td></tr></table></form>`);

  test('gives the lead document and a row for each attachment, with exact sizes', async () => {
    const { kind, dockets, warnings } = await read(ticked(1));
    expect({ kind, warnings }).toEqual({ kind: 'attachment_page', warnings: [] });
    expect(dockets[0]!.header).toMatchObject({ court: 'wawd', courtCaseId: '298765', number: '' });
    expect(dockets[0]!.entries).toMatchObject([
      {
        number: 34,
        attachment: null,
        text: '',
        pageCount: 12,
        sizeBytes: 28_487,
        documentId: '19709000340',
        sequence: 71,
      },
      {
        number: 34,
        attachment: 1,
        text: 'Exhibit A #7',
        pageCount: 2,
        sizeBytes: 4000,
        documentId: '19709000341',
      },
      { number: 34, attachment: 2, text: '', pageCount: 1, sizeBytes: 5000, documentId: '19709000342' },
    ]);
  });
  test('wrapped into a table reads the same', async () => {
    const wrapped = ticked(1)
      .replace(/<body>/, '$&<table><tr><td>')
      .replace('</body>', '</td></tr></table></body>');
    expect(await read(wrapped)).toEqual(await read(ticked(1)));
  });
  test('that counts the lead document as 1 gives attachments the numbers the docket’s text has', async () => {
    const { entries } = (await read(ticked(2))).dockets[0]!;
    expect(entries.map(({ attachment }) => attachment)).toEqual([null, 1, 2]);
  });
  test('of the older sort tells restricted documents', async () => {
    const { entries } = (
      await read(
        courtPage(`<p>Document Selection Menu</p><table><tr><td colspan=2><B>Document Number:</B> ${link('19719000320', '32')}</td><td>2 pages</td><td>53 kb</td><tr><td>&nbsp;</td><tr><td><B>Attachment</B><td><B>Description</B>
<tr><td>${link('19719000321', '1')}</td><td>*Restricted*</td><td></td><td>0 kb</td></tr></table>`),
      )
    ).dockets[0]!;
    expect(entries).toMatchObject([
      { number: 32, attachment: null, pageCount: 2, sizeBytes: 54_272, isRestricted: null },
      { number: 32, attachment: 1, isRestricted: true, pageCount: null, sizeBytes: null },
    ]);
  });
  test('with parts whose first has the entry’s number counts the others from it, and totals are no part', async () => {
    const { dockets, warnings } = await read(
      courtPage(`<p>Document Selection Menu</p><table><tr><th>Part</th><th>Description</th></tr>
<tr><td>${link('19719000320', '17')}</td><td>Main Document</td><td>12 pages</td></tr>
<tr><td>${link('19719000321', '1')}</td><td>Proposed Order</td><td>2 pages</td></tr>
<tr><td>${link('19719000322', 'Exhibit')}</td><td>B</td><td>3 pages</td></tr>
<tr><td></td><td></td><td>17 pages</td><td>1.3 mb</td></tr></table>`),
    );
    expect(dockets[0]!.entries).toMatchObject([
      { number: 17, attachment: null, pageCount: 12 },
      { number: 17, attachment: 1, text: 'Proposed Order' },
    ]);
    expect(warnings).toMatchObject([{ message: expect.stringContaining('number of an attachment') }]);
  });
  test('lists what the court gives no link to', async () => {
    const { entries } = (
      await read(
        courtPage(`<p>Document Selection Menu</p><table><tr><th>Part</th><th>Description</th></tr>
<tr><td>${link('19719000320', '1')}</td><td>Motion</td></tr><tr><td>2</td><td>Exhibit A (sealed)</td></tr></table>`),
      )
    ).dockets[0]!;
    expect(entries).toMatchObject([
      { attachment: null, shortText: 'Motion' },
      { attachment: 1, text: 'Exhibit A (sealed)', documentUrl: null },
    ]);
  });
  test.each(['th', 'td'])('of a bankruptcy court names no number, which is said: %s', async (kind) => {
    const { dockets, warnings } = await read(
      courtPage(
        `<p>Document Selection Menu</p><p>Multiple Documents</p><table><tr><${kind}>Part</${kind}><th></th><th>Description</th></tr>
<tr><td><a href="/doc1/150012345678">1</a></td><td></td><td>Main Document</td><td>7 pages</td></tr>
<tr><td><a href="/doc1/150012345679">2</a></td><td></td><td>Exhibit A</td><td>3 pages</td></tr>
<tr><td colspan=3><input type='button' onClick="parent.location='/cgi-bin/show_multidocs.pl?caseid=115824&arr_de_seq_nums=12&magic_num=MAGIC'" value='View All'></td><td>10 pages</td></tr></table>`,
        'U.S. Bankruptcy Court:wawb',
      ),
    );
    expect(dockets[0]!.header).toMatchObject({ court: 'wawb', courtCaseId: '115824' });
    expect(dockets[0]!.entries).toMatchObject([
      { number: null, attachment: null, pageCount: 7, sequence: 12 },
      { number: null, attachment: 1, text: 'Exhibit A', pageCount: 3 },
    ]);
    expect(warnings).toMatchObject([{ code: 'DOCKET_FIELD_MISSING' }]);
  });
});

test('a case query gives the header, and no entries', async () => {
  const menu =
    '<table><tr><td><a href="/cgi-bin/qryAlias.pl?298765">Alias</a><br><a href="/cgi-bin/DktRpt.pl?298765">Docket Report ...</a></td></tr></table>';
  const { kind, dockets } = await read(courtPage(`${block}${menu}`));
  expect(kind).toBe('case_query');
  expect(dockets[0]).toMatchObject({ header: blockHeader, entries: [], isComplete: false });
});

test('a case query that has lost its links is known by what it offers', async () => {
  const words = 'Alias<br>Attorney<br>Case Summary<br>Docket Report ...<br>History/Documents ...<br>Party';
  expect((await read(courtPage(`${block}${words}`))).kind).toBe('case_query');
  await expect(read(courtPage(`${block}Party`))).rejects.toMatchObject({
    code: 'DOCKET_SOURCE_NOT_RECOGNISED',
  });
});

test('a page in a web archive is of the court its address names', async () => {
  const archive = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ecf.ctd.uscourts.gov/cgi-bin/iquery.pl?1-L_1_0-1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><body>${block}<a href="/cgi-bin/DktRpt.pl?298765">Docket Report</a></body></html>\r\n--b--\r\n`;
  expect((await read(archive)).dockets[0]!.header.court).toBe('ctd');
});

test('a page without addresses is of the court it was saved from', async () => {
  const saved = `<!DOCTYPE html>\n<!-- saved from url=(0058)https://ecf.ctd.uscourts.gov/cgi-bin/iquery.pl?12345-L_1_0-1 -->\n<html><body>${block}<a href="/cgi-bin/DktRpt.pl?298765">Docket Report</a></body></html>`;
  expect((await read(saved)).dockets[0]!.header).toMatchObject({
    court: 'ctd',
    courtCaseId: '298765',
    number: '2:21-cv-00931-QRS-AF',
  });
});

test('a bankruptcy case is told from its title by bold type alone', async () => {
  const page = `<center><b><font size="+1">21-10931-qrs</font></b><b></b>Tilda Orne and Osk Vell<br><b>Case type:</b> bk <b>Chapter:</b> 13 <b>Judge:</b> Quill R. Stone<br><b>Date filed:</b> 05/01/2021<br><b>Debtor&nbsp;discharged:</b> &nbsp;N/A<br><b>Joint&nbsp;debtor&nbsp;discharged:</b> &nbsp;07/01/2021</center><a href="/cgi-bin/DktRpt.pl?411430">Docket Report</a>`;
  expect((await read(courtPage(page, 'U.S. Bankruptcy Court:wawb'))).dockets[0]!.header).toMatchObject({
    court: 'wawb',
    number: '21-10931-qrs',
    title: 'Tilda Orne and Osk Vell',
    judge: 'Quill R. Stone',
    filedOn: '2021-05-01',
    chapter: '13',
    dischargedOn: '2021-07-01',
    courtCaseId: '411430',
  });
});

describe('a page that is no docket is named', () => {
  const form =
    '<form method="post" action="/cgi-bin/DktRpt.pl"><input type="text" name="case_num"><input type="submit" value="Run Report"></form>';
  test.each([
    [
      'DOCKET_SOURCE_RECEIPT',
      courtPage(
        `To accept charges shown below, click on the 'View Report' button, otherwise click the 'Back' button.<table><tr><td>Pacer Service Center</td></tr><tr><td>Transaction Receipt</td></tr></table>${form}`,
      ),
    ],
    [
      'DOCKET_SOURCE_LOGIN_PAGE',
      courtPage(
        '<form><b>Login</b> Username <input name="login"> Password <input type="password" name="key"></form>',
      ),
    ],
    [
      'DOCKET_SOURCE_LOGIN_PAGE',
      '<html><head><title>PACER Login</title></head><body><script>location="https://pacer.login.uscourts.gov/csologin/login.jsf"</script></body></html>',
    ],
    [
      'DOCKET_SOURCE_TIMED_OUT',
      '<html><head><title>408 Request Time-out</title></head><body><h1>Request Time-out</h1>Server timeout waiting for the HTTP request from the client.</body></html>',
    ],
    ['DOCKET_SOURCE_TIMED_OUT', courtPage('Your session has expired. Please start again.')],
    ['DOCKET_SOURCE_NO_SUCH_CASE', courtPage('<h3>Case not found.</h3>')],
    ['DOCKET_SOURCE_NO_SUCH_CASE', courtPage('<h2>Error: The document does not exist.</h2>')],
    ['DOCKET_SOURCE_NO_SUCH_CASE', courtPage('Error: There are no documents in this case.')],
    ['DOCKET_SOURCE_RESTRICTED', courtPage('This case is SEALED.')],
    ['DOCKET_SOURCE_RESTRICTED', courtPage('You do not have permission to view this document.')],
    ['DOCKET_SOURCE_QUERY_FORM', courtPage(`Docket Sheet${form}`)],
    ['DOCKET_SOURCE_COURT_ERROR', courtPage('The start date must be less than or equal to the end date')],
    [
      'DOCKET_SOURCE_COURT_ERROR',
      '<html><title>500 Internal Server Error</title><body><h1>Internal Server Error</h1></body></html>',
    ],
    [
      'DOCKET_SOURCE_COURT_ERROR',
      courtPage(
        '<h3>U.S. District Court<br>Western District of Washington<br>CIVIL DOCKET FOR CASE #: 2:21-cv-00931-XXXX</h3>*** This case is in the process of being opened, please check back later.***',
      ),
    ],
    [
      'DOCKET_SOURCE_CLAIMS_REGISTER',
      courtPage(
        '<h3>Western District of Washington<br>Claims Register</h3><table><tr><td>Claim No: 1</td><td>Amount claimed: $5.00</td></tr></table>',
      ),
    ],
    ['DOCKET_SOURCE_EMPTY', courtPage('')],
    [
      'DOCKET_SOURCE_LOGIN_PAGE',
      '<body onload="document.forms[0].submit()"><form action="https://pacer.login.uscourts.gov/csologin/login.jsf"><input type="hidden" name="court"></form></body>',
    ],
    ...[
      'You have been logged out of CM/ECF. <a href="/cgi-bin/login.pl">Click here to log in</a>',
      'This function is not accessible without logging in.',
      'Enter the one-time passcode of your authenticator app <input type="text">',
    ].map((body) => ['DOCKET_SOURCE_LOGIN_PAGE', courtPage(body)]),
    ...[
      'The charge for this report is $3.00. Do you want to continue? <input type="submit" value="Yes">',
      'The total cost of this download is $12.00. <input type="button" value="Download Documents">',
      '<table><tr><td>Transaction Receipt</td></tr><tr><td>Billable Pages: 2</td><td>Cost: 0.20</td></tr></table><input type="submit" value="View Document">',
    ].map((body) => ['DOCKET_SOURCE_RECEIPT', courtPage(body)]),
    ...[
      'The report was aborted because it ran too long.',
      'The server is currently busy. Please try again later.',
    ].map((body) => ['DOCKET_SOURCE_TIMED_OUT', courtPage(body)]),
    ...[
      'Case 2:99-cv-99999 is not in the database',
      'There are no documents available for this case number.',
      'No person found with the name Orne.',
      'No matching case',
      'The document you requested is not available.',
      'Document 12 has been deleted.',
      'No cases found<table><tr><td>Transaction Receipt</td></tr><tr><td>Billable Pages: 1</td><td>Cost: 0.10</td></tr></table><input type="submit" value="Back">',
    ].map((body) => ['DOCKET_SOURCE_NO_SUCH_CASE', courtPage(body)]),
    ...[
      'This document is not available for public viewing.',
      'This image is not available for viewing by non-court users.',
      'You do not have sufficient privileges to access this page.',
      'Remote access to documents in this case is limited to counsel of record.',
      'Your PACER account has been disabled.',
    ].map((body) => ['DOCKET_SOURCE_RESTRICTED', courtPage(body)]),
    ...[
      'The requested URL was rejected. Please consult with your administrator.',
      'Database connection failed. SQLSTATE -908',
    ].map((body) => ['DOCKET_SOURCE_COURT_ERROR', courtPage(body)]),
    ['DOCKET_SOURCE_EMPTY', '<html><head></head><body>\n</body></html>'],
    ['DOCKET_SOURCE_EMPTY', ' \n'],
    [
      'DOCKET_SOURCE_NOT_RECOGNISED',
      '<html><title>Quay walks</title><body><h1>Walks along the quay</h1><p>Ten walks for a Sunday, with a map.</p></body></html>',
    ],
    [
      'DOCKET_SOURCE_NOT_RECOGNISED',
      '<html><title>Club</title><body><form>Your name <input name="u"> Password <input type="password"></form></body></html>',
    ],
    [
      'DOCKET_SOURCE_NOT_RECOGNISED',
      `<html><title>How dockets work</title><body><p>${'PACER and CM/ECF show dockets; a case that is sealed is not shown. '.repeat(200)}</p></body></html>`,
    ],
    ['DOCKET_SOURCE_NOT_RECOGNISED', '%PDF-1.7\n1 0 obj'],
    ['DOCKET_SOURCE_NOT_RECOGNISED', '\u0000\u0001\u0002\u0003'],
  ])('%s', async (code, html) => {
    await expect(read(html)).rejects.toMatchObject({ code });
  });
});

test('the menu of a court of appeals counts the lead document with the others, and prints pages as bare numbers', async () => {
  const row = (number: number, id: string, description: string, pages: number, size: string) =>
    `<tr><td><input type=checkbox> ${number}</td><td><a href="https://ecf.ca1.uscourts.gov/docs1/${id}" onclick="return doDocPostURL('${id}','40001')"><img src="doc.gif"></a></td><td>${description}</td><td>${pages}</td><td>${size}</td></tr>`;
  const { kind, dockets } = await read(`<html><body><form name="dktEntry"><table border=0 cellpadding=5>
<tr><th colspan=5>2 Documents are attached to this filing</th></tr>
${row(1, '00107515221', 'MOTION for stay', 3, '120 KB')}${row(2, '00107515222', 'Exhibit A', 10, '1.5 MB')}
<tr><td colspan=5><input type=button value="View Selected"> Total: 0</td></tr></table></form></body></html>`);
  expect(kind).toBe('attachment_page');
  expect(dockets[0]!.header).toMatchObject({ court: 'ca1', courtCaseId: '40001' });
  expect(
    dockets[0]!.entries.map((e) => [
      e.attachment,
      e.text || e.shortText,
      e.documentId,
      e.pageCount,
      e.sizeBytes,
    ]),
  ).toEqual([
    [null, 'MOTION for stay', '00107515221', 3, 122_880],
    [1, 'Exhibit A', '00107515222', 10, 1_572_864],
  ]);
});
