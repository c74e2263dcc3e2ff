import { formatInstant } from '../../client/index.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';

/** A docket number as courts cite it. */
export interface DocketNumber {
  readonly number: number | null;
  /** Null for the lead document. */
  readonly attachment: number | null;
}

/**
 * A docket number as it is written: 34, 34-1, or nothing for a text-only entry without one.
 *
 * @example formatDocketNumber({ number: 34, attachment: 1 }) // '34-1'
 */
export function formatDocketNumber(entry: DocketNumber): string {
  return docketNumber(entry) ?? '';
}

/**
 * Reads a docket number as people type it: "34", "34-1", "Dkt. 34-1", "#34".
 *
 * @returns both parts null where nothing was typed; null where it is not a docket number
 */
export function parseDocketNumber(text: string): DocketNumber | null {
  const trimmed = text.trim();
  if (trimmed === '') return { number: null, attachment: null };
  const match = /^(?:(?:dkt|ecf|doc)\.?\s*(?:no\.?)?\s*|#)?(\d{1,6})(?:\s*[-–.]\s*(\d{1,4}))?$/i.exec(
    trimmed,
  );
  if (!match) return null;
  const number = Number(match[1]);
  const attachment = match[2] === undefined ? null : Number(match[2]);
  if (number === 0) return null;
  return { number, attachment: attachment === 0 ? null : attachment };
}

/** An entry by its number and first words, as where it is chosen: "2 · MOTION for Temporary Restraining Order". */
export function lineOfEntry(
  entry: DocketNumber & { readonly text: string; readonly shortText: string },
): string {
  const text = entry.shortText || entry.text.slice(0, 160);
  return [formatDocketNumber(entry), text].filter(Boolean).join(' · ');
}

/** What typing in a list of entries finds one by: its number, or how its text begins. */
export function typedTextOf(
  entry: DocketNumber & { readonly text: string; readonly shortText: string },
): string {
  return formatDocketNumber(entry) || entry.text || entry.shortText;
}

/** What an entry is called in a sentence: "docket entry 34-1", or its first words where it has no number. */
export function nameOfEntry(
  entry: DocketNumber & { readonly text: string; readonly shortText: string },
): string {
  const number = formatDocketNumber(entry);
  if (number !== '') return `docket entry ${number}`;
  const text = entry.text || entry.shortText;
  if (text === '') return 'the entry without a number';
  return text.length > 40 ? `“${text.slice(0, 40).trimEnd()}…”` : `“${text}”`;
}

/** "Jan 15, 2021, 9:12 AM" of 2021-01-15T09:12, which is the court's own clock: no zone is applied to it. */
export function formatCourtMinute(minute: string): string {
  return formatInstant(`${minute}:00Z`, 'UTC');
}
