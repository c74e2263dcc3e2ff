import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatNumber } from '../../../client/index.ts';
import type { TimeScale } from './time-scale.ts';

/** One entry in the picture, or several that would lie on each other. */
export interface TimelineMark {
  readonly key: string;
  /** Index of the lane, from the top. */
  readonly lane: number;
  /** Middle, in pixels from the left. */
  readonly x: number;
  /** By date; at least one. */
  readonly entries: readonly DocketEntry[];
}

export interface TimelineLane {
  readonly key: string;
  readonly label: string;
  readonly entries: readonly DocketEntry[];
}

/** Single entries nearer than this become one mark. */
const nearestPx = 18;
/** A mark of several takes no more of the lane than this, however full the lane is. */
const longestPx = 64;

/** Width of a mark as it is drawn: a dot, or the count of its entries. */
export function widthOfMark(entries: number): number {
  return entries === 1 ? 14 : 14 + formatNumber(entries).length * 7;
}

/** The date of an entry's mark: filed, or else entered; null for one without either. */
export function dateOfEntry({
  filedOn,
  enteredOn,
}: Pick<DocketEntry, 'filedOn' | 'enteredOn'>): string | null {
  return filedOn ?? enteredOn;
}

/** The dates a scale is planned for: those of all entries, and today, whose line is always drawn, whatever lies ahead of it. */
export function scaleDates(lanes: readonly TimelineLane[], today: string): readonly string[] {
  const dates = lanes.flatMap(({ entries }) => entries.map((entry) => dateOfEntry(entry) ?? today));
  return [...dates, today];
}

/**
 * The marks of every lane, from left to right. Entries of a lane that would lie on each other become one mark.
 *
 * @param lanes with dated entries only
 */
export function planMarks(lanes: readonly TimelineLane[], scale: TimeScale): readonly TimelineMark[] {
  return lanes.flatMap((lane, at) => {
    const placed = lane.entries
      .map((entry) => ({ entry, x: scale.xOf(dateOfEntry(entry) ?? '') }))
      .sort((a, b) => a.x - b.x);
    const groups: { from: number; to: number }[] = [];
    placed.forEach(({ x }, index) => {
      const last = groups.at(-1);
      // Compared with the group's first: a chain of near neighbors must not swallow a whole lane.
      if (last && x - placed[last.from]!.x < nearestPx) last.to = index + 1;
      else groups.push({ from: index, to: index + 1 });
    });
    const spread: { from: number; to: number }[] = [];
    for (const group of groups) {
      const last = spread.at(-1);
      const [a, b] = [last && markOf(last), markOf(group)];
      const isCrowded = a && b.x - a.x < (widthOfMark(a.count) + widthOfMark(b.count)) / 2 + 2;
      if (last && isCrowded && placed[group.to - 1]!.x - placed[last.from]!.x < longestPx) last.to = group.to;
      else spread.push(group);
    }
    return spread.map(({ from, to }) => ({
      key: `${lane.key} ${placed[from]!.entry.id}`,
      lane: at,
      x: markOf({ from, to }).x,
      entries: placed.slice(from, to).map(({ entry }) => entry),
    }));

    function markOf({ from, to }: { from: number; to: number }): { x: number; count: number } {
      return { x: (placed[from]!.x + placed[to - 1]!.x) / 2, count: to - from };
    }
  });
}

export type MarkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/**
 * The mark a key leads to: along the lane, or to the nearest in another lane.
 *
 * @returns the index of the mark; the same one where there is none in that direction
 */
export function nextMark(marks: readonly TimelineMark[], current: number, key: MarkKey): number {
  const from = marks[current];
  if (!from) return 0;
  const inLane = marks.flatMap(({ lane }, at) => (lane === from.lane ? [at] : []));
  const place = inLane.indexOf(current);
  switch (key) {
    case 'ArrowLeft':
      return inLane[place - 1] ?? current;
    case 'ArrowRight':
      return inLane[place + 1] ?? current;
    case 'Home':
      return inLane[0] ?? current;
    case 'End':
      return inLane.at(-1) ?? current;
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = key === 'ArrowUp' ? -1 : 1;
      const lanes = marks.map(({ lane }) => lane).filter((lane) => (lane - from.lane) * step > 0);
      if (lanes.length === 0) return current;
      const target =
        step < 0 ? lanes.reduce((a, b) => Math.max(a, b)) : lanes.reduce((a, b) => Math.min(a, b));
      let best = current;
      let least = Infinity;
      marks.forEach(({ lane, x }, at) => {
        const distance = Math.abs(x - from.x);
        if (lane === target && distance < least) {
          best = at;
          least = distance;
        }
      });
      return best;
    }
  }
}
