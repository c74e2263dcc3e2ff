import { expect, test } from 'vitest';
import { orderText } from './order-text.ts';
import { readingOrder } from './reading-order.ts';
import type { Placed } from './rows.ts';

const run = (text: string, x: number, y: number, angle = 0): Placed => ({
  text,
  rect: { x, y, width: text.length * 5, height: 10 },
  angle,
});
const textsInOrder = (runs: readonly Placed[]) => readingOrder(runs).map((at) => runs[at]!.text);

const prose = (name: string, count: number) =>
  Array.from({ length: count }, (_, line) => `${name}${line} the host suspended the account`);

/** Two columns of prose under a heading, as rows that run over both: how some programs write them. */
function rowByRow(lines: number): Placed[] {
  const [left, right] = [prose('left', lines), prose('right', lines)];
  return [
    run('A heading over both of the columns of this page', 60, 40),
    ...left.flatMap((text, at) => [run(right[at]!, 320, 80 + at * 14), run(text, 60, 80 + at * 14)]),
  ];
}

test('columns that are written row by row are read one after the other, under their heading', () => {
  expect(textsInOrder(rowByRow(12))).toEqual([
    'A heading over both of the columns of this page',
    ...prose('left', 12),
    ...prose('right', 12),
  ]);
});

test('a form whose fields are written before its labels is read from the top, row by row', () => {
  const rows = Array.from({ length: 10 }, (_, row) => 60 + row * 20);
  const values = rows.map((y, row) => run(`value ${row}`, 300, y));
  const labels = rows.map((y, row) => run(`Label ${row}`, 60, y)).toReversed();
  expect(textsInOrder([...values, ...labels])).toEqual(
    rows.flatMap((_y, row) => [`Label ${row}`, `value ${row}`]),
  );
});

test('what a page writes in order stays so: columns, and a caption of two halves', () => {
  const columns = [
    ...prose('left', 8).map((text, at) => run(text, 60, 80 + at * 14)),
    ...prose('right', 8).map((text, at) => run(text, 320, 80 + at * 14)),
  ];
  expect(readingOrder(columns)).toEqual(columns.map((_run, at) => at));
  const caption = [
    ...['FAIRWATER LLC,', 'Plaintiff,', 'v.', 'NORTHGATE HOSTING, INC.'].map((text, at) =>
      run(text, 60, 80 + at * 14),
    ),
    ...['Case No. 2:21-cv-00031', 'MOTION FOR A TEMPORARY', 'RESTRAINING ORDER'].map((text, at) =>
      run(text, 320, 80 + at * 14),
    ),
  ];
  expect(readingOrder(caption)).toEqual(caption.map((_run, at) => at));
});

test('text askew comes last, and text from right to left keeps the order it was written in', () => {
  const turned = [run('RECEIVED', 20, 400, 90), ...rowByRow(12)];
  expect(textsInOrder(turned).at(-1)).toBe('RECEIVED');
  const hebrew = rowByRow(12).map((each) => ({ ...each, text: `\u05d0 ${each.text}` }));
  expect(readingOrder(hebrew)).toEqual(hebrew.map((_run, at) => at));
});

test('every run is read once, its letters with it, and lines end where the eye leaves them', () => {
  const runs = rowByRow(12);
  const glyphs = runs.flatMap(({ text, rect }) => [
    ...Array.from(text, (letter, at) => ({
      text: letter,
      rect: { x: rect.x + at * 5, y: rect.y, width: 5, height: 10 },
      origin: { x: rect.x + at * 5, y: rect.y + 8 },
      hand: { angle: 0, fontSize: 10, along: { x: 1, y: 0 }, object: 1 },
    })),
    { text: '\n', rect: null },
  ]);
  let start = 0;
  const text = orderText({
    glyphs,
    runs: runs.map((each) => {
      const from = start;
      start += each.text.length + 1;
      return { ...each, fontSize: 10, isLineEnd: true, start: from, end: start - 1 };
    }),
  });
  const read = text.glyphs.map((glyph) => glyph.text).join('');
  expect(read.trimEnd().split('\n')).toEqual(textsInOrder(runs));
  for (const { start: from, end, text: own } of text.runs)
    expect(
      text.glyphs
        .slice(from, end)
        .map((glyph) => glyph.text)
        .join(''),
    ).toBe(own);
});
