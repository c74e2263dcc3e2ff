import type { TagColor } from '../../../shared/model/evidence.ts';
import { useViewState } from '../../client/index.ts';

const remembered = { color: 'yellow' as TagColor };

/** The color of new marks, as it was chosen last in this matter. */
export function useMarkColor(): readonly [TagColor, (color: TagColor) => void] {
  const [{ color }, change] = useViewState('notes.marks', remembered);
  return [color, (next) => change({ color: next })];
}
