/** Runs of pages that a sentence names at most. */
const mostRuns = 8;

/**
 * Pages in a sentence.
 *
 * @param pages from 1, rising
 * @example pagesInWords([3, 4, 5, 9]) // 'pages 3–5, 9'
 */
export function pagesInWords(pages: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  const named = runs.slice(0, mostRuns);
  const left = runs.slice(mostRuns).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const words = named.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return `${pages.length === 1 ? 'page' : 'pages'} ${words.join(', ')}${left > 0 ? ` and ${left.toLocaleString('en-US')} more` : ''}`;
}
