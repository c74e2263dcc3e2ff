import type { EvidenceId } from '../../../shared/model/common.ts';
import { useEngineQuery, useMatter } from '../../client/index.ts';
import { Button } from '../../ui/index.ts';
import type { EvidenceActions } from './use-evidence-actions.ts';
import { words } from './words.ts';

interface EvidenceButtonsProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly onAddToSet: (ids: readonly EvidenceId[]) => void;
}

/** What is most often done with chosen items, beside their details. */
export function EvidenceButtons({ ids, actions, onAddToSet }: EvidenceButtonsProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const summary = useEngineQuery(
    'evidence.summary',
    { matterId, ids: [...ids] },
    { isEnabled: ids.length > 0, keepsPrevious: true },
  ).data;
  const isArchive = !summary || summary.archived < summary.items;
  return (
    <div role="group" aria-label={words.actions} className="flex flex-wrap gap-1.5">
      <Button size="small" isDisabled={isReadOnly || ids.length > mostForSet} onPress={() => onAddToSet(ids)}>
        {words.addToSet}
      </Button>
      <Button size="small" onPress={() => void actions.exportOriginals(ids)}>
        {words.export}
      </Button>
      <Button size="small" isDisabled={isReadOnly} onPress={() => actions.archive(ids, isArchive)}>
        {isArchive ? words.archive : words.unarchive}
      </Button>
    </div>
  );
}

/** More items than this are no exhibits anyone could look through. */
export const mostForSet = 1_000;
