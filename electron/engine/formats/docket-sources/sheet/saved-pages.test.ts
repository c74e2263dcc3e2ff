import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';
import { sheetPage } from './sheet-fixture.ts';

const read = (page: string | Uint8Array) =>
  readDocketSource(typeof page === 'string' ? new TextEncoder().encode(page) : page, 'page.html');

/** The rows of the table of entries, each as it is changed to. */
const rowsAs = (page: string, change: (row: string, index: number) => string): string =>
  page.replace(/(<table align="center"[^>]*>)([^]*?)(<\/table>)/, (_all, start, rows, end) => {
    let index = -1;
    return `${start}${String(rows).replaceAll(/<tr>[^]*?<\/tr>/g, (row) => change(row, (index += 1)))}${end}`;
  });

const withoutHeading = (page: string): string => rowsAs(page, (row, i) => (i === 0 ? '' : row));
const enteredIn = (row: string): string => /\(Entered: ([\d/]+)\)/.exec(row)![1]!;

/** A page as browsers save it in one file: quoted-printable, with a picture beside it. */
const webArchive = (savedBy: string, page: string): string => {
  const lines = page.replaceAll(/[=\u0080-\uffff]/g, (letter) =>
    [...Buffer.from(letter)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return [
    `From: ${savedBy}`,
    'Subject: CM/ECF - U.S. District Court',
    'Date: Thu, 5 Mar 2026 10:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----parts"',
    '',
    '------parts',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    lines.replaceAll(/[^\n]{70}(?=[^\n])/g, (line) => (/=.?$/.test(line) ? line : `${line}=\n`)),
    '------parts',
    'Content-Type: image/gif',
    'Content-Transfer-Encoding: base64',
    '',
    'R0lGODlhAQABAAAAACw=',
    '------parts--',
    '',
  ].join('\r\n');
};

test.each<[string, (page: string) => string | Uint8Array]>([
  ['with headings as cells', (page) => page.replaceAll(/<(\/?)th\b/g, '<$1td')],
  ['with cells as headings', (page) => page.replaceAll(/<(\/?)td\b/g, '<$1th')],
  ['with the sections browsers add', (page) => page.replaceAll(/<table[^>]*>/g, '$&<tbody>')],
  [
    'with a colon behind each heading',
    (page) => rowsAs(page, (row, i) => (i === 0 ? row.replaceAll(/<\/t([dh])>/g, ' : </t$1>') : row)),
  ],
  [
    'with capitals in each heading',
    (page) =>
      rowsAs(page, (row, i) => (i === 0 ? row.replaceAll(/>[^<]+</g, (name) => name.toUpperCase()) : row)),
  ],
  [
    'with what stands in cells wrapped',
    (page) => page.replaceAll(/<td\b[^>]*>/g, '$&<div><span>').replaceAll('</td>', '</span></div></td>'),
  ],
  [
    'with a column for sizes',
    (page) =>
      rowsAs(page, (row, i) => row.replace('</tr>', i === 0 ? '<th>Size</th></tr>' : '<td>12 KB</td></tr>')),
  ],
  [
    'with a button behind each text and nothing over it',
    (page) => rowsAs(page, (row, i) => (i === 0 ? row : row.replace('</tr>', '<td>Download</td></tr>'))),
  ],
  [
    'with hidden keys to sort by, and signs of footnotes',
    (page) =>
      rowsAs(page, (row, i) =>
        i === 0
          ? row
          : row
              .replace(/<td[^>]*>/, '$&<span style="display: none">20210111</span>')
              .replace(/(<td[^>]*>[^]*?<td[^>]*>)([^]*?)<\/td>/, '$1<i hidden>0007</i>$2<sup>1</sup></td>'),
      ),
  ],
  [
    'with a column to tick in front',
    (page) =>
      rowsAs(page, (row, i) =>
        row.replace('<tr>', i === 0 ? '<tr><th></th>' : '<tr><td><input type="checkbox"></td>'),
      ),
  ],
  [
    'with boxes to tick in front that no heading stands over',
    (page) =>
      rowsAs(page, (row, i) =>
        i === 0 ? row : row.replace('<tr>', '<tr><td><input type="checkbox">&nbsp;</td>'),
      ),
  ],
  ...['<th colspan="2">#</th>', '<th>#</th>', '<th></th><th>#</th>'].map(
    (heading): [string, (page: string) => string] => [
      `with a cell for icons in front of each number, under ${heading}`,
      (page) =>
        rowsAs(page, (row, i) =>
          i === 0 ? row.replace('<th>#</th>', heading) : row.replace('</td>', '</td><td>&nbsp;</td>'),
        ),
    ],
  ),
  [
    'with its table cut in two, the second part without headings',
    (page) => rowsAs(page, (row, i) => (i === 3 ? `</table><p>2 of 2</p><table>${row}` : row)),
  ],
  [
    'with “Filed:” before each date',
    (page) => rowsAs(page, (row) => row.replace(/>(\d\d\/\d\d\/\d{4}<)/, '>Filed: $1')),
  ],
  [
    'with spaces that do not break, and marks of where words may',
    (page) =>
      page.replaceAll(
        />([^<]+)/g,
        (_all, words: string) =>
          `>${words.replaceAll(' ', '\u200b&nbsp;').replaceAll(/([a-z]{3})(?=[a-z]{3})/gi, '$1&shy;')}`,
      ),
  ],
  [
    'with years of two digits',
    (page) => rowsAs(page, (row) => row.replaceAll(/(>\d\d\/\d\d\/)20(\d\d<)/g, '$1$2')),
  ],
  [
    'with other elements for bold and italic type',
    (page) => page.replaceAll(/<(\/?)b>/g, '<$1strong>').replaceAll(/<(\/?)i>/g, '<$1em>'),
  ],
  ...[
    ['font-weight: bold', 'text-decoration-line: underline', 'font-style: oblique'],
    ['font-weight: bolder', 'text-decoration: solid underline black', 'font-style: italic'],
    ['font: 700 10pt/1.2 Arial', 'text-decoration:underline', 'font: italic 10pt Arial'],
  ].map(([bold, underlined, italic]): [string, (page: string) => string] => [
    `with styles for type (${bold}; ${underlined}; ${italic})`,
    (page) =>
      Object.entries({ b: bold, u: underlined, i: italic }).reduce(
        (text, [name, style]) =>
          text.replaceAll(`<${name}>`, `<span style="${style}">`).replaceAll(`</${name}>`, '</span>'),
        page,
      ),
  ]),
  [
    'with other quotation marks in its scripts',
    (page) =>
      page.replaceAll(
        /onclick="([^"]*)"/g,
        (_all, script: string) => `onclick="${script.replaceAll("','", "', '").replaceAll("'", '&quot;')}"`,
      ),
  ],
  ['with scripts that begin otherwise', (page) => page.replaceAll('onclick="goDLS', 'onclick="return goDLS')],
  ['with line feeds of Windows', (page) => page.replaceAll('\n', '\r\n')],
  ['with spaces that do not break', (page) => page.replaceAll('&nbsp;', '\u00a0')],
  ['in a web archive of Chrome', (page) => webArchive('<Saved by Blink>', page)],
  [
    'in a web archive of Internet Explorer',
    (page) => webArchive('"Saved by Windows Internet Explorer 11"', page),
  ],
  ['in UTF-16', (page) => new Uint8Array(Buffer.from(`\ufeff${page}`, 'utf16le'))],
  ['in UTF-16 without its mark', (page) => new Uint8Array(Buffer.from(page, 'utf16le'))],
  ['in UTF-16 of the other order without its mark', (page) => Buffer.from(page, 'utf16le').swap16()],
  [
    'with a heading that does not say it is a docket’s',
    (page) => page.replace('CIVIL DOCKET FOR CASE #:', 'Docket Report<br>Civil Case No.'),
  ],
  ['with “LEAD CASE” behind its number', (page) => page.replace('-QRS</h3>', '-QRS (Lead Case)</h3>')],
  ...['<b>LEAD CASE</b>', '<font color="red">*STAYED*</font>', 'Note: sealed in part'].map(
    (banner): [string, (page: string) => string] => [
      `with “${banner}” above its title`,
      (page) => page.replace('<br>Fairwater LLC v.', `${banner}<br>Fairwater LLC v.`),
    ],
  ),
  ['with its title over two lines', (page) => page.replace('LLC v. North', 'LLC v.<br>North')],
  ['with its title over three lines', (page) => page.replace('LLC v. North', 'LLC<br>v.<br>North')],
  ['with its judge twice, as over each defendant', (page) => page.replace(/Referred to: [^<]+<br>/, '$&$&')],
  [
    'with its numbers in front',
    (page) =>
      rowsAs(page, (row, i) =>
        row
          .replace(/^<tr>(<td[^]*?<\/td>)(<t[dh][^]*?<\/t[dh]>)/, '<tr>$2$1')
          .replace('<th>#</th>', i === 0 ? '<th>Numbers</th>' : '$&'),
      ),
  ],
])('a docket sheet %s reads as it does without', async (_how, change) => {
  const changed = change(sheetPage());
  expect(changed).not.toEqual(sheetPage());
  expect(await read(changed)).toEqual(await read(sheetPage()));
});

