import type { Argument, Element, Fact } from '../../model/argument.ts';
import { formatCount } from '../amounts.ts';
import { allegationNumber, type TracedAllegation } from './allegations/trace-allegations.ts';
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
  unknown: 'Not stated',
  undisputed: 'Undisputed',
  disputed: 'Disputed',
} as const satisfies Record<Fact['dispute'], string>;

/** What is missing where an element rests on too little; empty where nothing is. */
export function gapText({ state, uncited }: MatrixCell): string {
  if (uncited === 0 || state === 'uncited') return gapWords[state];
  const without = `${formatCount(uncited, 'fact')} without a source`;
  return gapWords[state] === '' ? without : `${gapWords[state]}; ${without}`;
}

const gapWords = {
  empty: 'Nothing yet',
  uncited: 'No source yet',
  single: 'One source only',
  several: '',
} as const satisfies Record<MatrixCell['state'], string>;

/**
 * The facts by date, each with where it is shown, where it is pleaded and what it bears on.
 *
 * @param timeZone the court's IANA zone
 * @param lost ids of pin cites whose words are not on their page
 */
export function chronologyTable(
  { elements, facts }: Argument,
  timeZone: string,
  lost?: ReadonlySet<string>,
): ArgumentTable {
  const names = elementNames(elements);
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
      citesOf(fact, lost),
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

/** Each element with the facts for and against it, and what is missing. */
export function matrixTable(argument: Argument, lost?: ReadonlySet<string>): ArgumentTable {
  return {
    title: 'Matrix of elements and evidence',
    columns: [
      { head: 'Claim or relief', share: 14 },
      { head: 'Element', share: 18 },
      { head: 'For', share: 36 },
      { head: 'Against', share: 36 },
      { head: 'Wanting', share: 10 },
    ],
    rows: matrixOf(argument, lost).claims.flatMap(({ claim, rows }) =>
      rows.map((row) => [
        claim,
        [row.element.name, row.element.standard].filter((line) => line !== '').join('\n'),
        factsText(row.for, lost),
        factsText(row.against, lost),
        gapText(row.for),
      ]),
    ),
  };
}

/** What an allegation still wants; empty where it rests on several items. */
export function wantingText({ support, oath }: Pick<TracedAllegation, 'support' | 'oath'>): string {
  if (oath === null || support.items > 0) return gapText(support);
  return oath === 'sworn' ? 'Sworn in the pleading only' : `${gapText(support)}; alleged on belief`;
}

/** Each allegation with the facts pleaded there, what shows them, and what is missing. */
export function allegationsTable(
  title: string,
  rows: readonly TracedAllegation[],
  lost?: ReadonlySet<string>,
): ArgumentTable {
  return {
    title,
    columns: [
      { head: '¶', share: 6 },
      { head: 'Allegation', share: 50 },
      { head: 'Facts', share: 46 },
      { head: 'Wanting', share: 12 },
    ],
    rows: rows.map((row) => [
      allegationNumber(row.allegation),
      row.allegation.text,
      factsText(row.support, lost),
      wantingText(row),
    ]),
  };
}

function factsText({ facts }: MatrixCell, lost?: ReadonlySet<string>): string {
  return facts
    .map((fact) => {
      const cites = citesOf(fact, lost);
      return cites === '' ? fact.text : `${fact.text} (${cites})`;
    })
    .join('\n');
}

/** Where a fact is shown: "Ex. C at 4, ¶ 7; Dkt. 2-2 at 3". @param lost ids of pin cites whose words are missing, which the text says */
export function citesOf({ pinCites }: Fact, lost: ReadonlySet<string> = new Set()): string {
  return pinCites.map(({ id, cite }) => (lost.has(id) ? `${cite} [words not found there]` : cite)).join('; ');
}

/** The names of elements; those that share a name with their claim too. */
export function elementNames(elements: readonly Element[]): ReadonlyMap<string, string> {
  const named = Map.groupBy(elements, ({ name }) => name);
  return new Map(
    elements.map(({ id, name, claim }) => [id, named.get(name)!.length > 1 ? `${name} (${claim})` : name]),
  );
}
