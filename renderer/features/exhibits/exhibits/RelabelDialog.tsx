import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, LoadingState, buttonWords } from '../../../ui/index.ts';
import { AffectedCitations } from '../insert/AffectedCitations.tsx';
import { WasNowTable } from '../insert/WasNowTable.tsx';
import { editWords as words } from '../words.ts';

/** Shows what every label was and would be, and which citations would be wrong, before labels are reassigned in order. */
export function RelabelDialog({ set, onClose }: { set: ExhibitSet; onClose: () => void }) {
  const { id: matterId } = useMatter();
  const plan = useEngineQuery('exhibits.planRelabel', { matterId, setId: set.id });
  const relabel = useEngineMutation('exhibits.relabel', {
    errors: 'inline',
    undoMessage: () => words.relabeled(set.name),
    onSuccess: onClose,
  });
  const changes = plan.data?.changes.filter(({ was, now }) => was !== now) ?? [];
  const kept = (plan.data?.changes.length ?? 0) - changes.length;
  const error = plan.error ?? relabel.error;
  return (
    <Dialog
      title={words.relabelTitle}
      onClose={onClose}
      isBusy={relabel.isPending}
      footer={
        <>
          {/* Made anew once it is known what would change: what there is to press then has the keyboard. */}
          <Button
            key={plan.data ? 'planned' : 'asked'}
            autoFocus={plan.data !== undefined && changes.length === 0}
            onPress={onClose}
          >
            {changes.length === 0 ? buttonWords.close : buttonWords.cancel}
          </Button>
          {changes.length > 0 && (
            <Button
              variant="primary"
              autoFocus
              isDisabled={relabel.isPending}
              onPress={() => relabel.mutate({ setId: set.id })}
            >
              {words.relabel(changes.length)}
            </Button>
          )}
        </>
      }
    >
      {!plan.data && !plan.error && <LoadingState />}
      {plan.data && (
        <p className="text-ink-soft">{changes.length === 0 ? words.relabelNothing : words.relabelNote}</p>
      )}
      {changes.length > 0 && <WasNowTable caption={words.relabelTitle} changes={changes} />}
      {changes.length > 0 && kept > 0 && <p className="text-sm text-ink-soft">{words.labelsKept(kept)}</p>}
      {plan.data && changes.length > 0 && <AffectedCitations citations={plan.data.affectedCitations} />}
      {error && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
