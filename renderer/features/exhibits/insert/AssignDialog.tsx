import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { useEngineMutation } from '../../../client/index.ts';
import { EvidencePicker } from '../../pick/index.ts';
import { keepWords as words } from './words.ts';

interface AssignDialogProps {
  readonly exhibit: Exhibit;
  readonly onClose: () => void;
}

/** Puts evidence behind a reserved label, or other evidence behind one that has some. */
export function AssignDialog({ exhibit, onClose }: AssignDialogProps) {
  const assign = useEngineMutation('exhibits.assign', {
    undoMessage: ({ label }) => words.assigned(label),
    onSuccess: onClose,
  });
  return (
    <EvidencePicker
      title={words.assignTitle(exhibit.label)}
      choose={words.assign}
      onPick={({ id }) => assign.mutate({ id: exhibit.id, evidenceId: id })}
      onClose={onClose}
    />
  );
}
