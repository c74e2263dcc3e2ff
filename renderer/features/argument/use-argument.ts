import { useDeferredValue, useMemo } from 'react';
import { factDateText } from '../../../shared/domain/argument/fact-date.ts';
import { foldedLine, foldedParts } from '../../../shared/domain/search/words.ts';
import type { Argument, Fact, PinCiteFinding } from '../../../shared/model/argument.ts';
import { useEngineQuery, useMatter, type QueryState } from '../../client/index.ts';

const none: Argument = { elements: [], facts: [] };
const noFindings: readonly PinCiteFinding[] = [];

/** The matter's argument as filtered by words. */
export interface ShownArgument {
  readonly query: QueryState;
  readonly isRead: boolean;
  /** Everything, whatever the filter. */
  readonly all: Argument;
  /** The facts that pass, with all elements. */
  readonly shown: Argument;
  /** Pin cites that do not hold, by id. */
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
}

/** Reads the argument and the check of its pin cites. @param filter words that a fact must all hold */
export function useArgument(filter: string): ShownArgument {
  const { id: matterId, timezone } = useMatter();
  const query = useEngineQuery('argument.get', { matterId }, { keepsPrevious: true });
  const checked = useEngineQuery('argument.check', { matterId }, { keepsPrevious: true }).data ?? noFindings;
  const all = query.data ?? none;
  const entered = useDeferredValue(filter);
  const shown = useMemo(() => narrowed(all, entered, timezone), [all, entered, timezone]);
  const findings = useMemo(
    () => new Map<string, PinCiteFinding>(checked.map((one) => [one.pinCiteId, one])),
    [checked],
  );
  return { query, isRead: query.data !== undefined, all, shown, findings };
}

function narrowed(argument: Argument, filter: string, timeZone: string): Argument {
  const wanted = foldedParts(filter);
  if (wanted.length === 0) return argument;
  const names = new Map(argument.elements.map(({ id, claim, name }) => [id, `${claim}\n${name}`]));
  const saidOf = (fact: Fact) =>
    foldedLine(
      [
        fact.text,
        fact.note,
        fact.allegation,
        fact.date === null ? '' : factDateText(fact.date, timeZone),
        ...fact.pinCites.flatMap(({ cite, title, anchor }) => [cite, title, anchor.quote]),
        ...fact.bearings.map(({ elementId }) => names.get(elementId) ?? ''),
      ].join('\n'),
    );
  const facts = argument.facts.filter((fact) => {
    const said = saidOf(fact);
    return wanted.every((word) => said.includes(word));
  });
  return { ...argument, facts };
}
