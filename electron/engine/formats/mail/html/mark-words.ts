import { findWords, type WantedWords } from '../../../../../shared/domain/search/find-words.ts';

/** Elements inside a line: words run on over their borders. Every other tag separates words. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const sheet =
  '<style>mark.hit{background:#ffd84d;color:#111}mark.hit:target{background:#ff9f2e;outline:1px solid #b35900}</style>';
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const entity = /&(?:amp|lt|gt|quot|#39);/g;
/** Places marked at most: a browser draws so many without delay. */
export const maxMarks = 2_000;

interface Segment {
  /** Where its text begins in the whole text. */
  readonly from: number;
  /** As written, with its entities. */
  readonly raw: string;
}

/**
 * Marks words in a mail's safe HTML: `mark` elements named hit-1, hit-2 and on, so that an address can end in `#hit-2` to go
 * there. Only for HTML that `safeMailHtml` wrote: there `<` and `>` stand for nothing but tags.
 *
 * @param words found as `findWords` finds them
 * @returns the HTML, and what stands around each place
 */
export function markWords(
  html: string,
  words: WantedWords,
): { html: string; hits: readonly { snippet: string }[] } {
  const start = html.indexOf('<body>') + '<body>'.length;
  const pieces = html.slice(start).split(/(<[^>]*>)/);
  let text = '';
  const segments = pieces.map((piece): Segment | null => {
    if (!piece.startsWith('<')) {
      const segment = { from: text.length, raw: piece };
      text += piece.replaceAll(entity, (name) => entities[name]!);
      return segment;
    }
    const name = /^<\/?([a-z0-9]+)/.exec(piece)?.[1] ?? '';
    if (!inline.has(name)) text += '\n';
    return null;
  });
  const places = findWords(text, words, maxMarks);
  if (places.length === 0) return { html, hits: [] };

  let next = 0;
  const body = pieces.map((piece, index) => {
    const segment = segments[index];
    if (!segment) return piece;
    const marked = markSegment(segment, places, next);
    next = marked.next;
    return marked.html;
  });
  return {
    html: `${html.slice(0, start).replace('</head>', `${sheet}</head>`)}${body.join('')}`,
    hits: places.map(({ from, to }) => ({
      snippet: text
        .slice(Math.max(0, from - 60), to + 60)
        .replaceAll(/\s+/g, ' ')
        .trim(),
    })),
  };
}

/** Writes a segment again with its marks: walked once, however many there are. */
function markSegment(
  { from, raw }: Segment,
  places: readonly { readonly from: number; readonly to: number }[],
  first: number,
): { html: string; next: number } {
  const letters = raw.split(/(&(?:amp|lt|gt|quot|#39);)/);
  let html = '';
  let at = from;
  let next = first;
  const write = (part: string, length: number) => {
    const end = at + length;
    let done = 0;
    while (next < places.length && places[next]!.from < end) {
      const place = places[next]!;
      // An entity is one letter: marked whole.
      const begin = length === part.length ? Math.max(place.from - at, done) : 0;
      const stop = length === part.length ? Math.min(place.to - at, length) : part.length;
      const isFirst = place.from >= at;
      html += `${part.slice(done, begin)}<mark class="hit"${isFirst ? ` id="hit-${next + 1}"` : ''}>${part.slice(begin, stop)}</mark>`;
      done = stop;
      // It runs on in what follows.
      if (place.to > end) break;
      next += 1;
      if (length !== part.length) break;
    }
    html += part.slice(done);
    at = end;
  };
  for (const letter of letters)
    if (letter !== '') write(letter, entities[letter] === undefined ? letter.length : 1);
  return { html, next };
}
