import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { engineClient, useMatter } from '../../client/index.ts';

const numbers = new WeakMap<readonly EvidenceId[], number>();
let last = 0;

/** A number for a list of ids: a hundred thousand of them are too long for a query key. */
function numberOf(ids: readonly EvidenceId[]): number {
  let number = numbers.get(ids);
  if (number === undefined) numbers.set(ids, (number = last += 1));
  return number;
}

/**
 * What selected items have in common; read again when evidence changes.
 *
 * @param ids memoised: another list is another query
 */
export function useSummary(ids: readonly EvidenceId[]) {
  const { id: matterId } = useMatter();
  return useQuery({
    queryKey: [matterId, 'evidence', 'evidence.summary', numberOf(ids)],
    queryFn: () => engineClient['evidence.summary']({ matterId, ids: [...ids] }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
