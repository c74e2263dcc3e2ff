import { TriangleAlert } from 'lucide-react';
import { endAfterMidnight, isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { weekdayOf } from '../../../../shared/domain/deadlines/time/index.ts';
import { formatDay, formatMoment, formatTime } from '../../../client/index.ts';
import { needsLook } from '../agenda/filter-deadlines.ts';
import { isPastDue } from '../agenda/groups.ts';
import { withHyphens } from './hyphens.ts';
import { calendarWords as words, dayKindWords } from './words.ts';

/** What is on a day besides deadlines. */
export interface DayMark {
  readonly name: string;
  readonly kind: keyof typeof dayKindWords;
}

export interface DayCellProps {
  readonly day: string;
  readonly deadlines: readonly Deadline[];
  readonly marks: readonly DayMark[];
  readonly timezone: string;
  readonly now: number;
  readonly isToday: boolean;
  /** Whether it is the day the keyboard is at. */
  readonly isCurrent: boolean;
  /** Whether it belongs to the month before or after. */
  readonly isOutside: boolean;
  readonly mostShown: number;
  readonly selectedIds: ReadonlySet<string>;
  readonly onOpen: (deadline: Deadline) => void;
  readonly onFocus: () => void;
}

/** One day of a calendar. */
export function DayCell(props: DayCellProps) {
  const { day, deadlines, marks, isToday, isCurrent, isOutside, mostShown, onFocus } = props;
  const weekday = weekdayOf(day);
  const isClosed = weekday === 0 || weekday === 6 || marks.some(({ kind }) => kind !== 'closing');
  return (
    <div
      role="gridcell"
      data-day={day}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      className={`flex min-w-0 flex-col gap-0.5 border-r border-b border-line px-0.5 py-1 -outline-offset-2 @2xl:px-1 last:border-r-0 focus-visible:outline-2 focus-visible:outline-focus ${
        isClosed ? 'bg-sunken' : 'bg-surface'
      }`}
    >
      <span className="sr-only">{isToday ? `${words.today}, ${formatDay(day)}` : formatDay(day)}</span>
      <span
        aria-hidden
        className={`self-start rounded-sm px-1 text-sm tabular-nums ${
          isToday
            ? 'bg-accent font-semibold text-accent-ink forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none'
            : isOutside
              ? 'text-ink-soft'
              : 'font-medium'
        }`}
      >
        {Number(day.slice(8))}
      </span>
      {marks.map(({ name, kind }) => (
        <span
          key={`${kind} ${name}`}
          title={`${name}: ${dayKindWords[kind]}`}
          className="line-clamp-2 text-xs wrap-anywhere text-ink-soft @2xl:px-1"
        >
          <span aria-hidden>{withHyphens(name)}</span>
          <span className="sr-only">
            {name} ({dayKindWords[kind]})
          </span>
        </span>
      ))}
      {deadlines.length === 0 && <span className="sr-only">{words.nothing}</span>}
      {deadlines.slice(0, mostShown).map((deadline) => (
        <DeadlineChip key={deadline.id} deadline={deadline} {...props} />
      ))}
      {deadlines.length > mostShown && (
        <button
          type="button"
          className="min-h-6 rounded-sm px-1 text-left text-xs text-accent-text hover:bg-hover"
          onClick={() => props.onOpen(deadlines[mostShown]!)}
        >
          {words.more(deadlines.length - mostShown)}
        </button>
      )}
    </div>
  );
}

function DeadlineChip({
  deadline,
  timezone,
  now,
  selectedIds,
  onOpen,
}: DayCellProps & { deadline: Deadline }) {
  const { title, dueAt, status } = deadline;
  const later = endAfterMidnight(deadline, timezone);
  const end = later === null ? words.endOfDay : words.until(formatMoment(later, timezone));
  const time = dueAt === null ? end : formatTime(dueAt, timezone);
  const isPast = isPastDue(deadline, now);
  const isMarked = isPast || needsLook(deadline);
  const remarks = status === 'open' ? deadline.flags.map(({ message }) => message) : [];
  const state =
    status === 'done' ? words.done : status === 'dismissed' ? words.dismissed : isPast ? words.pastDue : '';
  const tone =
    status !== 'open'
      ? 'border-line text-ink-soft line-through'
      : isPast
        ? 'border-danger bg-danger-soft text-danger-ink'
        : 'border-accent bg-info-soft text-info-ink';
  return (
    <button
      type="button"
      aria-pressed={selectedIds.has(deadline.id)}
      title={[[title, time, state].filter(Boolean).join(', '), ...remarks].join('\n')}
      onClick={() => onOpen(deadline)}
      className={`flex min-h-6 w-full min-w-0 flex-col overflow-hidden rounded-sm border-l-2 px-1 py-0.5 text-left text-xs aria-pressed:ring-1 aria-pressed:ring-focus ${tone}`}
    >
      <span className="flex max-w-full items-start gap-1 font-semibold tabular-nums">
        {isMarked && <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />}
        {/* A time cut short would be another time: it wraps instead. */}
        <span className="min-w-0">
          {isEarliest(deadline) ? `${words.notBefore} ` : ''}
          {time}
        </span>
        {state !== '' && <span className="sr-only">, {state}</span>}
        {isMarked && !isPast && <span className="sr-only">, {words.toCheck}</span>}
      </span>
      <span className="line-clamp-2 wrap-anywhere">{title}</span>
    </button>
  );
}
