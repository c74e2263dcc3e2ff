import type { ExhibitSet, Exhibit } from '../../../../shared/model/exhibits.ts';
import { formatCount, useMatter } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import type { ExhibitActions } from '../exhibits/use-exhibit-actions.ts';
import { canChange, type OpenDialog } from '../set/exhibit-menu.ts';
import { words as actionWords } from '../words.ts';
import { DesignationFields } from './DesignationFields.tsx';
import { Note, Section } from './Section.tsx';
import { TreatmentFields } from './TreatmentFields.tsx';
import { useSharedEdit } from './use-edits.ts';
import { exhibitWords, severalWords as words } from './words.ts';

interface SeveralSectionProps {
  readonly set: ExhibitSet;
  readonly selected: readonly Exhibit[];
  readonly actions: ExhibitActions;
  readonly onOpen: (dialog: OpenDialog) => void;
}

/** What can be done with several exhibits, and what all of them are given at once. */
export function SeveralSection({ set, selected, actions, onOpen }: SeveralSectionProps) {
  const { isReadOnly } = useMatter();
  const edit = useSharedEdit(set, selected);
  const isChangeable = canChange({ isReadOnly }, selected);
  const pages = selected.reduce((sum, { pages: own }) => sum + (own ?? 0), 0);
  const withdrawn = selected.filter(({ status }) => status === 'withdrawn');
  const standing = selected.filter(({ status }) => status !== 'withdrawn');
  const shared = { exhibits: selected, isDisabled: !isChangeable, edit };
  return (
    <>
      <Section title={words.title(formatCount(selected.length, 'exhibit'))}>
        <p className="tabular-nums">{words.labels(selected.map(({ label }) => label))}</p>
        <Note>{formatCount(pages, 'page')}</Note>
        <div className="flex flex-col items-start gap-1.5">
          <Button
            size="small"
            isDisabled={!isChangeable}
            onPress={() => onOpen({ what: 'move', exhibits: selected })}
          >
            {actionWords.moveTo}
          </Button>
          <Button
            size="small"
            changesMatter
            isDisabled={standing.length === 0}
            onPress={() => onOpen({ what: 'withdraw', exhibits: standing })}
          >
            {actionWords.withdraw}
          </Button>
          {withdrawn.length > 0 && (
            <Button size="small" changesMatter onPress={() => actions.reinstate(withdrawn)}>
              {actionWords.reinstate}
            </Button>
          )}
          <Button size="small" isDisabled={!isChangeable} onPress={() => actions.remove(selected)}>
            {actionWords.remove}
          </Button>
        </div>
      </Section>
      <Section title={exhibitWords.content}>
        {selected.some(({ isSealed }) => isSealed) && <Note>{words.fixed}</Note>}
        <TreatmentFields {...shared} />
      </Section>
      <Section title={exhibitWords.designation}>
        <DesignationFields set={set} {...shared} />
      </Section>
    </>
  );
}
