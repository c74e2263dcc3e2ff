import { useMemo, useState } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import { momentAt } from '../../../../shared/domain/deadlines/time/index.ts';
import { eventsInOrder } from '../../../../shared/domain/tro/request-events.ts';
import type { TroRequest } from '../../../../shared/model/tro.ts';
import {
  formatDay,
  formatMoment,
  formatTimeZone,
  useEngineQuery,
  useMatter,
  useNow,
} from '../../../client/index.ts';
import { SegmentedControl, useWidth } from '../../../ui/index.ts';
import type { ClockReading } from '../clocks/clock-state.ts';
import { Section } from '../Section.tsx';
import { eventWords, hoursWords as words } from '../words.ts';
import { Drawing } from './Drawing.tsx';
import {
  daysOf,
  planFrame,
  planShades,
  planTicks,
  pointsOf,
  type HoursFrame,
  type HoursRange,
  type NamedDay,
} from './hours-plan.ts';

export interface HoursPictureProps {
  readonly request: TroRequest;
  readonly readings: readonly ClockReading[];
}

/** Pixels a label of the scale needs. */
const labelPx = 66;
const noDays: readonly NamedDay[] = [];

/** The request's hours drawn on the court's clock, and the same in words. */
export function HoursPicture({ request, readings }: HoursPictureProps) {
  const { timezone } = useMatter();
  const now = useNow();
  const [range, setRange] = useState<HoursRange>('near');
  const [ref, width] = useWidth();
  // What no longer matters would only distract.
  const clocks = useMemo(
    () => readings.filter(({ state }) => state !== 'over' && state !== 'not_needed'),
    [readings],
  );
  const events = useMemo(() => eventsInOrder(request.events), [request.events]);
  const points = useMemo(() => pointsOf(events, clocks, timezone), [events, clocks, timezone]);
  const isRunning = clocks.some(({ state }) => state === 'running');
  const frame = planFrame(points, range, now, isRunning);
  return (
    <Section
      title={words.title}
      aside={
        frame?.canNarrow && (
          <SegmentedControl
            label={words.range}
            value={range}
            onChange={setRange}
            options={[
              { value: 'near', label: words.near },
              { value: 'whole', label: words.whole },
            ]}
          />
        )
      }
    >
      {frame ? (
        <div ref={ref} className="flex min-w-0 flex-col gap-1.5">
          {width > 0 && (
            <Framed frame={frame} width={width} now={now} request={request} clocks={clocks} events={events} />
          )}
        </div>
      ) : (
        <p className="text-ink-soft">{words.none}</p>
      )}
    </Section>
  );
}

interface FramedProps {
  readonly frame: HoursFrame;
  readonly width: number;
  readonly now: number;
  readonly request: TroRequest;
  readonly clocks: readonly ClockReading[];
  readonly events: TroRequest['events'];
}

function Framed({ frame, width, now, clocks, events }: FramedProps) {
  const { id: matterId, timezone } = useMatter();
  const { from, to } = daysOf(frame, timezone);
  // Without the court's calendar the weekends are still shown.
  const calendar = useEngineQuery('deadlines.calendar', { matterId, from, to }, { keepsPrevious: true });
  const days = calendar.data ?? noDays;
  const shades = planShades(frame, timezone, days);
  const ticks = planTicks(frame, timezone, Math.max(2, Math.floor(width / labelPx)));
  const nowMoment = momentAt(new Date(now).toISOString(), timezone);
  const isNowInside = now >= frame.from && now <= frame.to;
  return (
    <>
      <Drawing
        frame={frame}
        width={width}
        timezone={timezone}
        ticks={ticks}
        shades={shades}
        clocks={clocks}
        events={events}
        now={isNowInside ? now : null}
      />
      <p aria-hidden className="text-sm text-ink-soft">
        {words.legend} {isNowInside ? words.nowInside : words.nowOutside(formatMoment(nowMoment, timezone))}
      </p>
      <details className="text-sm">
        <summary className="inline-flex min-h-6 w-fit cursor-default items-center rounded-sm pr-1 text-accent-text">
          {words.list}
        </summary>
        <p className="mt-1 text-ink-soft">{words.zone(formatTimeZone(timezone))}</p>
        <ul data-selectable className="mt-1 flex list-disc flex-col gap-0.5 pl-5 wrap-anywhere tabular-nums">
          <li>
            {words.now}: {formatMoment(nowMoment, timezone)}
          </li>
          {events.map(({ id, kind, at }) => (
            <li key={id}>{words.event(eventWords[kind], formatMoment(at, timezone))}</li>
          ))}
          {clocks.map(({ clock, at, times }) => (
            <li key={clock.id}>
              {clock.period.unit === 'fixed'
                ? words.until(clock.title, formatMoment(at, timezone))
                : words.running(
                    clock.title,
                    formatMoment(clock.triggerAt, timezone),
                    formatMoment(at, timezone),
                  )}
              {clock.overrides.length > 0 &&
                clock.computed &&
                times.length > 1 &&
                `; ${words.ruleInstead(formatMoment(effectiveDue(clock.computed), timezone))}`}
            </li>
          ))}
          {shades.map(({ on, name }) => (
            <li key={on}>{words.dayOff(name ?? words.weekend, formatDay(on))}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
