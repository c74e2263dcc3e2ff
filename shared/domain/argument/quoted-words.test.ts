import { expect, test } from 'vitest';
import { piecesOf, quotedWords } from './quoted-words.ts';

const page = `We gave thirty days notice before we stopped the ser-
vice. I know of 1300 posts; the therapist did not receive any.`;
const { isThere, look } = quotedWords(page);
const none = { prefix: '', suffix: '' };

test.each([
  'thirty days notice',
  'THIRTY  DAYS\nnotice',
  'stopped the service.',
  'We gave thirty … the service',
  'gave thirty . . . 1300 posts',
  'I know of […] posts',
])('“%s” stands on the page', (quote) => expect(look(quote, none)).toEqual({ state: 'there' }));

test.each(['30', 'no', 'the rapist', 'ice bef', 'the service … thirty', '130'])(
  '“%s” does not: words are whole, and in their order',
  (quote) => expect(isThere(quote)).toBe(false),
);

test.each([
  ['We gave ninety days notice', 'We gave thirty days notice'],
  ['the therapist did receive any', 'therapist did not receive any'],
])('“%s” is told as different, with what the page reads', (quote, reads) => {
  const found = look(quote, none);
  expect(found).toMatchObject({ state: 'differs' });
  expect(found.state === 'differs' && found.text).toContain(reads);
});

test('numbers of lines of pleading paper are passed over', () => {
  const lines = ['It is', 'closed on', 'Sundays', ...Array<string>(8).fill('x')].map(
    (line, at) => `${at + 1} ${line}`,
  );
  const paper = quotedWords(lines.join('\n'));
  expect([paper.isThere('closed on Sundays'), paper.isThere('closed on 3 Sundays')]).toEqual([true, true]);
  expect(paper.look('closed at Sundays', none)).toEqual({ state: 'differs', text: 'closed on Sundays' });
});

test('“12” is not “1-2”', () => {
  const { isThere: isOnPage } = quotedWords('A ratio of 1-2 in § 4-\n5.');
  expect(['of 12', 'of 1-2', '§ 4-5', '§ 45'].map(isOnPage)).toEqual([false, true, true, false]);
});

test('what is nowhere on the page is absent', () => {
  expect(look('the account was closed on Sunday', none)).toEqual({ state: 'absent' });
});

test('a quotation without letters has nothing that could stand anywhere', () => {
  expect([piecesOf(' – '), piecesOf('…'), piecesOf('a … b')]).toEqual([[], [], ['a ', ' b']]);
});
