import { describe, expect, test } from 'vitest';
import { readPage } from '../court-pages/pages.ts';

const link = (id: number, words: string) =>
  `<a href="https://ecf.hid.uscourts.gov/doc1/0611234560${id}">${words}</a>`;
const rows = [
  ['01/06/2027', link(1, '1'), `COMPLAINT. (Attachments: # ${link(2, '1')} Exhibit A) (Entered: 01/07/2027)`],
  ['01/07/2027', '', 'Minute entry: hearing held.'],
  ['01/07/2027', '', 'Minute entry: hearing held.'],
  ['01/08/2027', link(3, '2'), 'ORDER granting 1 Motion'],
] as const;
const heading =
  '<h3>U.S. District Court<br>District of Hawaii<br>CIVIL DOCKET FOR CASE #: 1:27-cv-00077-ABC</h3>';
const named = ['Date Filed', '#', 'Docket Text'];
const cells = (each: readonly string[]) => each.map((cell) => `<div><span>${cell}</span></div>`).join('');
const line = (each: readonly string[]) => `<div class="row"><div>${cells(each)}</div></div>`;

const expected = [
  [1, null, '2027-01-06', '06102345601'],
  [1, 1, '2027-01-06', '06102345602'],
  [null, null, '2027-01-07', null],
  [null, null, '2027-01-07', null],
  [2, null, '2027-01-08', '06102345603'],
];
const read = (body: string) => readPage(`<html><body>${body}</body></html>`, 'docket.html');
const listed = (source: ReturnType<typeof read>) =>
  source.dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn, e.documentId]);

describe('a docket that a page shows without a table', () => {
  test('in rows of div, with a court’s heading above', () => {
    const head = `<div>${cells(['Fairwater LLC v. Northgate', 'Date Filed: 01/06/2027'])}</div><div>${cells(['Assigned to: Judge Ada Bell', 'Cause: 28:1332'])}</div>`;
    const source = read(`${heading}<div>${head}</div><div>${line(named)}${rows.map(line).join('')}</div>`);
    expect(listed(source)).toEqual(expected);
    expect(source.warnings).toEqual([]);
    expect(source.dockets[0]).toMatchObject({
      header: {
        court: 'hid',
        number: '1:27-cv-00077-ABC',
        title: 'Fairwater LLC v. Northgate',
        judge: 'Judge Ada Bell',
        filedOn: '2027-01-06',
      },
      isComplete: false,
    });
  });

  test('in a list, the number first, with buttons, in groups; the case is named in the title of the page', () => {
    const item = ([date, number, text]: readonly string[]) =>
      `<li><b>${number}</b> <time>${date}</time> <button>Get</button> <p>${text}</p></li>`;
    const list = (some: typeof rows | readonly (readonly string[])[]) =>
      `<ul>${some.map(item).join('')}</ul>`;
    const source = read(
      `<title>Fairwater v. Northgate, 1:27-cv-00077</title><nav>Home</nav><h1>Fairwater LLC v. Northgate</h1><p>District Court, D. Hawaii</p><p>Assigned to: Judge Ada Bell</p>${list(rows.slice(0, 3))}${list([...rows.slice(3), ['01/09/2027', '3', 'NOTICE of appeal']])}`,
    );
    expect(listed(source)).toEqual([...expected, [3, null, '2027-01-09', null]]);
    expect(source.dockets[0]!.header).toMatchObject({
      court: 'hid',
      number: '1:27-cv-00077',
      title: 'Fairwater LLC v. Northgate',
      judge: 'Judge Ada Bell',
    });
    const bare = read(`<nav>Home</nav><p>1:27-cv-00077</p>${list(rows)}`);
    expect(bare.dockets[0]!.header).toMatchObject({ number: '1:27-cv-00077', title: '' });
  });

  test('in a table, with the case named above it and no heading of a court’s', () => {
    const row = (each: readonly string[]) => `<tr>${each.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const source = read(
      `<nav>Home</nav><h1>Fairwater LLC v. Northgate</h1><p>District Court, D. Hawaii</p><p>No. 27-cv-00077-ABC</p><p>Judge: Judge Ada Bell</p><table>${row(named)}${rows.map(row).join('')}</table>`,
    );
    expect(source.warnings).toEqual([]);
    expect(listed(source)).toEqual(expected);
    expect(source.dockets[0]!.header).toMatchObject({
      court: 'hid',
      number: '27-cv-00077-ABC',
      title: 'Fairwater LLC v. Northgate',
      judge: 'Judge Ada Bell',
    });
  });

  test('a row that cannot be read is told', () => {
    const source = read(
      `${heading}<div>${rows.map(line).join('')}${line(['soon', '9', 'ORDER of a day not said'])}</div>`,
    );
    expect(source.warnings.map(({ raw }) => raw)).toContain('soon 9 ORDER of a day not said');
  });

  test('in paragraphs, a cell each, as browsers show a page for reading', () => {
    const paragraphs = [...named, ...rows.flat().filter((cell) => cell !== '')];
    const source = read(
      `${heading}<p>Fairwater LLC v. Northgate</p>${paragraphs.map((each) => `<p>${each}</p>`).join('')}`,
    );
    expect(source.dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn])).toEqual(
      expected.filter(([, attachment]) => attachment === null).map((each) => each.slice(0, 3)),
    );
    expect(source.dockets[0]!.header.number).toBe('1:27-cv-00077-ABC');
  });

  test('is not seen in other lists with dates', () => {
    const news = `<div>${line(['01/06/2027', '4', 'Comments on the weather'])}${line(['01/07/2027', '5', 'Comments on the tide'])}</div>`;
    expect(() => read(news)).toThrow(/not a docket sheet/);
    expect(() => read(`<p>1:27-cv-00077</p><div>${rows.slice(1, 3).map(line).join('')}</div>`)).toThrow();
  });
});
