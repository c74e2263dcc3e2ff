/** Something the palette can go to or do. */
export interface Findable {
  readonly title: string;
  /** Further words it is found by. */
  readonly keywords?: string;
}

const wordStart = /[\p{L}\p{N}]+/gu;

/**
 * How well something answers what was typed; higher is better, null is not at all. Every word typed must occur:
 * best at the very beginning, then at the beginning of a word, then inside one.
 *
 * @param query as typed; matches everything when empty
 */
function scoreMatch({ title, keywords = '' }: Findable, query: string): number | null {
  const words = query.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  const text = title.toLocaleLowerCase('en');
  const extra = keywords.toLocaleLowerCase('en');
  let score = 0;
  for (const word of words) {
    const own = scoreWord(text, word);
    const other = scoreWord(extra, word);
    if (own === null && other === null) return null;
    score += Math.max(own ?? 0, (other ?? 0) / 2);
  }
  // Of two equal matches, the shorter is the closer one.
  return score - text.length / 1000;
}

function scoreWord(text: string, word: string): number | null {
  if (text.startsWith(word)) return 4;
  for (const { 0: each } of text.matchAll(wordStart)) if (each.startsWith(word)) return 3;
  return text.includes(word) ? 1 : null;
}

/**
 * The best matches, in order; equal ones keep theirs.
 *
 * @param limit how many at most
 */
export function findBest<T extends Findable>(
  items: readonly T[],
  query: string,
  limit: number,
): readonly T[] {
  if (query.trim() === '') return items.slice(0, limit);
  return items
    .flatMap((item) => {
      const score = scoreMatch(item, query);
      return score === null ? [] : [{ item, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
