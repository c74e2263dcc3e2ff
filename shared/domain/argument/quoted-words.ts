import { withoutLineNumbers } from '../citations/reading/plain-page.ts';
import { lettersOf, placeOf } from '../notes/letters.ts';
import { quoteFinder } from '../notes/locate-quote.ts';

/** Whether the words of a quotation are on a page. `text` is what the page says where it is almost the same. */
export type QuotedWords =
  | { readonly state: 'there' | 'absent' }
  | { readonly state: 'differs'; readonly text: string };

/** What of a quotation was left out by whoever quoted: "…", "...", ". . . .", "[…]". */
const leftOut = /\[?(?:…|\.(?:\s?\.){2,3})\]?/g;
const wordSign = /[\p{L}\p{N}\p{M}]/u;

/** The parts of a quotation that must be on the page, in their order; none where it has no letters or digits. */
export function piecesOf(quote: string): string[] {
  return quote.split(leftOut).filter((piece) => wordSign.test(piece));
}

/**
 * Checks whether a page says what is quoted from it, whole word for whole word, apart from white space, hyphens at line ends, ligatures,
 * case and accents, and from the numbers of lines of pleading paper. Words left out with an ellipsis may be any.
 *
 * @param page its text, read once for all that is looked for in it
 * @returns a check of one quotation; `differs` where only a few letters differ, which may be the whole point
 * @example
 * quotedWords('Upon thirty days notice')('thirty … notice') // { state: 'there' }
 * quotedWords('Upon thirty days notice')('upon ninety days notice') // { state: 'differs', text: 'Upon thirty days notice' }
 */
export function quotedWords(page: string): {
  readonly isThere: (quote: string) => boolean;
  readonly look: (quote: string, around: { readonly prefix: string; readonly suffix: string }) => QuotedWords;
} {
  const bare = withoutLineNumbers(page);
  const finders = [...new Set([page, bare])].map(piecesFinder);
  const isThere = (quote: string): boolean => finders.some((finder) => finder(quote));
  let tolerant: ReturnType<typeof quoteFinder> | null = null;
  return {
    isThere,
    look(quote, { prefix, suffix }) {
      if (isThere(quote)) return { state: 'there' };
      tolerant ??= quoteFinder(bare);
      const place = tolerant({ quote, prefix, suffix, hint: null });
      if (place === null || place.isExact) return { state: 'absent' };
      return { state: 'differs', text: bare.slice(place.start, place.end).replaceAll(/\s+/g, ' ') };
    },
  };
}

/** Finds whether the parts of a quotation stand in a text, in their order. */
function piecesFinder(page: string): (quote: string) => boolean {
  const letters = lettersOf(page);
  /** The offset after the first place where words occur as whole words; -1 where they do not. */
  const wholeWords = (piece: string, from: number): number => {
    const wanted = lettersOf(piece).text;
    const gaps = gapsOf(piece);
    for (let at = letters.text.indexOf(wanted, from); at >= 0; at = letters.text.indexOf(wanted, at + 1)) {
      const { start, end } = placeOf(page, letters, at, at + wanted.length);
      const cutsBefore = wordSign.test(page[start - 1] ?? '') && wordSign.test(page[start] ?? '');
      const cutsAfter = wordSign.test(page[end] ?? '') && wordSign.test(page[end - 1] ?? '');
      if (!cutsBefore && !cutsAfter && gapsOf(page.slice(start, end)) === gaps) return at + wanted.length;
    }
    return -1;
  };
  return (quote) => {
    let from = 0;
    for (const piece of piecesOf(quote)) {
      from = wholeWords(piece, from);
      if (from < 0) return false;
    }
    return true;
  };
}

/**
 * Where white space separates two words, or a hyphen two numbers, as counts of the letters before it: "the rapist" and "therapist"
 * have the same letters, and "1-2" those of "12".
 */
function gapsOf(text: string): string {
  const words = text
    .replaceAll(/(?<=\d)[-\u2010\u2011](?=\s*\d)/g, ' ')
    .replaceAll(/[-\u00ad\u2010\u2011]\s*/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  let letters = 0;
  const gaps: number[] = [];
  for (const [at, word] of words.entries()) {
    if (at > 0 && wordSign.test(words[at - 1]!.at(-1)!) && wordSign.test(word[0]!)) gaps.push(letters);
    letters += lettersOf(word).text.length;
  }
  return gaps.join(' ');
}
