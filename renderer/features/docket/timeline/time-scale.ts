/** A stretch of time without entries that is drawn shorter than it was. */
export interface TimeGap {
  /** Pixels from the left. */
  readonly from: number;
  readonly to: number;
  readonly days: number;
}

/** A date written below the picture. */
export interface TimeTick {
  readonly x: number;
  readonly isoDate: string;
}

export interface TimeScale {
  /** Position of a date, in pixels from the left. */
  readonly xOf: (isoDate: string) => number;
  readonly gaps: readonly TimeGap[];
  readonly ticks: readonly TimeTick[];
}

const dayMs = 86_400_000;
/** A gap is drawn shorter when it is at least this long, and takes more of the whole than this. */
const leastGapDays = 45;
const leastGapShare = 0.12;
/** Pixels of a gap, with room for its length in words; where there are many, they share this much of the width. */
const gapWidthPx = 58;
const gapsShare = 0.4;
/** Between dates written below the picture. */
const tickPx = 92;

/**
 * Lays dates out from left to right, true to time except that long stretches without any are drawn short.
 *
 * @param dates ISO dates in any order; at least one
 * @param from position of the first date, in pixels from the left
 * @param to position of the last date
 */
export function planTimeScale(
  dates: readonly string[],
  { from, to }: { from: number; to: number },
): TimeScale {
  const days = [...new Set(dates)].sort().map(toDay);
  const first = days[0]!;
  const last = days.at(-1)!;
  const span = last - first;
  if (span === 0) {
    const middle = (from + to) / 2;
    return { xOf: () => middle, gaps: [], ticks: [{ x: middle, isoDate: fromDay(first) }] };
  }
  const limit = Math.max(leastGapDays, span * leastGapShare);
  const breaks: { start: number; end: number }[] = [];
  for (let at = 1; at < days.length; at += 1) {
    const [start, end] = [days[at - 1]!, days[at]!];
    if (end - start >= limit) breaks.push({ start, end });
  }
  const shortened = breaks.reduce((sum, { start, end }) => sum + end - start, 0);
  const gapPx = breaks.length === 0 ? 0 : Math.min(gapWidthPx, ((to - from) * gapsShare) / breaks.length);
  const rest = span - shortened;
  // All time may lie in gaps, each date alone: then the gaps share the whole width.
  const pxOfGap = rest === 0 ? (to - from) / breaks.length : gapPx;
  const pxPerDay = rest === 0 ? 0 : (to - from - pxOfGap * breaks.length) / rest;

  /** Corners of the broken line from days to pixels. */
  const corners: { day: number; x: number }[] = [{ day: first, x: from }];
  const gaps: TimeGap[] = [];
  for (const { start, end } of breaks) {
    const before = corners.at(-1)!;
    const x = before.x + (start - before.day) * pxPerDay;
    corners.push({ day: start, x }, { day: end, x: x + pxOfGap });
    gaps.push({ from: x, to: x + pxOfGap, days: end - start });
  }
  corners.push({ day: last, x: to });

  const xOfDay = (day: number) => {
    if (day <= first) return from;
    let low = 0;
    let high = corners.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (corners[middle]!.day <= day) low = middle;
      else high = middle;
    }
    const [a, b] = [corners[low]!, corners[high]!];
    return b.day === a.day ? b.x : a.x + ((Math.min(day, b.day) - a.day) / (b.day - a.day)) * (b.x - a.x);
  };
  return {
    xOf: (isoDate) => xOfDay(toDay(isoDate)),
    gaps,
    ticks: planTicks(days, xOfDay),
  };
}

/** Dates to write below: those of entries, as many as there is room for, the first always among them. */
function planTicks(days: readonly number[], xOfDay: (day: number) => number): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  for (const day of days) {
    const x = xOfDay(day);
    const before = ticks.at(-1);
    if (!before || x - before.x >= tickPx) ticks.push({ x, isoDate: fromDay(day) });
  }
  return ticks;
}

function toDay(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / dayMs);
}

function fromDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
