import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, buttonWords } from '../../../ui/index.ts';
import { AffectedCitations } from '../insert/AffectedCitations.tsx';
import { placeWords } from '../insert/words.ts';
import { doneWords, removeWords as words } from '../words.ts';
import { NamedExhibits, nameOrCount } from './NamedExhibits.tsx';
import type { LeftBehind } from './use-exhibit-actions.ts';

interface RemoveDialogProps extends LeftBehind {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly onClose: () => void;
}

/** Shows which citations would lead nowhere, and which parts would become exhibits of their own, before exhibits are taken out. */
export function RemoveDialog({ set, exhibits, parts, citations, onClose }: RemoveDialogProps) {
  const remove = useEngineMutation('exhibits.remove', {
    errors: 'inline',
    undoMessage: () => doneWords.removed(nameOrCount(exhibits)),
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
            {buttonWords.cancel}
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
      <p>{citations.length > 0 ? `${words.body} ${words.cited}` : words.body}</p>
      <NamedExhibits exhibits={exhibits} />
      {parts.length > 0 && (
        <p>
          {words.partsStay(
            exhibits.length,
            parts.map(({ label }) => label),
          )}
        </p>
      )}
      <AffectedCitations citations={citations} none={placeWords.lostNone} />
      {remove.error && <ErrorLine>{messageOf(remove.error)}</ErrorLine>}
    </Dialog>
  );
}
