import { ArrowRight } from 'lucide-react';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatCount,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Button, Dialog, LoadingState } from '../../../ui/index.ts';
import { editWords as wordsOf, words } from '../words.ts';

/** Shows what every label was and would be before labels are given anew in the present order. */
export function RelabelDialog({ set, onClose }: { set: ExhibitSet; onClose: () => void }) {
  const { id: matterId } = useMatter();
  const plan = useEngineQuery('exhibits.planRelabel', { matterId, setId: set.id });
  const relabel = useEngineMutation('exhibits.relabel', {
    errors: 'inline',
    undoMessage: () => `Relabeled “${set.name}” in order`,
    onSuccess: onClose,
  });
  const changes = plan.data?.filter(({ was, now }) => was !== now) ?? [];
  const error = plan.error ?? relabel.error;
  return (
    <Dialog
      title={wordsOf.relabelTitle}
      onClose={onClose}
      isBusy={relabel.isPending}
      footer={
        <>
          <Button onPress={onClose}>{changes.length === 0 ? 'Close' : 'Cancel'}</Button>
          {changes.length > 0 && (
            <Button
              variant="primary"
              isDisabled={relabel.isPending}
              onPress={() => relabel.mutate({ setId: set.id })}
            >
              {wordsOf.relabel(changes.length)}
            </Button>
          )}
        </>
      }
    >
      {!plan.data && !plan.error && <LoadingState />}
      {plan.data && (
        <p className="text-ink-soft">{changes.length === 0 ? wordsOf.relabelNothing : wordsOf.relabelNote}</p>
      )}
      {changes.length > 0 && (
        <div className="max-h-96 overflow-auto rounded-md border border-line">
          <table className="w-full text-left tabular-nums">
            <caption className="sr-only">{wordsOf.relabelTitle}</caption>
            <thead className="sticky top-0 bg-sunken text-sm text-ink-soft">
              <tr>
                <th scope="col" className="w-20 px-3 py-1 font-medium">
                  {wordsOf.was}
                </th>
                <th scope="col" className="w-20 px-3 py-1 font-medium">
                  {wordsOf.now}
                </th>
                <th scope="col" className="px-3 py-1 font-medium">
                  {words.title}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ id, title, was, now }) => (
                <tr key={id} className="border-t border-line">
                  <td className="px-3 py-1 text-ink-soft">{was}</td>
                  <td className="px-3 py-1 font-semibold">
                    <span className="flex items-center gap-2">
                      <ArrowRight aria-hidden className="size-3.5 text-ink-soft" />
                      {now}
                    </span>
                  </td>
                  <td className="px-3 py-1 wrap-anywhere">{title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {plan.data && changes.length > 0 && changes.length < plan.data.length && (
        <p className="text-sm text-ink-soft">
          {formatCount(plan.data.length - changes.length, 'exhibit keeps its', 'exhibits keep their')} label.
        </p>
      )}
      {error && (
        <p role="alert" className="text-danger-ink">
          {messageOf(error)}
        </p>
      )}
    </Dialog>
  );
}
