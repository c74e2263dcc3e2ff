import { useEffect, useMemo, useRef } from 'react';
import { isEditing, useChangedKeys, useHasSingleKeys } from '../../../client/index.ts';
import { codingActOf, codingKeysOf, type CodingAct, type CodingKeys } from './coding-keys.ts';

const controls = 'button, a, input, select, summary, [role="button"], [role="tab"], [role="separator"]';
const openLists = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

/** The single keys as they are now: none where they are switched off. */
export function useCodingKeyNames(): CodingKeys {
  const changed = useChangedKeys();
  const hasSingleKeys = useHasSingleKeys();
  return useMemo(() => codingKeysOf(changed, hasSingleKeys), [changed, hasSingleKeys]);
}

/**
 * Handles the single keys of coding wherever the focus is in the area or in the reader beside it, but not while somebody types, a
 * dialog or a menu is open, or words are selected in the document, whose own keys then count.
 */
export function useCodingKeys(onAct: (act: CodingAct) => void): void {
  const keys = useCodingKeyNames();
  const act = useRef(onAct);
  useEffect(() => {
    act.current = onAct;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isOurs(event.target)) return;
      const isOnControl = event.target instanceof Element && event.target.closest(controls) !== null;
      const asked = codingActOf(event, isOnControl, keys);
      if (!asked) return;
      event.preventDefault();
      act.current(asked);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

function isOurs(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || isEditing(document.activeElement)) return false;
  if (document.querySelector('[data-modal-overlay]') || target.closest(openLists)) return false;
  if (target !== document.body && !target.closest('main')) return false;
  const selection = window.getSelection();
  return selection === null || selection.isCollapsed;
}
