import { CalendarDays } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from '../Button.tsx';
import { dayRange } from './Fields.tsx';
import { fieldWords } from '../words.ts';

interface DayPickerProps {
  /** The day that is typed, in ISO form; null where none is. */
  readonly day: string | null;
  readonly onPick: (day: string) => void;
  /** The field in which a date is typed freely, given the button that goes into it. */
  readonly children: (button: ReactNode) => ReactNode;
}

/**
 * Gives a field in which a date is typed the system's calendar as well: by a button in it, or by Alt and the down arrow, as
 * in a field for a date alone.
 */
export function DayPicker({ day, onPick, children }: DayPickerProps) {
  const field = useRef<HTMLDivElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    calendar.current?.showPicker();
  };
  const pick = (picked: string) => {
    // Cleared in the calendar: what is typed is not what it shows.
    if (picked !== '') onPick(picked);
    field.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={field} onKeyDown={onKeyDown}>
      {children(
        <>
          <input
            ref={calendar}
            type="date"
            aria-hidden
            tabIndex={-1}
            {...dayRange}
            value={day ?? ''}
            onChange={({ target }) => pick(target.value)}
            className="pointer-events-none absolute inset-0 opacity-0"
          />
          <IconButton
            label={fieldWords.calendar}
            shortcut={['Alt', '↓']}
            icon={<CalendarDays />}
            size="small"
            excludeFromTabOrder
            onPress={() => calendar.current?.showPicker()}
          />
        </>,
      )}
    </div>
  );
}
