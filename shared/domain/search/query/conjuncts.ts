import { QueryProblem, type Filter, type Near, type Phrase, type Place, type QueryNode } from './ast.ts';

/** One way to satisfy a query: words that are on one page, and conditions on the item the page belongs to. */
export interface Conjunct {
  /** Words that must be there; null when the filters alone decide. */
  readonly text: QueryNode | null;
  /** Words that must not be there. */
  readonly excluded: readonly QueryNode[];
  readonly filters: FilterNode | null;
}

/** Filters joined by and, or, not; no words among them. */
export type FilterNode =
  | Filter
  | { readonly kind: 'and' | 'or'; readonly children: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly child: FilterNode };

const maxConjuncts = 32;
const nowhere: Place = { from: 0, to: 0 };

/**
 * Takes a query apart into the ways it can be satisfied, so that words go to the index and filters to the tables.
 *
 * @throws QueryProblem when words and filters are mixed in more ways than can be searched at once
 * @example toConjuncts(parse('breach (kind:pdf OR kind:mail)')) // one: text breach, filters kind:pdf OR kind:mail
 */
export function toConjuncts(query: QueryNode): Conjunct[] {
  return spread(pushNots(query, false));
}

/** The words and phrases looked for, without those a page must not have. */
export function soughtPhrases(node: QueryNode): Phrase[] {
  switch (node.kind) {
    case 'phrase':
      return [node];
    case 'near':
      return [...node.phrases];
    case 'and':
    case 'or':
      return node.children.flatMap(soughtPhrases);
    default:
      return [];
  }
}

type Pushed =
  | Phrase
  | Near
  | Filter
  | { readonly kind: 'and' | 'or'; readonly children: readonly Pushed[] }
  | { readonly kind: 'not'; readonly child: Phrase | Near | Filter };

/** The same query with every NOT at a single word, phrase or filter. */
function pushNots(node: QueryNode, isNegated: boolean): Pushed {
  switch (node.kind) {
    case 'not':
      return pushNots(node.child, !isNegated);
    case 'and':
    case 'or': {
      const kind = isNegated ? (node.kind === 'and' ? 'or' : 'and') : node.kind;
      return { kind, children: node.children.map((child) => pushNots(child, isNegated)) };
    }
    default:
      return isNegated ? { kind: 'not', child: node } : node;
  }
}

function spread(node: Pushed): Conjunct[] {
  const filters = asFilter(node);
  if (filters) return [{ text: null, excluded: [], filters }];
  const text = asText(node);
  if (text) return [{ text, excluded: [], filters: null }];
  if (node.kind === 'not') return [{ text: null, excluded: [node.child], filters: null }];
  if (node.kind === 'or') return capped(node.children.flatMap(spread));
  let result: Conjunct[] = [{ text: null, excluded: [], filters: null }];
  for (const child of (node as { children: readonly Pushed[] }).children) {
    const ways = spread(child);
    result = capped(result.flatMap((left) => ways.map((right) => both(left, right))));
  }
  return result;
}

function both(left: Conjunct, right: Conjunct): Conjunct {
  return {
    text: pair(left.text, right.text),
    excluded: [...left.excluded, ...right.excluded],
    filters: pair(left.filters, right.filters),
  };
}

function pair<T extends QueryNode | FilterNode>(left: T | null, right: T | null): T | null {
  if (left === null || right === null) return left ?? right;
  return { kind: 'and', children: [left, right] } as unknown as T;
}

function capped(ways: Conjunct[]): Conjunct[] {
  if (ways.length <= maxConjuncts) return ways;
  throw new QueryProblem(
    'it mixes words, filters and NOT in too many ways; search for its parts one by one',
    nowhere,
  );
}

/** The node as filters, if there is nothing else in it. */
function asFilter(node: Pushed): FilterNode | null {
  switch (node.kind) {
    case 'filter':
      return node;
    case 'not':
      return node.child.kind === 'filter' ? { kind: 'not', child: node.child } : null;
    case 'and':
    case 'or': {
      const children = node.children.map(asFilter).filter((child) => child !== null);
      return children.length === node.children.length ? { kind: node.kind, children } : null;
    }
    default:
      return null;
  }
}

/** The node as words to find, if there is no filter and no NOT in it. */
function asText(node: Pushed): QueryNode | null {
  switch (node.kind) {
    case 'phrase':
    case 'near':
      return node;
    case 'and':
    case 'or': {
      const children = node.children.map(asText).filter((child) => child !== null);
      return children.length === node.children.length ? { kind: node.kind, children } : null;
    }
    default:
      return null;
  }
}
