import { useState } from 'react';
import type { Fact, PinCite, PinCiteFinding } from '../../../../shared/model/argument.ts';
import { Button } from '../../../ui/index.ts';
import { matrixWords as words } from '../words.ts';
import { FactLine } from './FactLine.tsx';

/** How the facts of the matrix are shown and chosen. */
export interface FactChoice {
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (factId: string) => void;
  readonly onOpen: (pinCite: PinCite) => void;
}

interface FactListProps extends FactChoice {
  readonly facts: readonly Fact[];
}

/** Facts of a list that are shown before all are requested: a matrix of thousands would block the window for minutes. */
const shownAtFirst = 20;

/** Facts in the matrix, by date; of many the first, and all when they are asked for. */
export function FactList({ facts, findings, selectedIds, onSelect, onOpen }: FactListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const more = facts.length - shownAtFirst;
  return (
    <>
      <ul>
        {(isWhole ? facts : facts.slice(0, shownAtFirst)).map((fact) => (
          <FactLine
            key={fact.id}
            fact={fact}
            findings={findings}
            isSelected={selectedIds.has(fact.id)}
            onSelect={() => onSelect(fact.id)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" variant="quiet" aria-expanded={isWhole} onPress={() => setIsWhole((is) => !is)}>
          {isWhole ? words.fewer : words.more(more)}
        </Button>
      )}
    </>
  );
}
