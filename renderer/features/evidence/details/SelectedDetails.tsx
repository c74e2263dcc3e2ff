import type { ReactNode } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { useSettled } from '../use-settled.ts';
import { detailWords } from '../words.ts';
import { EvidenceDetails } from './EvidenceDetails.tsx';
import type { OnGroup } from './RelatedItems.tsx';
import { SeveralDetails } from './SeveralDetails.tsx';

interface SelectedDetailsProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  /** Buttons for what can be done with the selected items. */
  readonly buttons: ReactNode;
  readonly onEditTags: () => void;
  readonly onGroup: OnGroup;
  readonly onCheckRedactions: (ids: readonly EvidenceId[]) => void;
  readonly onOverlay: (id: EvidenceId) => void;
}

/** The pane of details beside the list, or under it where it is narrow; there it shows only while something is selected. */
export function SelectedDetails({
  ids,
  actions,
  buttons,
  onEditTags,
  onGroup,
  onCheckRedactions,
  onOverlay,
}: SelectedDetailsProps) {
  const isAnySelected = useSettled(ids.length > 0);
  const [only] = ids;
  return (
    <aside
      aria-label={detailWords.details}
      className={`h-2/5 shrink-0 overflow-auto border-t border-line bg-surface @4xl:block @4xl:h-auto @4xl:w-88 @4xl:border-t-0 @4xl:border-l ${
        isAnySelected ? '' : 'hidden'
      }`}
    >
      {ids.length > 1 ? (
        <SeveralDetails ids={ids} actions={actions} buttons={buttons} />
      ) : only ? (
        <EvidenceDetails
          key={only}
          id={only}
          actions={actions}
          buttons={buttons}
          onEditTags={onEditTags}
          onGroup={onGroup}
          onCheckRedactions={() => onCheckRedactions([only])}
          onOverlay={() => onOverlay(only)}
        />
      ) : (
        <p className="p-4 text-center text-balance text-ink-soft">{detailWords.nothingChosen}</p>
      )}
    </aside>
  );
}
