const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers that orders write out, up to "ninety-nine". */
const cardinals: readonly string[] = [
  ...small,
  ...tens.flatMap((ten) => [ten, ...small.slice(0, 9).map((one) => `${ten}-${one}`)]),
];

/** Days of a month, and of a period, in words: "first" to "thirty-first". */
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

/** Longer words come before those they begin with; the hyphen of "forty-eight" may be a space. */
const formOf = (words: readonly string[]) =>
  words
    .toReversed()
    .join('|')
    .replaceAll('-', String.raw`[-\s]`);

/** The source of a pattern, without regard to case, for a number in words: "seven", "forty-eight". */
export const cardinalForm = formOf(cardinals);

/** The source of a pattern, without regard to case, for an ordinal in words: "second", "twenty-first". */
export const ordinalForm = formOf(ordinals);

/**
 * The number that digits or words give: "48", "forty-eight", "2nd", "second".
 *
 * @param printed as `cardinalForm`, `ordinalForm` or digits match it
 */
export function numberOf(printed: string): number {
  const words = printed.toLowerCase().replace(/\s/, '-');
  return cardinals.indexOf(words) + 1 || ordinals.indexOf(words) + 1 || Number.parseInt(printed, 10);
}
