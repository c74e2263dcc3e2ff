import type { Argument, Fact } from '../../model/argument.ts';
import { factDateText } from './fact-date.ts';
import { matrixOf, type MatrixCell } from './matrix.ts';

/** A table as it is written out. */
export interface ArgumentTable {
  readonly title: string;
  /** Heads, each with its share of the page's width. */
  readonly columns: readonly { readonly head: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}

export const disputeWords = {
  unknown: 'Not said',
  undisputed: 'Undisputed',
  disputed: 'Disputed',
} as const satisfies Record<Fact['dispute'], string>;

/** What is wanting where an element rests on too little; empty where nothing is. */
export const gapWords = {
  empty: 'Nothing yet',
  uncited: 'No pin cite yet',
  single: 'One source only',
  several: '',
} as const satisfies Record<MatrixCell['state'], string>;

/** The facts by date, each with where it is shown, where it is pleaded and what it bears on. @param timeZone the court's IANA zone */
export function chronologyTable({ elements, facts }: Argument, timeZone: string): ArgumentTable {
  const names = new Map(elements.map(({ id, name }) => [id, name]));
  return {
    title: 'Chronology',
    columns: [
      { head: 'Date', share: 16 },
      { head: 'Fact', share: 40 },
      { head: 'Shown by', share: 24 },
      { head: 'Pleaded', share: 10 },
      { head: 'Disputed?', share: 10 },
      { head: 'Bears on', share: 20 },
    ],
    rows: facts.map((fact) => [
      fact.date === null ? '' : factDateText(fact.date, timeZone),
      fact.text,
      citesOf(fact),
      fact.allegation,
      fact.dispute === 'unknown' ? '' : disputeWords[fact.dispute],
      fact.bearings
        .map(
          ({ elementId, side }) => `${names.get(elementId) ?? ''}${side === 'against' ? ' (against)' : ''}`,
        )
        .join('; '),
    ]),
  };
}

/** Each element with the facts for and against it, and what is wanting. */
export function matrixTable(argument: Argument): ArgumentTable {
  return {
    title: 'Matrix of elements and evidence',
    columns: [
      { head: 'Claim or relief', share: 14 },
      { head: 'Element', share: 18 },
      { head: 'For', share: 36 },
      { head: 'Against', share: 36 },
      { head: 'Wanting', share: 10 },
    ],
    rows: matrixOf(argument).claims.flatMap(({ claim, rows }) =>
      rows.map((row) => [
        claim,
        [row.element.name, row.element.standard].filter((line) => line !== '').join('\n'),
        factsText(row.for),
        factsText(row.against),
        gapWords[row.for.state],
      ]),
    ),
  };
}

function factsText({ facts }: MatrixCell): string {
  return facts
    .map((fact) => {
      const cites = citesOf(fact);
      return cites === '' ? fact.text : `${fact.text} (${cites})`;
    })
    .join('\n');
}

/** Where a fact is shown: "Ex. C at 4, ¶ 7; Dkt. 2-2"; an item without a label is named by its title. */
export function citesOf({ pinCites }: Fact): string {
  return pinCites.map(({ cite }) => cite).join('; ');
}
