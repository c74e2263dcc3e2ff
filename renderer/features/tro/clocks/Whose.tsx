import { Badge } from '../../../ui/index.ts';
import { clocksWords as words } from '../words.ts';
import type { ClockReading } from './clock-state.ts';

/** Whose act a clock asks for, where it is someone's. */
export function Whose({ reading: { whose } }: { reading: ClockReading }) {
  if (whose === null) return null;
  return <Badge>{whose === 'ours' ? words.ours : words.theirs}</Badge>;
}
