import type { MatterSession } from '../../store/session.ts';
import type { Way } from './plan.ts';

/** Rows of the index by their ids: after the first, up to and with the last. */
export interface Window {
  readonly after: number;
  readonly upTo: number;
}

/** Keys whose rows are looked up: with more, or with most of the index among them, the whole index is looked through. */
const maxKeys = 4_000;
const largestShare = 0.5;
/** Rows between two windows that are rather looked through than left out. */
const leastGap = 40;

/**
 * The parts of the index in which a query can find anything: the whole, or around the pages and texts of what its filters
 * leave.
 *
 * @param lastId of the last row of the index
 */
export function windowsOf(session: MatterSession, ways: readonly Way[], lastId: number): readonly Window[] {
  const whole = [{ after: 0, upTo: lastId }];
  const keys = new Set<number | string>();
  for (const { match, within } of ways) {
    // Without words only items as a whole are read, which are few.
    if (match === null || within === null || keys.size + within.size > maxKeys) return whole;
    for (const key of within) keys.add(key);
  }
  const pages = session.prepare('SELECT min(id) - 1, max(id) FROM search_subject WHERE content_id = ?').raw();
  const texts = session.prepare('SELECT min(id) - 1, max(id) FROM search_subject WHERE ref = ?').raw();
  const found = [...keys]
    .map((key) => (typeof key === 'number' ? pages : texts).get(key) as [number | null, number])
    .flatMap(([after, upTo]) => (after === null ? [] : [{ after, upTo: Math.min(upTo, lastId) }]))
    .toSorted((a, b) => a.after - b.after);
  const windows: Window[] = [];
  let rows = 0;
  for (const window of found) {
    const last = windows.at(-1);
    const isNear = last !== undefined && window.after <= last.upTo + leastGap;
    const joined = isNear ? { after: last.after, upTo: Math.max(last.upTo, window.upTo) } : window;
    if (isNear) windows.pop();
    rows += joined.upTo - joined.after - (isNear ? last.upTo - last.after : 0);
    windows.push(joined);
  }
  return rows > lastId * largestShare ? whole : windows;
}
