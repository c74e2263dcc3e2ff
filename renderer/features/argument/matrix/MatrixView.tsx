import { Scale } from 'lucide-react';
import { useMemo } from 'react';
import { lostIds, matrixOf } from '../../../../shared/domain/argument/matrix.ts';
import {
  elementsOf,
  standardTests,
  testOfCourt,
  type StandardTest,
} from '../../../../shared/domain/argument/standards.ts';
import type { Argument } from '../../../../shared/model/argument.ts';
import { useEngineMutation, useMatter, useRunCommand } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { elementWords, matrixWords as words } from '../words.ts';
import { FactList } from './FactList.tsx';
import { MatrixTable, type MatrixChoice } from './MatrixTable.tsx';

interface MatrixViewProps extends MatrixChoice {
  readonly argument: Argument;
}

/** What must be shown, next to what shows it: a table for each claim, with what is missing. */
export function MatrixView({ argument, ...choice }: MatrixViewProps) {
  const { claims, unplaced } = useMemo(
    () => matrixOf(argument, lostIds(choice.findings.values())),
    [argument, choice.findings],
  );
  if (claims.length === 0 && argument.facts.length === 0) return <Beginning />;
  return (
    <div className="absolute inset-0 flex flex-col gap-5 overflow-y-auto px-4 py-3">
      {claims.length === 0 && <Beginning />}
      {claims.map((claim) => (
        <MatrixTable key={claim.claim} claim={claim} {...choice} />
      ))}
      {unplaced.length > 0 && (
        <section aria-label={words.unplaced(unplaced.length)} className="flex flex-col gap-1">
          <h2 className="text-sm font-semibold text-ink-soft">{words.unplaced(unplaced.length)}</h2>
          <FactList facts={unplaced} {...choice} />
        </section>
      )}
    </div>
  );
}

/** Shown where nothing must be shown yet: what elements are, and where to begin. */
function Beginning() {
  const { isReadOnly, court } = useMatter();
  const run = useRunCommand();
  const add = useEngineMutation('argument.element.add', {
    undoMessage: (added) => elementWords.added(added.length),
  });
  const own = testOfCourt(court);
  const button = (test: StandardTest, variant?: 'primary') => (
    <Button
      {...(variant && { variant })}
      isDisabled={add.isPending}
      onPress={() => add.mutate({ elements: [...elementsOf(test)] })}
    >
      {words.addTest(standardTests.get(test)!.title)}
    </Button>
  );
  return (
    <EmptyState
      icon={<Scale />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <>
            {button('winter', 'primary')}
            {own && button(own)}
            <Button onPress={() => void run('argument.elements')}>{words.addOwn}</Button>
          </>
        )
      }
    >
      {words.emptyBody}
    </EmptyState>
  );
}
