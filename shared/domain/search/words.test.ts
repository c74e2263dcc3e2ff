import { expect, test } from 'vitest';
import { foldedLine, foldedParts } from './words.ts';

test.each([
  ['Résumé of ÅNGSTRÖM', 'RESUME'],
  ['Η ΑΓΩΓΉ ΤΗΣ ΕΛΈΝΗΣ', 'ελενης'],
  ['Ελένης', 'ΕΛΈΝΗΣ'],
  ['Straße 9', 'STRASSE'],
  ['the \uFB01ling', 'filing'],
  ['İZMİR', 'izmir'],
  ['co\u00adoperate', 'cooperate'],
  ['임대차계약서를', '계약서'],
  ['임대차 계약서', '차계약'],
  ['계약서 notice', '서 NOTICE'],
  ['2024년 계약', '2024'],
  ['ok 👍🏽', '👍'],
])('a line such as %s holds %s', (line, sought) => {
  expect(foldedLine(line)).toContain(foldedLine(sought));
});

test.each([
  ['계약서', '약계'],
  ['résumé', 'résumés'],
  ['한글', '하'],
])('a line such as %s does not hold %s', (line, sought) => {
  expect(foldedLine(line)).not.toContain(foldedLine(sought));
});

test('what is typed to narrow a list falls into parts at its spaces only', () => {
  expect(foldedParts('  Ñandú  계약 \u200b AT&T ')).toEqual(['nandu', ' 계 약 ', 'at&t']);
});
