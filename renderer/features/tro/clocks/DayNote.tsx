import { isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { hasMinute } from '../../../client/index.ts';
import { clocksWords as words } from '../words.ts';
import type { Clock } from './clock-state.ts';

/** Says how much of a day without a minute counts, and that a first moment is not a last one. */
export function DayNote({ clock, at }: { clock: Clock; at: string }) {
  const note = isEarliest(clock) ? words.fromThen : hasMinute(at) ? '' : words.endOfDay;
  return note === '' ? null : <span className="text-base text-ink-soft"> {note}</span>;
}
