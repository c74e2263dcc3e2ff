import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOneDirection, inPrintedOrder } from './text-order.ts';

/** The line as printed: parts that run from right to left have their characters reversed. */
const printed = (line: string) =>
  inPrintedOrder(line)
    .map(({ text, isRightToLeft }) => (isRightToLeft ? [...text].toReversed().join('') : text))
    .join('');

test.each([
  ['Exhibit A (2026)', 'Exhibit A (2026)'],
  ['אבג', 'גבא'],
  ['Title אבג and more', 'Title גבא and more'],
  ['אבג Fairwater LLC דה', 'הד Fairwater LLC גבא'],
  ['אבג (2026) דה', 'הד (2026) גבא'],
  ['אבג (דה)', '(הד) גבא'],
  ['see (אב גד) there', 'see (דג בא) there'],
  ['אבג 10-12', '10-12 גבא'],
  ['אבג 3.20', '3.20 גבא'],
  ['אב 5% גד', 'דג 5% בא'],
  ['ابج 44/2026', '44/2026 جبا'],
  ['A אב 12 גד', 'A דג 12 בא'],
  ['Exhibit A אב (גד)', 'Exhibit A (דג) בא'],
  ['אב (draft) גד A [x]', 'A [x] דג (draft) בא'],
  ['אב (A', 'A) בא'],
  ['Exhibit دا؟ and دا، بج', 'Exhibit ؟اد and جب ،اد'],
  ['٪5 دا', 'اد ٪5'],
  ['(2) $5, ١٢', '(2) $5, ١٢'],
  ['\u200fA, אב', 'בא ,A'],
  ['\u200eאב, A', 'בא, A'],
])('“%s” is printed as “%s”', (line, expected) => {
  expect(printed(line)).toBe(expected);
});

test('a line that goes on runs as its text does, whatever letter it begins with', () => {
  const lines = ['Letter of', 'אב, Counsel', 'to B'];
  expect(inOneDirection(lines).map(printed)).toEqual(['Letter of', 'בא, Counsel', 'to B']);
  expect(inOneDirection(['12', 'אב', 'A & B.']).map(printed)).toEqual(['12', 'בא', '.A & B']);
});

test('a line without words from right to left stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][ -~]{0,40}$/), (line) => {
      expect(printed(line)).toBe(line);
    }),
  );
});

test('no character is lost or added, whatever the line', () => {
  const letters = fc.constantFrom(...'ab אבجد12(),-%. ');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (characters) => {
      const plain = (text: string) => [...text.replaceAll(')', '(')].toSorted().join('');
      expect(plain(printed(characters.join('')))).toBe(plain(characters.join('')));
    }),
  );
});
