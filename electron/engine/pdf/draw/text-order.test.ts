import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPrintedOrder } from './text-order.ts';

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
])('“%s” is printed as “%s”', (line, expected) => {
  expect(printed(line)).toBe(expected);
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
