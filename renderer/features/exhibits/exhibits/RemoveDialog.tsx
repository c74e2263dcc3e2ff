import type { AffectedCitation, Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { AffectedCitations } from '../insert/AffectedCitations.tsx';
import { doneWords, removeWords as words } from '../words.ts';
import { NamedExhibits, nameOrCount } from './NamedExhibits.tsx';

interface RemoveDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** At least one: what nobody cites is taken out without asking. */
  readonly citations: readonly AffectedCitation[];
  readonly onClose: () => void;
}

/** Shows which citations would lead nowhere before exhibits that a checked brief cites are taken out. */
export function RemoveDialog({ set, exhibits, citations, onClose }: RemoveDialogProps) {
  const remove = useEngineMutation('exhibits.remove', {
    errors: 'inline',
    undoMessage: (_nothing, { ids }) => doneWords.removed(formatCount(ids.length, 'exhibit')),
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={words.title(nameOrCount(exhibits))}
      onClose={onClose}
      isBusy={remove.isPending}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button
            variant="primary"
            isDisabled={remove.isPending}
            onPress={() => remove.mutate({ setId: set.id, ids: exhibits.map(({ id }) => id) })}
          >
            {words.remove}
          </Button>
        </>
      }
    >
      <p>{words.body}</p>
      <NamedExhibits exhibits={exhibits} />
      <AffectedCitations citations={citations} />
      {remove.error && (
        <p role="alert" className="text-danger-ink">
          {messageOf(remove.error)}
        </p>
      )}
    </Dialog>
  );
}
