import { useCallback, useMemo } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { useViewState } from './view-state.ts';

/** An item as it is offered again. */
export interface KeptItem {
  readonly id: EvidenceId;
  readonly title: string;
}

const remembered = { recent: [] as readonly KeptItem[], pinned: [] as readonly KeptItem[] };
const recentAtMost = 20;
const pinnedAtMost = 200;

/** Items a person keeps at hand in this matter: those read last, newest first, and those pinned, as they were pinned. */
export function useKeptItems() {
  const [{ recent, pinned }, change, isLoaded] = useViewState('items.kept', remembered);
  const remember = useCallback(
    (item: KeptItem) => {
      if (recent[0]?.id === item.id && recent[0].title === item.title) return;
      const others = recent.filter(({ id }) => id !== item.id);
      change({ recent: [item, ...others].slice(0, recentAtMost) });
    },
    [recent, change],
  );
  const togglePin = useCallback(
    (item: KeptItem): boolean => {
      const isPinned = pinned.some(({ id }) => id === item.id);
      const rest = pinned.filter(({ id }) => id !== item.id);
      change({ pinned: isPinned ? rest : [...rest, item].slice(-pinnedAtMost) });
      return !isPinned;
    },
    [pinned, change],
  );
  return useMemo(
    () => ({ recent, pinned, remember, togglePin, isLoaded }),
    [recent, pinned, remember, togglePin, isLoaded],
  );
}
