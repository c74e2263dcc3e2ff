import type { EvidenceId } from '../../../shared/model/common.ts';
import { Button } from '../../ui/index.ts';
import type { EvidenceActions } from './use-evidence-actions.ts';
import { useSummary } from './use-summary.ts';
import { words } from './words.ts';

interface EvidenceButtonsProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly onAddToSet: (ids: readonly EvidenceId[]) => void;
}

/** What is most often done with chosen items, beside their details. */
export function EvidenceButtons({ ids, actions, onAddToSet }: EvidenceButtonsProps) {
  const summary = useSummary(ids).data;
  const isArchive = !summary || summary.archived < summary.items;
  return (
    <div role="group" aria-label={words.actions} className="flex flex-wrap gap-1.5">
      <Button size="small" changesMatter isDisabled={ids.length > mostForSet} onPress={() => onAddToSet(ids)}>
        {words.addToSet}
      </Button>
      <Button size="small" onPress={() => void actions.exportOriginals(ids)}>
        {words.export}
      </Button>
      <Button size="small" changesMatter onPress={() => actions.archive(ids, isArchive)}>
        {isArchive ? words.archive : words.unarchive}
      </Button>
    </div>
  );
}

/** More exhibits than this nobody could look through. */
export const mostForSet = 1_000;
