import type { FieldName } from './fields.ts';

/** Where something is in the query as typed. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Words that must follow one another. */
export interface Phrase {
  readonly kind: 'phrase';
  /** As the index has them; never empty. */
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly isPrefix: boolean;
  /** Whether it was put in quotes, and so means exactly these words. */
  readonly isQuoted: boolean;
  readonly place: Place;
}

/** Phrases near one another, in any order. */
export interface Near {
  readonly kind: 'near';
  readonly phrases: readonly Phrase[];
  /** Words that may be between them. */
  readonly distance: number;
}

/** A condition on the item or entry a text belongs to. */
export interface Filter {
  readonly kind: 'filter';
  readonly field: FieldName;
  readonly value: string;
  readonly place: Place;
}

export interface And {
  readonly kind: 'and';
  readonly children: readonly QueryNode[];
}
export interface Or {
  readonly kind: 'or';
  readonly children: readonly QueryNode[];
}
export interface Not {
  readonly kind: 'not';
  readonly child: QueryNode;
}

export type QueryNode = Phrase | Near | Filter | And | Or | Not;

/** Thrown by the parser; `reason` completes "This search cannot be read: …". */
export class QueryProblem extends Error {
  readonly reason: string;
  readonly place: Place;

  constructor(reason: string, place: Place) {
    super(reason);
    this.name = 'QueryProblem';
    this.reason = reason;
    this.place = place;
  }
}
