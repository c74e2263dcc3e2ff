import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import { pickWords } from './words.ts';

export type Way = 'between' | 'sub' | 'push';

/** Where new exhibits go: at the end (null), or by an exhibit in one of three ways. */
export interface Insertion {
  readonly afterLabel: string | null;
  readonly way: Way;
}

/** A place as the engine is told it. */
export function placeOf({ afterLabel, way }: Insertion) {
  return afterLabel === null ? {} : { afterLabel, place: way };
}

/** What adding evidence at a place would change, and the way to do it. */
export function useAddPlan(
  set: ExhibitSet,
  evidenceIds: readonly EvidenceId[],
  begin: Insertion,
  onAdded: (added: readonly Exhibit[]) => void,
) {
  const { id: matterId } = useMatter();
  const [insertion, setInsertion] = useState(begin);
  const input = {
    setId: set.id,
    evidenceIds: [...evidenceIds],
    ...placeOf(insertion),
  };
  const plan = useEngineQuery('exhibits.planAdd', evidenceIds.length > 0 ? { matterId, ...input } : null, {
    keepsPrevious: true,
  });
  const add = useEngineMutation('exhibits.add', {
    errors: 'inline',
    undoMessage: (added) => pickWords.added(formatCount(added.length, 'exhibit'), set.name),
    onSuccess: onAdded,
  });
  return {
    insertion,
    setInsertion,
    plan: evidenceIds.length > 0 ? plan.data : undefined,
    /** Labels that the new exhibits would take, in their order. */
    labels:
      evidenceIds.length > 0
        ? (plan.data?.changes ?? []).filter(({ id }) => id === null).map(({ now }) => now)
        : [],
    error: add.error ?? plan.error,
    isBusy: add.isPending,
    submit: () => {
      if (evidenceIds.length > 0) add.mutate(input);
    },
  };
}
