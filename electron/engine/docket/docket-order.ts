import type { DocketEntry } from '../../../shared/model/docket.ts';

type Placed = Pick<DocketEntry, 'id' | 'number' | 'attachment' | 'filedOn' | 'enteredOn'>;

/**
 * Puts entries in the order of a docket sheet: by number, each lead document before its attachments. An entry without a
 * number stands after the last numbered entry filed on its day or before; undated ones stand at the end.
 *
 * @param entries in any order; ties fall to the id, which sorts by time of creation
 * @returns a new array
 */
export function inDocketOrder<T extends Placed>(entries: readonly T[]): T[] {
  const numbered = entries.filter((entry) => entry.number !== null);
  const unnumbered = entries.filter((entry) => entry.number === null);
  numbered.sort((a, b) => a.number! - b.number! || (a.attachment ?? 0) - (b.attachment ?? 0));
  if (unnumbered.length === 0) return numbered;
  unnumbered.sort((a, b) => compare(dateOf(a), dateOf(b)) || compare(a.id, b.id));

  const ordered: T[] = [];
  let next = 0;
  for (const entry of numbered) {
    // Attachments stay with their entry; a lead without a date says nothing about its place in time.
    if (entry.attachment === null && (entry.filedOn ?? entry.enteredOn) !== null) {
      while (next < unnumbered.length && dateOf(unnumbered[next]!) < dateOf(entry))
        ordered.push(unnumbered[next++]!);
    }
    ordered.push(entry);
  }
  return [...ordered, ...unnumbered.slice(next)];
}

/** After every ISO date. */
const undated = '\uffff';

function dateOf(entry: Placed): string {
  return entry.filedOn ?? entry.enteredOn ?? undated;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
