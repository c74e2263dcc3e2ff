import { useCallback, useState } from 'react';
import { useMatter } from '../matter.tsx';

const kept = new Map<string, ReadonlySet<string>>();
const nothing: ReadonlySet<string> = new Set();

/**
 * The rows chosen in a list, kept while the window is open: they stay chosen when the user goes to another area, or the
 * panes are laid out again, and comes back.
 *
 * @param list the list's own name, such as 'evidence'
 * @example const [selectedIds, setSelectedIds] = useKeptSelection('evidence');
 */
export function useKeptSelection(
  list: string,
): readonly [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const { id: matterId } = useMatter();
  const key = `${matterId} ${list}`;
  const [state, setState] = useState({ key, ids: kept.get(key) ?? nothing });
  const ids = state.key === key ? state.ids : (kept.get(key) ?? nothing);
  const change = useCallback(
    (next: ReadonlySet<string>) => {
      kept.set(key, next);
      setState({ key, ids: next });
    },
    [key],
  );
  return [ids, change];
}
