import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { createStore } from '../../ui/index.ts';

/** What a dialog of the area is open for. */
export type DeadlineEdit =
  /** A new deadline; of a docket entry where one is given. */
  | { readonly kind: 'add'; readonly entryId: DocketEntry['id'] | null }
  | { readonly kind: 'edit'; readonly deadline: Deadline }
  | { readonly kind: 'done'; readonly deadline: Deadline }
  | { readonly kind: 'override'; readonly deadline: Deadline }
  /** Of all entries, or of those given. */
  | { readonly kind: 'propose'; readonly entryIds: readonly DocketEntry['id'][] | null };

const current = createStore<DeadlineEdit | null>(null);

/** Opens the dialog for an edit; null closes it. */
export const editDeadline = current.set;

/** The edit a dialog is open for. */
export const useDeadlineEdit = current.use;
