import { useDeferredValue, useMemo } from 'react';
import { lostIds } from '../../../../shared/domain/argument/matrix.ts';
import { citesOf } from '../../../../shared/domain/argument/tables.ts';
import {
  allegationCite,
  allegationNumber,
  isShown,
  traceAllegations,
  type TracedAllegation,
} from '../../../../shared/domain/argument/allegations/trace-allegations.ts';
import { foldedLine, foldedParts } from '../../../../shared/domain/search/words.ts';
import type { Allegations, Fact, PinCiteFinding } from '../../../../shared/model/argument.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { useEngineQuery, useMatter, type QueryState } from '../../../client/index.ts';

/** A row of the list of allegations. */
export interface AllegationRow extends TracedAllegation {
  /** The paragraph's number, with what tells that of a counterclaim. */
  readonly id: string;
}

/** What a pleading alleges, as filtered. */
export interface ShownAllegations {
  readonly query: QueryState;
  /** Undefined while it is read. */
  readonly read: Allegations | undefined;
  readonly all: readonly AllegationRow[];
  readonly shown: readonly AllegationRow[];
  /** Facts that name a paragraph which the pleading does not have. */
  readonly astray: readonly Fact[];
}

interface AllegationFilter {
  readonly pleadingId: EvidenceId | null;
  /** Words that an allegation and its facts must all hold. */
  readonly words: string;
  readonly isUnshownOnly: boolean;
}

const noRows: readonly AllegationRow[] = [];

/** Reads a pleading's paragraphs and finds the facts that belong to each. */
export function useAllegations(
  { pleadingId, words, isUnshownOnly }: AllegationFilter,
  facts: readonly Fact[],
  findings: ReadonlyMap<string, PinCiteFinding>,
): ShownAllegations {
  const { id: matterId } = useMatter();
  const query = useEngineQuery(
    'argument.allegations',
    { matterId, ...(pleadingId !== null && { pleadingId }) },
    { keepsPrevious: true },
  );
  const read = query.data;
  const entered = useDeferredValue(words);
  const traced = useMemo(
    () => read && traceAllegations(read, facts, lostIds(findings.values())),
    [read, facts, findings],
  );
  const all = useMemo(
    () => traced?.rows.map((row) => ({ ...row, id: allegationNumber(row.allegation) })) ?? noRows,
    [traced],
  );
  const shown = useMemo(() => {
    const wanted = foldedParts(entered);
    return all.filter((row) => {
      const { allegation, support } = row;
      if (isUnshownOnly && isShown(row)) return false;
      if (wanted.length === 0) return true;
      const facts = support.facts.flatMap((fact) => [fact.text, citesOf(fact)]);
      const said = foldedLine([allegationCite('', allegation), allegation.text, ...facts].join('\n'));
      return wanted.every((word) => said.includes(word));
    });
  }, [all, entered, isUnshownOnly]);
  return { query, read, all, shown, astray: traced?.astray ?? [] };
}
