/** Verbs whose nouns take another stem: suspend, suspension. Porter's rules leave them apart. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(susp|ext|exp|def|off|resp|app|att|cont|pret|compreh|appreh)(en|on)s$/, '$1$2d'],
  [/^(perm|adm|subm|om|transm|comm|em|rem)iss$/, '$1it'],
  [/^(conclu|deci|divi|inclu|exclu|preclu|inva|persua|ero|explo|provi|intru|ero)s$/, '$1d'],
];

/**
 * What words of one family have in common. Porter's stem, and for a few families of verbs common in court papers the stem of
 * the verb.
 *
 * @param stem Porter's stemmer
 * @example stemKey('suspension', stemmer) === stemKey('suspended', stemmer) // true
 */
export function stemKey(word: string, stem: (word: string) => string): string {
  const plain = stem(word);
  for (const [pattern, verb] of families) if (pattern.test(plain)) return plain.replace(pattern, verb);
  return plain;
}
