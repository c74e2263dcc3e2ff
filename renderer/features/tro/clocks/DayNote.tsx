import { isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { hasMinute } from '../../../client/index.ts';
import { clocksWords as words } from '../words.ts';
import type { Clock } from './clock-state.ts';

/** Says of a day without a minute how much of it counts, and of a first moment that it is no last one. */
export function DayNote({ clock, at }: { clock: Clock; at: string }) {
  const note = isEarliest(clock) ? words.fromThen : hasMinute(at) ? '' : words.endOfDay;
  return note === '' ? null : <span className="text-base text-ink-soft"> {note}</span>;
}
