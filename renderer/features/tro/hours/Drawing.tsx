import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { TroRequest } from '../../../../shared/model/tro.ts';
import { formatDay, formatTime } from '../../../client/index.ts';
import type { ClockReading } from '../clocks/clock-state.ts';
import { eventWords, hoursWords as words } from '../words.ts';
import { msOfMoment, msOfTime, type HoursFrame, type HoursShade, type HoursTick } from './hours-plan.ts';

export interface DrawingProps {
  readonly frame: HoursFrame;
  readonly width: number;
  readonly timezone: string;
  readonly ticks: readonly HoursTick[];
  readonly shades: readonly HoursShade[];
  readonly clocks: readonly ClockReading[];
  readonly events: TroRequest['events'];
  /** Null where it is outside the frame. */
  readonly now: number | null;
}

const axisHeight = 34;
const eventsHeight = 30;
const rowHeight = 36;
/** Events nearer to each other than this share a mark. */
const markPx = 14;
/** Room a label of the axis takes with its distance from its line: “Wed, Nov 28”, “12 PM”. */
const dayLabelPx = 84;
const hourLabelPx = 44;

/** The picture itself. Everything in it is also said in words, so screen readers skip it. */
export function Drawing({ frame, width, timezone, ticks, shades, clocks, events, now }: DrawingProps) {
  const xOf = (ms: number) =>
    Math.min(Math.max((ms - frame.from) / (frame.to - frame.from), -0.02), 1.02) * width;
  const height = axisHeight + eventsHeight + clocks.length * rowHeight + 4;
  const rowY = (row: number) => axisHeight + eventsHeight + row * rowHeight;
  return (
    <div aria-hidden className="relative overflow-hidden rounded-md border border-line" style={{ height }}>
      <svg width={width} height={height} className="absolute inset-0">
        {shades.map((shade) => (
          <rect
            key={shade.on}
            x={xOf(shade.from)}
            y={axisHeight}
            width={xOf(shade.to) - xOf(shade.from)}
            height={height - axisHeight}
            className={`forced-colors:hidden ${shade.name === null ? 'fill-sunken' : 'fill-warning-soft'}`}
          >
            <title>{`${formatDay(shade.on)}: ${shade.name ?? words.weekend}`}</title>
          </rect>
        ))}
        {ticks.map(({ ms, isDay }) => (
          <line
            key={ms}
            x1={xOf(ms)}
            x2={xOf(ms)}
            y1={isDay ? axisHeight - 12 : axisHeight - 5}
            y2={height}
            className={isDay ? 'stroke-edge/60' : 'stroke-line'}
          />
        ))}
        <line x1={0} x2={width} y1={axisHeight} y2={axisHeight} className="stroke-line" />
        {clocks.map((reading, row) => (
          <Bar
            key={reading.clock.id}
            reading={reading}
            y={rowY(row) + 25}
            startOf={(moment) => xOf(msOfMoment(moment, timezone))}
            endOf={(moment) => xOf(msOfTime(moment, reading, timezone))}
          />
        ))}
        <Events
          events={events}
          y={axisHeight + eventsHeight / 2}
          xOf={(at) => xOf(msOfMoment(at, timezone))}
        />
        {now !== null && (
          <g>
            <line
              x1={xOf(now)}
              x2={xOf(now)}
              y1={axisHeight - 8}
              y2={height}
              className="stroke-danger"
              strokeWidth={1.5}
              strokeDasharray="4 3"
            />
            <circle cx={xOf(now)} cy={axisHeight - 8} r={3} className="fill-danger" />
          </g>
        )}
      </svg>
      {ticks.map((tick) => (
        <TickLabel key={tick.ms} tick={tick} x={xOf(tick.ms)} width={width} timezone={timezone} />
      ))}
      {clocks.map((reading, row) => {
        const end = msOfTime(reading.at, reading, timezone);
        return (
          <span
            key={reading.clock.id}
            className="absolute flex max-w-full gap-1 rounded-sm bg-surface/85 px-1.5 text-sm whitespace-nowrap"
            style={{ top: rowY(row) + 1, ...placeLabel(xOf(end), width) }}
          >
            {end < frame.from && <span>←</span>}
            <span className="text-ink-soft tabular-nums">{shortMoment(reading.at, timezone)}</span>
            <span dir="auto" className="min-w-0 truncate text-left">
              {reading.clock.title}
            </span>
            {end > frame.to && <span>→</span>}
          </span>
        );
      })}
    </div>
  );
}

