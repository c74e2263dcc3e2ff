import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteFinder, type SoughtQuote } from './locate-quote.ts';

const of = (quote: string, more: Partial<SoughtQuote> = {}): SoughtQuote => ({
  quote,
  prefix: '',
  suffix: '',
  hint: null,
  ...more,
});
const locateQuote = (text: string, sought: SoughtQuote) => quoteFinder(text)(sought);
/** The words found, and whether letter by letter. */
function found(text: string, sought: SoughtQuote): [string, boolean] | null {
  const place = locateQuote(text, sought);
  return place && [text.slice(place.start, place.end), place.isExact];
}

test.each<[string, string, string, string | null]>([
  ['as they were', 'paid within thirty days of notice', 'thirty days', 'thirty days'],
  ['over a line’s end', 'paid within thirty\r\n   days of notice', 'thirty days', 'thirty\r\n   days'],
  ['with spaces lost', 'paid within thirtydays of notice', 'thirty days', 'thirtydays'],
  ['parted by a hyphen', 'the account was sus-\npended at once', 'was suspended', 'was sus-\npended'],
  ['parted as PDFium says it', 'the account was sus\u0002pended', 'suspended', 'sus\u0002pended'],
  ['with its hyphen kept in the quote', 'a well-known host', 'well- known', 'well-known'],
  ['with soft hyphens', 'the ac\u00adcount is', 'account', 'ac\u00adcount'],
  ['with a ligature', 'the \uFB01ling of notice', 'filing', '\uFB01ling'],
  ['ending in a ligature', 'the sta\uFB00 left', 'staff', 'sta\uFB00'],
  ['in other case', 'NOTICE OF MOTION', 'Notice of Motion', 'NOTICE OF MOTION'],
  ['with accents of their own', 'the re\u0301sume\u0301 ends', 'résumé', 're\u0301sume\u0301'],
  ['with other quotation marks', 'a “material breach” of', '"material breach"', '“material breach”'],
  ['in letters beyond the first plane', 'see 𝔸𝔹 here', '𝔸𝔹', '𝔸𝔹'],
  ['gone', 'nothing of it is left', 'thirty days', null],
  ['of white space only', 'a b', ' \n', null],
])('finds words %s', (_what, text, quote, wanted) => {
  expect(found(text, of(quote))).toEqual(wanted === null ? null : [wanted, true]);
});

const twice = 'Notice is due in ten days. Payment is due in ten days. An answer is due in ten days.';
test.each<[string, Partial<SoughtQuote>, number]>([
  ['the first, where nothing else tells', {}, 17],
  ['the nearest to the old place', { hint: 50 }, 45],
  ['the nearest, though it stands further on', { hint: 62 }, 75],
  ['the one with the same words before it', { prefix: 'Payment is due in', hint: 17 }, 45],
  ['the one with the same words after it', { suffix: '. Payment is due', hint: 74 }, 17],
])('of several occurrences takes %s', (_what, more, start) => {
  expect(locateQuote(twice, of('ten days', more))).toEqual({ start, end: start + 8, isExact: true });
});

const page = [
  'This Agreement may be terminated by either party upon thirty days written notice to the other.',
  'The provider shall not suspend the service without notice of a material breach and five days to cure it.',
  'No failure to enforce a provision is a waiver of it, and 30 days is the longest time to cure.',
].join('\n');

test.each<[string, SoughtQuote, string]>([
  ['one letter read otherwise', of('upon thlrty days wrltten notice'), 'upon thirty days written notice'],
  ['a letter read as two', of('terrninated by either party'), 'terminated by either party'],
  [
    'letters lost at its start',
    of('e provider shall not suspend the servioe'),
    'e provider shall not suspend the service',
  ],
  [
    'many small differences',
    of('w1thout notlce of a rnaterial breach'),
    'without notice of a material breach',
  ],
  [
    'so little left that only what is around it tells',
    of('f1ve', { prefix: 'without notice of a material breach and', suffix: 'days to cure it.' }),
    'five',
  ],
  [
    'a figure that stands elsewhere too, where it is read otherwise now',
    of('3o', { prefix: 'is a waiver of it, and', suffix: 'days is the longest time to cure.' }),
    '30',
  ],
])('finds words with %s', (_what, sought, words) => {
  expect(found(page, sought)).toEqual([words, false]);
});

test('a short word stays where its surroundings are, though the same word stands elsewhere', () => {
  const text = 'He may answer by 5 May, or the court maу rule without one on the papers as they stand then.';
  const place = locateQuote(
    text,
    of('may', { prefix: 'or the court', suffix: 'rule without one on the papers', hint: 3 }),
  );
  expect(place?.start).toBe(text.indexOf('ma\u0443'));
});

