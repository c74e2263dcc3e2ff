import { mediaClock } from '../evidence/media-clock.ts';

/** What a pin cite is made of. */
export interface PinCiteParts {
  /** The page's cite as an exhibit, or the item's where it has no pages; null where no set carries it. */
  readonly exhibit: string | null;
  /** The number printed on the page, where no set carries it; null for none. */
  readonly bates: string | null;
  /** The item's docket number: 2, 2-1; null where it is not on the docket. */
  readonly docketNumber: string | null;
  readonly title: string;
  /** The page, or the part of what has no pages, from 1; null for the item as a whole and for a moment. */
  readonly place: { readonly number: number; readonly isPage: boolean } | null;
  /** Of a recording, in milliseconds. */
  readonly atMs: number | null;
  readonly paragraph: string;
}

/**
 * How a place is cited: as the exhibit it is; else by its number on the docket; else by the item's title.
 *
 * @example pinCiteText({ ...none, docketNumber: '2-2', place: { number: 3, isPage: true }, paragraph: '7' })
 * // 'Dkt. 2-2 at 3, ¶ 7'
 */
export function pinCiteText(parts: PinCiteParts): string {
  const { exhibit, bates, docketNumber, title, place, atMs, paragraph } = parts;
  const paper = docketNumber === null ? title : `Dkt. ${docketNumber}`;
  const page = place?.isPage === true ? ` at ${place.number}` : '';
  const base = exhibit ?? `${paper}${page}${bates === null ? '' : `, ${bates}`}`;
  // An item without pages mostly has one part, which needs no number.
  const part = place && !place.isPage && place.number > 1 ? `, part ${place.number}` : '';
  const moment = atMs === null ? '' : ` at ${mediaClock(atMs)}`;
  return `${base}${part}${moment}${paragraph === '' ? '' : `, ${paragraphText(paragraph)}`}`;
}

/** Between two paragraphs: "7-9", "7(a) through (c)", "7; 9". */
const several = /^\S*?\d.*?(?:[-–—,;&]|\band\b|\bto\b|\bthrough\b)\s*\(?[\da-z]/i;

/** A number gets one sign, several numbers two; what has a sign of its own, such as "§ 4.1", is left as it is. */
function paragraphText(paragraph: string): string {
  if (!/^\d/.test(paragraph)) return paragraph;
  return `${several.test(paragraph) ? '¶¶' : '¶'} ${paragraph}`;
}