/** A label ends with its bar, or begins with it, on whichever side there is more room. */
function placeLabel(x: number, width: number) {
  return x > width / 2
    ? { right: Math.max(0, width - x - 6), maxWidth: Math.min(width, x + 6) }
    : { left: Math.max(0, x - 6), maxWidth: width - Math.max(0, x - 6) };
}

function TickLabel(props: { tick: HoursTick; x: number; width: number; timezone: string }) {
  const { tick, x, width, timezone } = props;
  // A label that would be cut at the end is left out, for “Nov 28” cut short reads “Nov 2”; its line stays.
  if (x > width - (tick.isDay ? dayLabelPx : hourLabelPx)) return null;
  return (
    <span
      className={`absolute text-xs whitespace-nowrap tabular-nums ${tick.isDay ? 'font-medium text-ink' : 'text-ink-soft'}`}
      style={{ left: x + 4, top: tick.isDay ? 2 : 17 }}
    >
      {tick.isDay ? shortDay(tick.moment) : formatTime(tick.moment, timezone).replace(/:00| [^ ]*$/g, '')}
    </span>
  );
}

/** "Tue, Jan 12", the year left out. */
function shortDay(moment: string): string {
  return formatDay(moment).replace(/, \d{4}$/, '');
}

function shortMoment(moment: string, timezone: string): string {
  const time = formatTime(moment, timezone).replace(/ [^ ]*$/, '');
  return time === '' ? shortDay(moment) : `${shortDay(moment)}, ${time}`;
}

const bars: Readonly<Record<ClockReading['state'], string>> = {
  running: 'fill-accent',
  past_due: 'fill-danger',
  passed: 'fill-edge',
  met: 'fill-success-ink',
  not_needed: 'fill-edge',
  over: 'fill-edge',
};

/** From what started the clock to the time that applies, filled; to the rule's replaced time, hollow. */
function Bar(props: {
  reading: ClockReading;
  y: number;
  startOf: (moment: string) => number;
  endOf: (moment: string) => number;
}) {
  const { reading, y, startOf, endOf } = props;
  const { clock, state, at } = reading;
  const isCounted = clock.period.unit !== 'fixed';
  const end = endOf(at);
  const start = isCounted ? Math.min(startOf(clock.triggerAt), end) : end;
  const replaced = clock.overrides.length > 0 && clock.computed ? endOf(effectiveDue(clock.computed)) : null;
  const fill = bars[state];
  return (
    <g>
      {replaced !== null && replaced !== end && (
        <>
          <line
            x1={Math.min(end, replaced)}
            x2={Math.max(end, replaced)}
            y1={y}
            y2={y}
            className="stroke-edge"
            strokeDasharray="3 3"
          />
          <path d={diamond(replaced, y, 5)} className="fill-surface stroke-edge" strokeWidth={1.5} />
        </>
      )}
      <rect
        x={start}
        y={y - 2.5}
        width={Math.max(0, end - start)}
        height={5}
        rx={2.5}
        className={`${fill} opacity-45`}
      />
      {isCounted && (
        <line x1={start} x2={start} y1={y - 5} y2={y + 5} className="stroke-edge" strokeWidth={1.5} />
      )}
      <path d={diamond(end, y, 6)} className={fill} />
    </g>
  );
}

function diamond(x: number, y: number, r: number): string {
  return `M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`;
}

function Events(props: { events: TroRequest['events']; y: number; xOf: (moment: string) => number }) {
  const marks: { x: number; names: string[] }[] = [];
  for (const { kind, at } of props.events) {
    const x = props.xOf(at);
    const last = marks.at(-1);
    if (last && x - last.x < markPx) last.names.push(eventWords[kind]);
    else marks.push({ x, names: [eventWords[kind]] });
  }
  return marks.map(({ x, names }) => (
    <g key={x}>
      <circle cx={x} cy={props.y} r={names.length > 1 ? 8 : 5} className="fill-ink" />
      {names.length > 1 && (
        <text x={x} y={props.y + 4} textAnchor="middle" className="fill-surface text-xs font-semibold">
          {names.length}
        </text>
      )}
      <title>{names.join('; ')}</title>
    </g>
  ));
}
