import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatDate } from '../../../client/index.ts';
import { timelineWords as words } from '../words.ts';
import { Mark, MarkCard, nameOfMark } from './Mark.tsx';
import {
  nextMark,
  planMarks,
  scaleDates,
  type MarkKey,
  type TimelineLane,
  type TimelineMark,
} from './marks.ts';
import { planTimeScale, type TimeScale } from './time-scale.ts';

export interface PictureProps {
  readonly lanes: readonly TimelineLane[];
  /** The court's calendar date. */
  readonly today: string;
  readonly label: string;
  /** Room for the picture in pixels, lane names left out. */
  readonly width: number;
  /** How many times wider than the room it is drawn. */
  readonly zoom: number;
  /** The mark whose entries are listed below; null for all. */
  readonly chosenKey: string | null;
  /** An entry chosen elsewhere, whose mark is ringed. */
  readonly selectedIds: ReadonlySet<string>;
  readonly onChoose: (mark: TimelineMark) => void;
}

const laneHeight = 34;
const topHeight = 20;
/** Room that the words of a gap need. */
const gapWordsPx = 54;
const bottomHeight = 24;
const side = { left: 44, right: 48 } as const;
/** Marks drawn beyond what is seen, and the step in which scrolling is looked at. */
const overscanPx = 320;
const keys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** Height of the picture in pixels. */
function heightOf(lanes: number): number {
  return topHeight + lanes * laneHeight + bottomHeight;
}

/** Lanes with marks, from the first entry to today, and on where entries are dated ahead. One tab stop: arrows go from mark to mark. */
export function Picture(props: PictureProps) {
  const { lanes, today, width, zoom, chosenKey, selectedIds, onChoose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [told, setTold] = useState<{ key: string; at: DOMRect } | null>(null);
  const focusKey = useRef<string | null>(null);
  const full = Math.max(width * zoom, 120);
  const height = heightOf(lanes.length);

  const scale = useMemo(() => {
    return planTimeScale(scaleDates(lanes, today), { from: side.left, to: full - side.right });
  }, [lanes, today, full]);
  const marks = useMemo(() => planMarks(lanes, scale), [lanes, scale]);
  const active = Math.max(
    0,
    marks.findIndex(({ key }) => key === activeKey),
  );

  // What was in the middle stays there when the picture grows.
  const zoomedFrom = useRef(full);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || zoomedFrom.current === full) return;
    const middle = (element.scrollLeft + element.clientWidth / 2) / zoomedFrom.current;
    zoomedFrom.current = full;
    element.scrollLeft = middle * full - element.clientWidth / 2;
  }, [full]);

  useEffect(() => {
    if (focusKey.current === null) return;
    const key = focusKey.current;
    focusKey.current = null;
    const mark = scroller.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(key)}"]`);
    mark?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    mark?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const mark = marks[active];
    if (!mark) return;
    if (event.key === 'Enter' || event.key === ' ') onChoose(mark);
    else if (keys.includes(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const next = marks[nextMark(marks, active, event.key as MarkKey)];
      if (!next) return;
      focusKey.current = next.key;
      setActiveKey(next.key);
    } else return;
    event.preventDefault();
  };

  const isNear = ({ x }: TimelineMark) => x > scrolled - overscanPx && x < scrolled + width + overscanPx;
  const toldMark = told && marks.find(({ key }) => key === told.key);
  const laneY = (lane: number) => topHeight + lane * laneHeight + laneHeight / 2;
  const axisY = height - bottomHeight;
  return (
    <>
      <div
        ref={scroller}
        className="overflow-x-auto overflow-y-hidden overscroll-x-contain"
        onScroll={({ currentTarget }) => {
          setTold(null);
          setScrolled(Math.round(currentTarget.scrollLeft / overscanPx) * overscanPx);
        }}
      >
        <svg
          role="group"
          aria-label={props.label}
          width={full}
          height={height}
          className="block"
          onKeyDown={onKeyDown}
          onBlur={() => setTold(null)}
        >
          <Gaps gaps={scale.gaps} axisY={axisY} />
          {lanes.map(({ key }, lane) => (
            <line
              key={key}
              x1={0}
              x2={full}
              y1={laneY(lane)}
              y2={laneY(lane)}
              className="stroke-line"
              strokeWidth={1}
            />
          ))}
          <Axis ticks={scale.ticks} y={axisY} width={full} />
          <TodayLine x={scale.xOf(today)} bottom={axisY} />
          {marks.map((mark, index) =>
            isNear(mark) || index === active ? (
              <Mark
                key={mark.key}
                mark={mark}
                y={laneY(mark.lane)}
                label={nameOfMark(mark, lanes[mark.lane]?.label ?? '')}
                isTabStop={index === active}
                isChosen={mark.key === chosenKey || mark.entries.some(({ id }) => selectedIds.has(id))}
                onChoose={() => {
                  setActiveKey(mark.key);
                  onChoose(mark);
                }}
                onFocus={(at) => {
                  setActiveKey(mark.key);
                  setTold({ key: mark.key, at });
                }}
                onHover={(at) => setTold(at && { key: mark.key, at })}
              />
            ) : null,
          )}
        </svg>
      </div>
      {told && toldMark && <MarkCard mark={toldMark} lane={lanes[toldMark.lane]?.label ?? ''} at={told.at} />}
    </>
  );
}

/** Long times in which nothing was filed, drawn short. */
function Gaps({ gaps, axisY }: { gaps: TimeScale['gaps']; axisY: number }) {
  return (
    <>
      {gaps.map((gap) => (
        <g key={gap.from} aria-hidden>
          <rect
            x={gap.from}
            y={topHeight}
            width={gap.to - gap.from}
            height={axisY - topHeight}
            className="fill-sunken"
          />
          {/* In one narrower than its words they end with it: behind it may be today. */}
          <text
            {...(gap.to - gap.from < gapWordsPx
              ? { x: gap.to - 2, textAnchor: 'end' }
              : { x: (gap.from + gap.to) / 2, textAnchor: 'middle' })}
            y={13}
            className="fill-ink-soft text-xs italic"
          >
            {formatGap(gap.days)}
          </text>
        </g>
      ))}
    </>
  );
}

function Axis({ ticks, y, width }: { ticks: TimeScale['ticks']; y: number; width: number }) {
  return (
    <>
      <line x1={0} x2={width} y1={y} y2={y} className="stroke-edge" strokeWidth={1} />
      {ticks.map(({ x, isoDate }) => (
        <g key={isoDate} aria-hidden>
          <line x1={x} x2={x} y1={y} y2={y + 5} className="stroke-edge" />
          <text x={x} y={y + 17} textAnchor="middle" className="fill-ink-soft text-xs tabular-nums">
            {formatDate(isoDate)}
          </text>
        </g>
      ))}
    </>
  );
}

function TodayLine({ x, bottom }: { x: number; bottom: number }) {
  return (
    <g aria-hidden>
      <line x1={x} x2={x} y1={topHeight - 3} y2={bottom} className="stroke-danger" strokeDasharray="3 3" />
      <text x={x + 4} y={13} className="fill-danger-ink text-xs font-medium">
        {words.today}
      </text>
    </g>
  );
}

function formatGap(days: number): string {
  if (days < 60) return `${days} days`;
  if (days < 700) return `${Math.round(days / 30.44)} months`;
  const years = days / 365.25;
  return `${years.toLocaleString('en-US', { maximumFractionDigits: years < 10 ? 1 : 0 })} years`;
}
