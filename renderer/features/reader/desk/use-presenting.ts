import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useUnaskedHeld } from '../../../ui/index.ts';

/** Fills the screen with the document, and lets nothing around it be reached meanwhile. */
export function usePresenting(
  container: RefObject<HTMLElement | null>,
  hasDocument: boolean,
): { readonly isOn: boolean; readonly begin: () => void; readonly end: () => void } {
  const [isAsked, setIsAsked] = useState(false);
  const isOn = isAsked && hasDocument;
  // No report comes up before an audience.
  useUnaskedHeld(isOn);
  useEffect(() => {
    const element = container.current;
    if (!isOn || !element) return undefined;
    window.forthwith.setFullScreen(true);
    const silenced = surroundings(element).filter((each) => !each.inert);
    for (const each of silenced) each.inert = true;
    element.querySelector<HTMLElement>('[data-pages], [role="region"][tabindex="0"]')?.focus();
    return () => {
      for (const each of silenced) each.inert = false;
      window.forthwith.setFullScreen(false);
    };
  }, [isOn, container]);
  return {
    isOn,
    begin: useCallback(() => setIsAsked(true), []),
    end: useCallback(() => setIsAsked(false), []),
  };
}

/** Everything in the page that neither holds the element nor is in it; live regions for screen readers stay. */
function surroundings(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at && at !== document.body; at = at.parentElement)
    for (const sibling of at.parentElement?.children ?? [])
      if (
        sibling !== at &&
        sibling instanceof HTMLElement &&
        !sibling.matches('[aria-live], [role="region"]')
      )
        found.push(sibling);
  return found;
}
