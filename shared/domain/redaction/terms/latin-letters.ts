/** Accents that some programs, TeX among them, write as separate signs beside the letter: marks, whichever, which are passed over. */
const loneAccent = /(?<=\p{L})[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d9\u02da\u02dc](?=\p{L})/gu;

/** A text whose accents are marks of their letters; of the same length. */
export const withMarks = (text: string): string => text.replaceAll(loneAccent, '\u0301');

/**
 * Letters of Cyrillic and Greek of which one case or both look as those of the Latin script do, and these: a text may have any of them, and nobody
 * sees which.
 */
const [lookAlikes, latinLetters] = ['авекмнорстухіјѕαβεζηικμνορτυχ', 'abekmhopctyxijsabezhikmnoptyx'];
const latinOf = new Map([
  ...Array.from(lookAlikes, (sign, at) => [sign, latinLetters[at]!] as const),
  ...Array.from(lookAlikes.toUpperCase(), (sign, at) => [sign, latinLetters[at]!.toUpperCase()] as const),
]);
const alike = new RegExp(`[${[...latinOf.keys()].join('')}]`, 'g');

/** A text with the Latin letters that others look like; of the same length. */
export const asLatin = (text: string): string => text.replaceAll(alike, (sign) => latinOf.get(sign)!);
