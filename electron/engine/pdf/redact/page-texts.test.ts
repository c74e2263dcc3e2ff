import { expect, it } from 'vitest';
import type { Glyph } from '../reader/text/glyphs.ts';
import type { PageText } from '../reader/text/page-text.ts';
import { downColumns, readingOrders } from './down-columns.ts';
import { glyphText } from './glyph-text.ts';
import { overPageEnd } from './page-texts.ts';
import { overEndFinder } from './wishes.ts';

const text = (words: string) => glyphText(Array.from(words, (sign): Glyph => ({ text: sign, rect: null })));
const find = overEndFinder({ terms: ['Amazonas', 'Jane Roe'], hasIdentifiers: true });

/** What is found of two pages, as it stands on either; once, in however many ways it is read. */
const found = (before: string, after: string) => [
  ...new Set(
    overPageEnd(text(before), text(after), find).map(
      ({ parts: [one, other] }) =>
        `${before.slice(one.start, one.end)}|${after.slice(other.start, other.end)}`,
    ),
  ),
];

it.each([
  // PDFium ends no line after a hyphen that ends one.
  ['a page number after the hyphen', 'of the Ama\u000212', 'zonas river', 'Ama\u0002', 'zonas'],
  [
    'footnotes after it',
    `of the Ama\u0002${Array.from({ length: 9 }, (_, i) => `${i} See Dkt. ${i}.\n`).join('')}`,
    'zonas river',
    'Ama\u0002',
    'zonas',
  ],
  ['the number of a line before it', '28 of Jane\n12', '1 Roe is a nurse', 'Jane', 'Roe'],
  ['the number of a line right before it', '28 of the Ama\u000212', '1zonas river', 'Ama\u0002', 'zonas'],
  ['in a social-security number', 'his is 219-09-\n12', '9999, as he said', '219-09-', '9999'],
  [
    'all numbers of lines before it',
    '28\nof Jane',
    '1\n\n2\n\n3\n\n4\n\n5\n\n6\n\nRoe is a nurse',
    'Jane',
    'Roe',
  ],
])('words that go on over the end of a page are found past %s', (_, before, after, one, other) => {
  expect(found(before, after)).toEqual([`${one}|${other}`]);
});

it('words of lines that do not follow each other are not taken for one', () => {
  expect(found('of Jane is said\n12', 'that Roe is a nurse')).toEqual([]);
  expect(found('Jane Roe\n12', 'Jane Roe')).toEqual([]);
  expect(found('219-09-9999, born 3/14/\n12', '1981, account no. 1234')).toEqual([]);
  expect(found('a total of 219 09\naccount no. 1234', '9999 of them')).toEqual([]);
});

it('words that go on in the next column are found, though both are written row by row', () => {
  const rows = [
    ['It is said', '12 Roe, who is'],
    ['that the one', 'a nurse, came'],
    ['here is Jane', 'home late.'],
  ];
  const glyphs: Glyph[] = [];
  const runs = rows.flatMap((row, y) =>
    row.map((words, column) => {
      const start = glyphs.length;
      glyphs.push(...Array.from(words, (sign): Glyph => ({ text: sign, rect: null })));
      const rect = { x: 72 + 250 * column, y: 100 + 14 * y, width: 150, height: 10 };
      return { rect, fontSize: 10, angle: 0, start, end: glyphs.length };
    }),
  ) as unknown as PageText['runs'];
  const texts = downColumns({ glyphs, runs } as PageText).map((column) => glyphText(column).text);
  expect(texts.flatMap((each) => find(each).map(({ start, end }) => each.slice(start, end)))).toContain(
    'Jane\nRoe',
  );
});

/** A page of lines typed with letters of one width. */
function typed(lines: readonly string[]): PageText {
  const glyphs: Glyph[] = [];
  const runs = lines.map((line, y) => {
    const start = glyphs.length;
    const rectOf = (x: number, width: number) => ({
      x: 72 + 6 * x,
      y: 100 + 14 * y,
      width: 6 * width,
      height: 10,
    });
    glyphs.push(...Array.from(line, (text, x): Glyph => ({ text, rect: rectOf(x, 1) }) as Glyph));
    glyphs.push({ text: '\n', rect: null });
    return { rect: rectOf(0, line.length), fontSize: 10, angle: 0, start, end: start + line.length };
  });
  return { glyphs, runs } as unknown as PageText;
}

it.each<[string, readonly string[]]>([
  ['lines of a transcript', ['11 Q. Did you see Jane', '12 Roe that day?']],
  ['lines of a pleading, their numbers apart from them', ['11    Did you see Jane', '12    Roe that day?']],
  ['lines with their times', ['00:01:12  It was Jane', '00:01:15  Roe that day.']],
  ['lines with times and numbers', ['10:02:15 11  It was Jane', '10:02:17 12  Roe that day.']],
  ['lines with numbers and times', ['11 10:02:15 It was Jane', '12 10:02:17 Roe that day.']],
  ['lines of a quoted message', ['> Did you see Jane', '> Roe that day?']],
  ['cells that spaces part', ['In re Jane      )   Case No. 7', 'Roe, a nurse    )   MOTION']],
])('a name that goes on in the next of %s is found', (_, lines) => {
  const texts = readingOrders(typed(lines)).map((each) => glyphText(each).text);
  const parts = texts.flatMap((each) => find(each).map(({ start, end }) => each.slice(start, end)));
  expect(parts.map((part) => part.replaceAll(/\s+/g, ' '))).toContain('Jane Roe');
});
