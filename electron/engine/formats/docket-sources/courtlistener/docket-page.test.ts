import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const read = (html: string) => readDocketSource(new TextEncoder().encode(html), 'page.html');
const buy = '<a href="https://ecf.nysd.uscourts.gov/doc1/12715000001?caseid=98765">Buy on PACER ($1.20)</a>';

/** Rows of `div`, words broken by soft hyphens. */
const older = `<title>Fairwater LLC v. Northgate, 1:27-cv-00031 – CourtListener.com</title>
<h1 data-id="5">Fairwater LLC <span>v.</span> Northgate Hosting, Inc. (1:27-cv-00031)</h1>
<h2>District Court, S.D. New York</h2>
<p class="bottom"><span class="meta-data-header">Assigned To:</span> <span class="meta-data-value"><a href="/p/">Ana Prado</a></span></p>
<p class="bottom"><span class="meta-data-header">Date Filed:</span> <span class="meta-data-value">Jan. 4, 2027</span></p>
<div class="fake-table" id="docket-entry-table">
<div class="row bold"><div><p>Document Number</p></div><div>Date&nbsp;Filed</div><div>Description</div></div>
<div class="row odd" id="entry-1"><div><p>1</p></div><div><p>Jan 4, 2027</p></div>
<div><p>COMPLAINT against Northgate Hosting, Inc., filed by Fairwater LLC. (Attachments: # 1 Exhibit A)</p>
<div class="row recap-documents"><div><p><a href="/docket/5/1/">Main Doc<span>&shy;ument</span></a></p></div><div><p>Complaint</p></div><div>${buy}</div></div>
<div class="row recap-documents"><div><p>Att<span>ach&shy;ment</span>&nbsp;1</p></div><div><p>Exhibit A</p></div></div></div>
<div><a href="#entry-1"></a></div></div>
<div class="row even" id="minute-entry-7"><div><p></p></div><div><p><em class="gray">Unknown</em></p></div><div><p>NOTICE of Hearing</p></div></div>
</div>`;

/** A list with terms and descriptions. */
const newer = `<title>Fairwater LLC v. Northgate, 1:27-cv-00031 – CourtListener.com</title>
<hgroup><h1><span>Fairwater LLC v. Northgate Hosting, Inc.</span> (<span>1:27-cv-00031</span>)</h1><p>District Court, S.D. New York</p></hgroup>
<dl><div><dt>Assigned To</dt><dd><a href="/p/">Ana Prado</a></dd></div><div><dt>Date Filed</dt><dd>Jan. 4, 2027</dd></div></dl>
<ol aria-label="Docket entries">
<li id="entry-1"><div><dl><div><dt>Document Number</dt><dd> 1 </dd></div><div><dt>Date Filed</dt><dd><span>Jan 4, 2027</span></dd></div>
<div><dt>Description</dt><dd><p>COMPLAINT against Northgate Hosting, Inc., filed by Fairwater LLC. (Attachments: # 1 Exhibit A)</p></dd></div></dl></div>
<ul aria-label="Documents for this entry">
<li><div><a href="/docket/5/1/">Main Document</a><p>Complaint</p></div><p>Complaint</p><div>${buy}</div></li>
<li><div><span>Attachment 1</span><p>Exhibit A</p></div><p>Exhibit A</p></li></ul></li>
<li id="minute-entry-7"><dl><div><dt>Document Number</dt><dd></dd></div><div><dt>Date Filed</dt><dd></dd></div><div><dt>Description</dt><dd><p>NOTICE of Hearing</p></dd></div></dl></li>
</ol>`;

test.each([
  ['older', older],
  ['newer', newer],
])('a docket page of the RECAP archive in its %s dress', async (_dress, html) => {
  const { kind, dockets, warnings } = await read(html);
  expect(kind).toBe('archive_xml');
  expect(dockets).toMatchObject([
    {
      isComplete: false,
      header: {
        court: 'nysd',
        courtCaseId: '98765',
        number: '1:27-cv-00031',
        title: 'Fairwater LLC v. Northgate Hosting, Inc.',
        judge: 'Ana Prado',
        filedOn: '2027-01-04',
      },
    },
  ]);
  expect(
    dockets[0]!.entries.map((e) => [
      e.number,
      e.attachment,
      e.filedOn,
      e.documentId,
      e.shortText,
      e.text.slice(0, 17),
    ]),
  ).toEqual([
    [1, null, '2027-01-04', '12705000001', 'Complaint', 'COMPLAINT against'],
    [1, 1, '2027-01-04', null, '', 'Exhibit A'],
    [null, null, null, null, '', 'NOTICE of Hearing'],
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'The filing date of an entry could not be read. Check the text as printed.',
  ]);
});

test('without links to the court its code comes from its shortened name', async () => {
  const { dockets } = await read(older.replace(buy, ''));
  expect(dockets[0]!.header.court).toBe('nysd');
});
