import { normalText, similarity, textHash } from '../../../../shared/domain/docket/merge/normal-text.ts';
import type { MergedEntry } from '../../../../shared/domain/docket/merge/combine.ts';
import type { DocketRow } from '../docket-repository.ts';

/** An entry typed without a number that may be one of the court's. */
export interface HandQuestion {
  readonly key: string;
  readonly row: DocketRow;
  readonly merged: MergedEntry;
}

/** From this share of common words on, two texts of one day may be one entry. */
const alike = 0.6;
/** Typed entries, and entries of the court, that are compared of one day at most. */
const comparedADay = 150;

/**
 * Entries typed without a number beside those of the court that they may be: of the same day, and either says all the other's
 * words, or most words are common. Never settled without a person.
 *
 * @param rows typed by hand, without a number
 * @param entries of the court that no typed row is yet
 */
export function askOfHandRows(
  rows: readonly DocketRow[],
  entries: readonly MergedEntry[],
): readonly HandQuestion[] {
  const typed = new Map<string, DocketRow[]>();
  for (const row of rows) {
    const day = row.filed_on ?? row.entered_on;
    if (day !== null) typed.set(day, [...(typed.get(day) ?? []), row].slice(0, comparedADay));
  }
  const compared = new Map<string, number>();
  return entries.flatMap((merged) => {
    const { entry } = merged;
    const day = entry.filedOn ?? entry.enteredOn ?? '';
    const ofDay = typed.get(day);
    const count = compared.get(day) ?? 0;
    if (!ofDay || entry.attachment !== null || count >= comparedADay) return [];
    compared.set(day, count + 1);
    const words = normalText(entry.text === '' ? entry.shortText : entry.text);
    return ofDay.flatMap((row) => {
      if (!mayBeOne(normalText(row.text), words)) return [];
      return { key: textHash(`by hand|${row.id}|${day}|${words}`), row, merged };
    });
  });
}

function mayBeOne(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [few, many] = [a, b].map((text) => new Set(text.split(' '))).sort((x, y) => x.size - y.size);
  return [...few!].every((word) => many!.has(word)) || similarity(a, b) >= alike;
}
