import { Check, Flag, Pencil, Star, Tags } from 'lucide-react';
import { relevanceWords } from '../../../../shared/domain/evidence/relevance-words.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { useMatter, useSingleKey } from '../../../client/index.ts';
import { MenuButton, SelectionStrip, StripButton, type MenuEntry } from '../../../ui/index.ts';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { words } from '../words.ts';

interface SelectionBarProps {
  readonly ids: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly onEditTags: () => void;
  readonly onDescribe: () => void;
  readonly onClear: () => void;
}

/** Ratings to choose from, each with its key. */
export function ratingMenu(
  ids: readonly EvidenceId[],
  actions: EvidenceActions,
  isReadOnly: boolean,
  singleKey: (key: string) => readonly string[],
): readonly MenuEntry[] {
  return [3, 2, 1, 0, null].map((rating) => ({
    id: `rate ${rating}`,
    label: words.rate(relevanceWords(rating)),
    shortcut: rating === null ? [] : singleKey(String(rating)),
    isDisabled: ids.length === 0 || isReadOnly,
    onAction: () => actions.rate(ids, rating),
  }));
}

/** What can be changed of all selected items at once. It is shown with none selected too, so that nothing moves when a row is. */
export function SelectionBar({ ids, actions, onEditTags, onDescribe, onClear }: SelectionBarProps) {
  const { isReadOnly } = useMatter();
  const singleKey = useSingleKey();
  return (
    <SelectionStrip
      label={words.selection}
      count={ids.length}
      summary={ids.length === 0 ? words.noneSelected : words.selected(ids.length)}
      clearLabel={words.clearSelection}
      onClear={onClear}
    >
      <StripButton
        icon={<Check aria-hidden />}
        changesMatter
        onPress={() => void actions.toggleReviewed(ids)}
      >
        {words.reviewedShort}
      </StripButton>
      <StripButton icon={<Flag aria-hidden />} changesMatter onPress={() => void actions.toggleFlagged(ids)}>
        {words.flag}
      </StripButton>
      <MenuButton label={words.relevance} items={ratingMenu(ids, actions, isReadOnly, singleKey)}>
        <StripButton icon={<Star aria-hidden />} changesMatter>
          {words.relevance}
        </StripButton>
      </MenuButton>
      <StripButton icon={<Tags aria-hidden />} changesMatter onPress={onEditTags}>
        {words.tagsShort}
      </StripButton>
      <StripButton icon={<Pencil aria-hidden />} changesMatter onPress={onDescribe}>
        {words.describeShort}
      </StripButton>
    </SelectionStrip>
  );
}
