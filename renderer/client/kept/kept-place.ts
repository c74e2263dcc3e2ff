import type { ListPlace } from '../../ui/index.ts';
import { useMatter } from '../matter.tsx';

const kept = new Map<string, ListPlace>();

/**
 * Where a list was left, kept while the window is open: the user finds it again after going to another area.
 *
 * @param list the list's own name, such as 'evidence'
 * @example <DataTable place={useKeptPlace('evidence')} … />
 */
export function useKeptPlace(list: string): ListPlace {
  const { id: matterId } = useMatter();
  const key = `${matterId} ${list}`;
  const place = kept.get(key) ?? { top: null, row: { active: null, anchor: null } };
  kept.set(key, place);
  return place;
}
