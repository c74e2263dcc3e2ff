import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  useOpenMatter,
  useReaderTarget,
  useViewState,
  type Json,
  type ReaderTarget,
} from '../../../client/index.ts';
import { activeTab, emptyDesk, fromKept, openOnDesk, toKept, type Desk } from './desk.ts';

interface DeskState {
  readonly desk: Desk;
  /** What a tab was opened for, such as a page: it applies while the tab is in front. */
  readonly requests: ReadonlyMap<number, ReaderTarget>;
}

const nothingKept: { readonly [key: string]: Json } = {};
/** What was opened already: the pane may be unmounted and come back in between. */
const taken = new WeakSet<ReaderTarget>();

/**
 * The open documents, as they were left in this matter.
 *
 * @param isKept whether they are remembered; a window for one document remembers none
 * @returns null until it is known what was open
 */
export function useDesk(isKept: boolean): {
  readonly desk: Desk;
  readonly requestOf: (tabId: number) => ReaderTarget | undefined;
  /** Changes which document is where. */
  readonly act: (change: (desk: Desk) => Desk) => void;
} | null {
  const matterId = useOpenMatter()?.id ?? '';
  const { target } = useReaderTarget();
  const [kept, keep, isLoaded] = useViewState('reader.desk', nothingKept);
  const [state, setState] = useState<DeskState | null>(null);
  if (state === null && (isLoaded || !isKept))
    setState({ desk: isKept ? fromKept(kept, matterId) : emptyDesk, requests: new Map() });

  const isReady = state !== null;
  useLayoutEffect(() => {
    if (!isReady || !target || taken.has(target)) return;
    taken.add(target);
    setState((before) => {
      if (!before) return before;
      const { source, title, where = 'here' } = target;
      const { desk, tabId } = openOnDesk(before.desk, { source, title }, where);
      return inFront({ desk, requests: new Map(before.requests).set(tabId, target) });
    });
  }, [isReady, target]);

  const first = useRef<Desk | null>(null);
  const desk = state?.desk ?? null;
  useEffect(() => {
    if (!isKept || !desk) return;
    // Read as it was kept, it need not be kept again.
    if (first.current === null) first.current = desk;
    else if (first.current !== desk) keep(toKept(desk));
  }, [desk, isKept, keep]);

  const act = useCallback((change: (desk: Desk) => Desk) => {
    setState((before) => before && inFront({ ...before, desk: change(before.desk) }));
  }, []);
  const requestOf = useCallback((tabId: number) => state?.requests.get(tabId), [state]);
  return desk && { desk, requestOf, act };
}

/** What a tab was opened for is forgotten once another is in front: it comes back where it was left. */
function inFront({ desk, requests }: DeskState): DeskState {
  const front = new Set(desk.sides.map((_, side) => activeTab(desk, side)?.id));
  return { desk, requests: new Map([...requests].filter(([tabId]) => front.has(tabId))) };
}
