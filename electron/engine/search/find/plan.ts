import { QueryProblem, type Phrase, type QueryNode } from '../../../../shared/domain/search/query/ast.ts';
import { soughtPhrases, toConjuncts } from '../../../../shared/domain/search/query/conjuncts.ts';
import { matchOf, withoutExcluded, type Widen } from '../../../../shared/domain/search/query/match.ts';
import { parseQuery } from '../../../../shared/domain/search/query/parse.ts';
import type { Sought } from '../../../../shared/domain/search/snippet.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterSession } from '../../store/session.ts';
import { rowsWith, wordsBeginning, wordsOfStem } from '../words/vocabulary.ts';
import { filterRows, isOutOfSight, type Keys, type Passes } from './filters.ts';

/** One way to satisfy a query, ready to be looked for. */
export interface Way {
  /** The index's expression; null when filters alone decide. */
  readonly match: string | null;
  /** What must not occur in an item, when there are no words to find. */
  readonly excluded: string | null;
  /** Null when every row passes. */
  readonly passes: Passes | null;
  /** Keys of which every row that passes has one; null when it may be any row. */
  readonly within: Keys | null;
}

/** A phrase with the words that stand for its last one. */
export interface SoughtPhrase {
  readonly phrase: Phrase;
  readonly sought: Sought;
  readonly match: string;
  /** About how many rows have it at most. */
  readonly rows: number;
}

export interface Plan {
  readonly ways: readonly Way[];
  readonly phrases: readonly SoughtPhrase[];
  /** Whether a beginning that is looked for stands for more words than were taken. */
  readonly isWidened: boolean;
}

export interface PlanOptions {
  readonly isTyping: boolean;
  /** Whether the commonest words of a beginning are enough. */
  readonly isQuick: boolean;
  readonly isStemmed: boolean;
  readonly includesArchived: boolean;
}

/** Words that stand for a beginning: in a quick answer the commonest, else all, unless the index itself has to read them. */
const quickWords = 64;
const maxWords = 300;
const maxStems = 64;

/**
 * Reads a query and makes it ready for the index and the tables.
 *
 * @returns null when there is nothing to look for
 * @throws AppError SEARCH_QUERY_INVALID with `reason` and the place, from 0
 */
export function planSearch(session: MatterSession, query: string, options: PlanOptions): Plan | null {
  try {
    const node = parseQuery(query, options);
    return node && plan(session, node, options);
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    throw new AppError('SEARCH_QUERY_INVALID', { reason: error.reason, ...error.place });
  }
}

function plan(session: MatterSession, node: QueryNode, options: PlanOptions): Plan {
  const { isQuick, isStemmed, includesArchived } = options;
  let isWidened = false;
  const known = new Map<Phrase, readonly string[] | null>();
  const widen: Widen = (phrase) => {
    const before = known.get(phrase);
    if (before !== undefined) return before;
    const words = widenPhrase(phrase, isQuick);
    known.set(phrase, words);
    return words;
  };
  // Left out is what has any of the words that begin so, however little time there is: no count may be too high.
  const widenExcluded: Widen = (phrase) => widenPhrase(phrase, false);
  const widenPhrase = (
    { words, isPrefix, isQuoted }: Phrase,
    isBounded: boolean,
  ): readonly string[] | null => {
    const last = words.at(-1)!;
    if (isPrefix) {
      const found = wordsBeginning(session, last, {
        limit: isBounded ? quickWords : maxWords,
        isBounded,
      });
      if (!found.isAll && !isBounded) return null;
      if (!found.isAll) isWidened = true;
      return [...new Set([last, ...found.words])];
    }
    return isStemmed && !isQuoted && words.length === 1 ? wordsOfStem(session, last, maxStems) : null;
  };

  const isHidden = includesArchived || asksForArchived(node) ? null : isOutOfSight(session);
  const conjuncts = toConjuncts(node);
  const ways = conjuncts.map(({ text, excluded, filters }): Way => {
    const without = excluded.map((each) => matchOf(each, widenExcluded));
    const filter = filters && filterRows(session, filters);
    const tests = [
      ...(filter ? [filter.passes] : []),
      ...(isHidden ? [(row: Parameters<Passes>[0]) => !isHidden(row)] : []),
    ];
    return {
      match: text && withoutExcluded(matchOf(text, widen), without),
      excluded: text || without.length === 0 ? null : without.join(' OR '),
      passes: tests.length === 0 ? null : (row) => tests.every((test) => test(row)),
      within: filter?.within ?? null,
    };
  });
  const phrases = conjuncts.flatMap(({ text }) => (text ? soughtPhrases(text) : []));
  return {
    ways,
    phrases: [...new Set(phrases)].map((phrase) => describePhrase(session, phrase, widen)),
    isWidened,
  };
}

function describePhrase(session: MatterSession, phrase: Phrase, widen: Widen): SoughtPhrase {
  const { words, isPrefix } = phrase;
  const lasts = widen(phrase);
  const head = words.slice(0, -1);
  const ofLast = (lasts ?? [words.at(-1)!]).reduce((sum, word) => sum + (rowsWith(session, word) ?? 0), 0);
  const open = isPrefix && lasts === null;
  return {
    phrase,
    sought: {
      head,
      lasts: new Set(lasts ?? [words.at(-1)!]),
      prefix: isPrefix ? words.at(-1)! : null,
    },
    match: matchOf(phrase, () => lasts),
    rows: Math.min(open ? Infinity : ofLast, ...head.map((word) => rowsWith(session, word) ?? 0)),
  };
}

/** Whether a query speaks of what is out of sight itself. */
function asksForArchived(node: QueryNode): boolean {
  switch (node.kind) {
    case 'filter':
      return node.field === 'is' && node.value.split(',').includes('archived');
    case 'and':
    case 'or':
      return node.children.some(asksForArchived);
    case 'not':
      return asksForArchived(node.child);
    default:
      return false;
  }
}
