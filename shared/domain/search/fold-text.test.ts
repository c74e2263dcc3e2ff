import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWithSources, indexText } from './fold-text.ts';

test.each([
  ['ligatures', 'the \uFB01ling of the a\uFB03davit, \uFB02at', 'the filing of the affidavit, flat'],
  ['full-width letters and figures', 'ＡＢＣ１２３', 'ABC123'],
  ['soft hyphens', 'termi\u00ADnation', 'termination'],
  ['zero-width characters', 'ter\u200Bmin\uFEFFation\u2060', 'termination'],
  ['curly quotes', '“don’t”', '"don\'t"'],
  ['a word parted at a line end', 'termi-\nnation', 'termination'],
  ['a word parted at an indented line end', 'termi- \r\n   nation', 'termination'],
  [
    'a word parted by the mark PDFium makes of a hyphen',
    'termi\u0002nation and sus\uFFFE\npension',
    'termination and suspension',
  ],
  ['a double name at a line end', 'Fair-\nWater', 'Fair-\nWater'],
  ['figures at a line end', 'a 30-\nday stay', 'a 30-\nday stay'],
  ['a mark of a note beside a word', 'terminated³ without', 'terminated 3 without'],
  ['a trade mark beside a name', 'Northgate™', 'Northgate '],
  ['accents, in one letter or in two', 'r\u00e9sume\u0301 Dvo\u0159\u00e1k', 'resume Dvorak'],
  [
    'letters that are two, or have a stroke',
    'Straße Encyclopædia œuvre Łódź Øre',
    'Strasse Encyclopaedia oeuvre Lodz Ore',
  ],
  ['such letters with an accent', 'Ǽon, s\u00e6\u0301, Ǿ', 'AEon, sae, O'],
  ['letters of scripts without spaces, each by itself', 'No 東京。', 'No  東  京 。'],
  ['white space of other kinds', 'a\u00A0b', 'a b'],
  ['lowered figures', 'H₂O and CO₂', 'H2O and CO2'],
  ['Greek accents and breathings', 'Ἀθῆναι, Σύμβαση, ΐ', 'Αθηναι, συμβαση, ι'],
  ['every form of sigma', 'ΛΟΓΟΣ λόγος λογοσ', 'ΛΟΓΟσ λογοσ λογοσ'],
  ['the Turkish i without a dot, and with one', 'Diyarbakır İstanbul', 'Diyarbakir Istanbul'],
  ['Icelandic letters', 'Guðmundur Þórsson', 'Gudmundur THorsson'],
  ['Arabic vowel marks, stretched words, forms of alef', 'مُحَمَّد كتـــاب أحمد', 'محمد كتاب احمد'],
  ['Arabic letters in their drawn forms', '\uFED9\uFE98\uFE8E\uFE8F', 'كتاب'],
  ['Arabic figures', '٢٠٢١', '2021'],
  ['Hebrew points, with the letter or by themselves', 'שָׁלוֹם \uFB2A', 'שלום ש'],
  ['Russian yo; other marked letters are letters', 'Пётр, Йод, и\u0306', 'Петр, Йод, й'],
  ['Korean, each syllable by itself', '계약서를', ' 계  약  서  를 '],
  ['Korean in parts', '\u1100\u1168', ' 계 '],
  ['Japanese of half width', 'ｶﾞｲ', ' ガ  イ '],
  ['choices of form', '葛\u{E0100}', ' 葛 '],
  ['emoji, each a word of its own', 'ok👍!', 'ok \u{FF44D} !'],
  ['emoji with a tone of skin, joined, or in a frame', '👍🏽 1\uFE0F\u20E3', ' \u{FF44D}  1'],
  ['signs that are shown as emoji', '✔\uFE0F ✔ ™\uFE0F', ' \u{F2714}  ✔  '],
])('%s', (_name, text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('plain text is left alone', () => {
  const text = 'Fairwater LLC v. Northgate Hosting, Inc. - filed on\nJanuary 11';
  expect(foldText(text)).toBe(text);
  expect(indexText(text)).toBe(text);
});

test('a hyphen at a line end is indexed both ways, with the words around it', () => {
  expect(indexText('a well-\nknown fact')).toBe('a wellknown fact \uE000 a well-known fact');
  expect(indexText('by Fair-\nWater again')).toBe('by Fair-\nWater again \uE000 by FairWater again');
});

test('a word with raised figures is indexed both ways', () => {
  expect(indexText('90 m² of it³, m²')).toBe('90 m 2 of it 3, m 2 \uE000 m2 \uE000 it3');
});

test('a row of letters as long as a page is looked through once', () => {
  const row = 'a'.repeat(200_000);
  expect(indexText(`x² ${row}`)).toBe(`x 2 ${row} \uE000 x2`);
});

test('words around a line end are whole', () => {
  const words = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
  const [, other] = indexText(`${words} termi-\nnated ${words}`).split('\uE000');
  for (const word of other!.trim().split(' ')) expect(word).toMatch(/^(word\d+|termi-nated)$/);
});

test('every folded letter knows where it came from', () => {
  const { text, sources } = foldWithSources('a \uFB01x termi-\nnated');
  expect(text).toBe('a fix terminated');
  expect([...sources]).toEqual([0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17]);
});

const odd = fc.array(
  fc.constantFrom(
    'a',
    'B',
    '-',
    '\n',
    '-\n',
    '\u00ad\n',
    '\u0002',
    ' ',
    '\uFB01',
    'é',
    'e\u0301',
    '\u1112\u1161\u11ab',
    '³',
    '’',
    '\u200b',
    '𝔸',
    '👍',
    '\ufe0f',
    '2',
    '₂',
    'Σ',
    'ά',
    '계',
    '½',
    '\ud800',
  ),
  { maxLength: 60 },
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  odd.map((parts) => parts.join('')),
);

test('both foldings agree, and places never run backwards or out of the text', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('likely' as const, 'other' as const), (text, reading) => {
      const { text: folded, sources } = foldWithSources(text, reading);
      expect(folded).toBe(foldText(text, reading));
      expect(sources).toHaveLength(folded.length + 1);
      expect(sources.every((at, i) => at <= text.length && (i === 0 || at >= sources[i - 1]!))).toBe(true);
    }),
  );
});

test('folding twice changes nothing that a search would see', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = (value: string) => value.match(/[\p{L}\p{N}]+/gu);
      const once = foldText(text, 'other');
      expect(words(foldText(once, 'other'))).toEqual(words(once));
    }),
  );
});
