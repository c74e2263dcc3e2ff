import type { EvidenceId } from '../../../shared/model/common.ts';
import { CertificateDialog, SummaryDialog } from '../authenticity/index.ts';
import { AddToSetDialog } from '../exhibits/index.ts';
import { DescribeDialog } from './details/DescribeDialog.tsx';
import { ManageTagsDialog } from './tags/ManageTagsDialog.tsx';
import { TagsDialog } from './tags/TagsDialog.tsx';
import type { EvidenceActions } from './use-evidence-actions.ts';

/** A dialog that the list opens, with the items it is about; tags and descriptions are those of the selected ones. */
export type ShownDialog =
  | { readonly kind: 'tags' | 'describe' | 'manageTags' }
  | { readonly kind: 'toSet'; readonly items: readonly { id: EvidenceId; title: string }[] }
  | { readonly kind: 'certificate' | 'summary'; readonly ids: readonly EvidenceId[] };

interface EvidenceDialogProps {
  readonly shown: ShownDialog;
  readonly selected: readonly EvidenceId[];
  readonly actions: EvidenceActions;
  readonly onClose: () => void;
}

/** The dialog that is open over the list. */
export function EvidenceDialog({ shown, selected, actions, onClose }: EvidenceDialogProps) {
  switch (shown.kind) {
    case 'manageTags':
      return <ManageTagsDialog onClose={onClose} />;
    case 'toSet':
      return <AddToSetDialog evidence={shown.items} onClose={onClose} />;
    case 'certificate':
      return <CertificateDialog ids={shown.ids} onClose={onClose} />;
    case 'summary':
      return <SummaryDialog ids={shown.ids} onClose={onClose} />;
    default: {
      const Selected = shown.kind === 'tags' ? TagsDialog : DescribeDialog;
      return selected.length > 0 && <Selected ids={selected} actions={actions} onClose={onClose} />;
    }
  }
}
