import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, elementsNamed, linesOf, rowsOf, textOf, titleOf } from './html-text.ts';
import { decodePage, parseHtml } from './html.ts';

/** Texts of the cells of the first table of a page, row by row. */
function cellTexts(html: string): string[][] {
  const table = elementsNamed(parseHtml(html), 'table')[0]!;
  return rowsOf(table).map((row) => cellsOf(row).map((cell) => textOf(cell)));
}

describe('a page is decoded', () => {
  const bytes = (...parts: readonly (string | number)[]) =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'number' ? part : [...new TextEncoder().encode(part)])),
    );

  test('as UTF-8 where it is, even if the page declares another encoding', () => {
    expect(decodePage(bytes('<meta charset=iso-8859-1>Peña'))).toContain('Peña');
  });
  test('as Windows-1252 where it is not valid UTF-8', () => {
    expect(decodePage(bytes('the court', 0x92, 's order'))).toBe('the court’s order');
  });
  test.each([
    ['is cut within a letter', bytes('Núñez v. Peña, José', 0xc3)],
    ['holds a byte of another encoding', bytes('Núñez v. ', 0xe9, ' Peña')],
  ])('as UTF-8 where it %s, and the rest is whole', (_how, page) => {
    expect(decodePage(page)).toMatch(/^Núñez v\. .*Peña/);
  });
  test('by its byte-order mark', () => {
    expect(decodePage(bytes(0xff, 0xfe, 0x41, 0, 0xe9, 0))).toBe('Aé');
    expect(decodePage(bytes(0xef, 0xbb, 0xbf, 'A'))).toBe('A');
  });
});

describe('rows and cells', () => {
  const rows = [
    ['1', 'Complaint'],
    ['2', 'Answer'],
  ];
  test.each([
    ['are closed', '<table><tr><td>1</td><td>Complaint</td></tr><tr><td>2</td><td>Answer</td></tr></table>'],
    ['are left open', '<TABLE><TR><TD>1<TD>Complaint<TR><TD>2<TD>Answer</TABLE>'],
    ['have bold type left open', '<table><tr><td><b>1<td><i>Complaint<tr><td>2<td>Answer'],
    ['stand in a section', '<table><tbody><tr><td>1<td>Complaint</tbody><tbody><tr><td>2<td>Answer</table>'],
    ['have a form across them', '<table><form><tr><td>1<td>Complaint</form><tr><td>2<td>Answer</table>'],
    [
      'have a stray end of a row around them',
      '<table></tr><tr></td><td>1</td><td>Complaint</tr></tr><tr><td>2<td>Answer',
    ],
    ['have no row around them', '<table><td>1<td>Complaint<tr><td>2<td>Answer</table>'],
    ['are in inline tags', '<table><tr><font><td>1</font></td><td>Complaint</td><tr><td>2<td>Answer'],
  ])('are found where they %s', (_, html) => {
    expect(cellTexts(html)).toEqual(rows);
  });

  test('of a table inside a cell stay inside it', () => {
    const html = '<table><tr><td>a<table><tr><td>inner</td></tr></table></td><td>b</td></tr></table>';
    expect(cellTexts(html)).toEqual([['a inner', 'b']]);
  });
  test('of a table that begins between rows are a table of their own', () => {
    const tables = elementsNamed(parseHtml('<table><tr><td>a</td><table><tr><td>b</table>'), 'table');
    expect(tables.map((table) => textOf(table))).toEqual(['a', 'b']);
  });
});

describe('text', () => {
  test('is folded as a browser shows it', () => {
    const html =
      '<td>\n MOTION&nbsp;&nbsp;for  <b>T</b>RO<script>x()</script><!-- no -->re <a>5</a>,<br>filed\u00a0by A&amp;B</td>';
    expect(textOf(parseHtml(html))).toBe('MOTION for TROre 5, filed by A&B');
  });
  test('is broken into lines at breaks and blocks only', () => {
    const html = '<td><b>Fairwater\n LLC</b>\n<br>\n a Delaware\ncompany<div>x</div>y<p></p></td>';
    expect(linesOf(parseHtml(html))).toEqual(['Fairwater LLC', 'a Delaware company', 'x', 'y']);
  });
  test('of the title is the page’s own', () => {
    expect(titleOf(parseHtml('<html><head><title>CM/ECF &amp;\n nvd</title></head>'))).toBe('CM/ECF & nvd');
  });
  test('leaves out what the page lets the reader choose from', () => {
    expect(textOf(parseHtml('<p>a <select><option>one<option>two</select> b</p>'))).toBe('a b');
  });
});

test.each([
  '<pre>1 a\n2 b</pre>',
  '<div style="white-space: pre-wrap"><b>1 a</b>\r\n2 b</div>',
  '<p>1 a<br>2\n b</p>',
])('lines are those that a browser shows: %j', (html) => {
  expect(linesOf(parseHtml(html))).toEqual(['1 a', '2 b']);
});

test('any nesting is read, however deep, with all its text', () => {
  const deep = `${'<div><b>'.repeat(100_000)}end${'</p></i>'.repeat(100_000)}`;
  expect(textOf(parseHtml(deep))).toBe('end');
  const tables = `${'<table><tr><td>'.repeat(20_000)}end`;
  expect(textOf(parseHtml(tables))).toBe('end');
});

test('no sequence of tags makes it fail or lose text', () => {
  const tag = fc.constantFrom(
    ...'table tr td th tbody form a p b font div li center'
      .split(' ')
      .flatMap((name) => [`<${name}>`, `</${name}>`]),
    '<br>',
    '<hr>',
  );
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 60 }), (tags) => {
      const html = tags.map((each, i) => `${each} w${i} `).join('');
      expect(textOf(parseHtml(html))).toBe(tags.map((_, i) => `w${i}`).join(' '));
    }),
  );
});
