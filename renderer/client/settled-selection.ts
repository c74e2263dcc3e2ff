import { isEditing } from './app-commands.tsx';

/** A selection is read once it has not changed for this long, in milliseconds: it changes with every letter the pointer passes. */
const stillMs = 120;

/**
 * Reports each time that the window's selection no longer changes, and no button of the pointer is held. What is
 * selected in a text field is not reported: it is not a selection of a page's words.
 *
 * @returns how to stop it
 */
export function onSelectionSettled(read: () => void): () => void {
  let timer = 0;
  let isPressed = false;
  const later = () => {
    window.clearTimeout(timer);
    if (!isPressed && !isEditing(document.activeElement)) timer = window.setTimeout(read, stillMs);
  };
  const press = () => {
    isPressed = true;
  };
  const release = () => {
    isPressed = false;
    later();
  };
  document.addEventListener('selectionchange', later);
  window.addEventListener('pointerdown', press);
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('selectionchange', later);
    window.removeEventListener('pointerdown', press);
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', release);
  };
}
