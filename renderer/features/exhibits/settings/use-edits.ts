import type {
  Exhibit,
  ExhibitFields,
  ExhibitSet,
  ExhibitSetFields,
} from '../../../../shared/model/exhibits.ts';
import { formatCount, showError, useEngineMutation } from '../../../client/index.ts';
import type { SharedFields } from './shared-fields.ts';
import { settingWords as words } from './words.ts';

/** Stores fields of an exhibit, with an undo; throws what the engine refuses. */
export function useExhibitEdit(exhibit: Exhibit): (fields: Partial<ExhibitFields>) => Promise<unknown> {
  const { mutateAsync } = useEngineMutation('exhibits.update', {
    errors: 'inline',
    undoMessage: (saved) =>
      saved.label === exhibit.label
        ? words.changedExhibit(saved.label)
        : words.relabeled(exhibit.label, saved.label),
  });
  return (fields) => mutateAsync({ id: exhibit.id, fields });
}

/** Stores the same fields of several exhibits as one step, with an undo; throws what the engine refuses. */
export function useSharedEdit(
  set: ExhibitSet,
  exhibits: readonly Exhibit[],
): (fields: Partial<SharedFields>) => Promise<unknown> {
  const { mutateAsync } = useEngineMutation('exhibits.updateMany', {
    errors: 'inline',
    undoMessage: ([one, ...others]) =>
      one && others.length === 0
        ? words.changedExhibit(one.label)
        : words.changedSeveral(formatCount(others.length + 1, 'exhibit')),
  });
  return (fields) => mutateAsync({ setId: set.id, ids: exhibits.map(({ id }) => id), fields });
}

/** Stores fields of a set, with an undo; throws what the engine refuses. */
export function useSetEdit(set: ExhibitSet): (fields: Partial<ExhibitSetFields>) => Promise<unknown> {
  const { mutateAsync } = useEngineMutation('exhibits.set.update', {
    errors: 'inline',
    undoMessage: ({ name }) => words.changedSet(name),
  });
  return (fields) => mutateAsync({ setId: set.id, fields });
}

/** For choices, which cannot be invalid: if the engine refuses one, a toast says so. */
export function applied(edit: Promise<unknown>): void {
  edit.catch(showError);
}