test.each<[string, (page: string) => string]>([
  [
    'in another language',
    (page) =>
      page.replace('Date Filed</td><th>#</th>', 'Fecha</td><th>Núm.</th>').replace('Docket Text<', 'Texto<'),
  ],
  ['nowhere', withoutHeading],
  [
    'nowhere, the numbers in front',
    (page) =>
      rowsAs(withoutHeading(page), (row) => row.replace(/^<tr>(<td[^]*?<\/td>)(<td[^]*?<\/td>)/, '<tr>$2$1')),
  ],
  [
    'nowhere, with a column of days of entry behind that of filing',
    (page) => rowsAs(withoutHeading(page), (row) => row.replace('</td>', `</td><td>${enteredIn(row)}</td>`)),
  ],
  [
    'nowhere, with a column of days of entry in front of that of filing',
    (page) => rowsAs(withoutHeading(page), (row) => row.replace('<td', `<td>${enteredIn(row)}</td><td`)),
  ],
])('columns named %s are known by what stands in them, and that is told', async (_how, change) => {
  const { dockets, warnings } = await read(change(sheetPage()));
  expect(dockets).toEqual((await read(sheetPage())).dockets);
  expect(warnings).toMatchObject([{ message: expect.stringContaining('heading of this table') }]);
});

test.each([
  ['all', (row: string) => row.replace(/(<td[^]*?<\/td>)<td[^]*?<\/td>/, '$1')],
  [
    'some',
    (row: string) =>
      `${row.replace(/^<tr>(<td[^]*?<\/td>)(<td[^]*?<\/td>)/, '<tr>$2$1')}</table><table><tr><td>01/20/2021</td><td>ORDER</td></tr></table><table>`,
  ],
])('a docket sheet with %s entries in a form that is not known says so', async (_how, change) => {
  const page = rowsAs(withoutHeading(sheetPage()), change);
  const { dockets, warnings } = await read(page);
  expect(dockets[0]!.entries).toEqual([]);
  expect(warnings).toMatchObject([{ message: expect.stringContaining('entries of the docket') }]);
});

