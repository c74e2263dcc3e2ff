/** Letters before a hit that a snippet has, where it does not begin with its page. */
const reach = 60;

/**
 * Which of the places in a snippet is the hit itself. A snippet that begins with its page has all hits of the page before it;
 * any other reaches equally far back.
 *
 * @param places where the words are in the snippet, in order
 * @param ordinal which hit of its page it is, from 0
 * @example placeInSnippet([{ from: 0, to: 3 }, { from: 9, to: 12 }], 'the host the', 1) // { from: 9, to: 12 }
 */
export function placeInSnippet<T extends { readonly from: number; readonly to: number }>(
  places: readonly T[],
  snippet: string,
  ordinal: number,
): T | undefined {
  if (!snippet.startsWith('…')) return places[ordinal] ?? places.at(-1);
  const away = ({ from }: T) => Math.abs(from - reach - 1);
  return places.toSorted((a, b) => away(a) - away(b))[0];
}
