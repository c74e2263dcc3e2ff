import type { TagColor } from '../../../shared/model/evidence.ts';
import { useViewState } from '../../client/index.ts';

/** Marks for redaction are red at first, whatever other marks are: a person may give each another color. */
export const redactionColor: TagColor = 'red';

const remembered = { color: 'yellow' as TagColor };

/** The color of new marks, as it was chosen last in this matter. */
export function useMarkColor(): readonly [TagColor, (color: TagColor) => void] {
  const [{ color }, change] = useViewState('notes.marks', remembered);
  return [color, (next) => change({ color: next })];
}
