const longest = 160;

/**
 * Words of an entry as a sentence about it quotes them: without the period that ends them, and no more than a line or two. What is left
 * out is shown, and no word or date is cut in two: “January 1” would be read out of “January 19”.
 *
 * @example quotedWords('All deadlines are STAYED.') // '“All deadlines are STAYED”'
 */
export function quotedWords(words: string): string {
  const whole = words.trim().replace(/[\s.]+$/, '');
  if (whole.length <= longest) return `“${whole}”`;
  const line = whole.slice(0, longest + 1);
  const end = line.lastIndexOf(' ');
  return `“${line.slice(0, end > 0 ? end : longest).replace(/[\s,;:(#]+$/, '')} …”`;
}
