import { Badge } from '../../../ui/index.ts';
import { clocksWords as words } from '../words.ts';
import type { ClockReading } from './clock-state.ts';

/** Who must act by a clock, where somebody must. */
export function Whose({ reading: { whose } }: { reading: ClockReading }) {
  if (whose === null) return null;
  return <Badge>{whose === 'ours' ? words.ours : words.theirs}</Badge>;
}
