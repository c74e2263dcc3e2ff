import { CircleAlert, Clock as ClockIcon } from 'lucide-react';
import { isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { TroRequest } from '../../../../shared/model/tro.ts';
import {
  formatDay,
  formatLength,
  formatMoment,
  formatTime,
  useMatter,
  useNow,
} from '../../../client/index.ts';
import { clocksWords as words, stageWords } from '../words.ts';
import { atTheSameTime, hasEnded, nextClock, type ClockReading } from './clock-state.ts';
import { partsOf, whyOfClock } from './clock-why.ts';
import { ClockTimes } from './ClockTimes.tsx';
import { DayNote } from './DayNote.tsx';
import { Whose } from './Whose.tsx';

export interface NextClockProps {
  readonly request: TroRequest;
  readonly readings: readonly ClockReading[];
  /** What the entry of an order is called; empty where none is linked. */
  readonly orderName: (reading: ClockReading) => string;
}

/** What is due next, how long there is, and why; before it, what is past due. */
export function NextClock({ request, readings, orderName }: NextClockProps) {
  const { timezone } = useMatter();
  const now = useNow();
  const next = nextClock(readings);
  const late = readings.filter(({ state }) => state === 'past_due');
  return (
    <div className="flex flex-col gap-2">
      {late.map(({ clock, at, leftMs }) => (
        <p
          key={clock.id}
          role="note"
          className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger-ink"
        >
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            <strong className="font-semibold">
              {words.pastDueBy(formatLength(now + leftMs, now, timezone))}
            </strong>
            {': '}
            {clock.title}, <span className="tabular-nums">{formatMoment(at, timezone)}</span>
          </span>
        </p>
      ))}
      <div className="rounded-lg border border-line bg-raised px-4 py-3">
        {next ? (
          <Next reading={next} also={atTheSameTime(readings, next)} orderName={orderName} />
        ) : (
          <div className="flex items-start gap-2.5">
            <ClockIcon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
            <div>
              <p className="font-semibold">{words.nothingNext}</p>
              <p className="text-ink-soft">
                {hasEnded(request.stage) ? words.decided(stageWords[request.stage]) : words.nothingNextText}
              </p>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function Next(props: {
  reading: ClockReading;
  also: readonly ClockReading[];
  orderName: NextClockProps['orderName'];
}) {
  const { reading, also, orderName } = props;
  const { timezone } = useMatter();
  const { clock, at, leftMs, times } = reading;
  const time = formatTime(at, timezone);
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-2">
      <div className="flex flex-col">
        <span className="text-sm font-medium text-ink-soft">{words.next}</span>
        <Figures leftMs={leftMs} after={isEarliest(clock) ? words.untilThen : words.left} />
      </div>
      <div className="flex min-w-56 flex-1 flex-col gap-0.5">
        <div className="flex flex-wrap items-center gap-x-2">
          <p className="min-w-0 text-lg font-semibold wrap-anywhere">{clock.title}</p>
          <Whose reading={reading} />
        </div>
        <p className="text-lg tabular-nums">
          {formatDay(at)}
          {time !== '' && (
            <>
              {', '}
              <strong className="font-semibold">{time}</strong>
            </>
          )}
          <DayNote clock={clock} at={at} />
        </p>
        {times[0]?.kind !== 'alternative' && (
          <p data-selectable className="text-ink-soft">
            {whyOfClock(clock, timezone, orderName(reading))}
          </p>
        )}
        {times.length > 1 && <ClockTimes reading={reading} orderName={orderName(reading)} />}
        {also.length > 0 && (
          <div className="mt-1.5 border-t border-line pt-1.5">
            <p className="text-sm text-ink-soft">{words.sameTime}</p>
            <ul>
              {also.map((other) => (
                <li key={other.clock.id}>
                  <span className="flex flex-wrap items-center gap-x-2">
                    <span className="min-w-0 font-semibold wrap-anywhere">{other.clock.title}</span>
                    <Whose reading={other} />
                  </span>
                  {other.times.length > 1 ? (
                    <ClockTimes reading={other} orderName={orderName(other)} />
                  ) : (
                    <span className="text-sm text-ink-soft">
                      {whyOfClock(other.clock, timezone, orderName(other))}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}

/** The time left in large figures, whole minutes, rounded down. */
function Figures({ leftMs, after }: { leftMs: number; after: string }) {
  const { days, hours, minutes } = partsOf(leftMs);
  if (days + hours + minutes === 0)
    return <span className="py-1 text-2xl font-semibold text-danger-ink">{words.lessThanMinute}</span>;
  const isSoon = days === 0 && hours < 4;
  const parts = [
    ...(days > 0 ? [{ value: days, unit: 'd' }] : []),
    ...(days > 0 || hours > 0 ? [{ value: hours, unit: 'h' }] : []),
    { value: minutes, unit: 'min' },
  ];
  return (
    <span
      role="timer"
      className={`flex items-baseline gap-2 tabular-nums ${isSoon ? 'text-danger-ink' : ''}`}
    >
      {parts.map(({ value, unit }) => (
        <span key={unit} className="whitespace-nowrap">
          <span className="text-4xl leading-12 font-semibold tracking-tight">{value}</span>{' '}
          <span className="text-lg text-ink-soft">{unit}</span>
        </span>
      ))}
      <span className="text-ink-soft">{after}</span>
    </span>
  );
}
