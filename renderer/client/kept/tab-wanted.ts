/** Whether what was last pressed asks for a tab of its own, as in every program with tabs. */
let isWanted = false;

const hearPointer = ({ ctrlKey, metaKey, button }: MouseEvent) => {
  isWanted = ctrlKey || metaKey || button === 1;
};
const hearKey = ({ ctrlKey, metaKey, key }: KeyboardEvent) => {
  isWanted = key === 'Enter' && (ctrlKey || metaKey);
};
if (typeof window !== 'undefined') {
  for (const name of ['pointerdown', 'click', 'dblclick', 'auxclick'] as const)
    window.addEventListener(name, hearPointer, { capture: true });
  window.addEventListener('keydown', hearKey, { capture: true });
}

/** Whether a document that opens now is wanted in a tab of its own: Ctrl (or Command) was held, or the middle button pressed. */
export function isTabWanted(): boolean {
  return isWanted;
}
