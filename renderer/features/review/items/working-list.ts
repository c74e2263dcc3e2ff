import { useMemo, useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceFilter } from '../../../../shared/model/evidence.ts';
import { useEngineQuery, useMatter, type QueryState } from '../../../client/index.ts';
import { mergeWorkingList } from './merge-working-list.ts';

/** The items of a queue as somebody goes through it. */
export interface WorkingList {
  readonly ids: readonly EvidenceId[];
  /** Those of `ids` that are no longer in the queue, because they were decided meanwhile. */
  readonly left: ReadonlySet<string>;
  /** The state of reading the queue. */
  readonly query: QueryState;
  /** Removes what has left the queue from the list. */
  readonly dropLeft: () => void;
}

interface Kept {
  readonly key: string;
  /** The queue as it was last read. */
  readonly found: readonly EvidenceId[];
  readonly ids: readonly EvidenceId[];
}
const nothing: readonly EvidenceId[] = [];
const begun: Kept = { key: '', found: nothing, ids: nothing };

/**
 * Reads a queue once it is chosen and keeps its items in their places: an item that is coded leaves its queue in the matter, but
 * not the list being worked through, so that one can go back to it. Items that enter the queue meanwhile are added at the end.
 *
 * @param queue the queue's key and filter; null while none is chosen
 */
export function useWorkingList(
  queue: { readonly key: string; readonly filter: Partial<EvidenceFilter> } | null,
): WorkingList {
  const { id: matterId } = useMatter();
  const query = useEngineQuery(
    'evidence.find',
    queue && { matterId, filter: queue.filter, sort: 'receivedAt' },
  );
  const key = `${matterId} ${queue?.key ?? ''}`;
  const [kept, setKept] = useState<Kept>(begun);
  // A queue the user returns to is read again first: its cached answer still holds items decided since.
  const isOpening = kept.key !== key && query.isFetching;
  const found = isOpening ? undefined : query.data?.ids;
  const current = found ? goOn(kept, key, found) : kept;
  if (current !== kept) setKept(current);
  const ids = current.key === key ? current.ids : nothing;
  const left = useMemo(() => {
    const inQueue = new Set<string>(found);
    return new Set<string>(found ? ids.filter((id) => !inQueue.has(id)) : []);
  }, [ids, found]);
  return {
    ids,
    left,
    query: {
      error: query.error,
      isPending: queue === null || query.isPending || isOpening,
      refetch: query.refetch,
    },
    dropLeft: () => found && setKept({ key, found, ids: found }),
  };
}

function goOn(kept: Kept, key: string, found: readonly EvidenceId[]): Kept {
  if (kept.key !== key) return { key, found, ids: found };
  return kept.found === found ? kept : { key, found, ids: mergeWorkingList(kept.ids, found) };
}
