/** Where the long words of holidays may be hyphenated, as in dictionaries. */
const parted = [
  'Com-mon-wealth',
  'Con-fed-er-ate',
  'Eman-ci-pa-tion',
  'In-au-gu-ra-tion',
  'In-de-pend-ence',
  'In-dig-e-nous',
  'June-teenth',
  'Thanks-giv-ing',
  'Wash-ing-ton',
];
const softened = new Map(
  parted.map((word) => [word.replaceAll('-', ''), word.replaceAll('-', '\u00ad')] as const),
);
const longWords = new RegExp([...softened.keys()].join('|'), 'g');

/**
 * A holiday's name with places where a narrow column may break its long words, so that it reads “Thanks-giving” and not
 * “Thanksgivin g”: a Chromium without dictionaries has no hyphenation by language. For display only.
 *
 * @example withHyphens('Thanksgiving Day') // 'Thanks\u00adgiv\u00ading Day'
 */
export function withHyphens(name: string): string {
  return name.replace(longWords, (word) => softened.get(word) ?? word);
}
