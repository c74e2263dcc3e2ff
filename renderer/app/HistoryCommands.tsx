import { useIsMutating, useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { isAppError } from '../../shared/errors/app-error.ts';
import {
  holdStep,
  showError,
  stepInHistory,
  useCanComment,
  useChangedKeys,
  useCommand,
  useCommandStates,
  useEngineQuery,
  useMatter,
  useRunCommand,
} from '../client/index.ts';
import { showToast } from '../ui/index.ts';

type Direction = 'undo' | 'redo';
const said = { undo: 'Undone', redo: 'Done again' } as const;
const back = {
  undo: { label: 'Redo', way: 'redo', command: 'history.redo' },
  redo: { label: 'Undo', way: 'undo', command: 'history.undo' },
} as const;

/**
 * Undo and redo of any edit, from whichever area it was made in. A key pressed before the last edit or step is answered
 * waits for that answer and then takes the step that is next, so that no key of someone who types fast is lost.
 */
export function HistoryCommands() {
  const { id: matterId } = useMatter();
  const run = useRunCommand();
  const { data: history, isFetching } = useEngineQuery('history.get', { matterId });
  const [asked, setAsked] = useState(0);
  const { mutate } = useMutation({
    // One after the other.
    scope: { id: 'history' },
    mutationFn: (direction: Direction) => stepInHistory(matterId, direction),
    onSuccess: (label, direction) => {
      const { label: wayBack, way, command } = back[direction];
      const action = { label: wayBack, onAction: holdStep(matterId, way, () => void run(command)) };
      showToast({ message: `${said[direction]}: ${label}`, group: 'history', action });
    },
    onError: (error) => {
      // The key waited for an edit that left no step.
      if (!isAppError(error, 'NOTHING_TO_UNDO') && !isAppError(error, 'NOTHING_TO_REDO')) showError(error);
    },
    onSettled: () => setAsked((count) => count - 1),
  });
  const take = (direction: Direction) => {
    // The next key may come before anything else is drawn, and must already find this ready.
    flushSync(() => setAsked((count) => count + 1));
    mutate(direction);
  };
  const isEditing = useIsMutating() > 0;
  const isChanging = asked > 0 || isEditing || isFetching;
  useCommand('history.undo', () => take('undo'), { isEnabled: isChanging || Boolean(history?.undo) });
  useCommand('history.redo', () => take('redo'), { isEnabled: isChanging || Boolean(history?.redo) });
  return null;
}

/** Keeps the system's menu in step with what can be done now. */
export function useMenuState(matter: { readonly id: string } | null): void {
  const states = useCommandStates();
  const history = useEngineQuery('history.get', matter && { matterId: matter.id }).data;
  const shortcuts = useChangedKeys();
  const canComment = useCanComment();
  const undo = (canComment && history?.undo?.label) || null;
  const redo = (canComment && history?.redo?.label) || null;
  // Undo and redo can be used by their steps, which are told apart: their keys also wait while an edit is under way.
  const disabled = states
    .filter(({ id, isEnabled }) => !isEnabled && id !== 'history.undo' && id !== 'history.redo')
    .map(({ id }) => id);
  const disabledKey = disabled.join(' ');
  useEffect(() => {
    const now = disabledKey.split(' ');
    window.forthwith.setMenuState({ undo, redo, disabled: now, shortcuts });
  }, [undo, redo, disabledKey, shortcuts]);
}
