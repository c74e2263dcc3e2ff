import type { Phrase, QueryNode } from './ast.ts';

/** Other words that replace the last word of a phrase; null to take the phrase as it is. */
export type Widen = (phrase: Phrase) => readonly string[] | null;

/**
 * Words of a query as the index's own expression. Every word is put in quotes, so nothing typed is ever read as syntax.
 *
 * @param text without filters and NOT
 * @param widen gives the words for a beginning or a stem
 * @example matchOf(parse('"stay put" appeal*'), () => null) // '"stay put" AND "appeal" *'
 */
export function matchOf(text: QueryNode, widen: Widen): string {
  switch (text.kind) {
    case 'phrase':
      return phraseOf(text, widen(text));
    case 'near':
      // NEAR takes no alternatives: words are taken as typed, beginnings as beginnings.
      return `NEAR(${text.phrases.map((phrase) => phraseOf(phrase, null)).join(' ')}, ${text.distance})`;
    case 'and':
    case 'or':
      return `(${text.children.map((child) => matchOf(child, widen)).join(text.kind === 'and' ? ' AND ' : ' OR ')})`;
    default:
      throw new Error(`${text.kind} is no text`);
  }
}

/** A match that leaves out what is excluded. */
export function withoutExcluded(match: string, excluded: readonly string[]): string {
  return excluded.length === 0 ? match : `(${match}) NOT (${excluded.join(' OR ')})`;
}

function phraseOf({ words, isPrefix }: Phrase, alternatives: readonly string[] | null): string {
  if (alternatives === null) return `${quote(words)}${isPrefix ? ' *' : ''}`;
  const head = words.slice(0, -1);
  const ways = alternatives.length > 0 ? alternatives : words.slice(-1);
  return `(${ways.map((word) => quote([...head, word])).join(' OR ')})`;
}

function quote(words: readonly string[]): string {
  return `"${words.join(' ').replaceAll('"', '""')}"`;
}
