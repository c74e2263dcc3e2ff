import { useSyncExternalStore } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';

/** What a dialog of the area is open for. */
export type DeadlineEdit =
  /** A new deadline; of a docket entry where one is given. */
  | { readonly kind: 'add'; readonly entryId: DocketEntry['id'] | null }
  | { readonly kind: 'edit'; readonly deadline: Deadline }
  | { readonly kind: 'done'; readonly deadline: Deadline }
  | { readonly kind: 'override'; readonly deadline: Deadline }
  /** Of all entries, or of those given. */
  | { readonly kind: 'propose'; readonly entryIds: readonly DocketEntry['id'][] | null };

let current: DeadlineEdit | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens the dialog for an edit; null closes it. */
export function editDeadline(edit: DeadlineEdit | null): void {
  current = edit;
  for (const listener of listeners) listener();
}

/** The edit a dialog is open for. */
export function useDeadlineEdit(): DeadlineEdit | null {
  return useSyncExternalStore(subscribe, () => current);
}
