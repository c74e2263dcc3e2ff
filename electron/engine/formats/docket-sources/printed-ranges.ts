import type { DocketWarning, ParsedDocket, ParsedEntry } from '../../../../shared/model/docket.ts';
import { fieldMissing } from './warning.ts';

/** More numbers than these no court prints as a range of one event. */
const longest = 50;

/**
 * A number printed as "9-11" is attachment 11 of entry 9, except where the docket has entries right before and after but none of these: then
 * it stands for all of them. The first number is kept, and the others are told.
 */
export function withoutRanges(docket: ParsedDocket): { docket: ParsedDocket; warnings: DocketWarning[] } {
  const rows = new Map<number, number>();
  let last = 0;
  for (const { number } of docket.entries)
    if (number !== null) {
      rows.set(number, (rows.get(number) ?? 0) + 1);
      last = Math.max(last, number);
    }
  const isRange = ({ number, attachment }: ParsedEntry): boolean => {
    if (number === null || attachment === null || rows.get(number) !== 1) return false;
    if (attachment <= number || attachment - number > longest) return false;
    for (let each = number + 1; each <= attachment; each += 1) if (rows.has(each)) return false;
    const isAfter = rows.has(number - 1) || number === 1;
    const isBefore = rows.has(attachment + 1) || number === last;
    return isAfter && isBefore && rows.size > 1;
  };
  const warnings: DocketWarning[] = [];
  const entries = docket.entries.map((entry) => {
    if (!isRange(entry)) return entry;
    const of = `entry ${entry.number}-${entry.attachment}`;
    warnings.push(fieldMissing('further numbers', of, entry.text));
    return { ...entry, attachment: null };
  });
  return { docket: warnings.length === 0 ? docket : { ...docket, entries }, warnings };
}
