const longest = 160;

/**
 * Words of an entry as a sentence about it quotes them: no more than a line or two, and without the period that ends them.
 *
 * @example quotedWords('All deadlines are STAYED.') // '“All deadlines are STAYED”'
 */
export function quotedWords(words: string): string {
  return `“${words
    .trim()
    .slice(0, longest)
    .replace(/[\s.]+$/, '')}”`;
}
