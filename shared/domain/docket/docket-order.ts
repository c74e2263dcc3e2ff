import { compare } from '../compare.ts';
import type { ParsedEntry } from '../../model/docket.ts';

type Placed = Pick<ParsedEntry, 'number' | 'attachment' | 'filedOn' | 'enteredOn' | 'text' | 'sequence'> & {
  readonly id: string;
  /** Place in the latest docket sheet. */
  readonly position: number | null;
};

/**
 * Puts entries in the order of a docket sheet: by number, each lead document before its attachments. An entry without a
 * number comes after the last numbered entry filed on its day or before; undated ones come at the end.
 *
 * @param entries in any order; ties fall to the place in the latest docket sheet, the court's running number, the text, and
 *   last the id: so the same record gives the same order, in whatever order it was built up
 * @returns a new array
 */
export function inDocketOrder<T extends Placed>(entries: readonly T[]): T[] {
  const numbered = entries.filter((entry) => entry.number !== null);
  const unnumbered = entries.filter((entry) => entry.number === null);
  numbered.sort(
    (a, b) => a.number! - b.number! || (a.attachment ?? 0) - (b.attachment ?? 0) || compareTies(a, b),
  );
  if (unnumbered.length === 0) return numbered;
  unnumbered.sort((a, b) => compare(dateOf(a), dateOf(b)) || compareTies(a, b));

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

function compareTies(a: Placed, b: Placed): number {
  return (
    (a.position ?? Infinity) - (b.position ?? Infinity) ||
    (a.sequence ?? Infinity) - (b.sequence ?? Infinity) ||
    compare(a.text, b.text) ||
    compare(a.id, b.id)
  );
}
