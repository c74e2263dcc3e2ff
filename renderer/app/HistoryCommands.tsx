import { useEffect } from 'react';
import {
  useCanComment,
  useChangedKeys,
  useCommand,
  useCommandStates,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useRunCommand,
} from '../client/index.ts';
import { showToast } from '../ui/index.ts';

/** Undo and redo of any edit, from whichever area it was made in. */
export function HistoryCommands() {
  const matter = useMatter();
  const run = useRunCommand();
  const history = useEngineQuery('history.get', { matterId: matter.id }).data;
  const undo = useEngineMutation('history.undo', {
    onSuccess: ({ label }) =>
      showToast({
        message: `Undone: ${label}`,
        group: 'history',
        action: { label: 'Redo', onAction: () => void run('history.redo') },
      }),
  });
  const redo = useEngineMutation('history.redo', {
    onSuccess: ({ label }) =>
      showToast({
        message: `Done again: ${label}`,
        group: 'history',
        action: { label: 'Undo', onAction: () => void run('history.undo') },
      }),
  });
  const isIdle = !undo.isPending && !redo.isPending;
  useCommand('history.undo', () => undo.mutate({}), { isEnabled: isIdle && Boolean(history?.undo) });
  useCommand('history.redo', () => redo.mutate({}), { isEnabled: isIdle && Boolean(history?.redo) });
  return null;
}

/** Keeps the system's menu true to what can be done now. */
export function useMenuState(matter: { readonly id: string; readonly isReadOnly: boolean } | null): void {
  const states = useCommandStates();
  const history = useEngineQuery('history.get', matter && { matterId: matter.id }).data;
  const shortcuts = useChangedKeys();
  const hasMatter = matter !== null;
  // In a review copy some commands that change it can be used: each of the others has to be disabled.
  const canComment = useCanComment();
  const isReadOnly = (matter?.isReadOnly ?? false) && !canComment;
  const undo = (hasMatter && history?.undo?.label) || null;
  const redo = (hasMatter && history?.redo?.label) || null;
  const disabled = states.filter(({ isEnabled }) => !isEnabled).map(({ id }) => id);
  const disabledKey = disabled.join(' ');
  useEffect(() => {
    const now = disabledKey.split(' ');
    window.forthwith.setMenuState({ hasMatter, isReadOnly, undo, redo, disabled: now, shortcuts });
  }, [hasMatter, isReadOnly, undo, redo, disabledKey, shortcuts]);
}
