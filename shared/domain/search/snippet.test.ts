import { stemmer } from 'stemmer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSnippet, type Sought } from './snippet.ts';
import { editDistance } from './spelling.ts';
import { stemKey } from './stem-key.ts';

const words = (...sought: string[]): Sought[] =>
  sought.map((phrase) => {
    const parts = phrase.split(' ');
    return { head: parts.slice(0, -1), lasts: new Set(parts.slice(-1)), prefix: null };
  });
const show = (text: string, sought: Sought[]) =>
  makeSnippet(text, sought)
    .parts.map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('');

test('words and phrases are marked as they stand in the text', () => {
  expect(show('The Service was Suspended on notice.', words('suspended', 'on notice'))).toBe(
    'The Service was [Suspended] [on notice].',
  );
});

test('ligatures, accents and words over a line end are marked whole', () => {
  expect(
    show('Her r\u00e9sum\u00e9: \uFB01ling and termi-\nnation', words('resume', 'filing', 'termination')),
  ).toBe('Her [r\u00e9sum\u00e9]: [\uFB01ling] and [termi- nation]');
  expect(show('a well-\nknown fact', words('well known'))).toBe('a [well- known] fact');
  expect(show('a well-\nknown fact', words('wellknown'))).toBe('a [well- known] fact');
});

test('a part of a word is not marked, unless a beginning was asked for', () => {
  expect(show('the other', words('the'))).toBe('[the] other');
  expect(show('they said the thing', [{ head: [], lasts: new Set(), prefix: 'the' }])).toBe(
    '[they] said [the] thing',
  );
});

test('the part shown is the one with the most of the different words', () => {
  const filler = 'lorem ipsum dolor sit amet '.repeat(30);
  const text = `notice ${filler} the notice of suspension came ${filler} notice`;
  const shown = show(text, words('notice', 'suspension'));
  expect(shown).toContain('[notice] of [suspension]');
  expect(shown.startsWith('… ')).toBe(true);
  expect(shown.endsWith(' …')).toBe(true);
  expect(shown.length).toBeLessThan(300);
});

test('a text without the words shows its beginning', () => {
  expect(show('Fairwater LLC v. Northgate Hosting, Inc.', words('absent'))).toBe(
    'Fairwater LLC v. Northgate Hosting, Inc.',
  );
});

test('marks of any text lie in it, in order, and the parts put together are the part shown', () => {
  const texts = fc
    .array(
      fc.constantFrom(
        'stay',
        'Stay',
        's',
        '\uFB01ne',
        ' ',
        '-\n',
        '\n',
        'e\u0301',
        '😀',
        'x'.repeat(50),
        '\u00ad',
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const { parts, marked } = makeSnippet(text, words('stay', 'fine stay'));
      const clean = (value: string) => value.replaceAll(/[\s…\u0000-\u001f]+/g, '');
      expect(clean(text)).toContain(clean(parts.map((part) => part.text).join('')));
      for (const mark of marked) expect(text).toContain(mark);
    }),
  );
});

test.each([
  ['injuction', 'injunction', 1],
  ['recieve', 'receive', 1],
  ['harm', 'harm', 0],
  ['harm', 'farmer', 3],
  ['a', 'abcdef', 3],
])('%s and %s are %i edits apart, at most 2 being counted', (one, other, edits) => {
  expect(editDistance(one, other, 2)).toBe(edits);
});

test.each([
  ['suspend', 'suspension'],
  ['suspended', 'suspensions'],
  ['terminate', 'termination'],
  ['admit', 'admission'],
  ['decide', 'decisions'],
  ['filing', 'filed'],
])('%s and %s have one stem', (one, other) => {
  expect(stemKey(one, stemmer)).toBe(stemKey(other, stemmer));
});

test.each([
  ['sense', 'send'],
  ['pens', 'pend'],
  ['miss', 'mit'],
])('%s and %s do not', (one, other) => {
  expect(stemKey(one, stemmer)).not.toBe(stemKey(other, stemmer));
});