test.each<[string, SoughtQuote]>([
  ['of other words', of('the tenant owes rent for the premises')],
  ['that share a few letters', of('terminal patients need thirsty days')],
  ['too short to be known by some letters', of('thlrty')],
])('words %s are not taken for those marked', (_what, sought) => {
  expect(locateQuote(page, sought)).toBeNull();
});

const vocabulary =
  'the notice was sent to provider counsel upon breach of contract within days service outage court order hearing exhibit plaintiff damages injunction harm bond security motion reply brief affidavit'.split(
    ' ',
  );
const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 60, maxLength: 260 });
/** A second reading of a text: some letters, no two of them nearer than `apart`, are changed, gone, or doubled. */
function readAnew(text: string, apart: number, seed: number): string {
  let random = seed;
  let since = 0;
  return text.replaceAll(/[a-z]/g, (letter) => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    since += 1;
    if (since < apart || (random >>> 8) % 4 > 0) return letter;
    since = 0;
    return ['', 'x', `${letter}i`][(random >>> 4) % 3]!;
  });
}

/** Words in no order that means anything. */
function wordsAtRandom(length: number, seed: number): string {
  let random = seed;
  return Array.from({ length }, () => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    return vocabulary[(random >>> 9) % vocabulary.length]!;
  }).join(' ');
}

test('words are found again after up to every tenth letter was read otherwise', () => {
  fc.assert(
    fc.property(
      words,
      fc.nat({ max: 40 }),
      fc.integer({ min: 8, max: 200 }),
      fc.integer(),
      (list, skip, length, seed) => {
        // Of words that only repeat themselves nobody could say which was where.
        fc.pre(new Set(list.map((word, at) => `${word} ${list[at + 1]}`)).size > list.length * 0.75);
        const from = list.slice(0, skip).join(' ').length;
        const to = list.slice(0, skip + length).join(' ').length;
        const text = list.join(' ');
        const sought = {
          quote: text.slice(from, to),
          prefix: text.slice(Math.max(0, from - 64), from),
          suffix: text.slice(to, to + 64),
          hint: from,
        };
        const [before, own, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)].map((part) =>
          readAnew(part, 10, seed),
        );
        const place = locateQuote(before! + own! + after!, sought);
        expect(place).not.toBeNull();
        // Accurate to a word or so at each end.
        expect(Math.abs(place!.start - before!.length)).toBeLessThanOrEqual(12);
        expect(Math.abs(place!.end - before!.length - own!.length)).toBeLessThanOrEqual(12);
      },
    ),
    // Of passages of words at random about one in a thousand is lost, or found some words off: always the same are tried.
    { numRuns: 60, seed: 7 },
  );
});

test('whatever is sought in whatever text, a place is a piece of it, and words that stand there are found', () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      'B',
      ' ',
      '\n',
      '-',
      'é',
      '\uFB01',
      '\u0301',
      '\u00ad',
      '𝔸',
      '\ud835',
      '.',
      '0',
    ),
    maxLength: 120,
  });
  fc.assert(
    fc.property(
      odd,
      odd,
      odd,
      odd,
      fc.option(fc.integer({ min: 0, max: 200 })),
      (before, quote, after, other, hint) => {
        const text = before + quote + after;
        for (const wanted of [quote, other]) {
          const place = locateQuote(text, { quote: wanted, prefix: before, suffix: after, hint });
          if (!place) continue;
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a quote of pages of text is found though it was read anew, with a paragraph of it lost', () => {
  const [lead, whole, trail] = [300, 3_000, 300].map((length, seed) => wordsAtRandom(length, seed + 1));
  const lost = whole!.slice(9_000, 10_500);
  const now = readAnew(whole!.replace(lost, ''), 30, 9);
  const place = locateQuote(`${lead} ${now} ${trail}`, of(whole!, { hint: 10 }));
  expect(Math.abs(place!.start - lead!.length - 1)).toBeLessThanOrEqual(3);
  expect(Math.abs(place!.end - lead!.length - 1 - now.length)).toBeLessThanOrEqual(3);
});

test('pages of very many letters that repeat themselves are gone through, for long quotes and short ones', () => {
  for (const text of [
    'a'.repeat(400_000),
    'ab '.repeat(150_000),
    `${'a'.repeat(200_000)}b${'a'.repeat(200_000)}`,
  ]) {
    const find = quoteFinder(text);
    expect(find(of('a'.repeat(4_000) + 'c'.repeat(3_000)))).toBeNull();
    const rest = { prefix: 'a'.repeat(64), suffix: 'b'.repeat(64), hint: 300_000 };
    expect(find(of('bb', rest))).toBeNull();
  }
});
