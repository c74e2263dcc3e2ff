import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecords, readTablePart, tableFormOf } from './csv-part.ts';

test.each([
  [
    'plain values',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quotation marks, delimiters and line ends in values',
    '"a ""x""","b,\nc"\r\n1,2',
    [
      ['a "x"', 'b,\nc'],
      ['1', '2'],
    ],
  ],
  [
    'empty values, and lines with nothing',
    ',b\n\n1,',
    [
      ['', 'b'],
      ['1', ''],
    ],
  ],
  ['a quotation mark inside a value', '5" pipe,2', [['5" pipe', '2']]],
])('%s', (_name, text, records) => {
  expect(readRecords(text, ',').records).toEqual(records);
});

test.each([
  ['a\tb\n1\t2\n', '\t'],
  ['a;b\n1,5;2\n', ';'],
  ['a,b\n1,2\n', ','],
])('%j is a table parted by %j', (text, delimiter) => {
  expect(tableFormOf(text)?.delimiter).toBe(delimiter);
});

test.each(['', 'only words', 'A letter, with commas\nin every sentence\nand, more, or fewer, of them\nhere'])(
  '%j is no table',
  (text) => {
    expect(tableFormOf(text)).toBeNull();
  },
);

const form = { delimiter: ',' as const, header: ['author', 'post'], widths: [6, 6] };

test('the header is no row of the first part', () => {
  expect(readTablePart('author,post\nann,hello\n', form, 1)).toEqual({
    rows: [['ann', 'hello']],
    isContinued: false,
  });
});

test('a part that begins inside a quoted value is read from there', () => {
  const text = 'the rest, of it\nand more"\nbob,"two"\ncy,"three, and"\n';
  expect(readTablePart(text, form, 2)).toEqual({
    rows: [['the rest, of it\nand more'], ['bob', 'two'], ['cy', 'three, and']],
    isContinued: true,
  });
});

test('a part that begins between two records is read as it stands', () => {
  expect(readTablePart('bob,two\ncy,three\n', form, 2)).toEqual({
    rows: [
      ['bob', 'two'],
      ['cy', 'three'],
    ],
    isContinued: false,
  });
});

test('what is written by the rules is read back', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), (rows) => {
      const text = rows
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(readRecords(text, ',').records).toEqual(rows);
    }),
  );
});
