import { expect, it } from 'vitest';
import { bytesFinder } from './bytes-finder.ts';

const find = bytesFinder(['Jane Whittaker', 'יעל כהן', 'Анна Петрова', 'Müller', 'Gonçalves Pereira'], 7);

it.each<[string, Buffer]>([
  ['letters of one byte', Buffer.from('\x01\xffjane whittaker')],
  ['letters of two bytes', Buffer.from('by Jane Whittaker', 'utf16le')],
  ['accented letters, in either way', Buffer.from('Gon\xe7alves Pereira', 'latin1')],
  ['accented letters as UTF-8', Buffer.from('Gonçalves Pereira')],
  ['a word of few plain letters', Buffer.from('M\xfcller', 'latin1')],
  ['another script as UTF-8', Buffer.from('for יעל כהן.')],
  ['another script in two bytes a letter', Buffer.from('יעל כהן', 'utf16le').swap16()],
  ['another script in capitals', Buffer.from('АННА ПЕТРОВА')],
])('%s', (_, bytes) => {
  expect(find(bytes)).toBe(true);
});

it('what has none of the words, though it has bytes of all values', () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * i * 31 + i * 7) & 0xff));
  expect(find(bytes)).toBe(false);
});
