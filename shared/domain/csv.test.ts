import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

/** A cell without the quotes that a line end in it needs. */
const cellOf = (text: string) =>
  csvText([[text]])
    .slice(1, -2)
    .replace(/^"(.*)"$/s, '$1');

test('a cell that a spreadsheet would run begins with an apostrophe, whatever white space stands before the formula', () => {
  expect(cellOf('=1+1')).toBe("'=1+1");
  for (const space of ['\t', '\r', '\n', ' ', '\u00a0', '\r\n\t'])
    for (const sign of '=+-@＝＋－＠')
      expect(cellOf(`${space}${sign}cmd()`), JSON.stringify(space + sign)).toBe(`'${space}${sign}cmd()`);
  // One apostrophe more, so that taking one off gives back what there was.
  expect(cellOf("'=1+1")).toBe("''=1+1");
  expect(cellOf("'\t=1+1")).toBe("''\t=1+1");
});

test('what no spreadsheet runs is left as it is', () => {
  for (const text of ['Exhibit A', 'a=b', '3 - 4', "' quoted'", '\tindented', ''])
    expect(cellOf(text)).toBe(text);
});

test('quotes, commas and line ends stay within their cell, and numbers and what is not there are bare', () => {
  expect(csvText([['a "b", c', 'two\nlines', 3, true, null]])).toBe(
    '\ufeff"a ""b"", c","two\nlines",3,true,\r\n',
  );
});