test('a column of its own behind the numbers gives none, however few entries are numbered', async () => {
  const { dockets } = await read(
    `<table><tr><th>Date Filed</th><th>#</th><th>Pages</th><th>Docket Text</th></tr>
    <tr><td>01/05/2027</td><td></td><td>7</td><td>MINUTE ORDER</td></tr></table>`,
  );
  expect(dockets[0]!.entries).toMatchObject([{ number: null, text: 'MINUTE ORDER' }]);
});

test('a day that spans the rows of its entries is that of each', async () => {
  const { dockets, warnings } = await read(
    `<table><tr><th>Date Filed</th><th>#</th><th>Docket Text</th></tr>
    <tr><td rowspan="3">01/05/2027</td><td>1</td><td>COMPLAINT</td></tr><tr><td>1 - 1</td><td>Exhibit A</td></tr>
    <tr><td>2</td><td>MOTION for TRO</td></tr><tr><td>01/06/2027<br>Entered: 01/07/2027</td><td></td><td>NOTICE</td></tr></table>`,
  );
  expect(warnings.filter(({ message }) => /date|number/.test(message))).toEqual([]);
  expect(dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn, e.enteredOn, e.text])).toEqual([
    [1, null, '2027-01-05', null, 'COMPLAINT'],
    [1, 1, '2027-01-05', null, 'Exhibit A'],
    [2, null, '2027-01-05', null, 'MOTION for TRO'],
    [null, null, '2027-01-06', '2027-01-07', 'NOTICE'],
  ]);
});
