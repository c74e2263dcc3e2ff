import type { Summary, SummaryColumn } from '../../../model/authenticity.ts';
import { formatCount, formatNumber } from '../../amounts.ts';
import { formatStamp, formatTimeZone } from '../../court-words.ts';
import type { Caption } from '../../tro/index.ts';
import { blank, fillCaption } from '../blanks.ts';
import { orderedColumns, writtenColumns, type WrittenColumn } from './columns.ts';

export interface SummaryText {
  readonly caption: Caption;
  readonly title: string;
  /** As it is cited. */
  readonly rule: string;
  /** What the summary is of, where it is from, and how the items are made available. */
  readonly paragraphs: readonly string[];
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly string[])[];
  /** For counsel, after all else and not part of the summary. */
  readonly notice: string;
  /** What the draft leaves blank, and what somebody must look at, in sentences. */
  readonly missing: readonly string[];
}

/** Marks the draft until counsel has confirmed it. */
export const summaryMark = 'DRAFT – for counsel to confirm';

/**
 * The words of a summary under Fed. R. Evid. 1006. What only a person knows is left blank and reported.
 *
 * @param chosen columns in any order
 * @param madeAt when the matter was read, UTC
 * @param timezone the court's IANA zone
 * @see Fed. R. Evid. 1006 as amended December 1, 2024, and 107
 */
export function draftSummary({
  summary: { rows, toCheck, setName },
  chosen,
  title,
  madeAt,
  timezone,
  caption,
  width,
}: {
  readonly summary: Summary;
  readonly chosen: readonly SummaryColumn[];
  readonly title: string;
  readonly madeAt: string;
  readonly timezone: string;
  readonly caption: Caption;
  /** Of the table, in points. */
  readonly width: number;
}): SummaryText {
  const missing: string[] = [];
  const filled = fillCaption(caption, missing);
  missing.push(
    'Where and when the underlying items are made available is left for counsel.',
    'Who prepared the summary, and who checked it against the items, is left blank.',
  );
  const columns = orderedColumns(chosen);
  const empty = rows.filter(({ cells }) => cells.shows === '').length;
  if (columns.includes('shows') && empty > 0)
    missing.push(
      `What it shows is not typed for ${empty === rows.length ? 'any item' : `${formatNumber(empty)} of ${formatCount(rows.length, 'item')}`}.`,
    );
  missing.push(...toCheck);
  return {
    caption: filled,
    title: title === '' ? 'Summary of the items listed' : title,
    rule: 'Fed. R. Evid. 1006',
    paragraphs: [
      `This summary is offered under Fed. R. Evid. 1006 to prove the content of ${rows.length === 1 ? 'the item' : `the ${formatCount(rows.length, 'item')}`} of evidence identified in the schedule below. It was prepared by ${blank} and checked against the items by ${blank}.`,
      `Sources. ${sourcesOf(columns, formatStamp(madeAt, timezone), timezone, setName)}`,
      `Availability. The originals or duplicates of the items in the schedule were made available for examination or copying, or both, by the other parties at (place) ${blank} from (date and time) ${blank} to ${blank}. The other parties were told of this on ${blank} by ${blank}.`,
    ],
    columns: writtenColumns(columns, width),
    rows: rows.map(({ cells }, at) => [String(at + 1), ...columns.map((column) => cells[column])]),
    notice:
      'Rule 1006(a) lets the court admit as evidence a summary, chart, or calculation offered to prove the content of voluminous admissible writings, recordings, or photographs that cannot be conveniently examined in court, whether or not they have been introduced into evidence. Under Rule 1006(b) the proponent must make the underlying originals or duplicates available for examination or copying, or both, by other parties at a reasonable time and place, and the court may order the proponent to produce them in court. Under Rule 1006(c) a summary, chart, or calculation that functions only as an illustrative aid is governed by Rule 107. Whether the items are admissible and voluminous, and whether the summary says of them only what they say, counsel must confirm. Strike out this notice before the summary is served.',
    missing,
  };
}

/** The sources of the columns' content: only of columns that are present. */
function sourcesOf(
  columns: readonly SummaryColumn[],
  stamp: string,
  timezone: string,
  setName: string | null,
): string {
  const has = (...wanted: SummaryColumn[]) => wanted.some((column) => columns.includes(column));
  return [
    'Each row is one item of evidence, as it was taken in.',
    `Dates are those that the files state of themselves: when a message was sent or received, a picture taken, another file made or last saved; a time is given its day on the court’s clock (${formatTimeZone(timezone)}).`,
    has('from', 'to', 'subject')
      ? 'Senders, authors, recipients and subjects are those that the files state.'
      : '',
    has('title', 'custodian') ? 'Titles and custodians are as recorded in the matter.' : '',
    `Exhibit labels${setName === null ? '' : ` (those of “${setName}”)`}, Bates numbers and docket numbers are those of ${stamp}; Bates numbers that the matter did not give are those read on the pages.`,
    'The SHA-256 of an item is the hash of all its bytes recorded when it was taken in.',
    has('shows') ? `What an item shows was written by ${blank}, who read it.` : '',
    has('facts') ? 'The facts are those recorded in the matter that cite the item.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
