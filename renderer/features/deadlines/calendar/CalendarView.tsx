import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { addDays } from '../../../../shared/domain/deadlines/time/index.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { courtNow, formatDay, useEngineQuery, useMatter, useNow } from '../../../client/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { monthDays, monthsLater, weekDays } from './calendar-days.ts';
import { DayCell, type DayMark } from './DayCell.tsx';
import { calendarWords as words } from './words.ts';

export interface CalendarViewProps {
  readonly kind: 'month' | 'week';
  /** What the filters leave, soonest first. */
  readonly deadlines: readonly Deadline[];
  readonly selectedIds: ReadonlySet<string>;
  /** Shows a deadline's details. */
  readonly onOpen: (deadline: Deadline) => void;
}

const noMarks: readonly DayMark[] = [];
const monthName = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

const monthOf = (day: string) => monthName.format(new Date(`${day}T00:00:00Z`));

/** What a month and a week show each in its own way. */
interface CalendarKind {
  readonly days: (day: string) => string[];
  /** The same day some pages later. */
  readonly later: (day: string, pages: number) => string;
  readonly title: (day: string) => string;
  readonly label: (day: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly mostShown: number;
  /** The height of a row. */
  readonly rows: string;
}

const kinds: Record<CalendarViewProps['kind'], CalendarKind> = {
  month: {
    days: monthDays,
    later: monthsLater,
    title: monthOf,
    label: (day) => words.month(monthOf(day)),
    previous: words.previousMonth,
    next: words.nextMonth,
    mostShown: 3,
    rows: 'min-h-22',
  },
  week: {
    days: weekDays,
    later: (day, weeks) => addDays(day, 7 * weeks),
    title: (day) => words.weekOf(formatDay(weekDays(day)[0]!)),
    label: (day) => words.week(formatDay(weekDays(day)[0]!)),
    previous: words.previousWeek,
    next: words.nextWeek,
    mostShown: Infinity,
    rows: 'min-h-64',
  },
};

/** A month or a week of the court's calendar: deadlines in their days, holidays named, weekends shaded. */
export function CalendarView({ kind, deadlines, selectedIds, onOpen }: CalendarViewProps) {
  const { id: matterId, timezone } = useMatter();
  const now = useNow();
  const today = courtNow(timezone, now).slice(0, 10);
  const [day, setDay] = useState(() => firstDayShown(deadlines, selectedIds, today));
  const chosenDay = deadlines.find(({ id }) => selectedIds.has(id))?.due;
  useEffect(() => {
    if (chosenDay !== undefined) setDay(chosenDay);
  }, [chosenDay]);

  const { days: daysOf, later, label, mostShown, rows } = kinds[kind];
  const days = daysOf(day);
  const { data } = useEngineQuery(
    'deadlines.calendar',
    { matterId, from: days[0]!, to: days.at(-1)! },
    { keepsPrevious: true },
  );
  const marks = useMemo(() => Map.groupBy(data ?? [], ({ on }): string => on), [data]);
  const byDay = useMemo(() => groupByDay(deadlines), [deadlines]);
  const grid = useRef<HTMLDivElement>(null);
  // Where the details leave room for two weeks of six, the chosen day's week is among them. Not at each focus: a day would slip away
  // under the pointer that is pressed on it.
  const first = useRef(day);
  useEffect(() => {
    if (kind === 'month' && grid.current) showWeek(grid.current, chosenDay ?? first.current);
  }, [kind, chosenDay]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, day, later);
    if (next !== null) {
      event.preventDefault();
      setDay(next);
      // The day is drawn only after this; focus follows it.
      requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
    } else if (
      event.key === 'Enter' &&
      event.target === event.currentTarget.querySelector(`[data-day="${day}"]`)
    ) {
      const [first] = byDay.get(day) ?? [];
      if (first) onOpen(first);
    }
  };
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return (
    <div className="flex h-full min-h-0 flex-col low:h-auto">
      <CalendarHead kind={kind} day={day} today={today} onDay={setDay} />
      <div
        ref={grid}
        role="grid"
        aria-label={label(day)}
        aria-description={words.help}
        onKeyDown={onKeyDown}
        className="flex min-h-0 grow scroll-pt-7 flex-col overflow-y-auto border-t border-line low:overflow-visible"
      >
        <Weekdays />
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={`grid shrink-0 grow grid-cols-7 ${rows}`}>
            {week.map((each) => (
              <DayCell
                key={each}
                day={each}
                deadlines={byDay.get(each) ?? []}
                marks={marks.get(each) ?? noMarks}
                timezone={timezone}
                now={now}
                isToday={each === today}
                isCurrent={each === day}
                isOutside={kind === 'month' && each.slice(0, 7) !== day.slice(0, 7)}
                mostShown={mostShown}
                selectedIds={selectedIds}
                onOpen={onOpen}
                onFocus={() => setDay(each)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What the calendar shows, with today and the pages before and after. */
function CalendarHead({
  kind,
  day,
  today,
  onDay,
}: {
  readonly kind: CalendarViewProps['kind'];
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}) {
  const { title, later, previous, next } = kinds[kind];
  return (
    <div className="flex shrink-0 items-center gap-1.5 px-3 py-2">
      <h2 aria-live="polite" className="grow text-lg font-semibold">
        {title(day)}
      </h2>
      <Button size="small" onPress={() => onDay(today)}>
        {words.today}
      </Button>
      <IconButton
        label={previous}
        icon={<ChevronLeft />}
        size="small"
        onPress={() => onDay(later(day, -1))}
      />
      <IconButton label={next} icon={<ChevronRight />} size="small" onPress={() => onDay(later(day, 1))} />
    </div>
  );
}

function Weekdays() {
  return (
    <div role="row" className="sticky top-0 z-10 grid shrink-0 grid-cols-7 bg-surface">
      {words.weekdays.map((weekday) => (
        <span
          key={weekday}
          role="columnheader"
          aria-label={weekday}
          className="truncate border-b border-line px-1.5 py-1 text-xs text-ink-soft"
        >
          {weekday.slice(0, 3)}
        </span>
      ))}
    </div>
  );
}

/** The day that is looked at first: the chosen deadline's, else today, or the next due where nothing is near. */
function firstDayShown(
  deadlines: readonly Deadline[],
  selectedIds: ReadonlySet<string>,
  today: string,
): string {
  const chosen = deadlines.find(({ id }) => selectedIds.has(id));
  if (chosen) return chosen.due;
  const open = deadlines.filter(({ status }) => status === 'open').map(({ due }) => due);
  return open.find((due) => due >= today) ?? open.at(-1) ?? today;
}

/** Scrolls the days, and nothing around them, until the whole week of this one is seen. */
function showWeek(grid: HTMLElement, day: string): void {
  const week = grid.querySelector(`[data-day="${day}"]`)?.parentElement;
  const header = grid.firstElementChild;
  if (!week || !header) return;
  const above = header.getBoundingClientRect().bottom - week.getBoundingClientRect().top;
  const below = week.getBoundingClientRect().bottom - grid.getBoundingClientRect().bottom;
  if (above > 0 || below > 0) grid.scrollTop -= above;
}

function groupByDay(deadlines: readonly Deadline[]): Map<string, Deadline[]> {
  const days = Map.groupBy(deadlines, ({ due }): string => due);
  for (const each of days.values()) each.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return days;
}

/** A day's end comes after its minutes. */
function orderOf(deadline: Deadline): string {
  return `${effectiveDue(deadline)}~`;
}

function dayByKey(key: string, day: string, later: (day: string, pages: number) => string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return later(day, -1);
    case 'PageDown':
      return later(day, 1);
    case 'Home':
      return weekDays(day)[0]!;
    case 'End':
      return weekDays(day)[6]!;
    default:
      return null;
  }
}
