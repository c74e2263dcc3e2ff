import { expect, test } from 'vitest';
import { quotedWords } from './quoted-words.ts';

const start =
  'ORDER granting 12 Motion for extension of time to respond to the complaint and to the motion for a preliminary injunction: ';

test.each([
  ['All deadlines are STAYED. ', '“All deadlines are STAYED”'],
  [
    `${start}response due by January 19, 2027, reply by January 26, 2027`,
    /^“ORDER granting .* (?:January|by|due|\d+) …”$/,
  ],
  [`${'x'.repeat(400)}`, /^“x+ …”$/],
])('%s is quoted in whole words, and what is left out is shown', (words, quoted) => {
  expect(quotedWords(words)).toMatch(quoted);
});

test('no date is cut in two, wherever the line ends', () => {
  for (let length = 1; length < 130; length += 1) {
    const quoted = quotedWords(
      `${'a '.repeat(length)}January 19, 2027 and so on, as was ordered before ${'b '.repeat(60)}`,
    );
    expect(quoted).not.toMatch(/January 1 …|January 19, 20?2? …/);
    expect(quoted).toMatch(/ …”$/);
  }
});
